namespace Dunning.Core.Ledger.CashApplication;

/// <summary>A place in the text that names an invoice.</summary>
/// <param name="Invoices">The invoices it can mean; more than one when customers share numbers.</param>
/// <param name="Strong">The number is written out, or stands behind a word for invoice; otherwise only the exact amount makes it count.</param>
internal sealed record NamedInvoice(IReadOnlySet<InvoiceName> Invoices, bool Strong, MatchMethod Method, string Written);

/// <summary>"1001 to 1005" between two named invoices.</summary>
/// <param name="Within">All invoices of the range; null when a number in it does not exist.</param>
internal sealed record NamedRange(string Written, IReadOnlyList<InvoiceName>? Within);

/// <summary>What a remittance text says.</summary>
/// <param name="Unknown">Numbers that look like invoices and are none of the candidates.</param>
/// <param name="Customers">Customers whose numbers stand in the text.</param>
internal sealed record Remittance(
    IReadOnlyList<NamedInvoice> Named, IReadOnlyList<NamedRange> Ranges, IReadOnlyList<IReadOnlyList<Token>> Unknown, IReadOnlySet<string> Customers);
