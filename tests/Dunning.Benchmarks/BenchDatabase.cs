using Dunning.Flows.Clauses.Approval;
using Dunning.Postgres;
using Npgsql;

namespace Dunning.Benchmarks;

/// <summary>A database of its own for one measurement, dropped afterwards.</summary>
internal sealed class BenchDatabase : IAsyncDisposable
{
    private readonly string owner;
    private readonly string name = $"dunning_bench_{Guid.NewGuid():N}";

    private BenchDatabase(string owner)
    {
        this.owner = owner;
        Source = Database.Open(new NpgsqlConnectionStringBuilder(owner) { Database = name }.ConnectionString);
    }

    public NpgsqlDataSource Source { get; }

    public static async Task<BenchDatabase> CreateAsync(string owner, CancellationToken cancellationToken)
    {
        var database = new BenchDatabase(owner);
        await database.MaintainAsync($"create database {database.name}", cancellationToken);
        await Migrator.ApplyAsync(database.Source, cancellationToken);
        await ClauseRelease.Shipped.RecordAsync(database.Source, "bench", cancellationToken);
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await MaintainAsync($"drop database if exists {name} with (force)", CancellationToken.None);
    }

    private async Task MaintainAsync(string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(owner) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(sql, cancellationToken);
    }
}
