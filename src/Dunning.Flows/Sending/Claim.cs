using Dapper;
using Dunning.Core.Cases;
using Dunning.Guardrails;
using Dunning.Postgres.Cases;
using Dunning.Postgres.Sending;
using Npgsql;

namespace Dunning.Flows.Sending;

/// <summary>A claimed row of the outbox; <paramref name="Message"/> is null when the gate refused.</summary>
public sealed record Claim(
    OutboxRow Row, Touch Touch, CaseFile File, DraftRow Draft, CandidateMail Mail, IReadOnlyList<AttachedFile> Files, Thread Thread, ClearedMessage? Message);

/// <summary>Where a message belongs in its conversation (RFC 5322 §3.6.4).</summary>
public sealed record Thread(string? InReplyTo, IReadOnlyList<string> References);

/// <summary>Finds the thread of a message: the mail it answers, otherwise our last message of the case.</summary>
internal static class Threads
{
    private const string Parent =
        """
        select message_id, refs from messages
        where message_id is not null and case when @answered::bigint is not null then id = @answered
          else case_id = @caseId and direction = 'out' end
        order by at desc, id desc limit 1
        """;

    /// <summary>In-Reply-To and References; the references are cut to the first and the last nineteen.</summary>
    public static async Task<Thread> OfAsync(NpgsqlConnection connection, Touch touch, long caseId, CancellationToken cancellationToken)
    {
        var parent = await connection.QuerySingleOrDefaultAsync<ParentRow>(new CommandDefinition(
            Parent, new { answered = touch.InReplyToMessage, caseId }, cancellationToken: cancellationToken));
        if (parent is null) return new(null, []);
        string[] chain = [.. parent.Refs.Where(reference => reference != parent.MessageId), parent.MessageId];
        return new(parent.MessageId, chain.Length <= 20 ? chain : [chain[0], .. chain[^19..]]);
    }

    private sealed record ParentRow
    {
        public required string MessageId { get; init; }
        public string[] Refs { get; init; } = [];
    }
}
