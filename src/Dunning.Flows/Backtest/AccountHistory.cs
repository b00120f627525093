using Dunning.Core.Ledger;
using Dunning.Postgres.Ledger;

namespace Dunning.Flows.Backtest;

/// <summary>An instalment through time.</summary>
internal sealed class InstalmentHistory(InstalmentRow row)
{
    /// <summary>Invoices without an issue date count as known this many days before they are due.</summary>
    public const int AssumedTermDays = 30;

    public InstalmentRow Row => row;

    public DateOnly KnownFrom { get; } = row.Issued ?? row.Due.AddDays(-AssumedTermDays);

    /// <summary>The day the last part of it was booked; null while anything is owed.</summary>
    public DateOnly? ClearedOn { get; } = Cleared(row);

    public decimal ResidualOn(DateOnly day)
    {
        var residual = row.Amount;
        for (var i = 0; i < row.BookedOn.Count && row.BookedOn[i] <= day; i++) residual -= row.Booked[i];
        return residual;
    }

    public DateOnly? LastPaidBy(DateOnly day)
    {
        for (var i = row.BookedOn.Count - 1; i >= 0; i--)
            if (row.BookedOn[i] <= day && row.Booked[i] > 0) return row.BookedOn[i];
        return null;
    }

    private static DateOnly? Cleared(InstalmentRow row)
    {
        // What was taken back afterwards was not cleared.
        DateOnly? cleared = null;
        var residual = row.Amount;
        for (var i = 0; i < row.BookedOn.Count; i++)
        {
            residual -= row.Booked[i];
            cleared = residual > 0 ? null : cleared ?? row.BookedOn[i];
        }

        return cleared;
    }
}

/// <summary>An account through time: what its ledger said on each day.</summary>
internal sealed class AccountHistory(AccountKey key, IReadOnlyList<InstalmentHistory> instalments, IReadOnlyList<CreditHistoryRow> credits)
{
    public AccountKey Key => key;

    public IReadOnlyList<InstalmentHistory> Instalments => instalments;

    /// <summary>The ledger as known on a day, and the last payment on what is still open.</summary>
    public (AccountLedger Ledger, DateOnly? LastPartPaymentOn) On(DateOnly day)
    {
        var items = new List<OpenItem>();
        DateOnly? lastPaid = null;
        foreach (var instalment in instalments)
        {
            if (instalment.KnownFrom > day || instalment.ClearedOn <= day && instalment.ResidualOn(day) <= 0) continue;
            var (row, residual) = (instalment.Row, instalment.ResidualOn(day));
            if (residual <= 0) continue;
            items.Add(new(row.InvoiceId, row.InstalmentId, row.Number, row.Issued, row.Due, row.Amount, residual, row.Status));
            if (instalment.LastPaidBy(day) is { } paid && !(lastPaid >= paid)) lastPaid = paid;
        }

        List<decimal> rests = [];
        foreach (var credit in credits)
            if (!(credit.KnownFrom > day) && RestOn(credit, day) is > 0 and var rest) rests.Add(rest);
        return (new(key, items, rests), lastPaid);
    }

    /// <summary>The days on which the ledger changes.</summary>
    public IEnumerable<DateOnly> Changes() =>
        instalments.SelectMany(instalment => instalment.Row.BookedOn.Append(instalment.KnownFrom))
            .Concat(credits.SelectMany(credit => credit.KnownFrom is { } known ? credit.UsedOn.Append(known) : credit.UsedOn));

    /// <summary>True when anything was open between two days.</summary>
    public bool OpenBetween(DateOnly from, DateOnly to) => instalments.Any(instalment => IsOpen(instalment, from, to));

    /// <summary>True when the instalment was open between two days.</summary>
    public static bool IsOpen(InstalmentHistory instalment, DateOnly from, DateOnly to) => instalment.KnownFrom <= to && !(instalment.ClearedOn < from);

    private static decimal RestOn(CreditHistoryRow credit, DateOnly day)
    {
        var rest = credit.Amount;
        for (var i = 0; i < credit.UsedOn.Count; i++)
            if (credit.UsedOn[i] <= day) rest -= credit.Used[i];
        return rest;
    }
}
