using System.Diagnostics;
using Dunning.Learning.Metrics;

namespace Dunning.Learning.LatePayment;

/// <summary>Figures of a model on invoices it could not know.</summary>
/// <param name="Auc">ROC AUC of late against not.</param>
/// <param name="PrAuc">Average precision.</param>
/// <param name="LogLoss">In nats.</param>
/// <param name="Brier">Mean squared error of the chance.</param>
/// <param name="Ece">Expected calibration error, 15 bins of equal mass, debiased.</param>
/// <param name="MaeDays">Mean absolute error of the days late, over paid invoices.</param>
/// <param name="RowsTrain">Rows trained on.</param>
/// <param name="RowsTest">Rows judged.</param>
/// <param name="LateShareTest">Share of late ones among them.</param>
/// <param name="Seconds">Wall time of features, training and scoring.</param>
public sealed record LatePaymentFigures(
    double Auc, double PrAuc, double LogLoss, double Brier, double Ece, double MaeDays,
    int RowsTrain, int RowsTest, double LateShareTest, double Seconds);

/// <summary>Measures with a time split: trained on what was known at the cut, judged on what came after.</summary>
public static class LatePaymentEvaluation
{
    /// <summary>Trains at the cut and judges every invoice with an as-of day on or after it whose outcome the data holds.</summary>
    /// <exception cref="ArgumentException">Too few rows on one side of the cut, or only one outcome.</exception>
    public static LatePaymentFigures Evaluate(IReadOnlyList<PaidInvoice> invoices, DateOnly cut)
    {
        var watch = Stopwatch.StartNew();
        var rows = InvoiceHistory.Features(invoices);
        var model = LatePaymentModel.Train(rows, cut);
        var test = TestRows(rows, cut);
        if (test.Length == 0) throw new ArgumentException("no invoice with a known outcome lies on or after the cut", nameof(cut));
        var scores = Array.ConvertAll(test, model.Score);
        var (chances, late) = (Array.ConvertAll(scores, s => s.LateProbability), Array.ConvertAll(test, LatePaymentTraining.IsLate));
        var paid = Enumerable.Range(0, test.Length).Where(i => test[i].Invoice.Paid is not null).ToArray();
        return new LatePaymentFigures(
            Ranking.RocAuc(chances, late), Ranking.AveragePrecision(chances, late),
            ForecastErrors.LogLoss(chances, late), ForecastErrors.Brier(chances, late), CalibrationError.EqualMass(chances, late),
            ForecastErrors.MeanAbsolute(Array.ConvertAll(paid, i => scores[i].ExpectedDaysLate), Array.ConvertAll(paid, i => (double)test[i].Invoice.DaysLate!.Value)),
            model.RowCount, test.Length, late.Count(l => l) / (double)late.Length, watch.Elapsed.TotalSeconds);
    }

    /// <summary>
    /// The day below which the given share of the as-of days lies (linear between neighbours, rounded up to a whole day), over invoices open on their as-of day.
    /// </summary>
    public static DateOnly CutAt(IReadOnlyList<PaidInvoice> invoices, double share)
    {
        if (!(share is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "must be above 0 and below 1");
        var days = invoices.Where(i => i.OpenAtAsOf).Select(i => i.AsOf.DayNumber).Order().ToArray();
        if (days.Length == 0) throw new ArgumentException("there are no invoices open on their as-of day", nameof(invoices));
        var at = share * (days.Length - 1);
        var below = days[(int)at];
        var above = days[Math.Min((int)at + 1, days.Length - 1)];
        return DateOnly.FromDayNumber((int)Math.Ceiling(below + (at - Math.Floor(at)) * (above - below)));
    }

    // An open invoice has an outcome once the data reaches beyond its due date: it is late.
    private static LatePaymentRow[] TestRows(IReadOnlyList<LatePaymentRow> rows, DateOnly cut)
    {
        var end = rows.Max(r => r.Invoice.Paid ?? DateOnly.MinValue);
        return [.. rows.Where(r => r.Invoice.OpenAtAsOf && r.Invoice.AsOf >= cut && (r.Invoice.Paid is not null || r.Invoice.Due < end))];
    }
}
