using Dunning.Flows.Clauses.Approval;
using Dunning.Postgres;
using Npgsql;

namespace Dunning.Flows.Tests.Support;

/// <summary>The migrated template that test databases are copied from; its name carries the hash of schema and clauses.</summary>
internal static class TemplateDatabase
{
    private const long LockKey = 0x44554e4e_54455354;

    private static readonly Lazy<string> Name = new(() => $"dunning_template_{SchemaHash()[..16]}");

    public static async Task<string> EnsureAsync(string owner)
    {
        await using var maintenance = await OpenAsync(owner, "postgres");
        await maintenance.ExecuteAsync($"select pg_advisory_lock({LockKey})", default);
        try
        {
            if (!await ExistsAsync(maintenance, Name.Value)) await CreateAsync(maintenance, owner);
        }
        finally
        {
            await maintenance.ExecuteAsync($"select pg_advisory_unlock({LockKey})", default);
        }

        return Name.Value;
    }

    public static async Task<NpgsqlConnection> OpenAsync(string owner, string database)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(owner) { Database = database, Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    public static string For(string owner, string database) =>
        new NpgsqlConnectionStringBuilder(owner) { Database = database, MaxPoolSize = 20 }.ConnectionString;

    // Built under a temporary name and renamed, so that a run that was killed half-way leaves no broken template.
    private static async Task CreateAsync(NpgsqlConnection maintenance, string owner)
    {
        var draft = $"{Name.Value}_draft";
        await maintenance.ExecuteAsync($"drop database if exists {draft} with (force)", default);
        await maintenance.ExecuteAsync($"create database {draft}", default);
        var unpooled = new NpgsqlConnectionStringBuilder(owner) { Database = draft, Pooling = false };
        await using (var source = Database.Open(unpooled.ConnectionString))
        {
            await Migrator.ApplyAsync(source, default);
            await ClauseRelease.Shipped.RecordAsync(source, "installer", default);
            // Tests count what they journal themselves.
            await using var connection = await source.OpenConnectionAsync();
            await connection.ExecuteAsync("alter table journal disable trigger journal_no_truncate; truncate journal restart identity; alter table journal enable trigger journal_no_truncate", default);
        }

        await maintenance.ExecuteAsync($"alter database {draft} rename to {Name.Value}", default);
    }

    private static async Task<bool> ExistsAsync(NpgsqlConnection maintenance, string database)
    {
        await using var command = new NpgsqlCommand("select exists (select from pg_database where datname = $1)", maintenance)
        {
            Parameters = { new() { Value = database } },
        };
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    private static string SchemaHash()
    {
        var assembly = typeof(Migrator).Assembly;
        var text = new System.Text.StringBuilder();
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order())
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            text.Append(resource).Append(reader.ReadToEnd());
        }

        return Hash.Hex(text.Append(ClauseRelease.Shipped.Manifest).ToString());
    }
}
