using Dunning.Core.Ledger;

namespace Dunning.Simulator.Ledgers;

/// <summary>How a customer paid so far.</summary>
public enum PayerType { Prompt, Slow, VeryLate, Stopped }

/// <summary>An instalment of an invoice.</summary>
public sealed record SampleInstalment(DateOnly Due, decimal Amount);

/// <summary>An invoice as it stands in the creditor's books, which the bank changes from day to day.</summary>
public sealed class SampleInvoice
{
    public required string Number { get; init; }
    public required bool IsCredit { get; init; }
    public required string Currency { get; init; }
    public required DateOnly Issued { get; init; }
    public required decimal Amount { get; init; }
    public required IReadOnlyList<SampleInstalment> Instalments { get; init; }
    public InvoiceStatus Status { get; init; }
    public decimal Paid { get; private set; }
    public DateOnly? PaidOn { get; private set; }
    public string? Reference { get; private set; }

    public decimal Open => Math.Max(0, Amount - Paid);

    /// <summary>What of it is overdue: the residuals of the instalments whose due date has passed, payments going to the oldest first.</summary>
    public decimal OverdueOn(DateOnly day)
    {
        if (IsCredit || Status != InvoiceStatus.Open) return 0;
        var paid = Paid;
        var overdue = 0m;
        foreach (var part in Instalments)
        {
            var used = Math.Min(paid, part.Amount);
            paid -= used;
            if (part.Due < day) overdue += part.Amount - used;
        }

        return overdue;
    }

    public void Pay(decimal amount, DateOnly valueDate, string? reference)
    {
        Paid += amount;
        PaidOn = valueDate;
        Reference = reference;
    }
}

/// <summary>A customer of the sample ledger with all its invoices.</summary>
public sealed record SampleCustomer(
    SampleEntity Creditor, string Number, string Name, string ContactName, string Email, string Language, string Country, string TimeZone,
    DebtorKind Kind, string Segment, Exclusion Exclusion, PayerType Payer, Debtors.Behaviour Behaviour)
{
    public List<SampleInvoice> Invoices { get; } = [];

    /// <summary>Dunning level reached before the import.</summary>
    public int Level { get; set; }

    public DateOnly? LastContact { get; set; }

    public IEnumerable<SampleInvoice> OverdueOn(DateOnly day) => Invoices.Where(invoice => invoice.OverdueOn(day) > 0);
}

/// <summary>The sample ledger.</summary>
public sealed record SampleLedger(DateOnly Start, IReadOnlyList<SampleEntity> Entities, IReadOnlyList<SampleCustomer> Customers)
{
    public IEnumerable<SampleCustomer> Of(SampleEntity entity) => Customers.Where(customer => customer.Creditor == entity);
}
