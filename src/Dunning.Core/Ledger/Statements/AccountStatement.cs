using Dunning.Core.Cadence;

namespace Dunning.Core.Ledger.Statements;

/// <summary>What keeps a line of a statement from being asked for.</summary>
public enum StatementMark
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It is disputed, whole or in part.</summary>
    Disputed,

    /// <summary>It is paused for another reason: a promise, a plan, a search for a payment, a person.</summary>
    Paused,

    /// <summary>It is collected by direct debit, or a payment of it is under way.</summary>
    Collected,
}

/// <summary>An open item of a statement.</summary>
/// <param name="Original">Amount of the instalment.</param>
/// <param name="Open">What is still owed on the day of the statement.</param>
/// <param name="DaysOverdue">0 while it is not overdue.</param>
public sealed record StatementLine(string Number, DateOnly? Issued, DateOnly Due, decimal Original, decimal Open, int DaysOverdue, StatementMark Mark);

/// <summary>A payment or credit note, or the rest of one, that was not applied to an invoice yet.</summary>
/// <param name="IsPayment">A payment; otherwise a credit note.</param>
/// <param name="Reference">Payment reference or number of the credit note, as the ledger has it.</param>
/// <param name="Amount">The rest, above 0.</param>
public sealed record StatementCredit(bool IsPayment, string? Reference, DateOnly? Day, decimal Amount);

/// <summary>All open items of one account on a day, with the credits that are not applied yet. One account has one currency.</summary>
public sealed record AccountStatement(
    string Creditor, string CustomerName, string CustomerNumber, string Currency, DateOnly AsOf, IReadOnlyList<StatementLine> Lines, IReadOnlyList<StatementCredit> Credits)
{
    /// <summary>Sum of the open items.</summary>
    public decimal Open => Lines.Sum(line => line.Open);

    /// <summary>Sum of the credits, as a positive amount.</summary>
    public decimal Credited => Credits.Sum(credit => credit.Amount);

    /// <summary>Open items less credits.</summary>
    public decimal Balance => Open - Credited;

    /// <summary>Nothing is disputed, paused or collected.</summary>
    public bool IsPlain => Lines.All(line => line.Mark == StatementMark.None);

    /// <summary>The lines of an account, oldest due date first. Drafts, cancelled and written-off invoices are not owed and not listed.</summary>
    public static IReadOnlyList<StatementLine> LinesOf(AccountLedger ledger, IReadOnlyList<Suppression> holds, DateOnly asOf)
    {
        var held = HeldLines.Of(holds, ledger.Items, asOf);
        var disputed = HeldLines.Disputed(holds, ledger.Items, asOf);
        return
        [
            .. Items(ledger).Select(item => new StatementLine(
                item.Number, item.Issued, item.Due, item.Original, item.Residual, Math.Max(0, item.DaysPastDue(asOf)), MarkOf(item, held, disputed))),
        ];
    }

    /// <summary>The items a statement lists, in its order.</summary>
    public static IEnumerable<OpenItem> Items(AccountLedger ledger) =>
        ledger.Items.Where(item => item.Residual > 0 && IsOwed(item.Status)).OrderBy(item => item.Due).ThenBy(item => item.Number, StringComparer.Ordinal).ThenBy(item => item.InstalmentId);

    private static StatementMark MarkOf(OpenItem item, HeldLines? held, HeldLines? disputed) =>
        disputed?.On(item) > 0 ? StatementMark.Disputed
        : item.Status is InvoiceStatus.DirectDebit or InvoiceStatus.InPayment ? StatementMark.Collected
        : held?.On(item) > 0 || item.Status == InvoiceStatus.Agency ? StatementMark.Paused
        : StatementMark.None;

    private static bool IsOwed(InvoiceStatus status) => status switch
    {
        InvoiceStatus.Open or InvoiceStatus.InPayment or InvoiceStatus.DirectDebit or InvoiceStatus.Agency => true,
        InvoiceStatus.Draft or InvoiceStatus.Cancelled or InvoiceStatus.WrittenOff => false,
    };
}
