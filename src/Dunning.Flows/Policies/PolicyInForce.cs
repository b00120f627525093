using Dapper;
using Dunning.Core;
using Dunning.Core.Cadence;
using Dunning.Postgres;
using Npgsql;

namespace Dunning.Flows.Policies;

/// <summary>One segment as people see it.</summary>
/// <param name="For">Its accounts in words.</param>
public sealed record SegmentInForce(string Name, string For, string Version);

/// <summary>The policies the agent works with, as the console shows them.</summary>
public sealed record PolicyInForce(string Label, string Version, IReadOnlyList<SegmentInForce> Segments, IReadOnlyList<string> Exceptions)
{
    private const string Key = "policies";

    /// <summary>Stores the set when it is another one than before, with a journal row that names every segment and exception.</summary>
    public static async Task NoteAsync(NpgsqlDataSource source, PolicySet policies, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var inForce = Of(policies);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var changed = await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into settings as s (key, value, set_by, at) values (@Key, @value, 'agent', @at)
            on conflict (key) do update set value = excluded.value, set_by = excluded.set_by, at = excluded.at where s.value <> excluded.value
            """,
            new { Key, value = Json.Write(inForce), at = now.UtcDateTime }, cancellationToken: cancellationToken));
        if (changed > 0)
        {
            var why = $"The policies in force are now '{inForce.Label}', version {inForce.Version}.{string.Concat(inForce.Exceptions.Select(lifted => $" {lifted}"))}";
            await connection.AppendAsync(new("policies_in_force", "agent", null, null, null, why, Data(inForce)), now, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>What was stored last; null before the first cycle.</summary>
    public static async Task<PolicyInForce?> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        await connection.ExecuteScalarAsync<string?>(new CommandDefinition("select value from settings where key = @Key", new { Key }, cancellationToken: cancellationToken)) is { } stored
            ? Parse(stored)
            : null;

    /// <summary>Reads a stored set.</summary>
    public static PolicyInForce Parse(string stored) => Json.Read<PolicyInForce>(stored);

    /// <summary>The accounts of a segment in words; null when there is no such segment any more.</summary>
    public string? WhoIsIn(string segment) => Segments.FirstOrDefault(known => known.Name == segment)?.For;

    private static object Data(PolicyInForce inForce) => new
    {
        label = inForce.Label, version = inForce.Version, segments = inForce.Segments.Select(segment => new { name = segment.Name, @for = segment.For, version = segment.Version }).ToArray(),
        exceptions = inForce.Exceptions,
    };

    private static PolicyInForce Of(PolicySet policies) => new(
        policies.Label, policies.Version, [.. policies.Segments.Select(segment => new SegmentInForce(segment.Name, segment.Match.InWords(), segment.Version))],
        [.. policies.Exceptions.Select(lifted => $"Automatic steps beyond a friendly reminder are allowed for debtors of the kind {Wire.Name(lifted.Kind).Replace('_', ' ')} of {lifted.EntityId} (decided by {lifted.DecidedBy}: {lifted.Reason}).")]);
}
