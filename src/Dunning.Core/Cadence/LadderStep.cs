using System.Globalization;
using Dunning.Core.Cases;

namespace Dunning.Core.Cadence;

/// <summary>What a step on the ladder is counted from. When the event never happened, the last delivered stage counts, and before the first one the due date.</summary>
public enum StepAnchor
{
    /// <summary>The due date of the oldest item, rolled forward to a business day.</summary>
    DueDate,

    /// <summary>The day the stage below was delivered.</summary>
    LastDeliveredStage,

    /// <summary>The day the oldest overdue item was issued.</summary>
    InvoiceIssued,

    /// <summary>The last day the customer wrote or paid.</summary>
    LastCustomerAction,

    /// <summary>The day named in the last promise that has ended.</summary>
    PromiseDate,

    /// <summary>The day the last dispute was decided.</summary>
    DisputeResolved,

    /// <summary>The day the account came into its present segment, for example by a change of its risk band.</summary>
    RiskBandChange,
}

/// <summary>When a stage becomes due, and how it reaches the customer.</summary>
/// <param name="Days">Days after the anchor, at least 1.</param>
public sealed record LadderStep(Stage Stage, StepAnchor Anchor, int Days)
{
    /// <summary>The days are business days of the debtor's country.</summary>
    public bool BusinessDays { get; init; }

    /// <summary>How it reaches the customer; letters and calls are always tasks for a person.</summary>
    public Channel Channel { get; init; }

    /// <summary>Written one step more softly than usual for the stage.</summary>
    public bool Softer { get; init; }

    /// <summary>Smallest amount due for which this stage is taken, per currency, in major units; the policy's own minimum holds besides.</summary>
    public IReadOnlyDictionary<string, decimal> MinimumAmounts { get; init; } = new Dictionary<string, decimal>();

    /// <summary>Copies of the listed invoices are attached, as far as the document store holds them.</summary>
    public bool AttachInvoices { get; init; }

    /// <summary>The fewest calendar days the offset can take: business days stretch over weekends.</summary>
    public int LeastDays => Anchor == StepAnchor.InvoiceIssued ? 1 : BusinessDays ? Days + (2 * (Days / 5)) : Days;

    /// <summary>The first day of the step, counted from a day.</summary>
    public DateOnly After(DateOnly day, BusinessCalendar calendar)
    {
        if (!BusinessDays) return day.AddDays(Days);
        for (var left = Days; left > 0; left--) day = calendar.RollForward(day.AddDays(1));
        return day;
    }

    internal string Canonical()
    {
        var minimums = string.Join(',', MinimumAmounts.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}={pair.Value:G29}")));
        return string.Create(CultureInfo.InvariantCulture, $"{Stage}:{Anchor}:{Days}:{BusinessDays}:{Channel}:{Softer}:{AttachInvoices}:{minimums}");
    }
}
