namespace Dunning.Benchmarks;

/// <summary>A seeded ledger file: forty invoices per customer over two years, four of five paid, some late.</summary>
internal static class GeneratedLedger
{
    public const string Header = "number,customer,customer_name,email,language,country,issued,due,currency,amount,paid_on";

    public static readonly DateOnly Today = new(2026, 3, 2);

    public static async Task<string> WriteAsync(int invoices)
    {
        var path = Path.Combine(Path.GetTempPath(), $"dunning-bench-{Guid.NewGuid():N}.csv");
        var random = new Random(7);
        var customers = Math.Max(1, invoices / 40);
        await using var file = new StreamWriter(path);
        await file.WriteLineAsync(Header);
        for (var i = 0; i < invoices; i++)
        {
            var customer = random.Next(customers);
            var issued = Today.AddDays(-random.Next(730));
            var due = issued.AddDays(30);
            var paid = due.AddDays(random.Next(-10, 40));
            var open = random.Next(5) == 0 || paid > Today;
            var mail = customer % 10 == 0 ? "" : $"ar@customer{customer}.example";
            await file.WriteLineAsync($"R{i},C{customer},Customer {customer} Fictional Ltd,{mail},{(customer % 2 == 0 ? "en" : "de")},{(customer % 2 == 0 ? "GB" : "DE")},"
                + $"{issued:yyyy-MM-dd},{due:yyyy-MM-dd},{(customer % 7 == 0 ? "USD" : "EUR")},{random.Next(100, 5_000_000) / 100m},{(open ? "" : paid.ToString("yyyy-MM-dd"))}");
        }

        return path;
    }
}
