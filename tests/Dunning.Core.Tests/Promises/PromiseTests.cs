using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Conversation;
using Dunning.Core.Promises;
using Shouldly;
using Xunit;
using static Dunning.Core.Tests.Cadence.Some;

namespace Dunning.Core.Tests.Promises;

public sealed class PromiseTests
{
    private static PromiseVerdict Weigh(PromiseReading reading) => Weigh(reading, TwoInvoices);

    private static PromiseVerdict Weigh(PromiseReading reading, CaseView view) => PromiseAcceptance.Weigh(reading, view, Policy.Default, Today, Today);

    private static PersonReason Refused(PromiseReading reading) => Weigh(reading).ShouldBeOfType<PromiseVerdict.ForPerson>().Reason;

    [Fact]
    public void Conditional_ambiguous_past_distant_unsure_and_foreign_promises_go_to_a_person()
    {
        Refused(Promise with { Conditional = true }).ShouldBe(PersonReason.ConditionalPromise);
        Refused(Promise with { Ambiguous = true, Date = null }).ShouldBe(PersonReason.AmbiguousDate);
        Refused(Promise with { Date = Today.AddDays(-1) }).ShouldBe(PersonReason.Unsure);
        Refused(Promise with { Date = Today.AddDays(46) }).ShouldBe(PersonReason.OtherIntent);
        Refused(Promise with { Confidence = 0.5 }).ShouldBe(PersonReason.Unsure);
        Refused(Promise with { Confidence = double.NaN }).ShouldBe(PersonReason.Unsure);
        Refused(Promise with { Currency = "USD" }).ShouldBe(PersonReason.Unsure);
        Refused(Promise with { Invoices = ["R-99"] }).ShouldBe(PersonReason.UnknownInvoice);
        Refused(Promise with { Amount = 0 }).ShouldBe(PersonReason.Unsure);
        Refused(Promise with { Amount = 151 }).ShouldBe(PersonReason.Unsure);
        Weigh(Promise with { Date = Today.AddDays(45), Amount = 150 }).ShouldBeOfType<PromiseVerdict.Accepted>();
    }

    [Fact]
    public void A_promise_is_reckoned_from_the_day_of_the_sender_where_the_creditor_is_a_day_ahead()
    {
        // Friday 23:50 with the sender; Saturday already with the creditor.
        var (friday, saturday) = (new DateOnly(2026, 3, 6), new DateOnly(2026, 3, 7));
        var promise = PromiseAcceptance.Weigh(Promise with { Date = friday }, TwoInvoices, Policy.Default, friday, saturday).ShouldBeOfType<PromiseVerdict.Accepted>().Promise;
        (promise.MadeOn, promise.PromisedFor).ShouldBe((friday, friday));
        PromiseKeeping.Judge(promise, 0, [new(1, 100, friday), new(2, 50, friday)], Policy.Default.Promises, BusinessCalendar.Weekdays, saturday).ShouldBe(PromiseOutcome.Kept);
        var decision = CaseDecision.Decide(
            TwoInvoices, new CaseEvent.MailRead(4711, Promising(Promise with { Date = friday }), Trusted, saturday) { SaidOn = friday }, Policy.Default, saturday);
        decision.Commands.OfType<CaseCommand.RecordPromise>().Single().Promise.PromisedFor.ShouldBe(friday);
    }

    [Fact]
    public void The_money_is_waited_for_on_the_bank_days_of_both_sides()
    {
        var policy = Policy.Default with { Calendars = new Dictionary<string, BusinessCalendar> { ["DE"] = new([new(2026, 3, 9)]), ["GB"] = new([new(2026, 3, 10)]) } };
        PromiseAcceptance.Weigh(Promise, TwoInvoices with { CreditorCountry = "GB" }, policy, Today, Today)
            .ShouldBeOfType<PromiseVerdict.Accepted>().Promise.ExpectedBy.ShouldBe(new DateOnly(2026, 3, 11));
        PromiseAcceptance.Weigh(Promise, TwoInvoices, policy, Today, Today).ShouldBeOfType<PromiseVerdict.Accepted>().Promise.ExpectedBy.ShouldBe(new DateOnly(2026, 3, 10));
    }

