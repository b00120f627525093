using Dunning.Core.Cadence;
using Dunning.Core.Ledger;
using Shouldly;
using Xunit;
using static Dunning.Core.Tests.Cadence.Some;

namespace Dunning.Core.Tests.Cadence;

public sealed class ItemNotesTests
{
    [Fact]
    public void A_paused_item_of_a_held_account_names_every_rule_and_its_neighbour_only_the_accounts()
    {
        var facts = Facts with
        {
            Ledger = Owing(Item(1, Today.AddDays(-60), 100), Item(2, Today.AddDays(-50), 100)),
            Suppressions = [Pause(SuppressionKind.Promise, Today.AddDays(6), 2), Pause(SuppressionKind.Dispute, Today.AddDays(9), 2)],
            LastContactOn = Today.AddDays(-1),
        };
        var notes = Notes(facts);
        Told(notes[0]).ShouldBe([(HoldReason.MinimumInterval, Today.AddDays(4))]);
        Told(notes[1]).ShouldBe([(HoldReason.InDispute, Today.AddDays(10)), (HoldReason.UnderPromise, Today.AddDays(7)), (HoldReason.MinimumInterval, Today.AddDays(4))]);
    }

    [Fact]
    public void A_pause_that_leaves_nothing_to_chase_is_told_once_and_only_with_its_own_line()
    {
        var facts = Facts with
        {
            Ledger = Owing(Item(1, Today.AddDays(-60), 100), Item(2, Today.AddDays(9), 100)), Suppressions = [Pause(SuppressionKind.Dispute, null, 1)],
        };
        var notes = Notes(facts);
        notes[0].Rules.Count(note => note.Reason == HoldReason.InDispute).ShouldBe(1);
        notes[1].Rules.ShouldNotContain(note => note.Reason == HoldReason.InDispute);
    }

    [Fact]
    public void An_item_that_is_not_due_names_the_first_day_it_may_be_listed_and_the_first_step_on_it()
    {
        // Due on a Saturday: rolled to Monday the 9th, listed from the 10th, friendly three days after the rolled day.
        var notes = Notes(Facts with { Ledger = Owing(Item(1, new(2026, 3, 7), 100)) });
        Told(notes[0]).ShouldBe([(HoldReason.NotYetDue, new DateOnly(2026, 3, 10)), (HoldReason.StepNotDue, new DateOnly(2026, 3, 12))]);
    }

    [Fact]
    public void An_item_that_is_not_due_tells_what_holds_the_customer_anyway()
    {
        var notes = Notes(Facts with { Ledger = Owing(Item(1, Today.AddDays(5), 100)), Customer = Debtor with { Exclusion = Exclusion.Insolvency } });
        Told(notes[0]).Select(told => told.Reason).ShouldBe([HoldReason.NotYetDue, HoldReason.StepNotDue, HoldReason.Insolvency]);
    }

    [Fact]
    public void Overdue_on_a_weekend_but_not_chaseable_yet_is_said_to_be_so()
    {
        var sunday = new DateOnly(2026, 3, 8);
        var facts = Facts with { Ledger = Owing(Item(1, new(2026, 3, 7), 100)) };
        var note = ItemNotes.Of(facts, Planner.Plan(facts, Policy.Default, sunday), Policy.Default, sunday).Single();
        (note.Hold!.Reason, note.Hold.Lifts).ShouldBe((HoldReason.NotYetDue, new DateOnly(2026, 3, 10)));
    }

    [Fact]
    public void Whatever_the_account_every_item_is_either_mentioned_or_told_why_not()
    {
        for (var seed = 0; seed < 2_000; seed++)
        {
            var facts = PlannerProperties.AnyFacts(new Random(seed));
            var outcome = Plan(facts);
            var notes = ItemNotes.Of(facts, outcome, Policy.Default, Today);
            notes.Count.ShouldBe(facts.Ledger.Items.Count);
            notes.ShouldAllBe(note => note.Mentioned == (note.Rules.Count == 0));
            var listed = outcome is PlanOutcome.Contact contact ? contact.Items.Select(item => item.InstalmentId) : [];
            notes.Where(note => note.Mentioned).Select(note => note.Item.InstalmentId).ShouldBe(listed, ignoreOrder: true);
            notes.SelectMany(note => note.Rules).ShouldAllBe(rule => rule.Lifts == null || rule.Lifts > Today);
        }
    }

    private static IReadOnlyList<ItemNote> Notes(AccountFacts facts) => ItemNotes.Of(facts, Plan(facts), Policy.Default, Today);

    private static List<(HoldReason Reason, DateOnly? Lifts)> Told(ItemNote note) => [.. note.Rules.Select(rule => (rule.Reason, rule.Lifts))];
}
