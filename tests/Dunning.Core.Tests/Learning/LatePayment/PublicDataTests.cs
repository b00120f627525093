using System.Globalization;
using Dunning.Learning.LatePayment;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Dunning.Core.Tests.Learning.LatePayment;

/// <summary>
/// Two public ledgers against honest baselines on the same time split (scikit-learn: IBM logistic regression .882, HighRadius
/// boosted trees .841 and 2.47 days). The files are not part of the project; without them the test says so and passes.
/// </summary>
public sealed class PublicDataTests(ITestOutputHelper output)
{
    [Fact]
    public void The_IBM_sample_is_ranked_at_least_as_well_as_by_the_baseline()
    {
        if (Lines("ibm-accounts-receivable.csv") is not { } lines) return;
        var ledger = lines.Select(f => new PaidInvoice(f[1], Day(f[4]), Day(f[5]), Day(f[8]), Amount(f[6]), [f[0], f[9]])).ToList();
        var figures = Evaluate(ledger, 0.7);
        figures.Auc.ShouldBeGreaterThan(0.882);
        figures.Ece.ShouldBeLessThan(0.04);
    }

    [Fact]
    public void The_HighRadius_ledger_is_ranked_at_least_as_well_as_by_the_baseline()
    {
        if (Lines("highradius-closed-invoices.csv") is not { } lines) return;
        var ledger = lines.Select(f => new PaidInvoice(f[0], null, Day(f[2]), Day(f[1]), Amount(f[4]))).ToList();
        var figures = Evaluate(ledger, 0.8);
        figures.Auc.ShouldBeGreaterThan(0.841);
        figures.MaeDays.ShouldBeLessThan(2.47);
    }

    private LatePaymentFigures Evaluate(List<PaidInvoice> ledger, double share)
    {
        var figures = LatePaymentEvaluation.Evaluate(ledger, LatePaymentEvaluation.CutAt(ledger, share));
        output.WriteLine(figures.ToString());
        return figures;
    }

    private List<string[]>? Lines(string file)
    {
        var folders = new List<string>();
        if (Environment.GetEnvironmentVariable("DUNNING_SHARED_DATA") is { Length: > 0 } given) folders.Add(given);
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent) folders.Add(Path.Combine(at.FullName, "shared", "data"));
        if (folders.Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists) is { } path)
            return [.. File.ReadLines(path).Skip(1).Distinct().Select(line => line.Split(','))];
        output.WriteLine($"skipped: {file} was not found; set DUNNING_SHARED_DATA to the folder that holds it");
        return null;
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, ["M/d/yyyy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None);

    private static decimal Amount(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
