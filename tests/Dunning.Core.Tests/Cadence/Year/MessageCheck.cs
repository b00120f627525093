using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Ledger;

namespace Dunning.Core.Tests.Cadence.Year;

/// <summary>Whether a message may go out at all, and whether it says what the ledger says.</summary>
internal sealed class MessageCheck(AccountPicture account, Policy policy, bool ledgerFresh, bool mailboxFresh, DateOnly today, Action<Invariant, string> broken)
{
    private readonly BusinessCalendar _calendar = policy.CalendarFor(account.Customer.Imported.Country);

    /// <summary>Nothing speaks against it, the interval has passed, and the stage is the next one or a lower one.</summary>
    public void Wanted(Purpose purpose, Stage stage, DateOnly on)
    {
        if (account.Customer.Exclusion != Exclusion.None) broken(Invariant.NothingHeldIsSent, $"the customer is excluded: {account.Customer.Exclusion}");
        if (account.WithPerson || account.Customer.Question) broken(Invariant.NothingHeldIsSent, "a person has to decide first");
        if (!account.Customer.LiveAddress) broken(Invariant.NothingHeldIsSent, "the address is dead");
        if (!mailboxFresh) broken(Invariant.NothingHeldIsSent, "the mailbox was not read");
        if (!ledgerFresh) broken(Invariant.NothingHeldIsSent, "the ledger is stale");
        if (account.Holds.Find(hold => hold.On(today) && hold.Invoices.Count == 0) is { } hold) broken(Invariant.NothingHeldIsSent, $"the account is paused: {hold.Kind}");
        if (account.Customer.LastContact is { } last && on.DayNumber - last.DayNumber < policy.MinimumIntervalDays)
            broken(Invariant.IntervalIsKept, $"{on} is too soon after {last}");
        var highest = purpose == Purpose.PromiseLapsed ? Math.Max(1, account.Level) : account.Level + 1;
        if ((int)stage > highest) broken(Invariant.NoStageIsSkipped, $"{stage} after level {account.Level}");
    }

    /// <summary>Exactly the items that may be chased, with their residuals, and sums that are theirs.</summary>
    public void Content(IReadOnlyList<OpenItem> items, Exposure exposure)
    {
        foreach (var item in items)
            if (account.Paused(item.InvoiceId, today)) broken(Invariant.NothingHeldIsSent, $"{item.Number} is paused");
            else if (!account.Lines.TryGetValue(item.InstalmentId, out var line)) broken(Invariant.OneCurrency, $"{item.Number} is of another account");
            else if (line.Left != item.Residual) broken(Invariant.TotalsAreTheLedgers, $"{item.Number}: {item.Residual} instead of {line.Left}");
            else if (line.Status != InvoiceStatus.Open) broken(Invariant.NothingHeldIsSent, $"{item.Number} is {line.Status}");
        var chaseable = account.Chaseable(today, _calendar).ToList();
        if (!items.Select(item => item.InstalmentId).Order().SequenceEqual(chaseable.Select(line => line.Instalment).Order()))
            broken(Invariant.TotalsAreTheLedgers, $"{items.Count} items are listed, {chaseable.Count} may be chased");
        if (exposure.Currency != account.Key.Currency) broken(Invariant.OneCurrency, $"{exposure.Currency} on a {account.Key.Currency} account");
        if (exposure.Chaseable != items.Sum(item => item.Residual) || exposure.Chaseable != chaseable.Sum(line => line.Left))
            broken(Invariant.TotalsAreTheLedgers, $"{exposure.Chaseable} is asked for, {chaseable.Sum(line => line.Left)} may be chased");
        if (exposure.Overdue != account.Overdue(today).Sum(line => line.Left)) broken(Invariant.TotalsAreTheLedgers, $"{exposure.Overdue} is not what is overdue");
        if (exposure.Credits != account.Credits.Values.Sum()) broken(Invariant.TotalsAreTheLedgers, $"{exposure.Credits} is not what is unapplied");
        if (exposure.Chaseable - exposure.Credits < policy.MinimumAmounts.GetValueOrDefault(account.Key.Currency)) broken(Invariant.NothingHeldIsSent, "less than the minimum is due");
    }

    /// <summary>The debtor's clock stands inside the window, on a day people work.</summary>
    public void Window(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(account.Customer.Imported.TimeZone)).DateTime;
        var day = DateOnly.FromDateTime(local);
        if (AccountPicture.Rolled(day, _calendar) != day) broken(Invariant.WindowIsKept, $"{local} is no business day");
        if (local.TimeOfDay < policy.Window.Opens.ToTimeSpan() || local.TimeOfDay >= policy.Window.Closes.ToTimeSpan()) broken(Invariant.WindowIsKept, $"{local} is outside the window");
    }
}
