using System.Globalization;
using Dunning.Learning.Calibration;
using Dunning.Learning.Linear;
using Dunning.Learning.Metrics;
using Dunning.Learning.Trees;

namespace Dunning.Learning.LatePayment;

/// <summary>Trains a <see cref="LatePaymentModel"/>: blend, number of trees and calibration on the newest rows, then everything again on all rows.</summary>
internal static class LatePaymentTraining
{
    private const int FewestRows = 100;
    private const double TailShare = 0.2;

    public static LatePaymentModel Run(IReadOnlyList<LatePaymentRow> rows, DateOnly cut)
    {
        var known = KnownAt(rows, cut);
        var late = Array.ConvertAll(known, IsLate);
        if (known.Length < FewestRows || late.Distinct().Count() < 2)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"training needs at least {FewestRows} invoices whose outcome was known on {cut:yyyy-MM-dd}, some late and some not; found {known.Length}, {late.Count(l => l)} of them late"), nameof(rows));
        var codes = AttributeCodes.Learn(known);
        var tailStart = known[(int)(known.Length * (1 - TailShare))].Invoice.AsOf;
        // Only what was known when the tail began may judge the tail.
        var (fit, tail) = (KnownAt(known, tailStart), known.Where(r => r.Invoice.AsOf >= tailStart).ToArray());
        var (trees, share, calibration) = Tune(fit, tail, codes);
        var parts = new LatePaymentParts(codes, FitLinear(known, codes), FitTrees(known, codes, trees), share, calibration, FitDays(known, cut, codes));
        return new LatePaymentModel(parts, cut, known.Length, late.Count(l => l) / (double)known.Length);
    }

    /// <summary>Rows open on an as-of day before the cut and due before it, oldest first.</summary>
    public static LatePaymentRow[] KnownAt(IEnumerable<LatePaymentRow> rows, DateOnly cut) =>
        [.. rows.Where(r => r.Invoice.OpenAtAsOf && r.Invoice.AsOf < cut && r.Invoice.AsOf <= r.Invoice.Due && r.Invoice.Due < cut)
            .OrderBy(r => r.Invoice.AsOf).ThenBy(r => r.Invoice.Due).ThenBy(r => r.Invoice.Customer, StringComparer.Ordinal).ThenBy(r => r.Invoice.Amount)];

    /// <summary>Unpaid once the due date has passed is late, so open invoices count as well.</summary>
    public static bool IsLate(LatePaymentRow row) => row.Invoice.Paid is null || row.Invoice.Paid > row.Invoice.Due;

    private static (int Trees, double Share, PlattScaling Calibration) Tune(LatePaymentRow[] fit, LatePaymentRow[] tail, AttributeCodes codes)
    {
        var asIs = new PlattScaling(1, 0);
        var outcomes = Array.ConvertAll(tail, IsLate);
        if (fit.Length < FewestRows / 2 || fit.Select(IsLate).Distinct().Count() < 2 || outcomes.Distinct().Count() < 2) return (50, 0.5, asIs);
        var stopping = TreeBooster.Train(Table([.. fit, .. tail], codes), Targets([.. fit, .. tail]),
            Settings(fit.Length) with { ValidationShare = (double)tail.Length / (fit.Length + tail.Length) });
        var linear = FitLinear(fit, codes);
        var fromTrees = Array.ConvertAll(tail, r => stopping.Raw(codes.ForTrees(r)));
        var fromLinear = Array.ConvertAll(tail, r => linear.Raw(codes.ForLinear(r)));
        double[] Mix(double share) => [.. fromTrees.Zip(fromLinear, (t, l) => share * t + (1 - share) * l)];
        var best = Enumerable.Range(0, 11).Select(i => i / 10.0)
            .MinBy(share => ForecastErrors.LogLoss(Array.ConvertAll(Mix(share), Links.Sigmoid), outcomes));
        // Only the steepness is fitted: the level of one short window moves with the season and would be carried into the next.
        var temperature = TemperatureScaling.FitSigmoid([Array.ConvertAll(Mix(best), x => (float)x)], [outcomes]);
        return (Math.Max(10, stopping.TreeCount), best, new PlattScaling(1 / temperature, 0));
    }

    private static LogisticRegression FitLinear(LatePaymentRow[] rows, AttributeCodes codes) =>
        LogisticRegression.Fit(Array.ConvertAll(rows, codes.ForLinear), Array.ConvertAll(rows, IsLate));

    private static TreeModel FitTrees(LatePaymentRow[] rows, AttributeCodes codes, int trees) =>
        TreeBooster.Train(Table(rows, codes), Targets(rows), Settings(rows.Length) with { MaximumTrees = trees, ValidationShare = 0 });

    private static TreeModel FitDays(LatePaymentRow[] known, DateOnly cut, AttributeCodes codes)
    {
        // Only invoices due a month before the cut: of the younger ones just the quick payers are known.
        var paid = known.Where(r => r.Invoice.Paid < cut && r.Invoice.Due.AddDays(30) < cut).ToArray();
        if (paid.Length < FewestRows / 2)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"only {paid.Length} invoices due 30 days before the cut had been paid; {FewestRows / 2} are needed"), nameof(known));
        return TreeBooster.Train(Table(paid, codes), Array.ConvertAll(paid, r => (double)r.Invoice.DaysLate!.Value),
            Settings(paid.Length) with { Loss = TreeLoss.AbsoluteError, ValidationShare = 0.1 });
    }

    private static TreeOptions Settings(int rows) => new()
    {
        MaximumTrees = 300, LearningRate = 0.06, MaximumLeaves = rows < 5000 ? 8 : 31, MinimumLeafRows = rows < 5000 ? 20 : 40, ColumnShare = 0.6, Threads = 2,
    };

    private static double[] Targets(LatePaymentRow[] rows) => Array.ConvertAll(rows, r => IsLate(r) ? 1.0 : 0.0);

    private static TreeTable Table(LatePaymentRow[] rows, AttributeCodes codes)
    {
        TreeColumn[] schema = [.. Enum.GetNames<LatePaymentFeature>().Select(n => new TreeColumn(n)), .. codes.Columns];
        var columns = Array.ConvertAll(schema, _ => new double[rows.Length]);
        for (var i = 0; i < rows.Length; i++)
        {
            var values = codes.ForTrees(rows[i]);
            for (var c = 0; c < columns.Length; c++) columns[c][i] = values[c];
        }
        return new TreeTable(schema, columns);
    }
}
