using Dunning.Postgres;
using Npgsql;

namespace Dunning.Flows.Tests.Support;

/// <summary>
/// A fresh, migrated database for one test class: <c>class X(TestDatabase database) : IClassFixture&lt;TestDatabase&gt;</c>.
/// It is copied from a template that is migrated once per schema, and dropped when the class is done.
/// </summary>
public sealed class TestDatabase : IAsyncLifetime
{
    private readonly string name = $"dunning_test_{Guid.NewGuid():N}";
    private NpgsqlDataSource? source;

    /// <summary>The owner's connection string from the environment; null where no database is at hand.</summary>
    public static string? OwnerConnection => Environment.GetEnvironmentVariable("DUNNING_DB_OWNER") is { Length: > 0 } value ? value : null;

    /// <summary>The pool of the fresh database, connected as its owner.</summary>
    public NpgsqlDataSource Source => source ?? throw new InvalidOperationException("DUNNING_DB_OWNER is not set.");

    /// <summary>Connection string of the fresh database, for processes that open their own pool.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>A clock on this database.</summary>
    public InstallationClock Clock => new(Source);

    public async Task InitializeAsync()
    {
        if (OwnerConnection is not { } owner) return;
        var template = await TemplateDatabase.EnsureAsync(owner);
        await using (var maintenance = await TemplateDatabase.OpenAsync(owner, "postgres"))
            await maintenance.ExecuteAsync($"create database {name} template {template}", default);
        ConnectionString = TemplateDatabase.For(owner, name);
        source = Database.Open(ConnectionString);
    }

    public async Task DisposeAsync()
    {
        if (source is null || OwnerConnection is not { } owner) return;
        await source.DisposeAsync();
        await using var maintenance = await TemplateDatabase.OpenAsync(owner, "postgres");
        await maintenance.ExecuteAsync($"drop database if exists {name} with (force)", default);
    }

    /// <summary>One value of a query, for assertions.</summary>
    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Rows of a query, columns joined with <c>|</c> and nulls empty, for assertions.</summary>
    public async Task<IReadOnlyList<string>> RowsAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        List<string> rows = [];
        while (await reader.ReadAsync())
        {
            var values = Enumerable.Range(0, reader.FieldCount)
                .Select(column => reader.IsDBNull(column) ? "" : Convert.ToString(reader.GetValue(column), System.Globalization.CultureInfo.InvariantCulture));
            rows.Add(string.Join('|', values));
        }

        return rows;
    }

    /// <summary>Runs a statement.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