    [Fact]
    public void A_promise_kept_in_part_is_followed_up_at_the_same_level_naming_that_something_is_missing()
    {
        var contact = Contacted(Facts with { Case = Standing(2, Today.AddDays(-20)), Lapsed = [new LapsedPromise(5, Today, [1]) { KeptInPart = true }] });
        contact.Purpose.ShouldBe(Purpose.PromiseLapsed);
        contact.Reasons.Single().ShouldContain("kept only in part");
    }

    [Fact]
    public void More_money_in_time_never_makes_a_promise_worse()
    {
        PromiseOutcome[] rank = [PromiseOutcome.Broken, PromiseOutcome.PartlyKept, PromiseOutcome.Open, PromiseOutcome.Kept];
        var promise = Accepted(OneInvoice) with { Id = 5 };
        for (var seed = 0; seed < 3_000; seed++)
        {
            var chance = new Random(seed);
            var paid = Enumerable.Range(0, chance.Next(4)).Select(_ => new PaidAllocation(1, chance.Next(1, 30), Today.AddDays(chance.Next(8)))).ToList();
            var on = Today.AddDays(chance.Next(14));
            PromiseOutcome Judge(IReadOnlyList<PaidAllocation> money) => PromiseKeeping.Judge(promise, 100 - money.Sum(entry => entry.Amount), money, Policy.Default.Promises, BusinessCalendar.Weekdays, on);
            var (less, more) = (Judge(paid), Judge([.. paid, new(1, 5, Today.AddDays(1))]));
            Array.IndexOf(rank, more).ShouldBeGreaterThanOrEqualTo(Array.IndexOf(rank, less), $"seed {seed}");
            paid.Reverse();
            Judge(paid).ShouldBe(less);
        }
    }

    [Fact]
    public void Vague_words_are_no_promise_a_date_is_asked_for()
    {
        Weigh(Promise with { Date = null }).ShouldBeOfType<PromiseVerdict.Vague>();
        var decision = OnMail(OneInvoice, Promising(Promise with { Date = null }));
        decision.Commands.OfType<CaseCommand.PlanTouch>().Single().Touch.Purpose.ShouldBe(Purpose.AskForDate);
        decision.Commands.OfType<CaseCommand.Suppress>().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("card", 0), InlineData("sepa", 1), InlineData("ach", 3), InlineData("wire", 2), InlineData("cheque", 14), InlineData(null, 2)]
    public void The_money_is_expected_after_the_buffer_of_the_method(string? method, int days) =>
        Policy.Default.Promises.ExpectedBy(new DateOnly(2026, 3, 2), method, BusinessCalendar.Weekdays)
            .ShouldBe(BusinessCalendar.Weekdays.RollForward(new DateOnly(2026, 3, 2).AddDays(days)));

    [Fact]
    public void A_promise_on_a_weekend_is_expected_on_the_next_business_day() =>
        Policy.Default.Promises.ExpectedBy(new DateOnly(2026, 3, 7), "card", BusinessCalendar.Weekdays).ShouldBe(new DateOnly(2026, 3, 9));

    [Fact]
    public void Without_amount_everything_overdue_is_promised_and_a_smaller_amount_covers_the_oldest()
    {
        var all = Weigh(Promise).ShouldBeOfType<PromiseVerdict.Accepted>().Promise;
        (all.Amount, string.Join(',', all.InvoiceIds)).ShouldBe((150m, "1,2"));
        Weigh(Promise with { Amount = 60 }).ShouldBeOfType<PromiseVerdict.Accepted>().Promise.InvoiceIds.ShouldBe([1]);
        Weigh(Promise with { Amount = 149.99m }).ShouldBeOfType<PromiseVerdict.Accepted>().Promise.InvoiceIds.ShouldBe([1, 2]);
    }

    [Fact]
    public void The_third_re_promise_goes_to_a_person()
    {
        Weigh(Promise, TwoInvoices with { EarlierPromises = 2 }).ShouldBeOfType<PromiseVerdict.Accepted>();
        Weigh(Promise, TwoInvoices with { EarlierPromises = 3 }).ShouldBeOfType<PromiseVerdict.ForPerson>().Reason.ShouldBe(PersonReason.TooManyPromises);
    }

