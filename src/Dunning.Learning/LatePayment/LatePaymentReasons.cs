using System.Globalization;

namespace Dunning.Learning.LatePayment;

/// <summary>Puts the strongest contributions into words. Features that say the same thing are summed under one reason.</summary>
internal static class LatePaymentReasons
{
    private const int Most = 3;
    private const double Negligible = 0.02;

    private enum Topic { LateHabit, DaysLate, LastPayment, Overdue, OpenItems, Amount, History, Terms, Calendar, Attribute }

    public static IReadOnlyList<LatePaymentReason> Of(LatePaymentRow row, double[] contributions)
    {
        var effects = new double[Enum.GetValues<Topic>().Length];
        for (var i = 0; i < contributions.Length; i++)
            effects[(int)(i < row.Values.Length ? TopicOf((LatePaymentFeature)i) : Topic.Attribute)] += contributions[i];
        return [.. effects.Select((effect, topic) => (effect, topic: (Topic)topic))
            .Where(e => Math.Abs(e.effect) >= Negligible)
            .OrderByDescending(e => Math.Abs(e.effect)).ThenBy(e => e.topic)
            .Take(Most).Select(e => new LatePaymentReason(e.effect, Words(e.topic, row)))];
    }

    private static Topic TopicOf(LatePaymentFeature feature) => feature switch
    {
        LatePaymentFeature.LateShare or LatePaymentFeature.Late30Share or LatePaymentFeature.ShrunkLateShare or LatePaymentFeature.RecentLateShare => Topic.LateHabit,
        LatePaymentFeature.MeanDaysLate or LatePaymentFeature.DaysLateSpread or LatePaymentFeature.MeanDaysToPay => Topic.DaysLate,
        LatePaymentFeature.LastFiveDaysLate or LatePaymentFeature.LastDaysLate or LatePaymentFeature.RecentDaysLate => Topic.LastPayment,
        LatePaymentFeature.OverdueCount or LatePaymentFeature.OverdueAmount or LatePaymentFeature.OldestOverdue => Topic.Overdue,
        LatePaymentFeature.OpenCount => Topic.OpenItems,
        LatePaymentFeature.LogAmount or LatePaymentFeature.AmountRatio => Topic.Amount,
        LatePaymentFeature.PaidCount or LatePaymentFeature.DaysSincePayment => Topic.History,
        LatePaymentFeature.Terms => Topic.Terms,
        LatePaymentFeature.AsOfMonth or LatePaymentFeature.DueWeekday or LatePaymentFeature.DueDayOfMonth or LatePaymentFeature.SameWeekdayDaysLate => Topic.Calendar,
    };

    private static string Words(Topic topic, LatePaymentRow row) => topic switch
    {
        Topic.LateHabit when row.PaidBefore == 0 => "no payment of this customer is known yet; the portfolio's late share stands in",
        Topic.LateHabit => Text($"{row[LatePaymentFeature.LateShare]:P0} of {row.PaidBefore} paid invoices came late"),
        Topic.DaysLate when row.PaidBefore == 0 => "no payment of this customer is known yet",
        Topic.DaysLate => Text($"payments came {Late(row[LatePaymentFeature.MeanDaysLate])} on average"),
        Topic.LastPayment when row.PaidBefore == 0 => "no payment of this customer is known yet",
        Topic.LastPayment => Text($"the last payment came {Late(row[LatePaymentFeature.LastDaysLate])}, the last five {Late(row[LatePaymentFeature.LastFiveDaysLate])} on average"),
        Topic.Overdue when row[LatePaymentFeature.OverdueCount] <= 0 => "nothing else is overdue",
        Topic.Overdue => Text($"{row[LatePaymentFeature.OverdueCount]:0} other invoices are overdue, {row.OverdueBefore:N2} in total, the oldest by {row[LatePaymentFeature.OldestOverdue]:0} days"),
        Topic.OpenItems => Text($"{row[LatePaymentFeature.OpenCount]:0} other invoices are open"),
        Topic.Amount when double.IsNaN(row[LatePaymentFeature.AmountRatio]) => Text($"the amount is {row.Invoice.Amount:N2}"),
        Topic.Amount => Text($"the amount is {row[LatePaymentFeature.AmountRatio]:0.0} times the customer's usual one"),
        Topic.History when row.PaidBefore == 0 => "the customer is new",
        Topic.History => Text($"{row.PaidBefore} payments are known, the last {row[LatePaymentFeature.DaysSincePayment]:0} days ago"),
        Topic.Terms => Text($"payment terms are {row[LatePaymentFeature.Terms]:0} days"),
        Topic.Calendar => Text($"due on a {row.Invoice.Due:dddd}, day {row.Invoice.Due.Day} of the month"),
        Topic.Attribute => "group of the customer: " + string.Join(", ", row.Invoice.Attributes ?? []),
    };

    private static string Late(double days) => Math.Round(days) switch
    {
        0 => "on time",
        > 0 and var d => Text($"{d:0} days late"),
        var d => Text($"{-d:0} days early"),
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
