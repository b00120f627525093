namespace Dunning.Guardrails.Grounding;

/// <summary>What a value read back from a text is.</summary>
public enum ItemKind { Known, Money, Percent, Date, MonthOfYear, Weekday, DayCount, Duration, Count, Iban, Bic, Link, Phone, UnknownNumber, ListMarker, Time, Street }

/// <summary>A value read back from a finished text.</summary>
/// <param name="Start">Place in the cleaned text.</param>
/// <param name="Values">Every reading of an amount, a percentage or a count; "1.234" has two.</param>
/// <param name="Dates">Every reading of a date; more than one when day and month could be swapped.</param>
/// <param name="Name">Identifier, link or currency as written; weekday as a number.</param>
public sealed record Item(ItemKind Kind, int Start, int Length, IReadOnlyList<decimal> Values, IReadOnlyList<DateOnly> Dates, string Name)
{
    /// <summary>One past the last character.</summary>
    public int End => Start + Length;
}
