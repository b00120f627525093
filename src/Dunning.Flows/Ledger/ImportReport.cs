using Dunning.Postgres.Ledger;

namespace Dunning.Flows.Ledger;

/// <summary>Result of an import. Its JSON is stable: scripts depend on it.</summary>
/// <param name="Rows">Data rows of the file.</param>
/// <param name="Accepted">Rows that are in the ledger now, repetitions included.</param>
/// <param name="Duplicates">Rows equal to an earlier one.</param>
/// <param name="Invoices">Invoices and credit notes the file names.</param>
/// <param name="New">Of these, not known before.</param>
/// <param name="Changed">Of these, known with other values.</param>
/// <param name="Payments">Payments booked by this import.</param>
/// <param name="EntitySettingsKept">Settings of the entity in which the mapping differs from what is stored; the stored ones stay.</param>
public sealed record ImportReport(
    long Rows, long Accepted, long Rejected, long Duplicates, long Invoices, long Customers, double Seconds,
    bool DryRun, long New, long Changed, long Payments, IReadOnlyList<string> EntitySettingsKept,
    LedgerHealth Health, IReadOnlyList<RowError> Errors)
{
    /// <summary>Rows that tell of a payment by itself.</summary>
    public long BankPayments { get; init; }

    /// <summary>Of these, not known before.</summary>
    public long NewBankPayments { get; init; }

    /// <summary>What became of them; null when there were none, or in a dry run.</summary>
    public CashReport? Cash { get; init; }
}

/// <summary>Which file is imported, for the record.</summary>
public sealed record ImportSource(string FileName, string Sha256, string Mapping);
