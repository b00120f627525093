using Dunning.Core.Cadence;
using Shouldly;
using Xunit;
using static Dunning.Core.Tests.Cadence.Some;

namespace Dunning.Core.Tests.Cadence;

public sealed class PlannerScaleTests
{
    [Fact]
    public void A_million_invoices_are_planned_in_one_pass_with_little_allocation_per_invoice()
    {
        var accounts = Enumerable.Range(0, 500).Select(account => Facts with
        {
            Ledger = Owing([.. Enumerable.Range(0, 20).Select(item => Item(item + 1, Today.AddDays(30 - ((account + (item * 7)) % 90)), 100 + item))]),
        }).ToArray();
        foreach (var facts in accounts) Plan(facts);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var contacts = 0;
        for (var round = 0; round < 100; round++)
            foreach (var facts in accounts)
                if (Plan(facts) is PlanOutcome.Contact) contacts++;

        var perInvoice = (GC.GetAllocatedBytesForCurrentThread() - before) / 1_000_000.0;
        contacts.ShouldBe(50_000);
        perInvoice.ShouldBeLessThan(100);
    }
}
