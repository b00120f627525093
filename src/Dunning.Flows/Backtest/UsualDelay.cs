namespace Dunning.Flows.Backtest;

/// <summary>How late a customer usually pays, judged on a day from what had been paid before it and nothing else.</summary>
internal static class UsualDelay
{
    /// <summary>With fewer payments nothing is usual.</summary>
    public const int LeastPaid = 3;

    /// <summary>Days beyond the usual that still count as usual.</summary>
    public const int ToleranceDays = 3;

    /// <summary>Median days late of everything paid before the day, over all accounts of the customer; null when too little was.</summary>
    public static int? Before(CustomerHistory history, DateOnly day)
    {
        List<int> late = [];
        foreach (var account in history.Accounts)
            foreach (var instalment in account.Instalments)
                if (instalment.ClearedOn is { } paid && paid < day) late.Add(paid.DayNumber - instalment.Row.Due.DayNumber);
        if (late.Count < LeastPaid) return null;
        late.Sort();
        return late[(late.Count - 1) / 2];
    }

    /// <summary>True when the instalment was paid no later than usual.</summary>
    public static bool Kept(InstalmentHistory instalment, int usual) =>
        instalment.ClearedOn is { } paid && paid <= instalment.Row.Due.AddDays(Math.Max(0, usual) + ToleranceDays);
}
