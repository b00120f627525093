using Dunning.Core.Correspondence.Layout;

namespace Dunning.Core.Ledger;

/// <summary>What kind of debtor a customer is; it decides which steps may ever be automatic.</summary>
public enum DebtorKind { Company, SoleTrader, Consumer, PublicBody }

/// <summary>Why a customer is never dunned at all, as imported or set by a person.</summary>
public enum Exclusion { None, Intercompany, DoNotContact, Legal, Insolvency, Agency, Deceased }

/// <summary>A creditor: the company whose receivables are collected. Everything sent goes out in its name.</summary>
/// <param name="Id">Short stable code, for example <c>de01</c>.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="TimeZone">IANA zone in which due dates are reckoned.</param>
/// <param name="Language">ISO 639-1 language used when the customer's is unknown.</param>
/// <param name="Iban">The only bank account that may be named in a mail (signed registry), without spaces.</param>
/// <param name="PayUrl">The only payment page that may be linked.</param>
/// <param name="FromAddress">Sending address; replies come back to <paramref name="ReplyTo"/>.</param>
/// <param name="PersonaName">The name that signs mails, for example "Accounts Receivable".</param>
public sealed record Entity(
    string Id, string Name, string Country, string TimeZone, string Language, string Currency,
    string? Iban, string? Bic, string? PayUrl, string FromAddress, string ReplyTo,
    string PersonaName, string? Phone, string? PostalAddress)
{
    /// <summary>How its mails look.</summary>
    public Brand Brand { get; init; } = Brand.Plain;
}

/// <summary>A customer of one creditor entity.</summary>
/// <param name="Number">The customer number in the creditor's ledger.</param>
/// <param name="TimeZone">IANA zone in which the customer may be contacted.</param>
/// <param name="Segment">Policy and autonomy segment.</param>
/// <param name="ImportedLevel">Dunning level reached before the ledger was imported, 0 (none) to 4.</param>
/// <param name="ImportedLastContact">Last contact known from the import.</param>
public sealed record Customer(
    long Id, string EntityId, string Number, string Name, string Language, string Country, string TimeZone,
    DebtorKind Kind, string Segment, long? ParentId, Exclusion Exclusion,
    int ImportedLevel, DateOnly? ImportedLastContact);

/// <summary>A person or mailbox that receives the customer's invoices.</summary>
/// <param name="Verified">Imported as billing contact, or verified by a person. Only verified contacts are written to.</param>
/// <param name="Dead">A hard bounce was received; nothing is sent there.</param>
/// <param name="OptedOut">The contact asked not to be mailed.</param>
public sealed record BillingContact(
    long Id, long CustomerId, string? Name, string Email, bool Verified, bool Dead, bool OptedOut);

/// <summary>An account: creditor entity × customer × currency. It is what a case is opened for.</summary>
public readonly record struct AccountKey(string EntityId, long CustomerId, string Currency);
