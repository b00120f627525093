using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Ledger;

namespace Dunning.Core.Tests.Cadence.Year;

/// <summary>What the witness knows of a customer, from the diary alone.</summary>
internal sealed class CustomerPicture(Customer customer)
{
    public Customer Imported => customer;
    public Exclusion Exclusion { get; set; } = customer.Exclusion;
    public bool Question { get; set; }
    public bool LiveAddress { get; set; } = true;
    public DateOnly AddressSince { get; set; }

    /// <summary>Every contact that counts, whoever made it.</summary>
    public List<(DateOnly On, string? Touch)> Contacts { get; } = customer.ImportedLastContact is { } day ? [(day, null)] : [];

    public DateOnly? LastContact => Contacts.Count == 0 ? null : Contacts.Max(contact => contact.On);
}

/// <summary>What the witness knows of an account, from the diary alone.</summary>
internal sealed class AccountPicture(AccountKey key, CustomerPicture customer)
{
    public AccountKey Key => key;
    public CustomerPicture Customer => customer;
    public Dictionary<long, LinePicture> Lines { get; } = [];
    public Dictionary<long, decimal> Credits { get; } = [];
    public List<HoldPicture> Holds { get; } = [];
    public Dictionary<string, (Touch Touch, DateOnly On)> Pending { get; } = [];
    public HashSet<string> Delivered { get; } = [];
    public List<(DateOnly On, Stage Stage, string Touch)> Steps { get; } = [];
    public int FirstLevel { get; set; } = customer.Imported.ImportedLevel;
    public bool WithPerson { get; set; }

    /// <summary>The last day from which a step may be counted: opening, delivery, part payment, fresh grace.</summary>
    public DateOnly Anchor { get; set; }

    public int Level => Steps.Count > 0 ? (int)Steps[^1].Stage : FirstLevel;

    public IEnumerable<LinePicture> Overdue(DateOnly day) => Lines.Values.Where(line => line.Status == InvoiceStatus.Open && line.Left > 0 && line.Due < day);

    public IEnumerable<LinePicture> Chaseable(DateOnly day, BusinessCalendar calendar) =>
        Overdue(day).Where(line => !Paused(line.Invoice, day) && Rolled(line.Due, calendar) < day);

    public bool Paused(long invoice, DateOnly day) => Holds.Exists(hold => hold.On(day) && (hold.Invoices.Count == 0 || hold.Invoices.Contains(invoice)));

    public static DateOnly Rolled(DateOnly day, BusinessCalendar calendar)
    {
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || calendar.Holidays.Contains(day)) day = day.AddDays(1);
        return day;
    }
}

internal sealed class LinePicture(long invoice, long instalment, DateOnly due, decimal left)
{
    public long Invoice => invoice;
    public long Instalment => instalment;
    public DateOnly Due => due;
    public decimal Left { get; set; } = left;
    public InvoiceStatus Status { get; set; }
}

internal sealed record HoldPicture(long Id, SuppressionKind Kind, IReadOnlyList<long> Invoices, DateOnly? Until)
{
    // What is legal or opted out waits for a person whatever date was written beside it.
    public bool On(DateOnly day) => Kind is SuppressionKind.Legal or SuppressionKind.Insolvency or SuppressionKind.OptOut || Until is not { } last || day <= last;
}
