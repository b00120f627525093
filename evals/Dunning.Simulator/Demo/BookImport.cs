using Dunning.Connectors.Files;
using Dunning.Flows.Ledger;
using Dunning.Postgres;
using Dunning.Simulator.Ledgers;

namespace Dunning.Simulator.Demo;

/// <summary>Exports the creditors' books to files and imports those as any installation does.</summary>
internal sealed class BookImport(ImportLedger import, SampleLedger ledger, string folder)
{
    /// <summary>Imports the books of all entities as they stand.</summary>
    /// <exception cref="InvalidOperationException">A row was rejected; the sample ledger has none that should be.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var entity in ledger.Entities)
        {
            var path = await LedgerFiles.WriteAsync(folder, ledger, entity, cancellationToken);
            var mapping = Path.ChangeExtension(path, ".yaml");
            await File.WriteAllTextAsync(mapping, LedgerFiles.Mapping(entity), cancellationToken);
            var from = new ImportSource(Path.GetFileName(path), Hash.Hex(await File.ReadAllBytesAsync(path, cancellationToken)), Path.GetFileName(mapping));
            var report = await import.RunAsync(new MappedLedgerFile(path, MappingFiles.Load(mapping), null), from, false, cancellationToken);
            if (report.Errors is [var first, ..]) throw new InvalidOperationException($"{path}, line {first.Line}, {first.Column}: '{first.Value}' {first.Reason}");
        }
    }
}
