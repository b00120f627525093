using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Ledger;
using Shouldly;
using Xunit;
using static Dunning.Core.Tests.Cadence.Some;

namespace Dunning.Core.Tests.Cadence.Year;

/// <summary>Every scenario of exposure, cadence, suppressions and payments: where it lives in the year, and the sentence that proves it alone.</summary>
public sealed class ScenarioTests
{
    /// <summary>Scenario, behaviour in the simulated year (empty where the year itself does it), and a test of its own.</summary>
    public static TheoryData<string, string, string> Table => new()
    {
        { "double cron", "", "The_same_day_again_changes_nothing" },
        { "kill -9 before and after SMTP 250", "", "A_worker_killed_after_the_server_accepted_and_before_the_result_is_stored_is_not_repeated" },
        { "two workers", "", "Two_agents_send_each_message_once" },
        { "two cycles at once", "", "Two_cycles_at_once_open_each_case_once" },
        { "nine days of missed runs", "", "Nine_days_of_missed_runs_catch_up_with_one_message_of_the_next_stage" },
        { "DST week", "", "The_window_is_open_in_the_debtors_zone_on_both_sides_of_the_clock_change" },
        { "due today", "", "An_invoice_due_today_is_not_overdue" },
        { "due on a weekend", "", "A_due_date_on_a_weekend_rolls_forward_for_chasing_but_the_item_is_overdue" },
        { "oldest invoice paid mid-ladder", "oldest invoice paid mid-ladder", "When_the_driver_was_paid_the_tone_falls_at_once_under_a_new_run" },
        { "partial payment", "partial payment", "A_part_payment_restarts_the_clock_and_keeps_the_level" },
        { "overpayment", "overpayment", "An_overpayment_lowers_what_is_asked_for" },
        { "credit note > debt", "credit note above the debt", "Credits_above_the_debt_hold_and_a_credit_that_pays_an_item_is_applied_first" },
        { "unapplied payment equal to an invoice", "unapplied payment equal to an invoice", "An_unapplied_payment_equal_to_an_invoice_is_applied_before_any_mail" },
        { "instalments", "instalments", "Of_an_invoice_in_instalments_only_what_is_due_is_asked_for" },
        { "two currencies", "two currencies", "Two_currencies_of_one_customer_are_written_to_apart_and_one_interval_after_another" },
        { "two entities with one contact", "", "Two_creditors_of_one_contact_never_mix_their_items" },
        { "parent hold", "parent hold", "A_parents_insolvency_holds_its_children_and_its_dispute_does_not" },
        { "dispute on one line", "dispute on one line", "A_dispute_on_one_line_leaves_the_others_to_be_asked_for" },
        { "promise kept", "promise kept", "A_promise_is_kept_by_money_valued_in_time" },
        { "promise broken", "promise broken", "A_broken_promise_is_followed_up_at_once_on_the_same_level" },
        { "promise by cheque", "promise by cheque", "The_money_is_expected_after_the_buffer_of_the_method" },
        { "third re-promise", "third re-promise", "The_third_re_promise_goes_to_a_person" },
        { "vague promise", "vague promise", "Vague_words_are_no_promise_a_date_is_asked_for" },
        { "payment claim", "payment claim", "A_claimed_payment_that_is_not_found_in_the_window_is_asked_about" },
        { "payment plan", "payment plan", "A_pause_of_every_item_or_of_the_account_holds_and_names_the_day_it_lifts" },
        { "out of office", "out of office", "An_absence_delays_to_the_return_at_most_once_and_never_beyond_the_horizon" },
        { "hard bounce", "hard bounce", "A_hard_bounce_makes_the_address_dead_and_does_not_count_as_contact" },
        { "soft bounce", "soft bounce", "A_bounce_is_no_contact_and_a_hard_one_kills_the_address" },
        { "staff mail counts as contact", "staff mail", "The_minimum_interval_counts_every_message_whoever_wrote_it" },
        { "imported level", "imported level", "The_first_case_starts_from_the_imported_level" },
        { "approve then paid", "approve then paid", "An_invoice_paid_after_approval_is_not_reminded_of" },
        { "insolvency notice", "insolvency notice", "Safety_intents_pause_the_account_without_end_and_ask_a_person" },
        { "legal threat from the debtor", "legal threat from the debtor", "Only_a_named_person_lifts_a_legal_hold" },
        { "opt-out", "opt-out", "Safety_intents_pause_the_account_without_end_and_ask_a_person" },
        { "direct debit running", "direct debit running", "Invoices_that_are_not_simply_open_are_never_dunned" },
        { "intercompany", "intercompany", "Excluded_customers_are_never_dunned" },
        { "handed to counsel or agency", "handed to counsel", "Excluded_customers_are_never_dunned" },
        { "below minimum in JPY", "below minimum in JPY", "Less_than_the_minimum_of_the_currency_is_held_and_credits_count" },
        { "a currency without a minimum", "a currency without a minimum", "A_currency_without_a_minimum_is_held_not_compared" },
        { "stale ledger", "", "A_stale_ledger_holds_everything" },
        { "rejected draft", "rejected draft", "A_rejected_reminder_comes_back_under_another_id_after_one_interval" },
    };

