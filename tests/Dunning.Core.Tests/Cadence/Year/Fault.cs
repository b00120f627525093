using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Ledger;

namespace Dunning.Core.Tests.Cadence.Year;

/// <summary>A planner, or a sender, with one fault, and the invariant that must notice it.</summary>
internal sealed record Fault(string Name, Invariant Trips, Ask Ask)
{
    private static int _calls;

    public Opening? Opening { get; init; }

    public static IReadOnlyList<Fault> All { get; } =
    [
        new("forgets pauses", Invariant.NothingHeldIsSent, Given(facts => facts with { Suppressions = [] })),
        new("forgets the holds of a parent and of persons", Invariant.NothingHeldIsSent, Given(facts => facts with { Suppressions = [.. facts.Suppressions.Where(pause => !pause.WholeAccount)] })),
        new("forgets exclusions", Invariant.NothingHeldIsSent, Given(facts => facts with { Customer = facts.Customer with { Exclusion = Exclusion.None } })),
        new("writes while a person decides", Invariant.NothingHeldIsSent, Given(facts => facts with { OpenQuestion = false, Case = facts.Case! with { Status = CaseStatus.Active } })),
        new("trusts a mailbox nobody reads", Invariant.NothingHeldIsSent, Given(facts => facts with { MailboxFresh = true })),
        new("trusts a stale ledger", Invariant.NothingHeldIsSent, Given(facts => facts with { LedgerFresh = true })),
        new("writes to dead addresses", Invariant.NothingHeldIsSent, Given(facts => facts with { HasLiveContact = true })),
        new("chases what is no more open", Invariant.NothingHeldIsSent, Given(facts => facts with { Ledger = facts.Ledger with { Items = [.. facts.Ledger.Items.Select(item => item with { Status = InvoiceStatus.Open })] } })),
        new("lists a disputed line too", Invariant.NothingHeldIsSent, Saying((contact, facts, day) => contact with { Items = [.. facts.Ledger.Items.Where(item => item.IsOverdue(day))] })),
        new("forgets the last contact", Invariant.IntervalIsKept, Given(facts => facts with { LastContactOn = null, Case = facts.Case! with { LastContactOn = null }, Customer = facts.Customer with { ImportedLastContact = null } })),
        new("forgets what staff wrote", Invariant.IntervalIsKept, Given(facts => facts with { LastContactOn = null })),
        new("skips a stage", Invariant.NoStageIsSkipped, Saying((contact, _, _) => contact with { Stage = (Stage)Math.Min(4, (int)contact.Stage + 1) })),
        new("begins with the final notice", Invariant.NoStageIsSkipped, Saying((contact, _, _) => contact with { Stage = Stage.Final })),
        new("forgets what is pending", Invariant.NothingGoesTwice, Given(facts => facts with { HasPendingTouch = false })),
        new("plans again what is pending", Invariant.RerunsChangeNothing, Given(facts => facts with { HasPendingTouch = false })),
        new("answers by chance", Invariant.RerunsChangeNothing, Saying((contact, _, _) => contact with { Reasons = [$"call {++_calls}"] })),
        new("leaves an item out", Invariant.TotalsAreTheLedgers, Saying((contact, _, _) => contact with { Items = [.. contact.Items.Skip(contact.Items.Count > 1 ? 1 : 0)] })),
        new("adds up wrong", Invariant.TotalsAreTheLedgers, Saying((contact, _, _) => Asking(contact, contact.Exposure with { Chaseable = contact.Exposure.Chaseable + 0.01m }))),
        new("names the original amounts", Invariant.TotalsAreTheLedgers, Saying((contact, _, _) => contact with { Items = [.. contact.Items.Select(item => item with { Residual = item.Original })] })),
        new("hides the credits", Invariant.TotalsAreTheLedgers, Given(facts => facts with { Ledger = facts.Ledger with { UnappliedCredits = [] } })),
        new("names another currency", Invariant.OneCurrency, Saying((contact, _, _) => Asking(contact, contact.Exposure with { Currency = "CHF" }))),
        new("lists a line of another account", Invariant.OneCurrency, Saying((contact, _, _) => contact with { Items = [.. contact.Items, contact.Items[0] with { InstalmentId = -1 }] })),
        new("says nothing", Invariant.NoSilence, Instead(outcome => new PlanOutcome.NotNow(outcome.Exposure, HoldReason.StepNotDue, []))),
        new("repeats a step that was taken", Invariant.NoSilence, Saying((contact, _, _) => contact with { Cause = "ladder:0:1" })),
        new("plans and never sends", Invariant.NoSilence, Saying((contact, _, _) => contact with { PlannedFor = contact.PlannedFor.AddDays(400) })),
        new("puts every step off", Invariant.LiftDatesAreKept, NotYet),
        new("puts steps off without cause", Invariant.ReasonsAreTrue, NotYet),
        new("claims a dispute", Invariant.ReasonsAreTrue, Instead(outcome => Claiming(outcome, HoldReason.InDispute))),
        new("claims a credit", Invariant.ReasonsAreTrue, Instead(outcome => Claiming(outcome, HoldReason.CreditMatchesOpenItem))),
        new("claims that too little is due", Invariant.ReasonsAreTrue, Instead(outcome => Claiming(outcome, HoldReason.BelowMinimum))),
        new("names the day before", Invariant.LiftDatesAreKept, Earlier),
        new("sends at six in the morning", Invariant.WindowIsKept, Planner.Plan) { Opening = (instant, _, _, _) => instant },
        new("sends at the creditor's nine", Invariant.WindowIsKept, Planner.Plan)
        {
            Opening = (instant, day, _, calendar) => SimulatedYear.Policy.Window.NextOpening(instant, day, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), calendar),
        },
        new("forgets the debtor's holidays", Invariant.WindowIsKept, Planner.Plan)
        {
            Opening = (instant, _, zone, _) => SimulatedYear.Policy.Window.NextOpening(instant, DateOnly.MinValue, zone, BusinessCalendar.Weekdays),
        },
    ];

    private static Ask Given(Func<AccountFacts, AccountFacts> seen) => (facts, policy, today) => Planner.Plan(seen(facts), policy, today);

    private static Ask Saying(Func<PlanOutcome.Contact, AccountFacts, DateOnly, PlanOutcome> said) => (facts, policy, today) =>
        Planner.Plan(facts, policy, today) is PlanOutcome.Contact contact ? said(contact, facts, today) : Planner.Plan(facts, policy, today);

    private static Ask Instead(Func<PlanOutcome.Contact, PlanOutcome> said) => Saying((contact, _, _) => said(contact));

    private static PlanOutcome NotYet(AccountFacts facts, Policy policy, DateOnly today) =>
        Planner.Plan(facts, policy, today) is PlanOutcome.Contact contact
            ? new PlanOutcome.NotNow(contact.Exposure, HoldReason.StepNotDue, [new(HoldReason.StepNotDue, today.AddDays(1), "not yet")])
            : Planner.Plan(facts, policy, today);

    private static PlanOutcome Earlier(AccountFacts facts, Policy policy, DateOnly today) =>
        Planner.Plan(facts, policy, today) is PlanOutcome.NotNow held
            ? new PlanOutcome.NotNow(held.Exposure, held.Primary, [.. held.All.Select(note => note with { Lifts = note.Lifts?.AddDays(-1) })])
            : Planner.Plan(facts, policy, today);

    private static PlanOutcome.NotNow Claiming(PlanOutcome.Contact contact, HoldReason reason) =>
        new(contact.Exposure, reason, [new(reason, null, "claimed")]);

    private static PlanOutcome.Contact Asking(PlanOutcome.Contact contact, Exposure exposure) =>
        new(exposure, contact.Purpose, contact.Stage, contact.Items, contact.Driver, contact.PlannedFor, contact.Cause, contact.Reasons);
}
