using System.CommandLine;
using System.Security.Cryptography;
using Dunning.Connectors.Files;
using Dunning.Flows;
using Dunning.Flows.Ledger;
using Dunning.Postgres;

namespace Dunning.Agent.Verbs;

/// <summary><c>import FILE --map PRESET|mapping.yaml</c>: ledger rows from CSV or XLSX.</summary>
internal static class ImportVerb
{
    private const int Shown = 20;

    public static Command Create(Settings settings)
    {
        var file = new Argument<string>("FILE") { Description = "CSV or XLSX file with the ledger, or with exchange rates" };
        var map = new Option<string>("--map") { Description = $"Preset ({string.Join(", ", MappingFiles.Presets)}) or mapping file; for exchange rates {string.Join(" or ", RateFile.Layouts)}", Required = true };
        var entity = new Option<string?>("--entity") { Description = "Id of the creditor entity, instead of the mapping's" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Do everything, report, and change nothing" };
        var report = new Option<string?>("--report") { Description = "File for the list of rejected rows (tab-separated)" };
        var json = new Option<bool>("--json") { Description = "Machine output" };
        var verb = new Command("import", "Import ledger rows; every rejected row is reported, nothing is half-imported.") { file, map, entity, dryRun, report, json };
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetRequiredValue(file);
            var mapping = parsed.GetRequiredValue(map);
            if (RateFile.Layouts.Contains(mapping))
            {
                if (parsed.GetValue(entity) is not null) throw new FailureException($"--entity does not go with --map {mapping}: exchange rates belong to no entity.");
                await RateImport.RunAsync(settings, path, mapping, parsed.GetValue(dryRun), parsed.GetValue(report), parsed.GetValue(json), cancellationToken);
                return 0;
            }

            var ledger = new MappedLedgerFile(path, MappingFiles.Load(mapping), parsed.GetValue(entity));
            var from = new ImportSource(Path.GetFileName(path), await HashAsync(path, cancellationToken), Path.GetFileName(mapping));
            await using var source = await AgentDatabase.OpenAsync(settings, cancellationToken);
            var done = await new ImportLedger(source, new InstallationClock(source)).RunAsync(ledger, from, parsed.GetValue(dryRun), cancellationToken);
            if (parsed.GetValue(report) is { } target) await WriteReportAsync(target, done.Errors, cancellationToken);
            if (parsed.GetValue(json)) Output.WriteJson(done);
            else Print(done);
            return 0;
        });
        return verb;
    }

    internal static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path)) throw new FailureException($"{path}: there is no such file.");
        await using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
    }

    internal static async Task WriteReportAsync(string target, IReadOnlyList<RowError> errors, CancellationToken cancellationToken) =>
        await File.WriteAllLinesAsync(
            target, errors.Select(error => $"{error.Line}\t{error.Column}\t{error.Value}\t{error.Reason}").Prepend("line\tcolumn\tvalue\treason"), cancellationToken);

    internal static void PrintErrors(IReadOnlyList<RowError> errors)
    {
        foreach (var error in errors.Take(Shown)) Output.Warn($"line {error.Line}, {error.Column}: '{error.Value}' {error.Reason}");
        if (errors.Count > Shown) Output.Warn($"… and {errors.Count - Shown} more rejected rows; --report FILE lists all.");
    }

    private static void Print(ImportReport done)
    {
        PrintErrors(done.Errors);
        if (done.BankPayments > 0) Output.Say($"{done.BankPayments} payments in the file, {done.NewBankPayments} new");
        if (done.Cash is { } cash)
            Output.Say($"applied: {cash.Applied} in full, {cash.Short} short, {cash.Over} with a rest; {cash.Known} told by the ledger before, {cash.TakenBack} taken back; {cash.ToPerson + cash.Unmatched} for a person");
        var health = done.Health;
        if (done.EntitySettingsKept.Count > 0)
            Output.Warn($"the mapping's {string.Join(", ", done.EntitySettingsKept)} differ from the entity's settings, which stay as they are");
        Output.Say($"{(done.DryRun ? "Dry run, nothing changed: " : "")}{done.Rows} rows, {done.Accepted} accepted, {done.Rejected} rejected, {done.Duplicates} duplicates");
        Output.Say($"{done.Invoices} invoices of {done.Customers} customers; {done.New} new, {done.Changed} changed, {done.Payments} payments booked; {done.Seconds} s");
        Output.Say($"health: {health.NoAddress} customers without address, {health.MissingLanguage} without language, {health.SeveralCurrencies} with several currencies; "
            + $"{health.NoIssueDate} invoices without issue date, {health.NoTerms} without terms, {health.FutureDated} dated ahead; currencies {string.Join(' ', health.Currencies)}; "
            + $"newest day {health.Newest:yyyy-MM-dd}{(health.Stale ? " (stale)" : "")}");
    }
}