    private static readonly Lazy<string> Sources = new(() => string.Concat(Directory
        .EnumerateFiles(Path.Combine(Guardrails.Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories).Select(File.ReadAllText)));

    [Theory, MemberData(nameof(Table))]
    public void Every_scenario_lives_in_the_year_and_has_a_sentence_of_its_own(string scenario, string behaviour, string test)
    {
        scenario.ShouldNotBeEmpty();
        if (behaviour.Length > 0) Behaviour.All.Select(way => way.Scenario).ShouldContain(behaviour);
        Sources.Value.ShouldContain($" {test}(");
    }

    [Fact]
    public void Nine_days_of_missed_runs_catch_up_with_one_message_of_the_next_stage()
    {
        var facts = Facts with { Ledger = Owing(Item(1, Today.AddDays(-90), 100)), Case = Standing(1, Today.AddDays(-7)) };
        var caughtUp = (PlanOutcome.Contact)Planner.Plan(facts, Policy.Default, Today.AddDays(9));
        caughtUp.Stage.ShouldBe(Stage.Reminder);
        Planner.Plan(facts with { Case = Standing(2, Today.AddDays(9)), LastContactOn = Today.AddDays(9) }, Policy.Default, Today.AddDays(10)).ShouldBeOfType<PlanOutcome.NotNow>();
    }

    [Fact]
    public void An_overpayment_lowers_what_is_asked_for() =>
        Contacted(Facts with { Ledger = Facts.Ledger with { UnappliedCredits = [33.5m] } }).Exposure.AmountDue.ShouldBe(66.5m);

    [Fact]
    public void An_unapplied_payment_equal_to_an_invoice_is_applied_before_any_mail() =>
        Held(Facts with { Ledger = Owing(Item(1, Today.AddDays(-20), 100), Item(2, Today.AddDays(-10), 70)) with { UnappliedCredits = [70] } }).Primary.ShouldBe(HoldReason.CreditMatchesOpenItem);

    [Fact]
    public void Of_an_invoice_in_instalments_only_what_is_due_is_asked_for()
    {
        var instalments = Enumerable.Range(0, 3).Select(part => Item(1, Today.AddDays(-20 + (30 * part)), 100) with { InstalmentId = 10 + part, Original = 300 });
        var contact = Contacted(Facts with { Ledger = Owing([.. instalments]) });
        (contact.Items.Single().InstalmentId, contact.Exposure.Chaseable).ShouldBe((10, 100));
    }

    [Fact]
    public void A_dispute_on_one_line_leaves_the_others_to_be_asked_for()
    {
        var contact = Contacted(Facts with
        {
            Ledger = Owing(Item(1, Today.AddDays(-20), 100), Item(2, Today.AddDays(-15), 70)), Suppressions = [Pause(SuppressionKind.Dispute, null, 1)],
        });
        (contact.Items.Single().InvoiceId, contact.Exposure.Chaseable, contact.Exposure.Overdue).ShouldBe((2, 70, 170));
    }

    [Fact]
    public void Two_currencies_of_one_customer_are_written_to_apart_and_one_interval_after_another()
    {
        var dollars = Facts with { Ledger = Facts.Ledger with { Key = Key with { Currency = "USD" } } };
        (Contacted(Facts).Exposure.Currency, Contacted(dollars).Exposure.Currency).ShouldBe(("EUR", "USD"));
        Held(dollars with { LastContactOn = Today }).All.ShouldHaveSingleItem().Lifts.ShouldBe(Today.AddDays(Policy.Default.MinimumIntervalDays));
    }

    [Fact]
    public void Two_creditors_of_one_contact_never_mix_their_items()
    {
        var other = Facts with { Ledger = Owing(Item(2, Today.AddDays(-20), 70)) with { Key = new("gb01", 8, "EUR") }, Customer = Debtor with { Id = 8, EntityId = "gb01" } };
        (Contacted(Facts).Items.Single().InvoiceId, Contacted(other).Items.Single().InvoiceId).ShouldBe((1, 2));
    }
}
