using Dunning.Core.Cadence;
using Dunning.Flows.Ledger;
using Dunning.Postgres.Ledger;

namespace Dunning.Flows.Cycle;

/// <summary>
/// Whether ledger and mailbox were read recently enough for planning a day. For today that is judged now. A past day is
/// judged at its beginning in the creditor's zone: what was read since then knows the day, and what was not does not
/// become fresh by looking back.
/// </summary>
internal sealed class SourceFreshness(DateOnly day, DateTimeOffset now, PolicySet policies)
{
    private readonly Dictionary<string, DateTimeOffset> moments = new(StringComparer.Ordinal);

    public bool Ledger(CustomerRow row) => row.LedgerAsOf >= MomentIn(row.EntityTimeZone) - policies.LedgerFreshFor;

    /// <summary>An entity whose mailbox was never read is not held: mail may not be connected at all.</summary>
    public bool Mailbox(CustomerRow row) => row.MailboxAsOf is not { } read || read >= MomentIn(row.EntityTimeZone) - policies.MailboxFreshFor;

    private DateTimeOffset MomentIn(string timeZone)
    {
        if (moments.TryGetValue(timeZone, out var known)) return known;
        var start = CreditorDay.StartOf(day, timeZone);
        return moments[timeZone] = day < CreditorDay.Of(now, timeZone) || start > now ? start : now;
    }
}
