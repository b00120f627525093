using Dunning.Core.Cadence;
using Dunning.Core.Ledger;

namespace Dunning.Core.Tests.Cadence.Year;

/// <summary>How the simulation asks the planner; a test may put a faulty one in its place.</summary>
internal delegate PlanOutcome Ask(AccountFacts facts, Policy policy, DateOnly today);

/// <summary>When a message planned for a day may leave, seen from an instant; a test may put a faulty one in its place.</summary>
internal delegate DateTimeOffset Opening(DateTimeOffset instant, DateOnly plannedFor, TimeZoneInfo debtorZone, BusinessCalendar calendar);

/// <summary>The world all customers of a simulation share.</summary>
internal sealed class World(Policy policy, Ask ask, Opening opening, Witness witness)
{
    private long _lastId;

    public Policy Policy => policy;
    public Ask Ask => ask;
    public Opening Opening => opening;
    public DateOnly Today { get; set; }
    public bool LedgerFresh { get; set; } = true;
    public bool MailboxFresh { get; set; } = true;
    public HashSet<string> Happened { get; } = [];
    public long NextId() => ++_lastId;
    public void Tell(Entry entry) => witness.Note(entry, Today);
    public Witness Witness => witness;
}

/// <summary>One customer: what its accounts share, which is the address, the exclusion, the last contact and the holds of a parent.</summary>
internal sealed class CustomerLife
{
    private readonly List<Suppression> _holds = [];
    private DateOnly? _lastContact;

    public CustomerLife(World world, Random chance, Customer customer)
    {
        World = world;
        Chance = chance;
        Customer = customer;
        world.Witness.Meet(customer);
    }

    public World World { get; }
    public Random Chance { get; }
    public Customer Customer { get; private set; }
    public List<AccountLife> Accounts { get; } = [];
    public List<CustomerLife> Children { get; } = [];
    public bool LiveAddress { get; private set; } = true;
    public bool OpenQuestion { get; private set; }
    public DateOnly? LastContact => _lastContact;
    public IReadOnlyList<Suppression> Holds => _holds;

    public bool Happens(double share) => Chance.NextDouble() < share;

    public AccountLife Account(string currency)
    {
        if (Accounts.Find(account => account.Key.Currency == currency) is { } known) return known;
        var fresh = new AccountLife(this, currency);
        Accounts.Add(fresh);
        return fresh;
    }

    public void Exclude(Exclusion exclusion)
    {
        Customer = Customer with { Exclusion = exclusion };
        World.Tell(new Entry.Excluded(Customer.Id, exclusion));
    }

    /// <summary>Legal and insolvency holds reach the children; everything else stays here.</summary>
    public void Hold(SuppressionKind kind, DateOnly? until)
    {
        Add(kind, until);
        if (kind is SuppressionKind.Legal or SuppressionKind.Insolvency)
            foreach (var child in Children) child.Add(kind, until);
    }

    public void ReleaseHolds()
    {
        foreach (var family in Children.Prepend(this))
        {
            foreach (var hold in family._holds) World.Tell(new Entry.Released(hold.Id));
            family._holds.Clear();
        }
    }

    public void StaffWrites()
    {
        Contacted(World.Today);
        World.Tell(new Entry.StaffWrote(Customer.Id));
    }

    public void Contacted(DateOnly? on) => _lastContact = on;

    public void SetAddress(bool live)
    {
        LiveAddress = live;
        World.Tell(new Entry.Address(Customer.Id, live));
    }

    public void Ask(bool open)
    {
        if (OpenQuestion == open) return;
        OpenQuestion = open;
        World.Tell(new Entry.Question(Customer.Id, open));
    }

    private void Add(SuppressionKind kind, DateOnly? until)
    {
        var hold = new Suppression(World.NextId(), kind, [], World.Today, until, $"{kind} set by a person");
        _holds.Add(hold);
        World.Tell(new Entry.Held(Customer.Id, null, hold.Id, kind, [], until));
    }
}
