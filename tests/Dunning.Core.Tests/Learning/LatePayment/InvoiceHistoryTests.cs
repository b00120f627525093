using Dunning.Learning.LatePayment;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;
using static Dunning.Learning.LatePayment.LatePaymentFeature;

namespace Dunning.Core.Tests.Learning.LatePayment;

public sealed class InvoiceHistoryTests
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, 1_000_000).ToArbitrary();

    // Crowded: few customers and days, so that events often fall on the as-of day itself.
    private static List<PaidInvoice> Crowded(int seed) => SomeInvoices.Ledger(60, seed, customers: 4, days: 60);

    [Fact]
    public void Nothing_that_happens_on_or_after_the_as_of_day_changes_a_feature() =>
        Prop.ForAll(Seeds, seed =>
        {
            var ledger = Crowded(seed);
            var random = new Random(seed + 1);
            var index = random.Next(ledger.Count);
            var day = ledger[index].AsOf;
            var before = InvoiceHistory.Features(ledger)[index];
            var altered = ledger.Select((invoice, i) => Altered(invoice, day, random, keep: i == index)).ToList();
            var probe = altered[index]!;
            var after = InvoiceHistory.Features([.. altered.OfType<PaidInvoice>()]).Single(row => ReferenceEquals(row.Invoice, probe));
            return !ledger[index].OpenAtAsOf || before.Values.SequenceEqual(after.Values);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_sweep_agrees_with_counting_every_invoice_for_every_invoice() =>
        Prop.ForAll(Seeds, seed =>
        {
            var ledger = Crowded(seed);
            foreach (var row in InvoiceHistory.Features(ledger).Where(r => r.Invoice.OpenAtAsOf)) AgreesWithCounting(row, ledger);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Looking_later_never_knows_less()
    {
        var ledger = Crowded(3);
        var invoice = ledger.First(i => i.Paid is null);
        var counts = Enumerable.Range(0, 120).Select(d => InvoiceHistory.Features([.. ledger.Where(i => i != invoice), invoice with { ScoredOn = invoice.AsOf.AddDays(d) }])[^1].PaidBefore).ToArray();
        counts.ShouldBe(counts.Order());
        counts[^1].ShouldBeGreaterThan(counts[0]);
    }

    [Fact]
    public void A_new_customer_gets_the_portfolio_and_no_invented_history()
    {
        var ledger = SomeInvoices.Ledger(300, 4);
        var row = InvoiceHistory.Features([.. ledger, new PaidInvoice("newcomer", new DateOnly(2026, 6, 1), new DateOnly(2026, 7, 1), null, 100)])[^1];
        row.PaidBefore.ShouldBe(0);
        double.IsNaN(row[LateShare]).ShouldBeTrue();
        var paid = ledger.Where(i => i.Paid is not null).ToArray();
        row[ShrunkLateShare].ShouldBe((paid.Count(i => i.DaysLate > 0) + 1.0) / (paid.Length + 2.0), 1e-12);
    }

    [Fact]
    public void A_hundred_thousand_invoices_of_one_customer_take_no_quadratic_time()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        InvoiceHistory.Features(SomeInvoices.Ledger(100_000, 5, customers: 1, days: 3000)).Count.ShouldBe(100_000);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    private static PaidInvoice? Altered(PaidInvoice invoice, DateOnly day, Random random, bool keep)
    {
        var paidBefore = invoice.Paid < day;
        if (!keep && !paidBefore && invoice.KnownFrom >= day)
        {
            if (random.Next(3) == 0) return null;
            invoice = invoice with { Amount = invoice.Amount * 7, Due = invoice.Due.AddDays(random.Next(30)) };
        }
        return paidBefore ? invoice : invoice with { Paid = random.Next(3) == 0 ? null : day.AddDays(random.Next(90)) };
    }

    private static void AgreesWithCounting(LatePaymentRow row, List<PaidInvoice> ledger)
    {
        var day = row.Invoice.AsOf;
        var own = ledger.Where(i => i.Customer == row.Invoice.Customer && !ReferenceEquals(i, row.Invoice)).ToArray();
        var paid = own.Where(i => i.Paid < day).ToArray();
        var open = own.Where(i => i.KnownFrom < day && !(i.Paid < day)).ToArray();
        var overdue = open.Where(i => i.Due < day).ToArray();
        row.PaidBefore.ShouldBe(paid.Length);
        row[OpenCount].ShouldBe(open.Length);
        row[OverdueCount].ShouldBe(overdue.Length);
        row.OverdueBefore.ShouldBe(overdue.Sum(i => i.Amount));
        row[OldestOverdue].ShouldBe(overdue.Length == 0 ? 0 : overdue.Max(i => day.DayNumber - i.Due.DayNumber));
        if (paid.Length == 0) return;
        row[LateShare].ShouldBe(paid.Average(i => i.DaysLate > 0 ? 1 : 0), 1e-9);
        row[Late30Share].ShouldBe(paid.Average(i => i.DaysLate >= 30 ? 1 : 0), 1e-9);
        row[MeanDaysLate].ShouldBe(paid.Average(i => i.DaysLate!.Value), 1e-9);
        row[DaysSincePayment].ShouldBe(day.DayNumber - paid.Max(i => i.Paid!.Value.DayNumber));
        row[AmountRatio].ShouldBe(Math.Min(50, (double)row.Invoice.Amount / paid.Average(i => (double)i.Amount)), 1e-9);
    }
}
