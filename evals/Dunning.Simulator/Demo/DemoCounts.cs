using Dapper;
using Dunning.Connectors;
using Dunning.Simulator.Debtors;

namespace Dunning.Simulator.Demo;

/// <summary>Counts a run from the database and from the debtors' mailboxes.</summary>
internal static class DemoCounts
{
    private const string Counts =
        """
        select (select count(*) from invoices where kind = 'invoice') as invoices,
          (select count(*) from (select distinct entity_id, customer_id, currency from open_items(@day) where due < @day and status = 'open') o) as accounts_overdue,
          (select count(*) from cases) as cases_opened, (select count(*) from drafts) as drafts,
          (select count(*) from drafts where verdict = 'block') as blocked,
          (select count(*) from outbox where state = 'sent') as sent,
          (select count(*) from inbound_raw r where not exists (select from messages m where m.raw_id = r.id and m.kind = 'bounce')) as replies_received,
          (select count(*) from messages where direction = 'in' and raw_id is not null and kind not in ('bounce', 'unreadable') and state <> 'new') as replies_read,
          (select count(*) from promises) as promises, (select count(*) from promises where status = 'kept') as promises_kept,
          (select count(*) from promises where status in ('broken', 'partly_kept')) as promises_broken, (select count(*) from disputes) as disputes,
          (select count(*) from touches t join outbox o on o.touch_id = t.id where t.purpose = 'document_attached' and o.state = 'sent') as documents_sent,
          (select count(*) from payment_claims where status = 'matched') as payments_matched,
          (select count(*) from touches where state = 'in_queue') + (select count(*) from tasks where done_at is null) as queue_open
        """;

    // A touch that says it is sent is either in a mailbox or came back; one that waits to be sent stands in the outbox.
    private const string Whereabouts =
        """
        select t.id, t.state, o.state as outbox,
          exists (select from messages m where m.kind = 'bounce' and m.touch_id = t.id) as came_back
        from touches t left join outbox o on o.touch_id = t.id
        """;

    public static async Task<DemoResult> ReadAsync(
        Installation installation, IReadOnlyCollection<OurMail> seen, int days, DateOnly day, TimeSpan elapsed, CancellationToken cancellationToken)
    {
        await using var connection = await installation.Source.OpenConnectionAsync(cancellationToken);
        var counts = await connection.QuerySingleAsync<Row>(new CommandDefinition(Counts, new { day }, cancellationToken: cancellationToken));
        var touches = await connection.QueryAsync<Whereabout>(new CommandDefinition(Whereabouts, cancellationToken: cancellationToken));
        var delivered = seen.GroupBy(mail => mail.TouchId).ToDictionary(group => group.Key, group => group.Count());
        var journal = await installation.Verify.RunAsync(1, cancellationToken);
        return new(
            days, counts.Invoices, counts.AccountsOverdue, counts.CasesOpened, counts.Drafts, counts.Blocked, counts.Sent, delivered.Count, counts.RepliesReceived,
            counts.RepliesRead, counts.Promises, counts.PromisesKept, counts.PromisesBroken, counts.Disputes, counts.DocumentsSent, counts.PaymentsMatched,
            counts.QueueOpen, delivered.Values.Sum(copies => copies - 1), touches.Count(touch => IsLost(touch, delivered)), journal.Ok, Math.Round(elapsed.TotalSeconds, 1));
    }

    private static bool IsLost(Whereabout touch, Dictionary<string, int> delivered) => touch.State switch
    {
        "sent" => !delivered.ContainsKey(touch.Id) && !touch.CameBack,
        "approved" or "scheduled" => touch.Outbox is not ("pending" or "sending" or "unknown"),
        "planned" or "monitored" or "in_queue" or "bounced" or "with_person" or "rejected" or "cancelled" => false,
        _ => true,
    };

    private sealed record Whereabout
    {
        public required string Id { get; init; }
        public required string State { get; init; }
        public string? Outbox { get; init; }
        public bool CameBack { get; init; }
    }

    private sealed record Row
    {
        public long Invoices { get; init; }
        public long AccountsOverdue { get; init; }
        public long CasesOpened { get; init; }
        public long Drafts { get; init; }
        public long Blocked { get; init; }
        public long Sent { get; init; }
        public long RepliesReceived { get; init; }
        public long RepliesRead { get; init; }
        public long Promises { get; init; }
        public long PromisesKept { get; init; }
        public long PromisesBroken { get; init; }
        public long Disputes { get; init; }
        public long DocumentsSent { get; init; }
        public long PaymentsMatched { get; init; }
        public long QueueOpen { get; init; }
    }
}
