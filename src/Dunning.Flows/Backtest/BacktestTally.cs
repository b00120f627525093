using Dunning.Core;
using Dunning.Core.Cadence;
using Dunning.Core.Cases;

namespace Dunning.Flows.Backtest;

/// <summary>Adds up a replay customer by customer; its size does not depend on the ledger.</summary>
internal sealed class BacktestTally(PolicySet policies, DateOnly from, DateOnly to)
{
    private readonly SortedDictionary<int, long> daysToFirst = [];
    private readonly SortedDictionary<string, long> held = new(StringComparer.Ordinal);
    private readonly long[] byStage = new long[Enum.GetValues<Stage>().Length];
    private readonly Dictionary<string, long> broken = ContactCaps.All.ToDictionary(cap => cap, _ => 0L);
    private long accounts, items, contacts, contacted, withinUsual, withoutUsual, paidBefore, notContacted, undated, steps;

    public void Add(CustomerHistory history, IReadOnlyList<ReplayedContact> made, CustomerReplay replay)
    {
        steps += replay.Steps;
        contacts += made.Count;
        contacted += made.Select(contact => contact.Account).Distinct().Count();
        foreach (var contact in made)
        {
            byStage[(int)contact.Stage - 1]++;
            Judge(history, contact);
        }

        foreach (var cap in ContactCaps.Broken(history, made)) broken[cap]++;
        for (var i = 0; i < history.Accounts.Count; i++)
        {
            AddAccount(history, i, made);
            if (replay.HeldBy[i] is { } reason && !made.Any(contact => contact.Account == i)) held[reason] = held.GetValueOrDefault(reason) + 1;
        }
    }

    public BacktestReport Report(TimeSpan elapsed) => new(
        policies.Label, policies.Version, from, to, accounts, items, contacts, Enum.GetValues<Stage>().ToDictionary(Wire.Name, stage => byStage[(int)stage - 1]),
        contacted, withinUsual, withoutUsual, new(Quantile(0.5), Quantile(0.9), daysToFirst.Values.Sum()), paidBefore, notContacted, held,
        broken.Values.Sum(), broken, Assumptions(), steps, Math.Round(elapsed.TotalSeconds, 3));

    private void Judge(CustomerHistory history, ReplayedContact contact)
    {
        if (UsualDelay.Before(history, contact.Day) is not { } usual) withoutUsual++;
        else if (contact.Items.All(item => UsualDelay.Kept(history.Accounts[contact.Account].Instalments[item], usual))) withinUsual++;
    }

    private void AddAccount(CustomerHistory history, int account, IReadOnlyList<ReplayedContact> made)
    {
        var instalments = history.Accounts[account].Instalments;
        if (!history.Accounts[account].OpenBetween(from, to)) return;
        accounts++;
        var first = new Dictionary<int, DateOnly>();
        foreach (var contact in made.Where(contact => contact.Account == account))
            foreach (var item in contact.Items) first.TryAdd(item, contact.Day);
        var calendar = CustomerReplay.PolicyOn(history, account, policies, from).CalendarFor(history.Customer.Country);
        for (var i = 0; i < instalments.Count; i++)
        {
            if (!AccountHistory.IsOpen(instalments[i], from, to)) continue;
            items++;
            if (instalments[i].Row.Issued is null) undated++;
            var chaseable = calendar.RollForward(instalments[i].Row.Due).AddDays(1);
            if (instalments[i].KnownFrom > chaseable) chaseable = instalments[i].KnownFrom;
            if (chaseable < from || chaseable > to || instalments[i].ClearedOn <= chaseable) continue;
            if (first.TryGetValue(i, out var day)) daysToFirst[day.DayNumber - chaseable.DayNumber] = daysToFirst.GetValueOrDefault(day.DayNumber - chaseable.DayNumber) + 1;
            else if (instalments[i].ClearedOn <= to) paidBefore++;
            else notContacted++;
        }
    }

    private int? Quantile(double share)
    {
        var rank = (long)Math.Ceiling(share * daysToFirst.Values.Sum());
        foreach (var (days, count) in daysToFirst)
            if ((rank -= count) <= 0) return days;
        return null;
    }

    private List<string> Assumptions()
    {
        List<string> said =
        [
            "every planned message is approved and delivered on its day; every customer can be reached; invoices have the status they have today",
            "replies, promises, disputes and pauses are not replayed; levels start at none unless imported with a contact before the period",
            $"usual delay: median days after the due date of the customer's instalments paid before the contact, at least {UsualDelay.LeastPaid} of them, never below 0, plus {UsualDelay.ToleranceDays} days",
        ];
        if (undated > 0) said.Add($"{undated} instalments have no issue date: they count as known {InstalmentHistory.AssumedTermDays} days before they are due");
        return said;
    }
}
