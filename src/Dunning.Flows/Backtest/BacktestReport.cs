namespace Dunning.Flows.Backtest;

/// <summary>Days between the day an item may be chased and the first message that lists it, over items that became chaseable in the period and were listed.</summary>
/// <param name="Median">Null when no item was listed.</param>
public sealed record FirstContactDays(int? Median, int? P90, long Items);

/// <summary>What a policy would have done over a stretch of history.</summary>
/// <param name="Accounts">Accounts with an open item in the period.</param>
/// <param name="Items">Instalments open in the period.</param>
/// <param name="ContactsPaidWithinUsualDelay">Contacts to payers who then paid every listed item no later than they usually do.</param>
/// <param name="ContactsWithoutUsualDelay">Contacts to customers with too few earlier payments to have a usual delay.</param>
/// <param name="ItemsPaidBeforeContact">Items that became chaseable in the period and were paid before any message listed them.</param>
/// <param name="ItemsNotContacted">Items that became chaseable in the period and were neither listed nor paid by its end.</param>
/// <param name="Held">Accounts that were overdue and never written to, by the reason that bound most on their last such day.</param>
/// <param name="CapViolations">Sum of <paramref name="Violations"/>; anything but 0 is a defect.</param>
/// <param name="DaysPlanned">Customer days that were planned; all others were skipped as nothing could change on them.</param>
public sealed record BacktestReport(
    string Policy, string PolicyVersion, DateOnly From, DateOnly To, long Accounts, long Items, long Contacts, IReadOnlyDictionary<string, long> ContactsByStage,
    long AccountsContacted, long ContactsPaidWithinUsualDelay, long ContactsWithoutUsualDelay, FirstContactDays DaysToFirstContact,
    long ItemsPaidBeforeContact, long ItemsNotContacted, IReadOnlyDictionary<string, long> Held, long CapViolations, IReadOnlyDictionary<string, long> Violations,
    IReadOnlyList<string> Assumptions, long DaysPlanned, double Seconds);
