using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Ledger;
using Shouldly;
using Xunit;
using static Dunning.Core.Tests.Cadence.Some;

namespace Dunning.Core.Tests.Cadence;

public sealed class HoldTests
{
    [Theory]
    [InlineData(SuppressionKind.Promise, HoldReason.UnderPromise)]
    [InlineData(SuppressionKind.Dispute, HoldReason.InDispute)]
    [InlineData(SuppressionKind.Plan, HoldReason.PaymentPlan)]
    [InlineData(SuppressionKind.Trace, HoldReason.PaymentTrace)]
    [InlineData(SuppressionKind.Legal, HoldReason.LegalHold)]
    [InlineData(SuppressionKind.Insolvency, HoldReason.Insolvency)]
    [InlineData(SuppressionKind.OptOut, HoldReason.OptedOut)]
    [InlineData(SuppressionKind.OutOfOffice, HoldReason.OutOfOffice)]
    [InlineData(SuppressionKind.Manual, HoldReason.OnHold)]
    [InlineData(SuppressionKind.Agency, HoldReason.ExcludedCustomer)]
    [InlineData(SuppressionKind.Deceased, HoldReason.ExcludedCustomer)]
    public void A_pause_of_every_item_or_of_the_account_holds_and_names_the_day_it_lifts(SuppressionKind kind, HoldReason reason)
    {
        foreach (long[] scope in new long[][] { [], [1] })
        {
            var held = Held(Facts with { Suppressions = [Pause(kind, Today.AddDays(3), scope)] });
            (held.Primary, held.All[0].Lifts).ShouldBe((reason, Lifting.OnlyByPerson(kind) ? null : Today.AddDays(4)));
        }
    }

    [Fact]
    public void A_pause_still_holds_on_its_last_day() =>
        Held(Facts with { Suppressions = [Pause(SuppressionKind.Promise, Today, 1)] }).All[0].Lifts.ShouldBe(Today.AddDays(1));

    [Fact]
    public void An_expired_or_future_pause_does_not_hold()
    {
        Contacted(Facts with { Suppressions = [Pause(SuppressionKind.Promise, Today.AddDays(-1), 1)] });
        Contacted(Facts with { Suppressions = [Pause(SuppressionKind.Promise, null, 1) with { StartsOn = Today.AddDays(1) }] });
    }

    [Theory]
    [InlineData(Exclusion.Intercompany, HoldReason.ExcludedCustomer), InlineData(Exclusion.DoNotContact, HoldReason.ExcludedCustomer)]
    [InlineData(Exclusion.Legal, HoldReason.LegalHold), InlineData(Exclusion.Insolvency, HoldReason.Insolvency)]
    [InlineData(Exclusion.Agency, HoldReason.ExcludedCustomer), InlineData(Exclusion.Deceased, HoldReason.ExcludedCustomer)]
    public void Excluded_customers_are_never_dunned(Exclusion exclusion, HoldReason reason) =>
        Held(Facts with { Customer = Debtor with { Exclusion = exclusion } }).Primary.ShouldBe(reason);

    [Theory]
    [InlineData(InvoiceStatus.Draft), InlineData(InvoiceStatus.Cancelled), InlineData(InvoiceStatus.InPayment)]
    [InlineData(InvoiceStatus.DirectDebit), InlineData(InvoiceStatus.WrittenOff), InlineData(InvoiceStatus.Agency)]
    public void Invoices_that_are_not_simply_open_are_never_dunned(InvoiceStatus status) =>
        Held(Facts with { Ledger = Owing(Item(1, Today.AddDays(-20), 100) with { Status = status }) }).Primary.ShouldBe(HoldReason.NothingOverdue);

    [Fact]
    public void Each_circumstance_holds_with_its_own_reason()
    {
        Held(Facts with { HasLiveContact = false }).Primary.ShouldBe(HoldReason.NoContactAddress);
        Held(Facts with { LedgerFresh = false }).Primary.ShouldBe(HoldReason.StaleLedger);
        Held(Facts with { HasPendingTouch = true }).Primary.ShouldBe(HoldReason.PendingMessage);
        Held(Facts with { OpenQuestion = true }).Primary.ShouldBe(HoldReason.WithPerson);
        Held(Facts with { Case = Standing(0, null) with { Status = CaseStatus.WithPerson } }).Primary.ShouldBe(HoldReason.WithPerson);
    }

    [Fact]
    public void The_minimum_interval_counts_every_message_whoever_wrote_it()
    {
        var held = Held(Facts with { LastContactOn = Today.AddDays(-4) });
        (held.Primary, held.All[0].Lifts).ShouldBe((HoldReason.MinimumInterval, Today.AddDays(1)));
        Held(Facts with { Customer = Debtor with { ImportedLastContact = Today.AddDays(-4) } }).Primary.ShouldBe(HoldReason.MinimumInterval);
        Held(Facts with { Case = Standing(0, null) with { LastContactOn = Today.AddDays(-4) } }).Primary.ShouldBe(HoldReason.MinimumInterval);
        Contacted(Facts with { LastContactOn = Today.AddDays(-5) });
    }

