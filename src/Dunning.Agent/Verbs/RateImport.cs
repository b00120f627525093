using Dunning.Connectors.Files;
using Dunning.Flows.Ledger;
using Dunning.Postgres;

namespace Dunning.Agent.Verbs;

/// <summary><c>import FILE --map ecb|rates</c>: dated exchange rates.</summary>
internal static class RateImport
{
    public static async Task RunAsync(
        Settings settings, string path, string layout, bool dryRun, string? report, bool json, CancellationToken cancellationToken)
    {
        var from = new ImportSource(Path.GetFileName(path), await ImportVerb.HashAsync(path, cancellationToken), layout);
        await using var source = await AgentDatabase.OpenAsync(settings, cancellationToken);
        var done = await new ImportRates(source, new InstallationClock(source)).RunAsync(new RateFile(path, layout), from, dryRun, cancellationToken);
        if (report is not null) await ImportVerb.WriteReportAsync(report, done.Errors, cancellationToken);
        if (json) Output.WriteJson(done);
        else Print(done);
    }

    private static void Print(RateImportReport done)
    {
        ImportVerb.PrintErrors(done.Errors);
        Output.Say($"{(done.DryRun ? "Dry run, nothing changed: " : "")}{done.Rows} rows, {done.Accepted} accepted, {done.Rejected} rejected, {done.Duplicates} duplicates");
        Output.Say($"{done.Rates} rates of {done.Currencies.Count} currencies, {done.First:yyyy-MM-dd} to {done.Last:yyyy-MM-dd}; {done.New} new, {done.Changed} changed; {done.Seconds} s");
    }
}