    [Fact]
    public void A_new_promise_replaces_an_open_one_and_a_repeated_one_changes_nothing()
    {
        var open = Accepted(OneInvoice) with { Id = 5 };
        var view = OneInvoice with { Promises = [open], Suppressions = [Pause(SuppressionKind.Promise, Today.AddDays(9), 1)] };
        var decision = OnMail(view, Promising(Promise with { Date = Today.AddDays(11) }));
        decision.Commands.OfType<CaseCommand.ResolvePromise>().Single().ShouldBe(new CaseCommand.ResolvePromise(5, PromiseOutcome.Withdrawn));
        decision.Commands.OfType<CaseCommand.LiftSuppression>().Single().SuppressionId.ShouldBe(90);
        decision.Next.EarlierPromises.ShouldBe(1);
        OnMail(view, Promising(Promise)).Commands.ShouldAllBe(command => command is CaseCommand.CancelPending);
    }

    [Fact]
    public void Two_promises_for_one_invoice_are_a_plan_which_a_person_grants() =>
        OnMail(OneInvoice, Promising(Promise with { Amount = 50 }, Promise with { Amount = 50, Date = Today.AddDays(20) }))
            .Commands.OfType<CaseCommand.AskPerson>().Single().Reasons.ShouldContain(PersonReason.SeveralIntents);

    [Theory]
    [InlineData(10_000, 5, 0, 8, PromiseOutcome.Kept)]
    [InlineData(9_950, 5, 50, 8, PromiseOutcome.Kept)]
    [InlineData(9_940, 5, 60, 8, PromiseOutcome.Open)]
    [InlineData(0, 0, 10_000, 8, PromiseOutcome.Open)]
    [InlineData(0, 0, 10_000, 9, PromiseOutcome.Broken)]
    [InlineData(4_000, 5, 6_000, 9, PromiseOutcome.PartlyKept)]
    [InlineData(10_000, 9, 0, 9, PromiseOutcome.Broken)]
    [InlineData(10_000, -1, 0, 9, PromiseOutcome.Withdrawn)]
    [InlineData(0, 0, 0, 3, PromiseOutcome.Withdrawn)]
    public void A_promise_is_kept_by_money_valued_in_time(int paidCents, int valuedAfter, int openCents, int judgedAfter, PromiseOutcome outcome)
    {
        var (paid, open) = (paidCents / 100m, openCents / 100m);
        var promise = Accepted(OneInvoice) with { Id = 5 };
        promise.ExpectedBy.ShouldBe(Today.AddDays(7));
        IReadOnlyList<PaidAllocation> allocations = paid > 0 ? [new(1, paid, Today.AddDays(valuedAfter))] : [];
        PromiseKeeping.Judge(promise, open, allocations, Policy.Default.Promises, BusinessCalendar.Weekdays, Today.AddDays(judgedAfter)).ShouldBe(outcome);
    }

    [Fact]
    public void A_payment_booked_before_the_promise_does_not_keep_it()
    {
        var promise = Accepted(OneInvoice) with { Id = 5, BaselineOpen = 100 };
        PromiseKeeping.Judge(promise, 100, [new(1, 100, Today)], Policy.Default.Promises, BusinessCalendar.Weekdays, Today.AddDays(9)).ShouldBe(PromiseOutcome.Broken);
    }

    [Fact]
    public void A_broken_promise_is_resolved_and_its_pause_lifted()
    {
        var view = OneInvoice with { Promises = [Accepted(OneInvoice) with { Id = 5 }], Suppressions = [Pause(SuppressionKind.Promise, Today.AddDays(8), 1)] };
        var decision = CaseDecision.Decide(view, new CaseEvent.DayPassed([]), Policy.Default, Today.AddDays(9));
        decision.Commands.ShouldContain(new CaseCommand.ResolvePromise(5, PromiseOutcome.Broken));
        decision.Commands.OfType<CaseCommand.LiftSuppression>().ShouldHaveSingleItem();
        (decision.Next.EarlierPromises, decision.Next.Suppressions.Count, decision.Next.Case.Level).ShouldBe((1, 0, 1));
    }

    private static PromiseToPay Accepted(CaseView view) => Weigh(Promise, view).ShouldBeOfType<PromiseVerdict.Accepted>().Promise;
}
