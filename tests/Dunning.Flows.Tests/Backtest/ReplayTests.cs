using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Ledger;
using Dunning.Flows.Backtest;
using Dunning.Postgres.Ledger;

namespace Dunning.Flows.Tests.Backtest;

public sealed class ReplayTests
{
    private static readonly DateOnly From = new(2026, 1, 1), To = new(2026, 8, 31);
    private static readonly DateOnly[] EasterAndMay = [new(2026, 4, 3), new(2026, 4, 6), new(2026, 5, 1)];

    [Fact]
    public void Skipping_days_on_which_nothing_can_change_gives_what_planning_every_day_gives()
    {
        var (contacts, skipped) = (0, 0);
        for (var seed = 0; seed < 400; seed++)
        {
            var history = AnyHistory(new Random(seed));
            var policy = seed % 2 == 0 ? Policy.Default : Policy.Default with { DefaultCalendar = new(EasterAndMay), MinimumIntervalDays = 3 + (seed % 9) };
            var everyDay = new CustomerReplay(history, policy, From);
            var expected = Text(everyDay.Run(From, To, everyDay: true));
            var skipping = new CustomerReplay(history, policy, From);
            var found = skipping.Run(From, To, everyDay: false);
            Text(found).ShouldBe(expected, $"seed {seed}");
            ContactCaps.Broken(history, found).ShouldBeEmpty($"seed {seed}");
            contacts += found.Count;
            skipped += everyDay.Steps - skipping.Steps;
        }

        contacts.ShouldBeGreaterThan(1_000);
        skipped.ShouldBeGreaterThan(10_000);
    }

    [Fact]
    public void Each_cap_is_noticed_when_a_contact_breaks_it()
    {
        var history = new CustomerHistory(Debtor, "Europe/Berlin", [Account("EUR", Row(1, new(2026, 3, 2), 100, [(new(2026, 4, 1), 100)]))]);
        string[] Broken(params ReplayedContact[] contacts) => [.. ContactCaps.Broken(history, contacts)];
        ReplayedContact On(int month, int day, Stage stage) => new(new(2026, month, day), 0, stage, Policy.Default, [0]);

        Broken(On(3, 5, Stage.Friendly), On(3, 12, Stage.Reminder)).ShouldBeEmpty();
        Broken(On(3, 5, Stage.Friendly), On(3, 9, Stage.Reminder)).ShouldBe([ContactCaps.Interval]);
        Broken(On(3, 5, Stage.Friendly), On(3, 5, Stage.Friendly)).ShouldBe([ContactCaps.PerDay]);
        Broken(On(3, 7, Stage.Friendly)).ShouldBe([ContactCaps.BusinessDay]);
        Broken(On(3, 5, Stage.Reminder)).ShouldBe([ContactCaps.LevelSkip]);
        Broken(On(3, 2, Stage.Friendly)).ShouldBe([ContactCaps.NotOwed]);
        Broken(On(4, 1, Stage.Friendly)).ShouldBe([ContactCaps.NotOwed]);
        Broken(On(3, 5, Stage.Friendly) with { Items = [] }).ShouldBe([ContactCaps.Empty]);
    }

    [Fact]
    public void The_usual_delay_knows_nothing_of_the_day_or_later()
    {
        var rows = Enumerable.Range(1, 4).Select(at => Row(at, new(2026, 1, 5), 100, [(new DateOnly(2026, 1, 5).AddDays(at * 10), 100)])).ToArray();
        var history = new CustomerHistory(Debtor, "Europe/Berlin", [Account("EUR", rows)]);
        UsualDelay.Before(history, new(2026, 2, 4)).ShouldBeNull();
        UsualDelay.Before(history, new(2026, 2, 5)).ShouldBe(20);
        UsualDelay.Before(history, new(2026, 3, 1)).ShouldBe(20);
    }

    private static readonly Customer Debtor = new(7, "de01", "K7", "Muster Beispiel GmbH", "de", "DE", "Europe/Berlin", DebtorKind.Company, "default", null, Exclusion.None, 0, null);

    private static CustomerHistory AnyHistory(Random chance)
    {
        string[] currencies = chance.Next(2) == 0 ? ["EUR"] : ["EUR", "USD"];
        return new(Debtor, "Europe/Berlin", [.. currencies.Select(currency => Account(currency, [.. Enumerable.Range(1, chance.Next(1, 10)).Select(id => AnyRow(chance, id))], chance))]);
    }

    private static InstalmentRow AnyRow(Random chance, int id)
    {
        var due = From.AddDays(chance.Next(260) - 60);
        decimal amount = 10 + chance.Next(300);
        return chance.Next(5) switch
        {
            0 => Row(id, due, amount, []),
            1 => Row(id, due, amount, [(due.AddDays(chance.Next(60) - 5), Math.Round(amount / 2)), (due.AddDays(60 + chance.Next(60)), amount - Math.Round(amount / 2))]),
            2 => Row(id, due, amount, [(due.AddDays(chance.Next(20)), amount), (due.AddDays(25), -amount)]),
            _ => Row(id, due, amount, [(due.AddDays(chance.Next(120) - 10), amount)]),
        };
    }

    private static InstalmentRow Row(int id, DateOnly due, decimal amount, (DateOnly On, decimal Amount)[] booked) => new(
        new(7, "EUR"), id, id * 10, $"R-{id}", id % 4 == 0 ? null : due.AddDays(-20), due, amount, InvoiceStatus.Open, [.. booked.Select(entry => entry.On)], [.. booked.Select(entry => entry.Amount)]);

    private static AccountHistory Account(string currency, params InstalmentRow[] rows) => Account(currency, rows, null);

    private static AccountHistory Account(string currency, InstalmentRow[] rows, Random? chance)
    {
        CreditHistoryRow[] credits = chance is null || chance.Next(3) > 0 ? [] : [new(new(7, currency), From.AddDays(chance.Next(150)), 5 + chance.Next(200), [From.AddDays(150 + chance.Next(60))], [5m])];
        return new(new("de01", 7, currency), [.. rows.Select(row => new InstalmentHistory(row))], credits);
    }

    private static List<string> Text(IEnumerable<ReplayedContact> contacts) => [.. contacts.Select(contact => $"{contact.Day:yyyy-MM-dd} {contact.Account} {contact.Stage} {string.Join(',', contact.Items)}")];
}
