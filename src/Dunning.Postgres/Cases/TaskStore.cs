using Dapper;
using Npgsql;

namespace Dunning.Postgres.Cases;

/// <summary>Something a person has to do. The same occasion never makes two (dedupe key).</summary>
public sealed record NewTask(long? CaseId, long? MessageId, string? TouchId, string Kind, string Title, string Detail, string DedupeKey);

/// <summary>The tasks of the exception queue.</summary>
public static class TaskStore
{
    private const string Insert =
        """
        insert into tasks (case_id, message_id, touch_id, kind, title, detail, created_at, dedupe_key)
        values (@CaseId, @MessageId, @TouchId, @Kind, @Title, @Detail, @now, @DedupeKey) on conflict (dedupe_key) do nothing
        """;

    /// <summary>Which of these dedupe keys of a case have had their task.</summary>
    public static async Task<IReadOnlySet<string>> KnownAsync(NpgsqlConnection connection, long caseId, IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        var prefix = $"{caseId}:";
        var found = await connection.QueryAsync<string>(new CommandDefinition(
            "select dedupe_key from tasks where dedupe_key = any(@keys)", new { keys = keys.Select(key => prefix + key).ToArray() }, cancellationToken: cancellationToken));
        return found.Select(key => key[prefix.Length..]).ToHashSet();
    }

    /// <summary>Adds a task; 0 when it is there already.</summary>
    public static Task<int> AddAsync(NpgsqlConnection connection, NewTask task, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            Insert, new { task.CaseId, task.MessageId, task.TouchId, task.Kind, task.Title, task.Detail, task.DedupeKey, now = now.UtcDateTime },
            cancellationToken: cancellationToken));
}
