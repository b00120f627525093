namespace Dunning.Learning.LatePayment;

/// <summary>Running figures over a customer's payments, added in the order they came in.</summary>
internal sealed class PaymentRecord
{
    private const double Fading = 0.75;
    private readonly Queue<int> lastFive = [];
    private readonly Queue<int> lastTen = [];
    private readonly int[] weekdayCount = new int[7];
    private readonly double[] weekdaySum = new double[7];
    private double sum, squares, daysToPay, fadingSum, fadingWeight;
    private int late30;
    private int last;
    private DateOnly lastDay;
    private decimal amount;

    public int Count { get; private set; }
    public int Late { get; private set; }

    public void Add(PaidInvoice invoice)
    {
        var days = invoice.DaysLate!.Value;
        Count++;
        Late += days > 0 ? 1 : 0;
        late30 += days >= 30 ? 1 : 0;
        (sum, squares) = (sum + days, squares + (double)days * days);
        daysToPay += invoice.Paid!.Value.DayNumber - invoice.KnownFrom.DayNumber;
        amount += invoice.Amount;
        (fadingSum, fadingWeight) = (fadingSum * Fading + days, fadingWeight * Fading + 1);
        weekdayCount[Weekday(invoice.Due)]++;
        weekdaySum[Weekday(invoice.Due)] += days;
        (last, lastDay) = (days, invoice.Paid.Value);
        Push(lastFive, days, 5);
        Push(lastTen, days, 10);
    }

    public void Describe(PaidInvoice invoice, double portfolioShare, double[] values)
    {
        void Set(LatePaymentFeature feature, double value) => values[(int)feature] = value;
        var shrunk = (Late + 5 * portfolioShare) / (Count + 5);
        Set(LatePaymentFeature.PaidCount, Math.Log(1 + Count));
        Set(LatePaymentFeature.ShrunkLateShare, shrunk);
        Set(LatePaymentFeature.RecentLateShare, (lastTen.Count(d => d > 0) + 3 * shrunk) / (lastTen.Count + 3));
        if (Count == 0) return;
        var mean = sum / Count;
        Set(LatePaymentFeature.LateShare, (double)Late / Count);
        Set(LatePaymentFeature.Late30Share, (double)late30 / Count);
        Set(LatePaymentFeature.MeanDaysLate, mean);
        Set(LatePaymentFeature.DaysLateSpread, Math.Sqrt(Math.Max(0, squares / Count - mean * mean)));
        Set(LatePaymentFeature.LastFiveDaysLate, lastFive.Average());
        Set(LatePaymentFeature.LastDaysLate, last);
        Set(LatePaymentFeature.MeanDaysToPay, daysToPay / Count);
        Set(LatePaymentFeature.DaysSincePayment, invoice.AsOf.DayNumber - lastDay.DayNumber);
        Set(LatePaymentFeature.RecentDaysLate, fadingSum / fadingWeight);
        var weekday = Weekday(invoice.Due);
        if (weekdayCount[weekday] > 0) Set(LatePaymentFeature.SameWeekdayDaysLate, weekdaySum[weekday] / weekdayCount[weekday]);
        if (amount > 0) Set(LatePaymentFeature.AmountRatio, Math.Clamp((double)(invoice.Amount / (amount / Count)), 0, 50));
    }

    public static int Weekday(DateOnly day) => ((int)day.DayOfWeek + 6) % 7;

    private static void Push(Queue<int> queue, int value, int most)
    {
        queue.Enqueue(value);
        if (queue.Count > most) queue.Dequeue();
    }
}
