using System.Globalization;
using Dunning.Core.Ledger;

namespace Dunning.Simulator.Ledgers;

/// <summary>Makes nine months of invoices, credits and payments of a customer, as its payer type pays.</summary>
internal sealed class InvoiceGenerator(Random random, DateOnly start, Dictionary<string, int> counters)
{
    private const int HistoryDays = 270;

    public void Fill(SampleCustomer customer)
    {
        var count = 3 + random.Next(11);
        var currencies = customer.Creditor.Currencies;
        // Most customers are billed in one currency; some foreign ones in two.
        var main = customer.Country == customer.Creditor.Entity.Country ? currencies[0] : currencies[random.Next(currencies.Count)];
        var second = random.Next(12) == 0 ? currencies[^1] : main;
        var issues = Enumerable.Range(0, count).Select(_ => start.AddDays(-1 - random.Next(HistoryDays))).Order().ToList();
        foreach (var issued in issues)
        {
            var invoice = Invoice(customer, issued, random.Next(4) == 0 ? second : main);
            customer.Invoices.Add(invoice);
            Settle(customer, invoice);
        }

        if (random.Next(9) == 0) customer.Invoices.Add(Credit(customer, issues[^1], main));
        Standing(customer);
    }

    private SampleInvoice Invoice(SampleCustomer customer, DateOnly issued, string currency)
    {
        var amount = Amount(customer.Kind);
        var terms = (customer.Kind == DebtorKind.Consumer ? 14 : random.Next(3) switch { 0 => 14, 1 => 30, _ => 21 });
        var due = issued.AddDays(terms);
        var half = Math.Round(amount / 2, 2);
        return new()
        {
            Number = NumberOf(customer.Creditor, issued), IsCredit = false, Currency = currency, Issued = issued, Amount = amount,
            Instalments = random.Next(18) == 0 ? [new(due, half), new(due.AddDays(30), amount - half)] : [new(due, amount)],
            Status = random.Next(100) switch { 0 => InvoiceStatus.DirectDebit, 1 => InvoiceStatus.InPayment, _ => InvoiceStatus.Open },
        };
    }

    private SampleInvoice Credit(SampleCustomer customer, DateOnly after, string currency)
    {
        var issued = after.AddDays(1) < start ? after.AddDays(1) : start.AddDays(-1);
        var amount = Math.Round(25 + (decimal)random.NextDouble() * 160, 2);
        return new() { Number = NumberOf(customer.Creditor, issued), IsCredit = true, Currency = currency, Issued = issued, Amount = amount, Instalments = [new(issued, amount)] };
    }

    private decimal Amount(DebtorKind kind)
    {
        var roll = (decimal)random.NextDouble();
        return Math.Round(kind switch
        {
            DebtorKind.Consumer => 20 + roll * 280,
            DebtorKind.SoleTrader => 60 + roll * 1_500,
            DebtorKind.PublicBody => 500 + roll * 9_000,
            DebtorKind.Company => random.Next(25) switch { 0 => 12_000 + roll * 45_000, 1 => 8 + roll * 15, _ => 150 + roll * roll * 4_800 },
        }, 2);
    }

    private string NumberOf(SampleEntity creditor, DateOnly issued)
    {
        var next = counters[creditor.Entity.Id] = counters.GetValueOrDefault(creditor.Entity.Id, 20_140) + 1 + random.Next(7);
        return string.Format(CultureInfo.InvariantCulture, creditor.NumberFormat, issued.Year, next);
    }

    /// <summary>Pays what the payer would have paid by now.</summary>
    private void Settle(SampleCustomer customer, SampleInvoice invoice)
    {
        var late = customer.Payer switch
        {
            PayerType.Prompt => random.Next(-6, 4),
            PayerType.Slow => random.Next(2, 22),
            PayerType.VeryLate => random.Next(15, 60),
            PayerType.Stopped => invoice.Issued < start.AddDays(-110) ? random.Next(0, 25) : 1_000,
        };
        foreach (var part in invoice.Instalments)
        {
            var paidOn = part.Due.AddDays(late);
            if (paidOn <= invoice.Issued) paidOn = invoice.Issued.AddDays(1);
            if (paidOn >= start) break;
            // Now and then only a part comes, or more than was asked for.
            var amount = random.Next(60) switch { 0 => Math.Round(part.Amount * 0.6m, 2), 1 => part.Amount + 37.5m, _ => part.Amount };
            invoice.Pay(amount, paidOn, $"payment {invoice.Number}");
        }
    }

    /// <summary>How far the previous system had dunned, so that old debtors are not started anew.</summary>
    private void Standing(SampleCustomer customer)
    {
        var oldest = customer.OverdueOn(start).Select(invoice => start.DayNumber - invoice.Instalments[0].Due.DayNumber).DefaultIfEmpty(0).Max();
        customer.Level = oldest switch { < 8 => 0, < 18 => random.Next(2), < 32 => 1, < 48 => 1 + random.Next(2), < 90 => 2 + random.Next(2), _ => 3 };
        if (customer.Level > 0) customer.LastContact = start.AddDays(-4 - random.Next(14));
    }
}