    [Fact]
    public void Less_than_the_minimum_of_the_currency_is_held_and_credits_count()
    {
        Held(Facts with { Ledger = Owing(Item(1, Today.AddDays(-20), 24.99m)) }).Primary.ShouldBe(HoldReason.BelowMinimum);
        Held(Facts with { Ledger = Facts.Ledger with { UnappliedCredits = [80] } }).Primary.ShouldBe(HoldReason.BelowMinimum);
        var yen = Facts with { Ledger = Facts.Ledger with { Key = Key with { Currency = "JPY" } } };
        Held(yen).Primary.ShouldBe(HoldReason.BelowMinimum);
        Contacted(yen with { Ledger = yen.Ledger with { Items = [Item(1, Today.AddDays(-20), 4_000)] } });
    }

    [Fact]
    public void An_account_paused_in_every_line_waits_for_the_pause_and_for_no_step()
    {
        var facts = Facts with { Suppressions = [Pause(SuppressionKind.Dispute, null, 1)] };
        Held(facts).All.Select(note => note.Reason).ShouldBe([HoldReason.InDispute]);
        Planner.Plan(facts, Policy.Default, Today.AddDays(40)).ShouldBeOfType<PlanOutcome.NotNow>().All.Count.ShouldBe(1);
    }

    [Fact]
    public void The_date_of_a_step_counts_from_the_rolled_due_date_of_what_may_be_mentioned()
    {
        var saturday = new DateOnly(2026, 2, 28);
        var facts = Facts with
        {
            Ledger = Owing(Item(1, Today.AddDays(-60), 100), Item(2, saturday, 70)), Case = Standing(1, Today.AddDays(-30)),
            Suppressions = [Pause(SuppressionKind.Dispute, null, 1)],
        };
        var held = (PlanOutcome.NotNow)Planner.Plan(facts, Policy.Default, saturday.AddDays(1));
        held.All.Select(note => (note.Reason, note.Lifts)).ShouldBe([(HoldReason.InDispute, null), (HoldReason.StepNotDue, Today.AddDays(3))]);
        Planner.Plan(facts, Policy.Default, Today.AddDays(3)).ShouldBeOfType<PlanOutcome.Contact>();
    }

    [Fact]
    public void A_currency_without_a_minimum_is_held_not_compared()
    {
        var facts = Facts with { Ledger = Facts.Ledger with { Key = Key with { Currency = "XPF" } } };
        Held(facts).Primary.ShouldBe(HoldReason.NoMinimumForCurrency);
        Planner.Plan(facts, Policy.Default with { MinimumForOtherCurrencies = 50 }, Today).ShouldBeOfType<PlanOutcome.Contact>();
    }

    [Fact]
    public void Credits_above_the_debt_hold_and_a_credit_that_pays_an_item_is_applied_first()
    {
        Held(Facts with { Ledger = Facts.Ledger with { UnappliedCredits = [130] } }).Primary.ShouldBe(HoldReason.NetCreditBalance);
        Held(Facts with { Ledger = Owing(Item(1, Today.AddDays(-20), 100), Item(2, Today.AddDays(5), 40)) with { UnappliedCredits = [40] } })
            .Primary.ShouldBe(HoldReason.CreditMatchesOpenItem);
    }

    [Fact]
    public void All_reasons_are_given_most_binding_first()
    {
        var held = Held(Facts with
        {
            HasLiveContact = false, LedgerFresh = false, LastContactOn = Today, Suppressions = [Pause(SuppressionKind.Legal, null)],
        });
        held.All.Select(note => note.Reason).ShouldBe([HoldReason.LegalHold, HoldReason.StaleLedger, HoldReason.NoContactAddress, HoldReason.MinimumInterval]);
    }

    [Fact]
    public void Every_reason_has_a_wire_name_of_its_own_in_snake_case()
    {
        var names = Enum.GetValues<HoldReason>().Select(Wire.Name).ToList();
        names.ShouldBeUnique();
        names.ShouldAllBe(name => name.All(letter => char.IsAsciiLetterLower(letter) || letter == '_'));
    }

    [Fact]
    public void Every_open_item_is_told_why_it_is_mentioned_or_not()
    {
        var facts = Facts with
        {
            Ledger = Owing(Item(1, Today.AddDays(-60), 100), Item(2, Today.AddDays(-50), 100), Item(3, Today.AddDays(1), 100), Item(4, Today.AddDays(-9), 9) with { Status = InvoiceStatus.DirectDebit }),
            Suppressions = [Pause(SuppressionKind.Dispute, null, 2)],
        };
        var notes = ItemNotes.Of(facts, Plan(facts), Policy.Default, Today);
        notes.Select(note => note.Hold?.Reason).ShouldBe([null, HoldReason.InDispute, HoldReason.NotYetDue, HoldReason.InvoiceStatus]);
        notes[2].Hold!.Lifts.ShouldBe(Today.AddDays(2));
    }
}
