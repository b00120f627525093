using System.Globalization;
using System.Runtime.CompilerServices;
using Dunning.Learning.LatePayment;
using Dunning.Postgres.Ledger;
using Npgsql;

namespace Dunning.Flows.Cycle;

/// <summary>
/// Scores every open case with the late-payment model, or where none was trained with the customer's own late share
/// drawn towards the portfolio's. Items are seen as of the day or their due date, whichever is earlier: an overdue item
/// is late already, and what ranks cases is how likely that was.
/// </summary>
public sealed class ScoreCases(NpgsqlDataSource source, LatePaymentModel? model)
{
    // Histories are scored in batches of whole accounts, so that memory does not grow with the ledger.
    private const int Batch = 100_000;
    private const int ReasonsShown = 3;

    /// <summary>Scores the open cases of these entities as the ledger was known on the day.</summary>
    public Task RunAsync(DateOnly day, string[] entities, CancellationToken cancellationToken) =>
        ScoreRows.StoreAsync(source, ScoresAsync(day, entities, cancellationToken), cancellationToken);

    private async IAsyncEnumerable<CaseScore> ScoresAsync(DateOnly day, string[] entities, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<HistoryRow> batch = [];
        await foreach (var row in ScoreRows.ReadAsync(source, day, entities, cancellationToken))
        {
            if (batch.Count >= Batch && batch[^1].CaseId != row.CaseId)
            {
                foreach (var score in Score(batch, day)) yield return score;
                batch.Clear();
            }

            batch.Add(row);
        }

        foreach (var score in Score(batch, day)) yield return score;
    }

    private IEnumerable<CaseScore> Score(List<HistoryRow> batch, DateOnly day)
    {
        if (batch.Count == 0) return [];
        var features = InvoiceHistory.Features([.. batch.Select(row => Known(row, day))]);
        return batch.Zip(features).GroupBy(pair => pair.First.CaseId).Select(account => Of(account.Key, [.. account.Where(pair => pair.First.Residual > 0)], day)).OfType<CaseScore>();
    }

    private CaseScore? Of(long caseId, (HistoryRow Row, LatePaymentRow Features)[] open, DateOnly day)
    {
        var owed = open.Sum(item => item.Row.Residual);
        if (owed <= 0) return null;
        double risk = 0, days = 0;
        foreach (var (row, features) in open)
        {
            var weight = (double)(row.Residual / owed);
            var (chance, late) = Judge(features);
            risk += weight * chance;
            days += weight * Math.Max(late, day.DayNumber - row.Due.DayNumber);
        }

        return new(caseId, (float)Math.Round(risk, 4), (float)Math.Round(days, 1), Reasons(open.MaxBy(item => item.Row.Residual).Features));
    }

    private (double Chance, double DaysLate) Judge(LatePaymentRow features)
    {
        if (model is null) return (features[LatePaymentFeature.ShrunkLateShare], double.IsNaN(features[LatePaymentFeature.MeanDaysLate]) ? 0 : features[LatePaymentFeature.MeanDaysLate]);
        var score = model.Score(features);
        return (score.LateProbability, score.ExpectedDaysLate);
    }

    private string[] Reasons(LatePaymentRow largest)
    {
        if (model is not null) return [.. model.Score(largest).Reasons.Take(ReasonsShown).Select(reason => reason.Text)];
        return largest.PaidBefore == 0
            ? ["no payment history: the rate of all customers is assumed"]
            : [string.Create(CultureInfo.InvariantCulture, $"paid {largest[LatePaymentFeature.LateShare]:P0} of {largest.PaidBefore} invoices after the due date")];
    }

    private static PaidInvoice Known(HistoryRow row, DateOnly day) => new(
        row.CaseId.ToString(CultureInfo.InvariantCulture), row.Issued, row.Due, row.Paid, row.Amount, null,
        row.Residual > 0 ? (day < row.Due ? day : row.Due) : null);
}
