using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dunning.Core.Autonomy;
using Dunning.Core.Cases;

namespace Dunning.Guardrails;

/// <summary>Who worded a draft. Only clause mails may ever be sent automatically.</summary>
public enum DraftOrigin { Clauses, Person, Model }

/// <summary>A file that goes out with a message, named by what the document store says it is.</summary>
/// <param name="InvoiceNumber">The invoice the document belongs to; null for a statement.</param>
/// <param name="CustomerNumber">The customer the document belongs to, by the store.</param>
/// <param name="Sha256">Hash of the content, hex.</param>
public sealed record AttachmentRef(string FileName, string ContentType, string? InvoiceNumber, string CustomerNumber, string Sha256, long Length)
{
    /// <summary>What statement this is; null for other documents.</summary>
    public StatementRef? Statement { get; init; }
}

/// <summary>A statement of the message's account: made from the ledger, and made again to see that it is still this one.</summary>
/// <param name="AsOf">The day it shows.</param>
/// <param name="Language">Language of its headings.</param>
public sealed record StatementRef(DateOnly AsOf, string Language);

/// <summary>A message before the gate: everything that would be sent, and how it came about.</summary>
public sealed record CandidateMail(
    string TouchId, int DraftVersion, DraftOrigin Origin, Purpose Purpose, Stage? Stage, string Language,
    AutonomyLevel Level, string FromName, string FromAddress, string To, string ReplyTo,
    string Subject, string Text, string? Html, IReadOnlyList<AttachmentRef> Attachments,
    string? MessageId, string? InReplyTo, IReadOnlyList<string> References)
{
    /// <summary>Header fields beyond the ones above, as a draft or a file proposes them; the gate refuses unusual ones.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> ExtraHeaders { get; init; } = [];

    /// <summary>
    /// SHA-256 over sender, recipient, subject, text and attachments. An approval is bound to it together with
    /// the versions of facts, policy and guardrails. The HTML part is made from the text whenever a message is built, and G29
    /// lets no other words through; so a new layout voids no approval.
    /// </summary>
    public string ContentHash()
    {
        var text = new StringBuilder();
        void Add(string? value) => text.Append(CultureInfo.InvariantCulture, $"{value?.Length ?? -1}:{value}|");
        Add(TouchId);
        Add(FromName);
        Add(FromAddress);
        Add(To);
        Add(ReplyTo);
        Add(Subject);
        Add(Text);
        Add(null);
        foreach (var attachment in Attachments)
        {
            Add(attachment.FileName);
            Add(attachment.Sha256);
        }

        foreach (var (name, value) in ExtraHeaders)
        {
            Add(name);
            Add(value);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
