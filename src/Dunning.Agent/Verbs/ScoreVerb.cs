using System.CommandLine;
using System.Diagnostics;
using Dunning.Connectors.Files;
using Dunning.Flows;
using Dunning.Flows.Cycle;
using Dunning.Learning.LatePayment;

namespace Dunning.Agent.Verbs;

/// <summary><c>score train|evaluate --data FILE --map PRESET</c>: the late-payment model.</summary>
internal static class ScoreVerb
{
    private const double TrainShare = 0.8;

    public static Command Create(Settings settings)
    {
        var data = new Option<string>("--data") { Description = "Ledger file with paid invoices", Required = true };
        var map = new Option<string>("--map") { Description = "Preset or mapping file", Required = true };
        var cut = CycleVerb.DayOption("--cut", "First day of the future; default: evaluate takes the newest fifth, train takes everything");
        var json = new Option<bool>("--json") { Description = "Machine output" };
        var evaluate = new Command("evaluate", "Train before the cut, judge after it, print the figures.") { data, map, cut, json };
        evaluate.SetAction(async (parsed, cancellationToken) =>
        {
            var invoices = await ReadAsync(parsed.GetRequiredValue(data), parsed.GetRequiredValue(map), cancellationToken);
            var figures = Guard(() => LatePaymentEvaluation.Evaluate(invoices, parsed.GetValue(cut) ?? LatePaymentEvaluation.CutAt(invoices, TrainShare)));
            if (parsed.GetValue(json)) Output.WriteJson(figures);
            else Output.Say($"AUC {figures.Auc:0.000}, PR-AUC {figures.PrAuc:0.000}, log-loss {figures.LogLoss:0.000}, Brier {figures.Brier:0.000}, ECE {figures.Ece:0.000}, "
                + $"MAE {figures.MaeDays:0.00} days; {figures.RowsTrain} rows trained, {figures.RowsTest} judged; {figures.Seconds:0.0} s");
            return 0;
        });
        var train = new Command("train", "Train on the file and keep the model for this installation.") { data, map, cut, json };
        train.SetAction(async (parsed, cancellationToken) =>
        {
            var watch = Stopwatch.StartNew();
            var invoices = await ReadAsync(parsed.GetRequiredValue(data), parsed.GetRequiredValue(map), cancellationToken);
            var last = invoices.Max(invoice => invoice.Paid ?? invoice.Due).AddDays(1);
            var model = Guard(() => LatePaymentModel.Train(InvoiceHistory.Features(invoices), parsed.GetValue(cut) ?? last));
            LatePaymentModelFile.Save(model, settings.LatePaymentModel);
            var done = new { model = settings.LatePaymentModel, rows = model.RowCount, late_share = model.LateShare, cut = model.Cut, seconds = Math.Round(watch.Elapsed.TotalSeconds, 3) };
            if (parsed.GetValue(json)) Output.WriteJson(done);
            else Output.Say($"Trained on {done.rows} invoices known at {done.cut:yyyy-MM-dd} ({done.late_share:P1} late); kept as {done.model}; {done.seconds} s");
            return 0;
        });
        return new("score", "The late-payment model.") { train, evaluate };
    }

    private static async Task<IReadOnlyList<PaidInvoice>> ReadAsync(string path, string map, CancellationToken cancellationToken)
    {
        List<PaidInvoice> invoices = [];
        long rejected = 0;
        await foreach (var row in new MappedLedgerFile(path, MappingFiles.Load(map), null).ReadAsync(cancellationToken))
        {
            if (row.Record is { Kind: "invoice" } record && !row.Repeats) invoices.Add(Known(record));
            if (row.Error is not null) rejected++;
        }

        if (rejected > 0) Output.Warn($"{rejected} rows of {path} were left out; import --dry-run lists them.");
        return invoices.Count > 0 ? invoices : throw new FailureException($"{path}: there is no invoice to learn from.");
    }

    private static PaidInvoice Known(LedgerRecord record) => new(
        $"{record.CustomerNumber}|{record.Currency}", record.Issued, record.Instalments[^1].Due,
        record.PaidAmount is { } paid && paid < record.Amount ? null : record.PaidOn, record.Amount);

    private static T Guard<T>(Func<T> learn)
    {
        try
        {
            return learn();
        }
        catch (ArgumentException tooLittle)
        {
            throw new FailureException($"The file does not hold enough to learn from: {tooLittle.Message}");
        }
    }
}
