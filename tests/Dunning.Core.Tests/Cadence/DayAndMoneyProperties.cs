using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Ledger;
using Dunning.Core.Promises;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;
using static Dunning.Core.Tests.Cadence.Some;

namespace Dunning.Core.Tests.Cadence;

/// <summary>What must hold for any account when money comes, days pass, or what is known arrives in another order.</summary>
public sealed class DayAndMoneyProperties
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();

    private static void Holds(Func<int, bool> rule) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(Seeds, rule));

    [Fact]
    public void One_more_credit_never_raises_what_is_asked() => Holds(seed =>
    {
        var chance = new Random(seed);
        var facts = PlannerProperties.AnyFacts(chance);
        var richer = facts with { Ledger = facts.Ledger with { UnappliedCredits = [.. facts.Ledger.UnappliedCredits, chance.Next(1, 40_000) / 100m] } };
        if (Plan(richer) is not PlanOutcome.Contact after) return true;
        var asked = Plan(facts);
        // Only where credits matched an item before may another beside them end the match, by making it one of two.
        return after.Exposure.AmountDue < asked.Exposure.AmountDue
            && (asked is PlanOutcome.Contact before ? after.Stage <= before.Stage : facts.Ledger.UnappliedCredits.Count > 0);
    });

    [Fact]
    public void A_payment_in_part_never_raises_what_is_asked_nor_the_stage() => Holds(seed =>
    {
        var chance = new Random(seed);
        var facts = PlannerProperties.AnyFacts(chance) with { LastPartPaymentOn = null };
        var paid = chance.Next(facts.Ledger.Items.Count);
        var after = facts with
        {
            LastPartPaymentOn = Today,
            Ledger = facts.Ledger with { Items = [.. facts.Ledger.Items.Select((item, i) => i == paid ? item with { Residual = item.Residual / 2 } : item)] },
        };
        return Plan(after) is not PlanOutcome.Contact less || less.Exposure.AmountDue <= Plan(facts).Exposure.AmountDue;
    });

    [Fact]
    public void As_days_pass_a_contact_that_is_due_is_planned_or_has_a_reason_and_does_not_become_early_again() => Holds(seed =>
    {
        var chance = new Random(seed);
        var any = PlannerProperties.AnyFacts(chance);
        // Nothing else changes: no other item becomes overdue, no pause begins or ends.
        var facts = any with
        {
            Ledger = any.Ledger with { Items = [.. any.Ledger.Items.Where(item => item.Due < Today.AddDays(-3))] },
            Suppressions = [.. any.Suppressions.Where(pause => pause.HoldsOn(Today)).Select(pause => pause with { ExpiresOn = null })],
        };
        if (Plan(facts) is not PlanOutcome.Contact due) return true;
        return Planner.Plan(facts, Policy.Default, Today.AddDays(1 + chance.Next(60))) switch
        {
            PlanOutcome.Contact later => later.Stage >= due.Stage && later.Exposure.AmountDue == due.Exposure.AmountDue,
            // After the tone fell, the rest may grow into the level that was reached, and the ladder goes on from there.
            PlanOutcome.NotNow held => (int)due.Stage <= facts.Level && held.All.All(note => note.Reason is HoldReason.StepNotDue or HoldReason.FinalStageReached),
            _ => false,
        };
    });

    [Fact]
    public void The_order_in_which_payments_are_known_decides_nothing() => Holds(seed =>
    {
        var chance = new Random(seed);
        var promise = new PromiseToPay(5, [1, 2], chance.Next(50, 300), "EUR", Today.AddDays(-6), Today.AddDays(-5), "sepa", 0.9, Today.AddDays(-9), 300, Core.Conversation.PromiseOutcome.Open);
        var paid = Enumerable.Range(0, chance.Next(1, 6)).Select(_ => new PaidAllocation(chance.Next(1, 4), chance.Next(1, 200), Today.AddDays(-chance.Next(15)))).ToArray();
        var view = TwoInvoices with { Promises = [promise], Suppressions = [Pause(SuppressionKind.Promise, Today.AddDays(2), 1, 2)] };
        Decision Decided() => CaseDecision.Decide(view, new CaseEvent.DayPassed([.. paid]), Policy.Default, Today);
        var before = Decided();
        chance.Shuffle(paid);
        var after = Decided();
        return before.Why == after.Why && before.Commands.Count == after.Commands.Count && before.Next.Promises.Count == after.Next.Promises.Count;
    });

    [Fact]
    public void The_order_in_which_accounts_are_planned_decides_nothing() => Holds(seed =>
    {
        var accounts = Enumerable.Range(0, 5).Select(i => PlannerProperties.AnyFacts(new Random(seed ^ (i * 7919)))).ToArray();
        var forwards = accounts.Select(facts => Year.Said.Text(Plan(facts))).ToList();
        var backwards = accounts.Reverse().Select(facts => Year.Said.Text(Plan(facts))).Reverse();
        return forwards.SequenceEqual(backwards);
    });

    [Fact]
    public void Amounts_of_two_currencies_are_never_added_and_of_one_always() => Holds(seed =>
    {
        var chance = new Random(seed);
        string[] currencies = ["EUR", "USD", "JPY", "KWD", "XPF"];
        var left = new Money(chance.Next(100_000) / 100m, currencies[chance.Next(5)]);
        var right = new Money(chance.Next(100_000) / 100m, currencies[chance.Next(5)]);
        if (left.Currency == right.Currency) return (left + right - right) == left;
        Should.Throw<InvalidOperationException>(() => left + right);
        Should.Throw<InvalidOperationException>(() => left - right);
        return true;
    });

    [Fact]
    public void The_currency_of_an_account_only_decides_its_minimum() => Holds(seed =>
    {
        var facts = PlannerProperties.AnyFacts(new Random(seed));
        var policy = Policy.Default with { MinimumAmounts = new Dictionary<string, decimal> { ["EUR"] = 25, ["JPY"] = 25 } };
        var yen = facts with { Ledger = facts.Ledger with { Key = facts.Ledger.Key with { Currency = "JPY" }, UnappliedCredits = [] } };
        var euros = facts with { Ledger = facts.Ledger with { UnappliedCredits = [] } };
        return Year.Said.Text(Planner.Plan(yen, policy, Today)) == Year.Said.Text(Planner.Plan(euros, policy, Today)).Replace("EUR", "JPY", StringComparison.Ordinal);
    });
}
