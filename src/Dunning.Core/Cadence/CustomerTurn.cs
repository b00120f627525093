namespace Dunning.Core.Cadence;

/// <summary>What an account of a customer has to do with the customer's next message.</summary>
public enum TurnClaim
{
    /// <summary>Nothing: it is held, or its message waits for a person and goes nowhere today.</summary>
    None,

    /// <summary>It would write now.</summary>
    Asks,

    /// <summary>A message of it is on its way already, or was decided on today.</summary>
    Holds,
}

/// <summary>One account of a customer, as planned by itself.</summary>
/// <param name="WaitsSince">The day for which its message on the way was planned; null when none is.</param>
public sealed record AccountTurn(string Currency, PlanOutcome Outcome, TurnClaim Claim, DateOnly? WaitsSince = null);

/// <summary>
/// A customer with accounts in several currencies gets one message per minimum interval, not one per account. The
/// account whose message is on its way keeps the turn; else the most severe goes first, of these the oldest, then the
/// currency in alphabetical order. Neither the order of the accounts nor a second run on the day changes the choice.
/// </summary>
public static class CustomerTurn
{
    /// <summary>The outcomes of the accounts of one customer, in their order; all that ask but one are held.</summary>
    /// <param name="accounts">All accounts of one customer of one creditor entity.</param>
    /// <param name="calendar">The customer's calendar.</param>
    public static IReadOnlyList<PlanOutcome> Share(IReadOnlyList<AccountTurn> accounts, Policy policy, BusinessCalendar calendar, DateOnly today)
    {
        if (accounts.Count == 1) return [accounts[0].Outcome];
        var first = accounts.Where(account => account.Claim != TurnClaim.None)
            .OrderByDescending(account => account.Claim).ThenByDescending(Severity)
            .ThenByDescending(account => account.Outcome.Exposure.OldestDays).ThenBy(account => account.Currency, StringComparer.Ordinal).FirstOrDefault();
        if (first is null) return [.. accounts.Select(account => account.Outcome)];

        // A message that goes out on its day frees the customer on a known day; one that waits for a person does so when it goes.
        var next = calendar.RollForward(today);
        var note = first.WaitsSince < next
            ? new HoldNote(HoldReason.MinimumInterval, null, $"a message to the customer's {first.Currency} account waits since {first.WaitsSince:yyyy-MM-dd}; {policy.MinimumIntervalDays} days must follow it")
            : new HoldNote(HoldReason.MinimumInterval, next.AddDays(policy.MinimumIntervalDays),
                $"the customer's {first.Currency} account is written to first, on {next:yyyy-MM-dd}; {policy.MinimumIntervalDays} days lie between two messages");
        return [.. accounts.Select(account => account.Claim == TurnClaim.Asks && !ReferenceEquals(account, first)
            ? new PlanOutcome.NotNow(account.Outcome.Exposure, note.Reason, [note])
            : account.Outcome)];
    }

    private static int Severity(AccountTurn account) => account.Outcome is PlanOutcome.Contact contact ? (int)contact.Stage : 0;
}
