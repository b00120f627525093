using System.Globalization;

namespace Dunning.Flows.Tests.Days;

/// <summary>The books of a simulated creditor: a hundred customers and more, whose export is imported every morning.</summary>
internal sealed class DailyBooks
{
    private readonly Random chance;
    private readonly List<Invoice> invoices = [];
    private readonly int customers;

    public DailyBooks(int seed, int customers, DateOnly start)
    {
        chance = new(seed);
        this.customers = customers;
        for (var customer = 0; customer < customers; customer++)
            for (var i = chance.Next(1, 4); i > 0; i--)
                invoices.Add(new($"A{invoices.Count}", customer, start.AddDays(-chance.Next(30, 70)), start.AddDays(chance.Next(-35, 25)), chance.Next(2_000, 90_000) / 100m));
    }

    public IReadOnlyList<Invoice> Invoices => invoices;

    /// <summary>A day of trade: new invoices, payments in full and in part, direct debits, write-offs.</summary>
    public void Pass(DateOnly today)
    {
        for (var i = chance.Next(4); i > 0; i--)
            invoices.Add(new($"A{invoices.Count}", chance.Next(customers), today, today.AddDays(chance.Next(7, 40)), chance.Next(2_000, 90_000) / 100m));
        foreach (var invoice in invoices.Where(invoice => invoice.Left > 0 && invoice.Status == "open"))
        {
            if (chance.Next(60) == 0) invoice.Pay(invoice.Left);
            else if (chance.Next(120) == 0) invoice.Pay(Math.Round(invoice.Left / 3, 2));
            else if (chance.Next(900) == 0) invoice.Status = chance.Next(2) == 0 ? "direct_debit" : "written_off";
        }
    }

    /// <summary>The export, as the creditor's system writes it.</summary>
    public string Export() => "number,customer,customer_name,contact,email,language,country,time_zone,issued,due,currency,amount,paid,status\n" + string.Join('\n', invoices.Select(invoice =>
        string.Create(CultureInfo.InvariantCulture, $"{invoice.Number},K{invoice.Customer},Customer {invoice.Customer} Fictional Ltd,Anna Example,{AddressOf(invoice.Customer)},{(invoice.Customer % 2 == 0 ? "en" : "de")},")
        + string.Create(CultureInfo.InvariantCulture, $"{(invoice.Customer % 2 == 0 ? "GB" : "DE")},{(invoice.Customer % 2 == 0 ? "Europe/London" : "Europe/Berlin")},{invoice.Issued:yyyy-MM-dd},{invoice.Due:yyyy-MM-dd},{CurrencyOf(invoice)},{invoice.Amount},{invoice.Paid},{invoice.Status}")));

    public static string AddressOf(int customer) => $"ap{customer}@firm{customer}.example";

    /// <summary>Every ninth customer also buys in pounds.</summary>
    public static string CurrencyOf(Invoice invoice) => invoice.Customer % 9 == 0 && int.Parse(invoice.Number[1..], CultureInfo.InvariantCulture) % 2 == 0 ? "GBP" : "EUR";

    internal sealed class Invoice(string number, int customer, DateOnly issued, DateOnly due, decimal amount)
    {
        public string Number => number;
        public int Customer => customer;
        public DateOnly Issued => issued;
        public DateOnly Due => due;
        public decimal Amount => amount;
        public decimal Paid { get; private set; }
        public decimal Left => amount - Paid;
        public string Status { get; set; } = "open";

        public void Pay(decimal part) => Paid += part;

        public bool MayBeAsked(DateOnly today) => Status == "open" && Left > 0 && due < today;
    }
}
