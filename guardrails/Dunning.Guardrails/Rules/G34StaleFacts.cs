namespace Dunning.Guardrails.Rules;

/// <summary>
/// G34: the facts are those the draft was written from, and ledger and mailbox are recent enough. A reminder for an
/// invoice that was paid this morning is the most avoidable of all errors.
/// </summary>
public static class G34StaleFacts
{
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "G34", "stale facts", "What was true when it was drafted may be wrong when it is sent.", Verdict.Hold, Judge)
    {
        Missing = static facts => facts.Freshness is null,
    };

    private static Finding? Judge(Draft draft, SendFacts facts)
    {
        if (facts.Freshness is not { } fresh) return null;
        if (fresh.DraftFactsVersion != fresh.CurrentFactsVersion || facts.Facts.Version != fresh.CurrentFactsVersion)
            return Hold("the account changed since the draft was written");
        return Old("ledger", fresh.Now, fresh.LedgerAsOf, fresh.LedgerLimit) ?? Old("mailbox", fresh.Now, fresh.MailboxAsOf, fresh.MailboxLimit);
    }

    private static Finding? Old(string source, DateTimeOffset now, DateTimeOffset asOf, TimeSpan limit)
    {
        if (asOf > now + ClockSkew) return Hold($"the {source} was read in the future; a clock is wrong");
        return now - asOf > limit ? Hold($"the {source} was last read at {asOf.UtcDateTime:yyyy-MM-dd HH:mm} UTC") : null;
    }

    private static Finding Hold(string evidence) => new("G34", Verdict.Hold, evidence, null);
}
