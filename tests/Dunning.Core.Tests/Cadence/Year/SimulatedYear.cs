using Dunning.Core.Cadence;
using Dunning.Core.Ledger;

namespace Dunning.Core.Tests.Cadence.Year;

/// <summary>A seeded population living through days; every scenario is in it, most customers living two at once.</summary>
internal sealed class SimulatedYear
{
    /// <summary>A Thursday; the year holds both changes of the clock in Europe, America and Australia.</summary>
    private static readonly DateOnly Start = new(2026, 1, 1);

    private static readonly (string Country, string Zone, string Currency)[] Places =
        [("DE", "Europe/Berlin", "EUR"), ("US", "America/New_York", "USD"), ("GB", "Europe/London", "GBP"), ("JP", "Asia/Tokyo", "JPY"), ("AU", "Australia/Lord_Howe", "AUD")];

    private readonly List<(CustomerLife Customer, Behaviour[] Ways)> _population = [];
    private readonly Random _chance;
    private readonly World _world;

    public SimulatedYear(int seed, int customers, Ask? ask = null, Opening? opening = null)
    {
        _chance = new(seed);
        Witness = new(Policy);
        _world = new(Policy, ask ?? Planner.Plan, opening ?? Policy.Window.NextOpening, Witness) { Today = Start };
        for (var i = 0; i < customers; i++) Settle(i, Behaviour.All[i % Behaviour.All.Count]);
        for (var i = 0; i + 2 < _population.Count; i++)
            if (_population[i].Ways.Any(way => way.Scenario == "parent hold"))
                _population[i].Customer.Children.AddRange([_population[i + 1].Customer, _population[i + 2].Customer]);
    }

    public static Policy Policy { get; } = Policy.Default with
    {
        Calendars = new Dictionary<string, BusinessCalendar>
        {
            ["DE"] = new([new(2026, 1, 1), new(2026, 4, 3), new(2026, 4, 6), new(2026, 5, 1), new(2026, 5, 14), new(2026, 12, 25)]),
            ["US"] = new([new(2026, 1, 1), new(2026, 5, 25), new(2026, 7, 3), new(2026, 11, 26), new(2026, 12, 25)]),
        },
    };

    public Witness Witness { get; }
    public IReadOnlySet<string> Scenarios => _population.SelectMany(one => one.Ways).Select(way => way.Scenario).ToHashSet();

    /// <summary>Days on which the worker does not run: nine in March with the American change of the clock, and one in eleven.</summary>
    private static bool Runs(DateOnly day) => day.DayNumber % 11 != 0 && (day < new DateOnly(2026, 3, 4) || day > new DateOnly(2026, 3, 12));

    public SimulatedYear Live(int days)
    {
        for (var day = 0; day < days; day++) LiveDay(Start.AddDays(day));
        return this;
    }

    /// <summary>Lives on until an invariant is broken; false when none is in that time.</summary>
    public bool LiveUntilBroken(Invariant rule, int days)
    {
        for (var day = 0; day < days; day++)
        {
            LiveDay(Start.AddDays(day));
            if (Witness.Breaches.Exists(breach => breach.Rule == rule)) return true;
        }

        return false;
    }

    private void LiveDay(DateOnly today)
    {
        _world.Today = today;
        _world.LedgerFresh = today.DayNumber % 23 != 0;
        _world.Tell(new Entry.LedgerAge(_world.LedgerFresh));
        _world.MailboxFresh = today.DayNumber % 31 != 0;
        _world.Tell(new Entry.MailboxAge(_world.MailboxFresh));
        foreach (var (customer, ways) in _population)
        {
            foreach (var account in customer.Accounts) Routine(account);
            foreach (var way in ways) foreach (var account in customer.Accounts.ToList()) way.Daily?.Invoke(account);
        }

        if (!Runs(today)) return;
        // Now and then the day is planned twice, as after a doubled cron.
        for (var run = today.DayNumber % 5 == 0 ? 2 : 1; run > 0; run--)
            foreach (var account in Accounts()) { account.Morning(); account.Plan(); }
        foreach (var (customer, ways) in _population) foreach (var way in ways) foreach (var account in customer.Accounts) way.Midday?.Invoke(account);
        var morning = new DateTimeOffset(today.ToDateTime(new TimeOnly(6, 0)), TimeSpan.Zero);
        foreach (var account in Accounts()) account.Send(morning);
    }

    private IEnumerable<AccountLife> Accounts() => _population.SelectMany(one => one.Customer.Accounts);

    private void Settle(int index, Behaviour first)
    {
        Behaviour[] ways = _chance.Next(3) == 0 ? [first] : [first, Behaviour.All[_chance.Next(Behaviour.All.Count)]];
        var place = Places[_chance.Next(Places.Length)];
        var chance = new Random(_chance.Next());
        var id = _world.NextId();
        // Every fifth customer is one more entity's customer at the same address; the two are written to apart.
        var record = Some.Debtor with { Id = id, EntityId = index % 5 == 0 ? "gb01" : "de01", Number = $"K{id}", Country = place.Country, TimeZone = place.Zone };
        foreach (var way in ways) record = way.Imported?.Invoke(record, Start) ?? record;
        var customer = new CustomerLife(_world, chance, record);
        if (record.Exclusion != Exclusion.None) customer.Exclude(record.Exclusion);
        var account = customer.Account(ways.Select(way => way.Currency).FirstOrDefault(currency => currency is not null) ?? place.Currency);
        Behaviour.Begin(account, 1 + chance.Next(4));
        foreach (var way in ways) way.AtStart?.Invoke(customer);
        _population.Add((customer, ways));
    }

    // Trade goes on: new invoices, some payments, and credits are applied sooner or later.
    private static void Routine(AccountLife account)
    {
        var customer = account.Customer;
        if (customer.Happens(0.02) && account.Books.Lines.Count() < 9) account.Bill(14 + customer.Chance.Next(31), Behaviour.Amount(account));
        if (customer.Happens(0.008) && account.Oldest() is { } line) account.Pay(line, line.Left);
        if (customer.Happens(0.05)) account.ApplyCredits();
        if (customer.Happens(0.03)) account.Settle();
    }
}
