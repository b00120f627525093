using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Shouldly;
using Xunit;
using static Dunning.Core.Tests.Cadence.Some;

namespace Dunning.Core.Tests.Cases;

public sealed class ShortPayTests
{
    private static readonly CaseEvent.PaymentShort Short = new(8, [1], 40, 60);

    private static Decision Decide(CaseView view, CaseEvent happened) => CaseDecision.Decide(view, happened, Policy.Default, Today);

    [Fact]
    public void A_customer_we_chased_is_thanked_and_told_what_is_still_open()
    {
        var touch = Decide(OneInvoice, Short).Commands.ShouldHaveSingleItem().ShouldBeOfType<CaseCommand.PlanTouch>().Touch;
        (touch.Purpose, touch.Cause, touch.Stage).ShouldBe((Purpose.ShortPay, "payment:8", null));
    }

    [Fact]
    public void The_same_payment_makes_the_same_touch() =>
        Decide(OneInvoice, Short).Commands.ShouldBe(Decide(OneInvoice, Short).Commands);

    [Fact]
    public void Nobody_is_written_to_about_a_difference_within_tolerance_or_invoices_nobody_was_reminded_of()
    {
        Silent(OneInvoice, Short with { Received = 99.96m, Missing = 0.04m });
        Silent(OneInvoice with { Case = Standing(0, null) }, Short);
        Silent(OneInvoice with { Case = Standing(1, Today) with { Status = CaseStatus.WithPerson } }, Short);
        Silent(OneInvoice with { Claims = [new(3, [1], null, null, null, Today.AddDays(-2), Today.AddDays(2))] }, Short);
        Silent(View(Item(1, Today.AddDays(3), 60)), Short);
    }

    private static void Silent(CaseView view, CaseEvent happened)
    {
        var decision = Decide(view, happened);
        decision.Commands.ShouldHaveSingleItem().ShouldBeOfType<CaseCommand.NoteOnly>();
        decision.Why.ShouldNotBeNullOrWhiteSpace();
    }
}
