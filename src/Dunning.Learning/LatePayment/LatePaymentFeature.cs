namespace Dunning.Learning.LatePayment;

/// <summary>The numeric features, in the order of <see cref="LatePaymentRow.Values"/>. "History" is what the customer had paid before the as-of day.</summary>
public enum LatePaymentFeature
{
    /// <summary>ln(1 + amount).</summary>
    LogAmount,
    /// <summary>Amount over the mean paid amount, at most 50.</summary>
    AmountRatio,
    /// <summary>Days from issue to due.</summary>
    Terms,
    /// <summary>Month of the as-of day, 1 to 12.</summary>
    AsOfMonth,
    /// <summary>Weekday due, Monday 0 to Sunday 6.</summary>
    DueWeekday,
    /// <summary>Day of the month due.</summary>
    DueDayOfMonth,
    /// <summary>ln(1 + invoices in the history).</summary>
    PaidCount,
    /// <summary>Share of the history paid after the due date.</summary>
    LateShare,
    /// <summary>Share of the history paid 30 or more days late.</summary>
    Late30Share,
    /// <summary>Mean days late of the history.</summary>
    MeanDaysLate,
    /// <summary>Standard deviation of the days late.</summary>
    DaysLateSpread,
    /// <summary>Mean days late of the last five paid.</summary>
    LastFiveDaysLate,
    /// <summary>Days late of the last paid.</summary>
    LastDaysLate,
    /// <summary>Mean days from issue to payment.</summary>
    MeanDaysToPay,
    /// <summary>Days since the last payment.</summary>
    DaysSincePayment,
    /// <summary>Invoices known and unpaid.</summary>
    OpenCount,
    /// <summary>Invoices overdue and unpaid.</summary>
    OverdueCount,
    /// <summary>ln(1 + amount overdue).</summary>
    OverdueAmount,
    /// <summary>Age in days of the oldest overdue invoice; 0 without one.</summary>
    OldestOverdue,
    /// <summary>Late share pulled towards the portfolio's by five imaginary invoices; defined without any history.</summary>
    ShrunkLateShare,
    /// <summary>Days late averaged with weights falling by a quarter per payment, newest first.</summary>
    RecentDaysLate,
    /// <summary>Late share of the last ten paid, pulled towards <see cref="ShrunkLateShare"/>.</summary>
    RecentLateShare,
    /// <summary>Mean days late of paid invoices that were due on the same weekday.</summary>
    SameWeekdayDaysLate,
}

/// <summary>An invoice with its features as of its as-of day.</summary>
/// <param name="Invoice">The invoice.</param>
/// <param name="PaidBefore">Invoices of the customer paid before the as-of day; 0 is a cold start.</param>
/// <param name="OverdueBefore">Amount overdue before the as-of day.</param>
/// <param name="Values">One value per <see cref="LatePaymentFeature"/>; NaN where there is no history to take it from.</param>
public sealed record LatePaymentRow(PaidInvoice Invoice, int PaidBefore, decimal OverdueBefore, double[] Values)
{
    /// <summary>The value of a feature.</summary>
    public double this[LatePaymentFeature feature] => Values[(int)feature];
}
