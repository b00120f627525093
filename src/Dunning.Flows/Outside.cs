using Dunning.Core.Correspondence.Layout;
using Dunning.Core.Ledger;
using Dunning.Guardrails;
using Dunning.Postgres.Ledger;

namespace Dunning.Flows;

/// <summary>Hands cleared messages to a mail server.</summary>
public interface IMailTransport
{
    /// <summary>
    /// Speaks the dialogue up to the accepted recipient. Nothing is transmitted yet, so that the caller can take
    /// the send lock and read the kill switch before <see cref="IPreparedMail.TransmitAsync"/>.
    /// </summary>
    /// <param name="redirectTo">When set, the message goes to this inbox instead, marked with its true recipient.</param>
    Task<PrepareResult> PrepareAsync(ClearedMessage message, IReadOnlyList<AttachedFile> files, string? redirectTo, CancellationToken cancellationToken);
}

/// <summary>A dialogue that stands before DATA.</summary>
public interface IPreparedMail : IAsyncDisposable
{
    /// <summary>Transmits the message and waits for the server's word.</summary>
    Task<SendResult> TransmitAsync(CancellationToken cancellationToken);

    /// <summary>Ends the dialogue without sending.</summary>
    Task AbortAsync(CancellationToken cancellationToken);
}

/// <summary>Either a prepared dialogue or the reason why there is none.</summary>
public sealed record PrepareResult(IPreparedMail? Prepared, SendResult? Failure);

/// <summary>What became of a transmission.</summary>
public enum SendOutcome
{
    Accepted, RejectedPermanent, RejectedTransient, NotSent, Unknown,

    /// <summary>We withheld it ourselves before DATA; it may go out as soon as we allow it.</summary>
    Withheld,
}

/// <summary>Outcome with the server's words, for a person.</summary>
public sealed record SendResult(SendOutcome Outcome, string Response);

/// <summary>An attachment with its bytes.</summary>
public sealed record AttachedFile(AttachmentRef Reference, byte[] Content);

/// <summary>Where copies of invoices are kept.</summary>
public interface IDocumentStore
{
    /// <summary>The document of an invoice of this customer; null when the store has none.</summary>
    Task<StoredDocument?> FindAsync(string entityId, string customerNumber, string invoiceNumber, CancellationToken cancellationToken);
}

/// <summary>A stored document.</summary>
public sealed record StoredDocument(string FileName, string ContentType, byte[] Content);

/// <summary>Rows of a ledger file, already mapped; bad rows come as errors in their place.</summary>
public interface ILedgerFile
{
    /// <summary>The entity the rows belong to.</summary>
    Entity Entity { get; }

    /// <summary>How the entity's mails shall look, as far as the file says.</summary>
    BrandSettings Brand => BrandSettings.Keep;

    /// <summary>Streams the rows in file order.</summary>
    IAsyncEnumerable<LedgerRow> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>One row of a ledger file: either an invoice with what is known about its payment, or an error.</summary>
/// <param name="Repeats">An equal row came before it in a file without identifiers; both are kept and this one is reported.</param>
public sealed record LedgerRow(long Line, LedgerRecord? Record, RowError? Error, bool Repeats)
{
    /// <summary>A payment the row tells of instead of an invoice.</summary>
    public StagedPayment? Payment { get; init; }
}

/// <summary>Rows of a file with exchange rates; bad rows come as errors in their place.</summary>
public interface IRateFile
{
    /// <summary>Streams the rows in file order.</summary>
    IAsyncEnumerable<RateRow> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>One row of a rate file: the rates it holds, perhaps none, or an error.</summary>
public sealed record RateRow(long Line, IReadOnlyList<FxRate> Rates, RowError? Error);

/// <summary>Why a row was rejected.</summary>
public sealed record RowError(long Line, string Column, string Value, string Reason);

/// <summary>A mapped ledger row. Optional parts are null when the source has no such column.</summary>
/// <param name="SourceKey">Identity of the row within its entity; importing it again changes nothing.</param>
/// <param name="Instalments">Due dates and amounts; one for an ordinary invoice.</param>
/// <param name="PaidOn">Value date of full payment, if it was paid.</param>
/// <param name="PaidAmount">Amount paid so far; null with <paramref name="PaidOn"/> means in full.</param>
public sealed record LedgerRecord(
    string SourceKey, string Kind, string Number, string CustomerNumber, string CustomerName, string? Language,
    string? Country, string? TimeZone, DebtorKind DebtorKind, string Segment, Exclusion Exclusion,
    string? ContactName, string? ContactEmail, DateOnly? Issued, string Currency, decimal Amount,
    IReadOnlyList<LedgerInstalment> Instalments, DateOnly? PaidOn, decimal? PaidAmount, InvoiceStatus Status,
    int DunningLevel, DateOnly? LastContact, string? Reference)
{
    /// <summary>Number of the customer whose legal and insolvency holds this one inherits; null when the file names none.</summary>
    public string? ParentNumber { get; init; }

    /// <summary>The day a direct debit is collected.</summary>
    public DateOnly? CollectOn { get; init; }
}

/// <summary>A due date and its share of the invoice.</summary>
public sealed record LedgerInstalment(int Sequence, DateOnly Due, decimal Amount);
