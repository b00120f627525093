namespace Dunning.Connectors.Files;

/// <summary>How the columns of a ledger file map to the ledger; the model of a mapping file (docs/import.md).</summary>
public sealed class LedgerMapping
{
    /// <summary>The creditor entity all rows belong to.</summary>
    public EntityMapping Entity { get; init; } = new();

    /// <summary>How the file is written: separators, encoding, date formats.</summary>
    public FormatMapping File { get; init; } = new();

    /// <summary>
    /// Columns that together identify a row; empty means the invoice number. The single word <c>row</c> takes the
    /// hash of the whole row and its ordinal among equal rows, for files without an identifier.
    /// </summary>
    public List<string> Key { get; init; } = [];

    /// <summary>Prefix of numbers made up for files without invoice numbers.</summary>
    public string NumberPrefix { get; init; } = "ROW";

    /// <summary>Payment terms in days where the file has an issue date but no due date.</summary>
    public int? TermsDays { get; init; }

    /// <summary>Field of the ledger → column header of the file.</summary>
    public Dictionary<string, string> Columns { get; init; } = [];

    /// <summary>Columns other than number, customer, amount and due may be absent from the file.</summary>
    public bool OptionalColumns { get; init; }

    /// <summary>Field of the ledger → value where the column is missing or empty.</summary>
    public Dictionary<string, string> Defaults { get; init; } = [];

    /// <summary>Field of the ledger → value in the file → value of ours.</summary>
    public Dictionary<string, Dictionary<string, string>> Values { get; init; } = [];

    /// <summary>Pairs of columns with due date and amount of each instalment; empty for ordinary invoices.</summary>
    public List<InstalmentMapping> Instalments { get; init; } = [];

    /// <summary>Every row is a payment, as in a bank file; otherwise rows of kind <c>payment</c> are.</summary>
    public bool Payments { get; init; }

    internal bool KeyIsRow => Key is ["row"];
}

/// <summary>The creditor entity as a mapping names it.</summary>
public sealed class EntityMapping
{
    public string Id { get; init; } = "";
    public string Name { get; init; } = "";
    public string Country { get; init; } = "";
    public string TimeZone { get; init; } = "";
    public string Language { get; init; } = "en";
    public string Currency { get; init; } = "";
    public string? Iban { get; init; }
    public string? Bic { get; init; }
    public string? PayUrl { get; init; }
    public string FromAddress { get; init; } = "";
    public string ReplyTo { get; init; } = "";
    public string PersonaName { get; init; } = "Accounts Receivable";
    public string? Phone { get; init; }
    public string? PostalAddress { get; init; }

    /// <summary>Colour behind the creditor's name in HTML mails, <c>#rrggbb</c>; null to keep what is stored.</summary>
    public string? AccentColour { get; init; }

    /// <summary>Lines at the end of every mail; null to keep what is stored.</summary>
    public string? Footer { get; init; }

    /// <summary>Mails have no HTML part; null to keep what is stored.</summary>
    public bool? TextOnly { get; init; }
}

/// <summary>How a file is written.</summary>
public sealed class FormatMapping
{
    /// <summary>One character, <c>tab</c>, or <c>auto</c> to take the commonest separator of the header line.</summary>
    public string Delimiter { get; init; } = "auto";

    /// <summary>IANA name of the encoding; a byte order mark in the file wins.</summary>
    public string Encoding { get; init; } = "utf-8";

    public string Decimal { get; init; } = ".";

    /// <summary>Thousands separator; empty for none. A space also stands for the no-break spaces.</summary>
    public string Thousands { get; init; } = "";

    /// <summary>.NET date formats, tried in order.</summary>
    public List<string> Dates { get; init; } = ["yyyy-MM-dd"];

    /// <summary>Sheet of a workbook; null for the first.</summary>
    public string? Sheet { get; init; }
}

/// <summary>The columns of one instalment.</summary>
public sealed class InstalmentMapping
{
    public string Due { get; init; } = "";
    public string Amount { get; init; } = "";
}
