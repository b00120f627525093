using Dunning.Core.Cases;

namespace Dunning.Core.Correspondence;

/// <summary>Type of a slot; it decides how a canonical value is written in a language and read back.</summary>
public enum SlotKind
{
    /// <summary>An amount with its currency, canonical <c>1234.56 EUR</c>.</summary>
    Money,

    /// <summary>A day, canonical ISO 8601.</summary>
    Date,

    /// <summary>A printed count, canonical digits.</summary>
    Count,

    /// <summary>Chooses a word form only; canonical <c>one</c> or <c>other</c>.</summary>
    Plural,

    /// <summary>A name on one line.</summary>
    Name,

    /// <summary>An invoice or customer number.</summary>
    Number,

    /// <summary>Invoice numbers, one per line in canonical form, written "A, B and C".</summary>
    Numbers,

    /// <summary>Like <see cref="Numbers"/>, at most two, then "and more" (canonical last line <c>+</c>).</summary>
    ShortNumbers,

    /// <summary>Invoice lines, canonical <c>number TAB due TAB open TAB days</c>.</summary>
    Lines,

    /// <summary>An IBAN (ISO 13616), canonical without spaces, written in groups of four.</summary>
    Iban,

    /// <summary>A BIC, link, mail address or phone: written as it is, no spaces at the ends.</summary>
    Literal,

    /// <summary>A postal address of one or more lines.</summary>
    Address,
}

/// <summary>The closed list of slots a clause may have.</summary>
public static class SlotCatalog
{
    /// <summary>Slot name to type.</summary>
    public static IReadOnlyDictionary<string, SlotKind> Kinds { get; } = new Dictionary<string, SlotKind>
    {
        // `start` is "one" when the clause opens the mail: German and Italian go on in lower case after the salutation.
        ["start"] = SlotKind.Plural,
        ["contact"] = SlotKind.Name,
        ["customer"] = SlotKind.Name,
        ["customer_number"] = SlotKind.Number,
        ["persona"] = SlotKind.Name,
        ["creditor"] = SlotKind.Name,
        ["subject_numbers"] = SlotKind.ShortNumbers,
        ["lines"] = SlotKind.Lines,
        ["invoices"] = SlotKind.Plural,
        ["invoice_numbers"] = SlotKind.Numbers,
        ["total"] = SlotKind.Money,
        ["credits"] = SlotKind.Money,
        ["due"] = SlotKind.Money,
        ["paused"] = SlotKind.Numbers,
        ["paused_form"] = SlotKind.Plural,
        ["attachments_form"] = SlotKind.Plural,
        ["reduced"] = SlotKind.Numbers,
        ["resolved"] = SlotKind.Numbers,
        ["question_invoices"] = SlotKind.Numbers,
        // "one" where the day begins with a vowel when spoken, as in Italian l'8 and l'11.
        ["promise_elided"] = SlotKind.Plural,
        ["promise_date"] = SlotKind.Date,
        ["promise_amount"] = SlotKind.Money,
        ["promise_invoices"] = SlotKind.Numbers,
        ["payment_amount"] = SlotKind.Money,
        ["payment_date"] = SlotKind.Date,
        ["payment_invoices"] = SlotKind.Numbers,
        ["attachments"] = SlotKind.Numbers,
        ["documents"] = SlotKind.Numbers,
        ["statement_date"] = SlotKind.Date,
        ["iban"] = SlotKind.Iban,
        ["bic"] = SlotKind.Literal,
        ["pay_url"] = SlotKind.Literal,
        ["reply_to"] = SlotKind.Literal,
        ["phone"] = SlotKind.Literal,
        ["address"] = SlotKind.Address,
    };

    /// <summary>Slots that have a value in every mail of this purpose, so that a clause of last resort may use them.</summary>
    public static IReadOnlySet<string> AlwaysKnown(Purpose purpose)
    {
        HashSet<string> known = ["start", "customer", "customer_number", "persona", "creditor", "reply_to"];
        known.UnionWith(purpose switch
        {
            Purpose.Reminder or Purpose.PromiseLapsed =>
                ["lines", "invoices", "invoice_numbers", "total", "due", "subject_numbers"],
            Purpose.PaymentThanks => ["payment_amount", "payment_date"],
            Purpose.ShortPay => ["payment_amount", "payment_date", "lines", "invoices", "invoice_numbers", "total", "due", "subject_numbers"],
            Purpose.DocumentAttached => ["attachments", "attachments_form", "subject_numbers"],
            Purpose.StatementAttached => ["statement_date"],
            Purpose.DisputeAcknowledged or Purpose.PromiseAcknowledged or Purpose.AskForDate or Purpose.PaymentTrace =>
                Array.Empty<string>(),
        });
        return known;
    }
}
