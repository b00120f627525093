using Dapper;
using Dunning.Simulator.Debtors;
using Npgsql;

namespace Dunning.Simulator.Demo;

/// <summary>All debtors: they look into their mailboxes, decide, write and pay.</summary>
internal sealed class DebtorWorld(NpgsqlDataSource source, IReadOnlyDictionary<string, Debtor> debtors, Mailboxes mailboxes, Postman postman, Bank bank)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private const string Sent = "select o.touch_id, lower(d.to_address) as address from outbox o join drafts d on d.id = o.draft_id where o.state = 'sent'";

    private readonly List<OutgoingReply> outgoing = [];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private int number;

    /// <summary>Mails that must reach the creditor by now: answers written, and messages to addresses that are gone.</summary>
    public int Expected => Written + Gone;

    public int Written { get; private set; }

    public int Gone { get; private set; }

    /// <summary>Waits until everything sent lies in a mailbox, or for a bounded time, and lets the debtors read it.</summary>
    public async Task HearAsync(DateTimeOffset now, TimeProvider wallClock, CancellationToken cancellationToken)
    {
        var begin = wallClock.GetTimestamp();
        while (await MissingAsync(cancellationToken) is { Count: > 0 } missing && wallClock.GetElapsedTime(begin) < Patience)
        {
            var mails = await mailboxes.LookAsync(missing, cancellationToken);
            foreach (var mail in mails.Where(mail => seen.Add(mail.TouchId))) Decide(mail, now);
            if (mails.Count == 0) await Task.Delay(TimeSpan.FromMilliseconds(150), wallClock, cancellationToken);
        }
    }

    /// <summary>Sends the answers that are due.</summary>
    public async Task WriteAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var reply in outgoing.Where(reply => reply.NotBefore <= now).OrderBy(reply => reply.NotBefore).ToList())
        {
            outgoing.Remove(reply);
            await postman.SendAsync(reply, now, cancellationToken);
            Written++;
        }
    }

    /// <summary>Looks once more into every mailbox that was written to, for copies that came late.</summary>
    public async Task LookEverywhereAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<SentRow>(new CommandDefinition(Sent, cancellationToken: cancellationToken));
        await mailboxes.LookAsync([.. rows.Select(row => row.Address).Where(address => !IsGone(address)).Distinct()], cancellationToken);
    }

    private async Task<IReadOnlyCollection<string>> MissingAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var rows = (await connection.QueryAsync<SentRow>(new CommandDefinition(Sent, cancellationToken: cancellationToken))).ToList();
        Gone = rows.Count(row => IsGone(row.Address));
        return [.. rows.Where(row => !IsGone(row.Address) && !seen.Contains(row.TouchId)).Select(row => row.Address).Distinct()];
    }

    private void Decide(OurMail mail, DateTimeOffset now)
    {
        if (!debtors.TryGetValue(mail.Mailbox, out var debtor)) return;
        foreach (var act in debtor.Hear(mail, DateOnly.FromDateTime(now.UtcDateTime)))
        {
            if (act is DebtorAct.Pay payment) bank.Take(payment);
            else if (Correspondence.MailOf(act, debtor, mail, now, ++number) is { } reply) outgoing.Add(reply);
        }
    }

    /// <summary>The mail server has no mailbox of such a name and sends a report.</summary>
    private static bool IsGone(string address) => address.StartsWith("dead", StringComparison.Ordinal);

    private sealed record SentRow
    {
        public required string TouchId { get; init; }
        public required string Address { get; init; }
    }
}
