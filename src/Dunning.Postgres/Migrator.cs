using System.Reflection;
using Npgsql;

namespace Dunning.Postgres;

/// <summary>Brings the schema up to date: numbered SQL files, each in a transaction, under an advisory lock.</summary>
public static class Migrator
{
    private const long LockKey = 0x44554e4e_4d494752;

    private const string CreateTable =
        """
        create table if not exists schema_migrations (
          number int primary key, name text not null, sha256 text not null, applied_at timestamptz not null default now())
        """;

    /// <summary>Applies what is missing and returns the names of the files applied.</summary>
    /// <exception cref="InvalidOperationException">An applied file has been changed since.</exception>
    public static async Task<IReadOnlyList<string>> ApplyAsync(NpgsqlDataSource owner, CancellationToken cancellationToken)
    {
        await using var connection = await owner.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync($"select pg_advisory_lock({LockKey})", cancellationToken);
        try
        {
            await connection.ExecuteAsync(CreateTable, cancellationToken);
            var applied = await AppliedAsync(connection, cancellationToken);
            List<string> done = [];
            foreach (var file in Files())
            {
                if (applied.TryGetValue(file.Number, out var hash))
                {
                    if (hash != file.Sha256) throw new InvalidOperationException($"Migration {file.Name} was changed after it had been applied.");
                    continue;
                }

                await ApplyAsync(connection, file, cancellationToken);
                done.Add(file.Name);
            }

            return done;
        }
        finally
        {
            await connection.ExecuteAsync($"select pg_advisory_unlock({LockKey})", CancellationToken.None);
        }
    }

    /// <summary>The names of the files a database lacks; it needs no more than the right to read.</summary>
    public static async Task<IReadOnlyList<string>> MissingAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select to_regclass('schema_migrations') is not null", connection);
        if (await command.ExecuteScalarAsync(cancellationToken) is not true) return [.. Files().Select(file => file.Name)];
        var applied = await AppliedAsync(connection, cancellationToken);
        return [.. Files().Where(file => !applied.ContainsKey(file.Number)).Select(file => file.Name)];
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, MigrationFile file, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var run = new NpgsqlCommand(file.Sql, connection, transaction)) await run.ExecuteNonQueryAsync(cancellationToken);
        await using var record = new NpgsqlCommand(
            "insert into schema_migrations (number, name, sha256) values ($1, $2, $3)", connection, transaction)
        {
            Parameters = { new() { Value = file.Number }, new() { Value = file.Name }, new() { Value = file.Sha256 } },
        };
        await record.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<Dictionary<int, string>> AppliedAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select number, sha256 from schema_migrations", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        Dictionary<int, string> applied = [];
        while (await reader.ReadAsync(cancellationToken)) applied[reader.GetInt32(0)] = reader.GetString(1);
        return applied;
    }

    private static IEnumerable<MigrationFile> Files() =>
        from name in Assembly.GetExecutingAssembly().GetManifestResourceNames()
        where name.EndsWith(".sql", StringComparison.Ordinal)
        orderby name
        select MigrationFile.Read(name);

    private sealed record MigrationFile(int Number, string Name, string Sql, string Sha256)
    {
        public static MigrationFile Read(string name)
        {
            using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
            using var reader = new StreamReader(stream);
            var sql = reader.ReadToEnd();
            return new(int.Parse(name.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture), name, sql, Hash.Hex(sql));
        }
    }
}
