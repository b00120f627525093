using System.Text.RegularExpressions;
using Dunning.Core.Correspondence;
using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Grounding;

/// <summary>Everything read back from one text of the mail, in order of place.</summary>
/// <param name="Segments">Sentences and list lines with the items in them.</param>
public sealed record Reading(Part Part, IReadOnlyList<Item> Items, IReadOnlyList<(Sentence Sentence, IReadOnlyList<Item> Items)> Segments)
{
    /// <summary>Reads a text. Longer readings win over shorter ones at the same place; counts and spans give way to all others.</summary>
    public static Reading Of(Part part, KnownNumbers known, FactSet facts, Ledger ledger)
    {
        var items = new List<Item>();
        known.Find(part, plainDigits: false, items);
        var candidates = Candidates(part.Clean.Text, facts);
        Lists.Find(part.Clean.Text, facts.Today, candidates);
        DayOfToday.Find(part.Clean.Text, facts.Today, candidates);
        known.Find(part, plainDigits: true, candidates);
        foreach (var candidate in candidates.OrderBy(Rank).ThenByDescending(static item => item.Length).ThenBy(static item => item.Kind == ItemKind.Known ? 0 : 1)) KnownNumbers.Place(items, candidate);
        Streets.Find(part, facts, items, ledger);
        foreach (var match in Shapes.NumberLike.EnumerateMatches(part.Clean.Text)) AddUnknown(part.Clean.Text, match.Index, match.Length, items);
        items.Sort(static (left, right) => left.Start.CompareTo(right.Start));
        Columns.Read(part.Clean.Text, items, ledger);
        Columns.ReadEllipses(part, items, facts, ledger);
        return new(part, items, Grounding.Segments.Of(part, items, ledger));
    }

    // "7 May 2026 towards invoice" is a date and not a count of invoices.
    private static int Rank(Item item) => item.Kind is ItemKind.Count or ItemKind.Duration or ItemKind.Time or ItemKind.Weekday ? 1 : 0;

    private static List<Item> Candidates(string text, FactSet facts)
    {
        var found = new List<Item>();
        var monthFirst = facts.Language == "en";
        Add(Shapes.MoneyBefore, ItemKind.Money);
        Add(Shapes.MoneyAfter, ItemKind.Money);
        Add(Shapes.MoneyBare, ItemKind.Money);
        Add(Shapes.Percent, ItemKind.Percent);
        Add(Shapes.IsoDate, ItemKind.Date);
        Add(Shapes.NumericDate, ItemKind.Date);
        // Without a year 03/05 cannot be told from 05/03 in English.
        if (!monthFirst) Add(Shapes.DayAndMonth, ItemKind.Date);
        Add(Shapes.NamedDate, ItemKind.Date);
        Add(Shapes.MonthOfYear, ItemKind.MonthOfYear);
        Add(Shapes.Duration, ItemKind.Duration);
        Add(Shapes.Count, ItemKind.Count);
        Add(Shapes.Iban, ItemKind.Iban);
        Add(Shapes.Bic, ItemKind.Bic);
        Add(Shapes.Link, ItemKind.Link);
        Add(Shapes.Phone, ItemKind.Phone);
        Add(Shapes.ListMarker, ItemKind.ListMarker);
        Add(Shapes.PageCount, ItemKind.ListMarker);
        if (text.Contains("(1)", StringComparison.Ordinal)) Add(Shapes.InlineMarker, ItemKind.ListMarker);
        Add(Shapes.Time, ItemKind.Time);
        Add(Shapes.Weekday, ItemKind.Weekday);
        return found;

        void Add(Regex shape, ItemKind kind)
        {
            for (var match = shape.Match(text); match.Success;)
            {
                // "17,000.70 - 905841" holds what looks like a telephone number, but begins in the middle of an amount.
                var inside = (kind == ItemKind.Phone && IsRowOfNumbers(match.Value)) || kind is not (ItemKind.Money or ItemKind.Link) && text[match.Index] is >= '0' and <= '9' && IsInsideNumber(text, match.Index);
                if (!inside && Make(kind, match.Value, match.Index, facts.Today, monthFirst) is { } item) found.Add(item);
                match = inside ? shape.Match(text, match.Index + 1) : match.NextMatch();
            }
        }
    }

    // Columns of figures are not dialled: "01.03.2026    2026/0328".
    private static bool IsRowOfNumbers(string written) => written.Contains("  ", StringComparison.Ordinal) || Shapes.NumericDate.Match(written.TrimStart('(')) is { Success: true, Index: 0, Length: >= 8 };

    private static bool IsInsideNumber(string text, int start) =>
        start > 1 && text[start - 1] is ('.' or ',' or '\'' or '\u2019' or '/' or '-') && char.IsAsciiDigit(text[start - 2]);

    private static Item? Make(ItemKind kind, string written, int start, DateOnly today, bool monthFirst)
    {
        var item = new Item(kind, start, written.Length, [], [], written);
        switch (kind)
        {
            case ItemKind.Money or ItemKind.Percent or ItemKind.Count:
                return item with { Values = Values.Amounts(written) };
            case ItemKind.Date:
                var dates = Values.Dates(written, today, monthFirst);
                return dates.Count == 0 ? null : item with { Dates = dates };
            case ItemKind.Duration:
                return item with { Kind = IsDays(written) ? ItemKind.DayCount : kind, Values = Values.Amounts(written) };
            default:
                return item;
        }
    }

    /// <summary>Whether a span as written is in days.</summary>
    internal static bool IsDays(string written)
    {
        var folded = Folding.Fold(written);
        return DayWords.Any(word => folded.Contains(word, StringComparison.Ordinal)) && folded.SkipWhile(static character => !char.IsLetter(character)).Count() > 2;
    }

    private static readonly string[] DayWords = [" day", "-day", "tag", "jour", " dia", "giorn", "dag"];

    private static void AddUnknown(string text, int start, int length, List<Item> items)
    {
        while (length > 1 && text[start + length - 1] is '.' or '/' or '-' or '_' or '#') length--;
        if (items.Exists(item => start < item.End && item.Start < start + length))
        {
            // Part of the token is explained; whatever digits remain must stand out on their own.
            for (var at = start; at < start + length; at++)
            {
                if (char.IsAsciiDigit(text[at])) KnownNumbers.Place(items, new(ItemKind.UnknownNumber, at, 1, [], [], text.Substring(at, 1)));
            }

            return;
        }

        items.Add(new(ItemKind.UnknownNumber, start, length, [], [], text.Substring(start, length)));
    }
}
