using Dunning.Core.Cadence;
using Dunning.Core.Ledger;
using Shouldly;
using Xunit;
using static Dunning.Core.Tests.Cadence.Some;

namespace Dunning.Core.Tests.Cadence;

/// <summary>What must hold of holds of every scope, over random accounts.</summary>
public sealed class HoldProperties
{
    private const int Accounts = 4_000;

    [Fact]
    public void Any_superset_of_holds_asks_for_no_more_on_any_line()
    {
        for (var seed = 0; seed < Accounts; seed++)
        {
            var chance = new Random(seed);
            var facts = AnyFacts(chance);
            var all = Enumerable.Range(0, chance.Next(1, 6)).Select(_ => AnyHold(chance, facts.Ledger.Items)).ToArray();
            var some = all.Where(_ => chance.Next(2) == 0).ToArray();
            if (Plan(facts with { Suppressions = all }) is not PlanOutcome.Contact after) continue;
            var before = Plan(facts with { Suppressions = some }).ShouldBeOfType<PlanOutcome.Contact>($"seed {seed}");
            foreach (var line in after.Items)
                line.Residual.ShouldBeLessThanOrEqualTo(before.Items.Single(item => item.InstalmentId == line.InstalmentId).Residual, $"seed {seed}");
            ((int)after.Stage).ShouldBeLessThanOrEqualTo((int)before.Stage, $"seed {seed}");
        }
    }

    [Fact]
    public void The_order_of_holds_and_lines_changes_nothing()
    {
        for (var seed = 0; seed < Accounts; seed++)
        {
            var chance = new Random(seed);
            var facts = AnyFacts(chance);
            var holds = Enumerable.Range(0, chance.Next(1, 6)).Select(_ => AnyHold(chance, facts.Ledger.Items)).ToArray();
            var items = facts.Ledger.Items.ToArray();
            var before = Text(Plan(facts with { Suppressions = [.. holds] }));
            chance.Shuffle(holds);
            chance.Shuffle(items);
            Text(Plan(facts with { Suppressions = holds, Ledger = facts.Ledger with { Items = items } })).ShouldBe(before, $"seed {seed}");
        }
    }

    [Fact]
    public void What_is_listed_is_what_is_asked_for_and_nothing_held_is_in_it()
    {
        var contacted = 0;
        for (var seed = 0; seed < Accounts; seed++)
        {
            var chance = new Random(seed);
            var facts = AnyFacts(chance);
            facts = facts with { Suppressions = [.. Enumerable.Range(0, chance.Next(4)).Select(_ => AnyHold(chance, facts.Ledger.Items))] };
            var outcome = Plan(facts);
            outcome.Exposure.Overdue.ShouldBe(facts.Ledger.Items.Where(item => item.IsOverdue(Today)).Sum(item => item.Residual));
            outcome.Exposure.Disputed.ShouldBeLessThanOrEqualTo(outcome.Exposure.Overdue);
            if (outcome is not PlanOutcome.Contact contact) continue;
            contacted++;
            contact.Items.Sum(item => item.Residual).ShouldBe(contact.Exposure.Chaseable, $"seed {seed}");
            var held = HeldLines.Of(facts.Suppressions, facts.Ledger.Items, Today);
            foreach (var line in contact.Items)
            {
                var whole = facts.Ledger.Items.Single(item => item.InstalmentId == line.InstalmentId);
                line.Residual.ShouldBe(whole.Residual - (held?.On(whole) ?? 0), $"seed {seed}");
            }
        }

        contacted.ShouldBeInRange(Accounts / 10, Accounts);
    }

    [Fact]
    public void Holds_on_one_line_together_never_take_more_than_is_open()
    {
        var item = Item(1, Today.AddDays(-20), 100);
        var second = item with { InstalmentId = 11, Due = Today.AddDays(-5), Residual = 40 };
        decimal[] On(params Suppression[] holds) => [HeldLines.Of(holds, [second, item], Today)!.On(item), HeldLines.Of(holds, [second, item], Today)!.On(second)];
        var part = Pause(SuppressionKind.Dispute, null, 1) with { Parts = [new(1, 70)] };
        On(part).ShouldBe([70, 0]);
        On(part, part).ShouldBe([100, 0]);
        On(part with { Parts = [new(1, 110)] }).ShouldBe([100, 10], "the oldest instalment first");
        On(part with { InstalmentIds = [11] }).ShouldBe([0, 40]);
        On(part, Pause(SuppressionKind.Promise, null, 1) with { InstalmentIds = [11] }).ShouldBe([70, 40]);
        On(part, Pause(SuppressionKind.Promise, null, 1)).ShouldBe([100, 40]);
    }

