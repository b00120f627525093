using Dunning.Core.Cadence;
using Dunning.Core.Ledger;
using Shouldly;
using Xunit;
using static Dunning.Core.Tests.Cadence.Some;

namespace Dunning.Core.Tests.Cadence;

public sealed class MinimumTests
{
    private static readonly FxRates Rates = FxRates.Of([new(Today.AddDays(-3), "EUR", "XPF", 120m), new(Today, "EUR", "JPY", 160m)]);

    private static readonly Policy Lines = Policy.Default with { MinimumLine = new(5, "EUR") };

    private static AccountFacts Owed(string currency, params decimal[] residuals) => Facts with
    {
        Ledger = Owing([.. residuals.Select((residual, index) => Item(index + 1, Today.AddDays(-20 - index), residual))]) with { Key = Key with { Currency = currency } },
        FxRates = Rates,
    };

    private static PlanOutcome With(Policy policy, AccountFacts facts) => Planner.Plan(facts, policy, Today);

    [Fact]
    public void The_minimum_is_converted_with_the_rate_of_the_day()
    {
        Held(Owed("XPF", 2_999)).Primary.ShouldBe(HoldReason.BelowMinimum);
        Contacted(Owed("XPF", 3_000));
    }

    [Fact]
    public void Without_a_recent_rate_it_is_held_not_compared()
    {
        Held(Owed("XPF", 1_000_000) with { FxRates = FxRates.None }).Primary.ShouldBe(HoldReason.NoMinimumForCurrency);
        var old = FxRates.Of([new(Today.AddDays(-11), "EUR", "XPF", 120m)]);
        Held(Owed("XPF", 1_000_000) with { FxRates = old }).Primary.ShouldBe(HoldReason.NoMinimumForCurrency);
    }

    [Fact]
    public void A_minimum_set_for_the_currency_wins_over_the_converted_one()
    {
        var policy = Policy.Default with { MinimumAmounts = new Dictionary<string, decimal> { ["XPF"] = 500 } };
        With(policy, Owed("XPF", 600)).ShouldBeOfType<PlanOutcome.Contact>();
        ((PlanOutcome.NotNow)With(policy, Owed("XPF", 400))).Primary.ShouldBe(HoldReason.BelowMinimum);
    }

    [Fact]
    public void The_built_in_amounts_give_way_to_another_minimum()
    {
        var policy = Policy.Default with { MinimumAmount = new(100, "EUR") };
        ((PlanOutcome.NotNow)With(policy, Owed("EUR", 99))).Primary.ShouldBe(HoldReason.BelowMinimum);
        ((PlanOutcome.NotNow)With(policy, Owed("JPY", 15_999))).Primary.ShouldBe(HoldReason.BelowMinimum);
        With(policy, Owed("JPY", 16_000)).ShouldBeOfType<PlanOutcome.Contact>();
        ((PlanOutcome.NotNow)With(policy, Owed("USD", 1_000))).Primary.ShouldBe(HoldReason.NoMinimumForCurrency);
    }

    [Fact]
    public void Lines_below_the_smallest_are_neither_listed_nor_asked_for_but_stay_in_exposure()
    {
        var contact = With(Lines, Owed("EUR", 100, 4.99m, 5)).ShouldBeOfType<PlanOutcome.Contact>();
        contact.Items.Select(item => item.Residual).ShouldBe([5, 100]);
        (contact.Exposure.Chaseable, contact.Exposure.Overdue, contact.Exposure.OverdueItems).ShouldBe((105m, 109.99m, 3));
        ItemNotes.Of(Owed("EUR", 100, 4.99m, 5), contact, Lines, Today).Select(note => note.Hold?.Reason).ShouldBe([null, HoldReason.BelowMinimum, null]);
    }

    [Fact]
    public void When_only_small_lines_are_left_the_account_is_held_below_the_minimum() =>
        ((PlanOutcome.NotNow)With(Lines, Owed("EUR", 4, 4, 4, 4, 4, 4, 4))).Primary.ShouldBe(HoldReason.BelowMinimum);

    [Fact]
    public void The_smallest_line_is_converted_and_without_a_rate_the_account_is_held()
    {
        With(Lines, Owed("JPY", 5_000, 799, 800)).ShouldBeOfType<PlanOutcome.Contact>().Items.Select(item => item.Residual).ShouldBe([800, 5_000]);
        ((PlanOutcome.NotNow)With(Lines, Owed("USD", 1_000))).Primary.ShouldBe(HoldReason.NoMinimumForCurrency);
    }

    [Fact]
    public void A_forgotten_rest_does_not_keep_the_ladder_at_its_end()
    {
        var facts = Facts with
        {
            Ledger = Owing(Item(1, Today.AddDays(-200), 3), Item(2, Today.AddDays(-8), 900)), Case = Standing(4, Today.AddDays(-60)), FxRates = Rates,
        };
        Held(facts).Primary.ShouldBe(HoldReason.FinalStageReached);
        With(Lines, facts).ShouldBeOfType<PlanOutcome.Contact>().Items.Select(item => item.InvoiceId).ShouldBe([2]);
    }

    [Fact]
    public void A_mailbox_not_read_lately_holds_behind_a_stale_ledger()
    {
        Held(Facts with { MailboxFresh = false }).Primary.ShouldBe(HoldReason.StaleMailbox);
        Held(Facts with { MailboxFresh = false, LedgerFresh = false }).All.Select(note => note.Reason).ShouldBe([HoldReason.StaleLedger, HoldReason.StaleMailbox]);
    }
}
