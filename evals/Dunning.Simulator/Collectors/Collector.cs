using Dapper;
using Dunning.Flows.Drafting;
using Dunning.Postgres;
using Dunning.Postgres.Sending;
using Npgsql;

namespace Dunning.Simulator.Collectors;

/// <summary>What a collector did in one sitting.</summary>
internal sealed record Sitting(int Approved, int Edited, int Rejected, int Left, int TasksDone);

/// <summary>
/// A collector at work. It writes exactly what the console writes, approvals bound to content and facts, and new draft
/// versions of its own; the agent's flow carries them out, and the gate looks at each again.
/// </summary>
internal sealed class Collector(NpgsqlDataSource source, TimeProvider clock, int seed)
{
    private const string Name = "collector";
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(3);

    private const string Queue =
        """
        select d.id, t.id as touch_id, d.verdict, d.origin from touches t
        join lateral (select * from drafts where touch_id = t.id order by version desc limit 1) d on true
        where t.state = 'in_queue' and not exists (select from approvals a where a.draft_id = d.id and a.state in ('requested', 'refused'))
        order by t.created_at, t.id
        """;

    private const string Insert =
        """
        insert into approvals (draft_id, content_hash, facts_version, actor, decision, reason, at, expires_at, dwell_seconds)
        values (@Id, @ContentHash, @FactsVersion, @actor, @decision, @reason, @at, @expiresAt, @dwell)
        """;

    private static readonly string[] Reasons =
        ["The customer called me this morning, we wait.", "I know this account, a reminder now does harm.", "I will phone instead."];

    /// <summary>Works through the queue once.</summary>
    public async Task<Sitting> WorkAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var sitting = new Sitting(0, 0, 0, 0, 0);
        var rows = await connection.QueryAsync<Waiting>(new CommandDefinition(Queue, cancellationToken: cancellationToken));
        foreach (var row in rows)
        {
            var draft = await DraftStore.GetAsync(connection, row.Id, cancellationToken);
            sitting = await DecideAsync(connection, draft, sitting, cancellationToken);
        }

        return sitting with { TasksDone = await TasksAsync(connection, cancellationToken) };
    }

    private async Task<Sitting> DecideAsync(NpgsqlConnection connection, DraftRow draft, Sitting so, CancellationToken cancellationToken)
    {
        var mood = Mood(draft.TouchId);
        // What the guardrails object to is not waved through: mostly it waits for somebody with time, or is refused.
        if (draft.Verdict != "pass" && draft.Origin == "clauses" && mood >= 12) return so with { Left = so.Left + 1 };
        switch (mood)
        {
            case < 4:
                await RequestAsync(connection, draft, "reject", Reasons[mood % Reasons.Length], cancellationToken);
                return so with { Rejected = so.Rejected + 1 };
            case < 12 when draft.Origin == "clauses":
                await RequestAsync(connection, await EditAsync(connection, draft, cancellationToken), "approve", null, cancellationToken);
                return so with { Edited = so.Edited + 1 };
            case < 90:
                await RequestAsync(connection, draft, "approve", null, cancellationToken);
                return so with { Approved = so.Approved + 1 };
            default:
                return so with { Left = so.Left + 1 };
        }
    }

    private Task<int> RequestAsync(NpgsqlConnection connection, DraftRow draft, string decision, string? reason, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return connection.ExecuteAsync(new CommandDefinition(
            Insert,
            new
            {
                draft.Id, draft.ContentHash, draft.FactsVersion, actor = Name, decision, reason, at = now.UtcDateTime,
                expiresAt = (now + Lifetime).UtcDateTime, dwell = 15 + Mood(draft.TouchId),
            },
            cancellationToken: cancellationToken));
    }

    /// <summary>A sentence of the collector's own after the opening; stored as a new version that nothing has checked yet.</summary>
    private async Task<DraftRow> EditAsync(NpgsqlConnection connection, DraftRow draft, CancellationToken cancellationToken)
    {
        var added = draft.Language == "de" ? "Rufen Sie mich gern an, wenn etwas unklar ist." : "Please give me a call if anything is unclear.";
        var parts = draft.Body.Split("\n\n", 3);
        var body = parts.Length == 3 ? $"{parts[0]}\n\n{parts[1]}\n\n{added}\n\n{parts[2]}" : $"{draft.Body}\n\n{added}";
        var touch = (await connection.QuerySingleAsync<TouchRow>(new CommandDefinition(
            "select id, case_id, cause, purpose, stage, planned_for, in_reply_to_message, state from touches where id = @id", new { id = draft.TouchId },
            cancellationToken: cancellationToken))).ToTouch();
        var edited = draft with
        {
            Origin = "person", Body = body, Plan = null, Verdict = "hold", Findings = "[]", Author = Name, CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        edited = edited with { ContentHash = Candidates.Of(edited, touch, null, null, []).ContentHash() };
        var id = await DraftStore.InsertAsync(connection, edited, cancellationToken);
        return edited with { Id = id };
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

    private sealed record Waiting
    {
        public long Id { get; init; }
    }
}
