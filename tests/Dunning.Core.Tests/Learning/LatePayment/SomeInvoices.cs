using Dunning.Learning.LatePayment;

namespace Dunning.Core.Tests.Learning.LatePayment;

/// <summary>Seeded ledgers. Customers have habits, so there is something to learn; some invoices have no issue date, some stay open.</summary>
internal static class SomeInvoices
{
    private static readonly DateOnly Start = new(2024, 1, 1);

    public static List<PaidInvoice> Ledger(int count, int seed, int customers = 40, int days = 700)
    {
        var random = new Random(seed);
        var habits = Enumerable.Range(0, customers).Select(_ => random.Next(-12, 16)).ToArray();
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var customer = random.Next(customers);
            var issued = Start.AddDays(random.Next(days));
            var due = issued.AddDays(random.Next(4) * 15);
            var paid = due.AddDays(habits[customer] + random.Next(-6, 7));
            return new PaidInvoice("customer " + customer, random.Next(5) == 0 ? null : issued, due,
                random.Next(12) == 0 ? null : paid < issued ? issued : paid, random.Next(1, 90000) / 100m, [customer % 3 == 0 ? "north" : "south"]);
        })];
    }
}
