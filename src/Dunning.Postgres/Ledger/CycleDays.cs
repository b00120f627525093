using Npgsql;

namespace Dunning.Postgres.Ledger;

/// <summary>Small reads round a cycle.</summary>
public static class CycleDays
{
    private const string DueStates =
        "select id, state from touches where id = any($1)";

    /// <summary>Ids and zones of all entities.</summary>
    public static async Task<IReadOnlyList<(string Id, string TimeZone)>> EntitiesAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("select id, time_zone from entities order by id");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<(string, string)> found = [];
        while (await reader.ReadAsync(cancellationToken)) found.Add((reader.GetString(0), reader.GetString(1)));
        return found;
    }

    /// <summary>Cases that are not closed.</summary>
    public static async Task<long> OpenCasesAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("select count(*) from cases where status <> 'closed'");
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Present states of touches.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> TouchStatesAsync(NpgsqlDataSource source, string[] ids, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(DueStates);
        command.Parameters.Add(new() { Value = ids });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        Dictionary<string, string> states = new(ids.Length, StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken)) states[reader.GetString(0)] = reader.GetString(1);
        return states;
    }
}
