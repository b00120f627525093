namespace Dunning.Core.Conversation.Amounts;

/// <summary>An invoice that is open, as far as reading needs it.</summary>
/// <param name="Number">Invoice number as the ledger writes it.</param>
/// <param name="Open">Open amount in <paramref name="Currency"/>.</param>
/// <param name="Currency">ISO 4217 code.</param>
public sealed record OpenItemRef(string Number, decimal Open, string Currency)
{
    /// <summary>Day of the invoice, for "the March invoice" and "the older one"; null when unknown.</summary>
    public DateOnly? Issued { get; init; }
}

/// <summary>Share of the debt named by a word.</summary>
public enum AmountWord
{
    /// <summary>A figure.</summary>
    None,
    Half,
    /// <summary>What is left after the parts named before.</summary>
    Rest,
    All,
    /// <summary>A fraction other than half: "30 %", "a third".</summary>
    Share,
}

/// <summary>An amount found in a text.</summary>
/// <param name="Value">Null when the number has two readings that nothing decides, or a word whose base is unknown.</param>
/// <param name="Currency">ISO 4217 code; null when neither text nor open items tell it.</param>
public sealed record AmountMention(TextSpan Span, decimal? Value, string? Currency, AmountWord Word = AmountWord.None)
{
    /// <summary>The fraction a word names, 0 to 1; null for figures and for the rest.</summary>
    public decimal? Fraction { get; init; }

    /// <summary>"The balance": what is left, or all of it when no part was named before.</summary>
    public bool OrAll { get; init; }
}
