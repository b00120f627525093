using Dunning.Flows.Clauses.Approval;
using Dunning.Postgres;
using Npgsql;

namespace Dunning.Simulator.Demo;

/// <summary>The demo's database: made anew by every run, so that runs do not see each other.</summary>
internal static class DemoDatabase
{
    public static async Task CreateAsync(DemoSettings settings, CancellationToken cancellationToken)
    {
        await using (var maintenance = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(settings.Owner) { Pooling = false }.ConnectionString))
        {
            await maintenance.OpenAsync(cancellationToken);
            await maintenance.ExecuteAsync($"drop database if exists {settings.DatabaseName} with (force)", cancellationToken);
            await maintenance.ExecuteAsync($"create database {settings.DatabaseName}", cancellationToken);
        }

        await using var owner = Database.Open(new NpgsqlConnectionStringBuilder(settings.OnDemoDatabase().Owner) { Pooling = false }.ConnectionString);
        await Migrator.ApplyAsync(owner, cancellationToken);
        await ClauseRelease.Shipped.RecordAsync(owner, "demo", cancellationToken);
    }
}
