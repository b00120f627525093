using System.Diagnostics;
using Dunning.Core.Ledger;
using Dunning.Postgres;
using Dunning.Postgres.Ledger;
using Npgsql;

namespace Dunning.Flows.Ledger;

/// <summary>
/// Brings a ledger file into the database: one pass over the file, one transaction, a fixed number of statements.
/// Either all good rows are in afterwards, or nothing is.
/// </summary>
public sealed class ImportLedger(NpgsqlDataSource source, InstallationClock clock)
{
    /// <summary>Imports the file; a dry run does everything and then rolls back.</summary>
    public async Task<ImportReport> RunAsync(ILedgerFile file, ImportSource from, bool dryRun, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var at = await clock.RefreshAsync(cancellationToken);
        var today = CreditorDay.Of(at, file.Entity.TimeZone);
        List<RowError> errors = [];
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);

        var kept = await LedgerMerge.EntityAsync(connection, file.Entity, cancellationToken);
        var restyled = await BrandRows.SetAsync(connection, file.Entity.Id, file.Brand, cancellationToken);
        var importId = await ImportRecord.BeginAsync(connection, file.Entity.Id, from.FileName, from.Sha256, from.Mapping, at, cancellationToken);
        var staged = await StageRows.CopyAsync(connection, file, errors, cancellationToken);
        var equal = await TakeOutRepeatsAsync(connection, errors, cancellationToken);
        foreach (var (line, parent) in await LedgerStaging.TakeOutCirclesAsync(connection, file.Entity.Id, cancellationToken))
            errors.Add(new(line, "parent", parent, "the parents lead back to the customer itself"));
        var (added, changed) = await LedgerMerge.InvoicesAsync(connection, file.Entity, importId, today, cancellationToken);
        await BankMerge.ApplyAsync(connection, file.Entity.Id, today, at, cancellationToken);
        var payments = await PaymentMerge.BookAsync(connection, file.Entity.Id, importId, today, cancellationToken);
        await LedgerHolds.SetAsync(connection, file.Entity.Id, today, at, cancellationToken);
        var bank = staged.Payments == 0 ? (Rows: 0L, New: 0L) : await PaymentStaging.TakeInAsync(connection, file.Entity.Id, StageRows.PaymentsAsync(file, cancellationToken), cancellationToken);
        var duplicates = staged.Repeats + equal;
        var (health, invoices, customers) = await LedgerHealth.ReadAsync(connection, file.Entity.Id, today, duplicates, cancellationToken);
        var accepted = staged.Rows - errors.Count;
        if (staged.Payments > 0 && staged.Payments == accepted) await ImportRecord.FinishPaymentsAsync(connection, importId, staged.Rows, accepted, errors.Count, duplicates, cancellationToken);
        else await ImportRecord.FinishAsync(connection, importId, staged.Rows, accepted, errors.Count, duplicates, cancellationToken);
        await connection.AppendAsync(Entry(importId, file.Entity, from, staged.Rows, accepted, errors.Count, duplicates, added, changed, payments), at, cancellationToken);

        if (restyled)
            await connection.AppendAsync(new("layout_set", "agent", null, null, null, $"The layout of mails of {file.Entity.Id} was changed by {from.Mapping}.", new { entity = file.Entity.Id, import = importId }), at, cancellationToken);

        if (dryRun) await transaction.RollbackAsync(cancellationToken);
        else await transaction.CommitAsync(cancellationToken);
        return new(
            staged.Rows, accepted, errors.Count, duplicates, invoices, customers, Math.Round(watch.Elapsed.TotalSeconds, 3),
            dryRun, added, changed, payments, kept, health, [.. errors.OrderBy(error => error.Line)])
        {
            BankPayments = bank.Rows, NewBankPayments = bank.New, Cash = dryRun || bank.Rows == 0 ? null : await new ApplyPayments(source).RunAsync([file.Entity.Id], today, at, cancellationToken),
        };
    }

    private static async Task<long> TakeOutRepeatsAsync(NpgsqlConnection connection, List<RowError> errors, CancellationToken cancellationToken)
    {
        var equal = 0L;
        foreach (var repeat in await LedgerStaging.TakeOutRepeatsAsync(connection, cancellationToken))
        {
            if (repeat.Equal) equal++;
            else errors.Add(new(repeat.Line, "number", repeat.Number, $"the same invoice stands on line {repeat.FirstLine} with other values"));
        }

        return equal;
    }

    private static JournalEntry Entry(
        long importId, Entity entity, ImportSource from, long rows, long accepted, long rejected, long duplicates, long added, long changed, long payments) =>
        new(
            "ledger_imported", "agent", null, null, null,
            $"Ledger of {entity.Id} imported: {added} invoices new, {changed} changed, {payments} payments booked, {rejected} rows rejected.",
            new { import = importId, entity = entity.Id, sha256 = from.Sha256, mapping = from.Mapping, rows, accepted, rejected, duplicates });
}