    [Fact]
    public void The_scope_follows_from_what_is_named_and_what_concerns_the_customer_is_never_narrower()
    {
        Pause(SuppressionKind.Manual, null).Scope.ShouldBe(HoldScope.Account);
        (Pause(SuppressionKind.Manual, null) with { Reach = HoldScope.Group }).Scope.ShouldBe(HoldScope.Group);
        Pause(SuppressionKind.Legal, null).Scope.ShouldBe(HoldScope.Group);
        Pause(SuppressionKind.OptOut, null).Scope.ShouldBe(HoldScope.Customer);
        Pause(SuppressionKind.Dispute, null, 1).Scope.ShouldBe(HoldScope.Invoices);
        (Pause(SuppressionKind.Dispute, null, 1) with { Parts = [new(1, 5)] }).Scope.ShouldBe(HoldScope.Lines);
    }

    [Fact]
    public void Every_kind_says_what_ends_it_and_only_people_end_what_only_people_may()
    {
        foreach (var kind in Enum.GetValues<SuppressionKind>())
        {
            var hold = Pause(kind, Today.AddDays(3));
            hold.Ends.ShouldNotBeNullOrWhiteSpace();
            Lifting.Objection(hold, "Test Person").ShouldBeNull();
            Lifting.Objection(hold, "").ShouldNotBeNull();
            (Lifting.Objection(hold, "agent") is not null).ShouldBe(hold.OnlyPersonLifts);
            hold.HoldsOn(Today.AddDays(9)).ShouldBe(hold.OnlyPersonLifts, "no date ends what only a person ends");
            Lifting.Objection(hold with { InheritedFrom = 3 }, "Test Person").ShouldNotBeNull();
        }
    }

    private static AccountFacts AnyFacts(Random chance)
    {
        var items = Enumerable.Range(1, chance.Next(1, 7)).Select(id =>
            Item(id, Today.AddDays(5 - chance.Next(80)), 10 + chance.Next(300)) with { InvoiceId = chance.Next(1, 5) }).ToArray();
        var level = chance.Next(4);
        return Facts with
        {
            Ledger = Owing(items) with { UnappliedCredits = chance.Next(5) == 0 ? [chance.Next(1, 90)] : [] },
            Case = Standing(level, level == 0 ? null : Today.AddDays(-10 - chance.Next(30))) with { LastContactOn = null },
        };
    }

    private static Suppression AnyHold(Random chance, IReadOnlyList<OpenItem> items)
    {
        var kinds = Enum.GetValues<SuppressionKind>();
        long[] invoices = [.. items.Select(item => item.InvoiceId).Distinct().Where(_ => chance.Next(3) == 0)];
        if (invoices.Length == 0 && chance.Next(6) != 0) invoices = [items[chance.Next(items.Count)].InvoiceId];
        var hold = Pause(kinds[chance.Next(kinds.Length)], Today.AddDays(chance.Next(12) - 3), invoices) with { Unacknowledged = chance.Next(6) == 0, Reach = (HoldScope)chance.Next(2, 5) };
        return invoices.Length == 0 ? hold : chance.Next(3) switch
        {
            0 => hold with { Parts = [.. invoices.Select(id => new HeldPart(id, chance.Next(1, 200)))] },
            1 => hold with { InstalmentIds = [.. items.Where(item => invoices.Contains(item.InvoiceId) && chance.Next(2) == 0).Select(item => item.InstalmentId)] },
            _ => hold,
        };
    }

    private static string Text(PlanOutcome outcome) => outcome switch
    {
        PlanOutcome.Contact contact => $"{contact.Exposure} {contact.Stage} {contact.Cause} {string.Join(',', contact.Items.Select(item => $"{item.InstalmentId}:{item.Residual}"))}",
        PlanOutcome.NotNow held => $"{held.Exposure} {held.Primary} {string.Join(',', held.All.Select(note => $"{note.Reason} {note.Lifts} {note.Why}"))}",
        _ => throw new InvalidOperationException("no such outcome"),
    };
}
