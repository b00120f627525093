namespace Dunning.Learning.LatePayment;

/// <summary>
/// A customer's open and overdue invoices as a sweep over rising days. An invoice is open on day a when it was known before a
/// and not paid before a; overdue when it was also due before a. Each invoice enters and leaves once.
/// </summary>
internal sealed class OpenItems
{
    private readonly PaidInvoice[] byKnown;
    private readonly PaidInvoice[] byOverdue;
    private readonly PaidInvoice[] openByPaid;
    private readonly PaidInvoice[] overdueByPaid;
    private readonly PriorityQueue<PaidInvoice, DateOnly> oldest = new();
    private int known, overdue, openPaid, overduePaid;

    public OpenItems(PaidInvoice[] invoices)
    {
        // One paid no later than it would enter is never seen open, and would only leave.
        var open = invoices.Where(i => i.Paid is null || i.Paid > i.KnownFrom).ToArray();
        var late = invoices.Where(i => i.Paid is null || i.Paid > OverdueFrom(i)).ToArray();
        byKnown = [.. open.OrderBy(i => i.KnownFrom)];
        openByPaid = [.. open.Where(i => i.Paid is not null).OrderBy(i => i.Paid)];
        byOverdue = [.. late.OrderBy(OverdueFrom)];
        overdueByPaid = [.. late.Where(i => i.Paid is not null).OrderBy(i => i.Paid)];
    }

    public decimal OverdueAmount { get; private set; }

    public int OpenCount => known - openPaid;

    public int OverdueCount => overdue - overduePaid;

    public void AdvanceTo(DateOnly day)
    {
        while (known < byKnown.Length && byKnown[known].KnownFrom < day) known++;
        while (openPaid < openByPaid.Length && openByPaid[openPaid].Paid < day) openPaid++;
        for (; overdue < byOverdue.Length && OverdueFrom(byOverdue[overdue]) < day; overdue++)
        {
            OverdueAmount += byOverdue[overdue].Amount;
            oldest.Enqueue(byOverdue[overdue], byOverdue[overdue].Due);
        }
        for (; overduePaid < overdueByPaid.Length && overdueByPaid[overduePaid].Paid < day; overduePaid++)
            OverdueAmount -= overdueByPaid[overduePaid].Amount;
        while (oldest.TryPeek(out var item, out _) && item.Paid < day) oldest.Dequeue();
    }

    public int OldestDays(DateOnly day) => oldest.TryPeek(out var item, out _) ? day.DayNumber - item.Due.DayNumber : 0;

    /// <summary>Last day on which the invoice is not yet overdue, and known.</summary>
    public static DateOnly OverdueFrom(PaidInvoice invoice) => invoice.Due > invoice.KnownFrom ? invoice.Due : invoice.KnownFrom;
}
