using Dunning.Core.Ledger;

namespace Dunning.Core.Correspondence;

/// <summary>One overdue line a message may mention.</summary>
public sealed record InvoiceFact(string Number, DateOnly? Issued, DateOnly Due, decimal Open, int DaysOverdue);

/// <summary>What a person granted, if anything; only then may a message speak of it.</summary>
/// <param name="DiscountPercent">Granted discount in percent.</param>
/// <param name="ExtensionUntil">Granted extension.</param>
/// <param name="Plan">A payment plan was granted.</param>
public sealed record GrantFact(decimal? DiscountPercent, DateOnly? ExtensionUntil, bool Plan)
{
    /// <summary>Nothing granted.</summary>
    public static GrantFact Nothing { get; } = new(null, null, false);
}

/// <summary>A promise the message may refer to.</summary>
public sealed record PromiseFact(DateOnly Date, decimal Amount, IReadOnlyList<string> Invoices);

/// <summary>A payment in the ledger the message may confirm.</summary>
public sealed record PaymentFact(DateOnly ValueDate, decimal Amount, string? Reference, IReadOnlyList<string> Invoices);

/// <summary>An attached statement of the account.</summary>
/// <param name="AsOf">The day it shows.</param>
public sealed record StatementFact(DateOnly AsOf);

/// <summary>
/// Everything a message may state. Composer and guardrails see the same set: what is not in here cannot be said.
/// All amounts are in <paramref name="Currency"/>.
/// </summary>
/// <param name="Version">Hash of the ledger rows behind the set; an approval binds to it.</param>
/// <param name="UnappliedCredits">Credits shown and deducted, as a positive amount.</param>
/// <param name="Attachments">Invoice numbers of attached documents.</param>
public sealed record FactSet(
    string Version, string Language, DateOnly Today,
    string Creditor, string PersonaName, string ReplyTo, string? Phone, string? PostalAddress,
    string? Iban, string? Bic, string? PayUrl,
    string CustomerName, string CustomerNumber, string? ContactName,
    string Currency, decimal TotalOverdue, decimal UnappliedCredits, IReadOnlyList<InvoiceFact> Invoices,
    IReadOnlyList<PromiseFact> Promises, IReadOnlyList<PaymentFact> PaymentsReceived,
    GrantFact Granted, IReadOnlyList<string> Attachments, IReadOnlyList<string> DisputedInvoices)
{
    /// <summary>Our reference in the subject, by which an answer is assigned when its thread headers are lost; null for none.</summary>
    public string? CaseReference { get; init; }

    /// <summary>Numbers of listed invoices of which a part is disputed: the line shows the rest only.</summary>
    public IReadOnlyList<string> PartlyDisputed { get; init; } = [];

    /// <summary>The statement of the account that goes along; null for none.</summary>
    public StatementFact? Statement { get; init; }

    /// <summary>Lines of the creditor at the end of the mail; empty for none.</summary>
    public IReadOnlyList<string> Footer { get; init; } = [];

    /// <summary>What is asked for: overdue less credits.</summary>
    public Money AmountDue => new(TotalOverdue - UnappliedCredits, Currency);
}
