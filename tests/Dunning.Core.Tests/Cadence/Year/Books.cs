using Dunning.Core.Ledger;

namespace Dunning.Core.Tests.Cadence.Year;

/// <summary>The simulated ledger of one account: instalments, what was booked against them, and credits with a rest.</summary>
internal sealed class Books
{
    private readonly List<Line> _lines = [];
    private readonly Dictionary<long, decimal> _credits = [];

    /// <summary>Instalments with what is left on them, in the order they were billed.</summary>
    public IEnumerable<Line> Lines => _lines.Where(line => line.Left > 0);

    /// <summary>Credits by id that still have a rest.</summary>
    public IReadOnlyDictionary<long, decimal> Credits => _credits;

    /// <summary>Every allocation of money, as the promise rules see it.</summary>
    public List<Core.Promises.PaidAllocation> Paid { get; } = [];

    /// <summary>Day of the last payment in part, per instalment still open.</summary>
    public DateOnly? LastPartPayment => _lines.Where(line => line.Left > 0).Max(line => line.PartPaidOn);

    public void Bill(Line line) => _lines.Add(line);

    public void Book(Line line, decimal amount, DateOnly on, bool money)
    {
        line.Left -= amount;
        line.PartPaidOn = on;
        if (money) Paid.Add(new(line.InvoiceId, amount, on));
    }

    public void Credit(long id, decimal amount) => _credits[id] = amount;

    public void Use(long id, decimal amount)
    {
        _credits[id] -= amount;
        if (_credits[id] <= 0) _credits.Remove(id);
    }

    public void SetStatus(long invoice, InvoiceStatus status)
    {
        foreach (var line in _lines.Where(line => line.InvoiceId == invoice)) line.Status = status;
    }

    public AccountLedger Snapshot(AccountKey key) => new(key, [.. Lines.Select(line => line.AsItem())], [.. _credits.OrderBy(pair => pair.Key).Select(pair => pair.Value)]);

    internal sealed class Line(long invoice, long instalment, DateOnly issued, DateOnly due, decimal amount)
    {
        public long InvoiceId { get; } = invoice;
        public long InstalmentId { get; } = instalment;
        public DateOnly Due { get; } = due;
        public decimal Amount { get; } = amount;
        public decimal Left { get; set; } = amount;
        public InvoiceStatus Status { get; set; }
        public DateOnly? PartPaidOn { get; set; }
        public string Number => $"R-{InvoiceId}";

        public OpenItem AsItem() => new(InvoiceId, InstalmentId, Number, issued, Due, Amount, Left, Status);
    }
}
