using Dapper;
using Dunning.Flows.Console;
using Dunning.Postgres;
using Dunning.Postgres.Sending;
using Npgsql;

namespace Dunning.Simulator.Collectors;

/// <summary>What a collector did in one sitting.</summary>
internal sealed record Sitting(int Approved, int Edited, int Rejected, int Left, int TasksDone);

/// <summary>
/// A collector at work, with the console's own requests and the rights of the console's database role; the agent's flow
/// carries the requests out, and the gate looks at each again.
/// </summary>
internal sealed class Collector(NpgsqlDataSource source, TimeProvider clock, int seed)
{
    private const string Name = "collector";

    private const string Queue =
        """
        select d.id from touches t
        join lateral (select * from drafts where touch_id = t.id order by version desc limit 1) d on true
        where t.state = 'in_queue' and not exists (select from approvals a where a.draft_id = d.id and a.state in ('requested', 'refused'))
        order by t.created_at, t.id
        """;

    private readonly ConsoleRequests requests = new(source, clock);

    private static readonly string[] Reasons =
        ["The customer called me this morning, we wait.", "I know this account, a reminder now does harm.", "I will phone instead."];

    /// <summary>Works through the queue once.</summary>
    public async Task<Sitting> WorkAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var sitting = new Sitting(0, 0, 0, 0, 0);
        foreach (var id in (await connection.QueryAsync<long>(new CommandDefinition(Queue, cancellationToken: cancellationToken))).ToList())
            sitting = await DecideAsync(await DraftStore.GetAsync(connection, id, cancellationToken), sitting, cancellationToken);

        return sitting with { TasksDone = await TasksAsync(connection, cancellationToken) };
    }

    private async Task<Sitting> DecideAsync(DraftRow draft, Sitting so, CancellationToken cancellationToken)
    {
        var mood = Mood(draft.TouchId);
        var seen = new ReviewedDraft(draft.Id, draft.ContentHash, draft.Subject, draft.Body, 15 + mood);
        // What the guardrails object to is not waved through: mostly it waits for somebody with time, or is refused.
        if (draft.Verdict != "pass" && draft.Origin == "clauses" && mood >= 4) return so with { Left = so.Left + 1 };
        var (outcome, after) = mood switch
        {
            < 4 => (await requests.RejectAsync(seen, Reasons[mood % Reasons.Length], Name, cancellationToken), so with { Rejected = so.Rejected + 1 }),
            < 12 when draft.Origin == "clauses" => (await requests.ApproveAsync(seen with { Body = Edited(draft) }, Name, cancellationToken), so with { Edited = so.Edited + 1 }),
            < 90 => (await requests.ApproveAsync(seen, Name, cancellationToken), so with { Approved = so.Approved + 1 }),
            _ => (null, so),
        };
        return outcome is RequestOutcome.Stored ? after : so with { Left = so.Left + 1 };
    }

    /// <summary>A sentence of the collector's own after the opening.</summary>
    private static string Edited(DraftRow draft)
    {
        var added = draft.Language == "de" ? "Rufen Sie mich gern an, wenn etwas unklar ist." : "Please give me a call if anything is unclear.";
        var parts = draft.Body.Split("\n\n", 3);
        return parts.Length == 3 ? $"{parts[0]}\n\n{parts[1]}\n\n{added}\n\n{parts[2]}" : $"{draft.Body}\n\n{added}";
    }

    /// <summary>Settles some of the tasks that need no decision of the core; the others stay for somebody to look at.</summary>
    private async Task<int> TasksAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(new CommandDefinition(
            """
            update tasks set done_at = @at, done_by = @by, outcome = 'looked at it and phoned the customer'
            where done_at is null and kind in ('check_sender', 'unassigned_mail', 'missing_document') and (id + @seed) % 2 = 0
            """,
            new { at = clock.GetUtcNow().UtcDateTime, by = Name, seed }, cancellationToken: cancellationToken));

    /// <summary>0–99, fixed for a message on a day, so that a run can be repeated.</summary>
    private int Mood(string touchId) =>
        (int)(Convert.ToUInt32(Hash.Hex($"{seed}|{clock.GetUtcNow():yyyyMMdd}|{touchId}")[..8], 16) % 100);
}
