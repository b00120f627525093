using System.Text.Json;
using Npgsql;

namespace Dunning.Postgres;

/// <summary>A row of the journal: what was decided, by whom or what, and why, in words; ids and hashes only.</summary>
/// <param name="Kind">For example <c>case_opened</c>, <c>draft_made</c>, <c>sent</c>.</param>
/// <param name="Actor"><c>agent</c> or the name of the user.</param>
public sealed record JournalEntry(
    string Kind, string Actor, long? CaseId, string? TouchId, long? MessageId, string Why, object? Data = null);

/// <summary>Writes the journal inside the caller's transaction.</summary>
public static class Journal
{
    private const string Insert =
        """
        insert into journal (at, kind, actor, case_id, touch_id, message_id, why, data)
        values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb)
        """;

    /// <summary>Appends one entry.</summary>
    public static async Task AppendAsync(
        this NpgsqlConnection connection, JournalEntry entry, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Insert, connection);
        command.Parameters.Add(new() { Value = at.UtcDateTime });
        command.Parameters.Add(new() { Value = entry.Kind });
        command.Parameters.Add(new() { Value = entry.Actor });
        command.Parameters.Add(new() { Value = entry.CaseId is { } id ? id : DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bigint });
        command.Parameters.Add(new() { Value = (object?)entry.TouchId ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = entry.MessageId is { } m ? m : DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bigint });
        command.Parameters.Add(new() { Value = entry.Why });
        command.Parameters.Add(new() { Value = JsonSerializer.Serialize(entry.Data ?? new { }) });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
