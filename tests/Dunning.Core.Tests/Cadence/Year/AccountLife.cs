using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Ledger;

namespace Dunning.Core.Tests.Cadence.Year;

/// <summary>One account day by day: it carries out the commands of the core the way the store and the sender would.</summary>
internal sealed class AccountLife(CustomerLife customer, string currency)
{
    private readonly CommandLog _log = new(customer);
    private bool _hadCase;
    private double _bounce, _hardBounce;

    public AccountKey Key { get; } = new(customer.Customer.EntityId, customer.Customer.Id, currency);
    public CustomerLife Customer => customer;
    public Books Books { get; } = new();
    public CaseView? View { get; private set; }
    public World World => customer.World;

    /// <summary>What arrived and waits for the next run: mails, and what people decided in the console.</summary>
    public Queue<CaseEvent> Inbox { get; } = [];

    /// <summary>The share of messages that come back, softly and for good.</summary>
    public void BouncesAt(double soft, double hard) => (_bounce, _hardBounce) = (soft, hard);

    public AccountFacts Facts() => new(Books.Snapshot(Key), customer.Customer, "Europe/Berlin", customer.LiveAddress, View?.Case,
        [.. View?.Suppressions ?? [], .. customer.Holds], customer.LastContact, _log.Pending.Count > 0, customer.OpenQuestion, World.LedgerFresh)
    {
        Lapsed = _log.Unspoken(View?.Case.Id ?? 0), LastPartPaymentOn = Books.LastPartPayment, HadEarlierCase = _hadCase, MailboxFresh = World.MailboxFresh,
    };

    /// <summary>What a morning run does before planning.</summary>
    public void Morning()
    {
        var facts = Facts();
        if (View is null && CaseOpening.IsDue(facts.Ledger, World.Today))
        {
            var opened = CaseOpening.Open(facts, World.Today) with { Id = World.NextId() };
            View = new(opened, customer.Customer.Country, facts.Ledger.Items, [], [], [], [], 0, false);
            World.Tell(new Entry.CaseOpened(Key, opened.Level, opened.LevelOn));
        }

        Happen(new CaseEvent.DayPassed(Books.Paid));
        while (Inbox.TryDequeue(out var happened)) Happen(happened);
    }

    /// <summary>A person refuses a planned reminder.</summary>
    public void Reject()
    {
        if (_log.Pending.Values.FirstOrDefault(touch => touch.Stage is not null) is not { } touch) return;
        Drop(touch);
        Happen(new CaseEvent.PersonRejectedTouch("Test Person", touch, "not now"));
    }

    /// <summary>Asks the planner, has the answer judged, and keeps the touch.</summary>
    public void Plan()
    {
        if (View is null) return;
        var facts = Facts();
        var outcome = World.Ask(facts, World.Policy, World.Today);
        World.Witness.Judge(Key, facts, outcome, World.Ask, World.Today);
        if (outcome is not PlanOutcome.Contact contact) return;
        var touch = Touch.Make(View.Case.Id, contact.Cause, contact.Purpose, contact.Stage, contact.PlannedFor, null);
        if (!_log.Keep(touch)) return;
        World.Tell(new Entry.Planned(Key, touch));
        World.Witness.JudgeAgain(Key, World.Ask(Facts(), World.Policy, World.Today), World.Today);
    }

    /// <summary>Sends what may go out until the next morning, each message on facts read afresh.</summary>
    public void Send(DateTimeOffset morning)
    {
        foreach (var touch in _log.Pending.Values.ToList())
        {
            if (View is null || !customer.LiveAddress || customer.Happens(0.1)) continue;
            var zone = TimeZoneInfo.FindSystemTimeZoneById(customer.Customer.TimeZone);
            var at = World.Opening(morning, touch.PlannedFor, zone, World.Policy.CalendarFor(customer.Customer.Country));
            if (at >= morning.AddDays(1)) continue;
            if (touch.Stage is null) { Deliver(touch, at, [], null); continue; }

            // The third decision: the plan is asked again without this touch, and a message that is not wanted any more is dropped.
            _log.Pending.Remove(touch.Id);
            var again = World.Ask(Facts(), World.Policy, World.Today);
            if (again is PlanOutcome.Contact contact && Touch.IdOf(View.Case.Id, contact.Cause, contact.Purpose) == touch.Id)
                Deliver(touch with { Stage = contact.Stage }, at, contact.Items, contact.Exposure);
            else Drop(touch);
        }
    }

    public void Happen(CaseEvent happened)
    {
        if (View is null) return;
        View = View with { Items = Books.Snapshot(Key).Items };
        View = _log.CarryOut(Key, View, CaseDecision.Decide(View, happened, World.Policy, World.Today));
        if (View.Case.Status != CaseStatus.Closed) return;
        _log.Close(Key, View);
        World.Tell(new Entry.CaseClosed(Key));
        View = null;
        _hadCase = true;
    }

    private void Deliver(Touch touch, DateTimeOffset at, IReadOnlyList<OpenItem> items, Exposure? exposure)
    {
        var before = new StandingBefore(View!.Case.Level, View.Case.LevelOn, View.Case.LastContactOn);
        var contact = customer.LastContact;
        var on = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")).DateTime);
        _log.Delivered(touch);
        World.Tell(new Entry.Sent(Key, touch, at, items, exposure));
        Happen(new CaseEvent.TouchSent(touch, on));
        customer.Contacted(on);
        var hard = customer.Happens(_hardBounce);
        if (View is null || !(hard || customer.Happens(_bounce))) return;
        World.Tell(new Entry.CameBack(Key, touch.Id));
        customer.Contacted(contact);
        Happen(new CaseEvent.TouchBounced(touch, hard, customer.Customer.Id, before));
    }

    private void Drop(Touch touch)
    {
        _log.Pending.Remove(touch.Id);
        World.Tell(new Entry.Dropped(Key, touch.Id));
    }
}
