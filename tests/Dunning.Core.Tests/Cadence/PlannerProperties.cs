using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Ledger;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;
using static Dunning.Core.Tests.Cadence.Some;

namespace Dunning.Core.Tests.Cadence;

public sealed class PlannerProperties
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();

    private static void Holds(Func<int, bool> rule) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(Seeds, rule));

    [Fact]
    public void More_holds_never_cause_more_contact() => Holds(seed =>
    {
        var chance = new Random(seed);
        var facts = AnyFacts(chance);
        var more = chance.Next(6) switch
        {
            0 => facts with { HasPendingTouch = true },
            1 => facts with { LastContactOn = Today.AddDays(-chance.Next(10)) },
            2 => facts with { OpenQuestion = true },
            _ => facts with { Suppressions = [.. facts.Suppressions, AnyPause(chance, facts.Ledger.Items.Count)] },
        };
        if (Plan(more) is not PlanOutcome.Contact after) return true;
        // Pausing the promised invoice turns a lapsed-promise message into the reminder that is due anyway.
        return Plan(facts) is PlanOutcome.Contact before && after.Items.Count <= before.Items.Count
            && (after.Stage <= before.Stage || (before.Purpose == Purpose.PromiseLapsed && after.Purpose == Purpose.Reminder));
    });

    [Fact]
    public void The_order_of_items_credits_and_pauses_changes_nothing() => Holds(seed =>
    {
        var chance = new Random(seed);
        var facts = AnyFacts(chance);
        var items = facts.Ledger.Items.ToArray();
        var pauses = facts.Suppressions.ToArray();
        chance.Shuffle(items);
        chance.Shuffle(pauses);
        var shuffled = facts with { Ledger = facts.Ledger with { Items = items, UnappliedCredits = [.. facts.Ledger.UnappliedCredits.Reverse()] }, Suppressions = pauses };
        return Text(Plan(facts)) == Text(Plan(shuffled));
    });

    [Fact]
    public void Rerunning_a_day_changes_nothing() => Holds(seed =>
    {
        var facts = AnyFacts(new Random(seed));
        return Text(Plan(facts)) == Text(Plan(facts)) && Plan(facts with { HasPendingTouch = true }) is PlanOutcome.NotNow;
    });

    [Fact]
    public void What_is_asked_for_is_the_sum_of_what_is_listed_in_the_one_currency_of_the_account() => Holds(seed =>
    {
        var facts = AnyFacts(new Random(seed));
        var outcome = Plan(facts);
        return outcome.Exposure.Currency == facts.Ledger.Key.Currency
            && (outcome is not PlanOutcome.Contact contact || contact.Items.Sum(item => item.Residual) == contact.Exposure.Chaseable);
    });

    [Fact]
    public void Nearly_as_many_random_accounts_are_contacted_as_held()
    {
        var contacted = Enumerable.Range(0, 2_000).Count(seed => Plan(AnyFacts(new Random(seed))) is PlanOutcome.Contact);
        contacted.ShouldBeInRange(200, 1_800);
    }

    internal static AccountFacts AnyFacts(Random chance)
    {
        var items = Enumerable.Range(1, chance.Next(1, 7)).Select(id => Item(id, Today.AddDays(10 - chance.Next(80)), 10 + chance.Next(300)));
        var level = chance.Next(5);
        return Facts with
        {
            Ledger = Owing([.. items]) with { UnappliedCredits = [.. Enumerable.Range(0, chance.Next(8) / 6).Select(_ => (decimal)chance.Next(1, 200))] },
            Case = Standing(level, level == 0 ? null : Today.AddDays(-chance.Next(40))) with { LastContactOn = null, LadderRun = chance.Next(3) },
            Suppressions = [.. Enumerable.Range(0, chance.Next(8) / 6).Select(_ => AnyPause(chance, 7))],
            Lapsed = chance.Next(5) == 0 ? [new LapsedPromise(5, Today.AddDays(-1), [chance.Next(1, 7)])] : [],
            LastPartPaymentOn = chance.Next(5) == 0 ? Today.AddDays(-chance.Next(15)) : null,
        };
    }

    private static Suppression AnyPause(Random chance, int items) => Pause(
        (SuppressionKind)chance.Next(Enum.GetValues<SuppressionKind>().Length), Today.AddDays(chance.Next(10) - 3),
        chance.Next(5) == 0 ? [] : [.. Enumerable.Range(0, 2).Select(_ => (long)chance.Next(1, items + 1))]);

    private static string Text(PlanOutcome outcome) => outcome switch
    {
        PlanOutcome.Contact contact => $"{contact.Exposure} {contact.Purpose} {contact.Stage} {contact.Cause} {contact.PlannedFor} {string.Join(',', contact.Items.Select(item => item.InstalmentId))} {string.Join(';', contact.Reasons)}",
        PlanOutcome.NotNow held => $"{held.Exposure} {held.Primary} {string.Join(',', held.All.Select(note => $"{note.Reason} {note.Lifts} {note.Why}"))}",
        _ => throw new InvalidOperationException("no such outcome"),
    };
}
