using Dunning.Core.Cases;
using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Rules;

/// <summary>
/// G30: an attachment is a document of this customer from the store, of a harmless kind, under an honest name. A
/// message that answers a request for a document carries one.
/// </summary>
public static class G30Attachment
{
    private const long Largest = 15 * 1024 * 1024;

    private static readonly Dictionary<string, string[]> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = ["application/pdf"], [".csv"] = ["text/csv"], [".txt"] = ["text/plain"], [".png"] = ["image/png"], [".jpg"] = ["image/jpeg"], [".jpeg"] = ["image/jpeg"],
        [".xml"] = ["application/xml", "text/xml"],
    };

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("G30", "wrong or unsafe attachment", "Another customer's invoice is a data breach; a program is an attack.", Verdict.Block, Judge)
    {
        Missing = static facts => facts.Attachments is null,
        Vocabulary = string.Join('|', Kinds.Keys),
    };

    private static Finding? Judge(Draft draft, SendFacts facts)
    {
        foreach (var attachment in draft.Mail.Attachments)
        {
            if (Unsafe(attachment) is { } unsafeReason) return Found($"{Shown(attachment.FileName)}: {unsafeReason}");
            if (Wrong(attachment, facts) is { } wrong) return Found($"{Shown(attachment.FileName)}: {wrong}");
        }

        return Lacks(draft.Mail) && !draft.StandAlone ? new("G30", Verdict.Hold, "the document that was asked for is not attached", null) : null;
    }

    private static bool Lacks(CandidateMail mail) => mail.Purpose switch
    {
        Purpose.DocumentAttached => mail.Attachments.Count == 0,
        Purpose.StatementAttached => mail.Attachments.All(static attachment => attachment.Statement is null),
        Purpose.Reminder or Purpose.PromiseLapsed or Purpose.PromiseAcknowledged or Purpose.AskForDate or Purpose.DisputeAcknowledged or
            Purpose.PaymentThanks or Purpose.PaymentTrace or Purpose.ShortPay => false,
    };

    private static string? Unsafe(AttachmentRef attachment)
    {
        var name = attachment.FileName;
        if (CleanText.From(name).Text != name.Normalize(System.Text.NormalizationForm.FormKC) || name.AsSpan().IndexOfAny("/\\\r\n\"<>|:*?") >= 0 || name.Length is 0 or > 200)
            return "unsafe file name";
        if (!Kinds.TryGetValue(Path.GetExtension(name), out var types)) return "this kind of file is not sent";
        if (!types.Contains(attachment.ContentType.Split(';')[0].Trim(), StringComparer.OrdinalIgnoreCase)) return "name and content type disagree";
        return attachment.Length is <= 0 or > Largest ? "empty or too large" : null;
    }

    private static string? Wrong(AttachmentRef attachment, SendFacts facts)
    {
        if (attachment.Statement is { } statement && (attachment.InvoiceNumber is not null || facts.Facts.Statement?.AsOf != statement.AsOf)) return "is the statement of another day";
        if (attachment.InvoiceNumber is { } number && !Ours(number, facts)) return "belongs to an invoice that is not part of this message";
        if (facts.Attachments is not { } store) return null;
        if (attachment.CustomerNumber != store.CustomerNumber || store.CustomerNumber != facts.Facts.CustomerNumber) return "belongs to another customer";
        if (!store.Known.TryGetValue(attachment.Sha256, out var invoice)) return "is not from the document store";
        return invoice == attachment.InvoiceNumber ? null : "is the document of another invoice";
    }

    private static bool Ours(string number, SendFacts facts) =>
        facts.Facts.Attachments.Contains(number, StringComparer.OrdinalIgnoreCase) || facts.Facts.Invoices.Any(invoice => string.Equals(invoice.Number, number, StringComparison.OrdinalIgnoreCase));

    private static string Shown(string name) => name.Length > 60 ? name[..60] : name;

    private static Finding Found(string evidence) => new("G30", Verdict.Block, evidence, null);
}
