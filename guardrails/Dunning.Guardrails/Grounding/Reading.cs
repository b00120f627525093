using System.Text.RegularExpressions;
using Dunning.Core.Correspondence;
using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Grounding;

/// <summary>Everything read back from one text of the mail, in order of place.</summary>
/// <param name="Segments">Sentences and list lines with the items in them.</param>
public sealed record Reading(Part Part, IReadOnlyList<Item> Items, IReadOnlyList<(Sentence Sentence, IReadOnlyList<Item> Items)> Segments)
{
    /// <summary>Reads a text. Longer readings win over shorter ones at the same place.</summary>
    public static Reading Of(Part part, KnownNumbers known, FactSet facts)
    {
        var items = new List<Item>();
        known.Find(part, plainDigits: false, items);
        var candidates = Candidates(part.Clean.Text, facts);
        known.Find(part, plainDigits: true, candidates);
        foreach (var candidate in candidates.OrderByDescending(static item => item.Length).ThenBy(static item => item.Kind == ItemKind.Known ? 0 : 1)) KnownNumbers.Place(items, candidate);
        foreach (var match in Shapes.NumberLike.EnumerateMatches(part.Clean.Text)) AddUnknown(part.Clean.Text, match.Index, match.Length, items);
        items.Sort(static (left, right) => left.Start.CompareTo(right.Start));
        return new(part, items, [.. part.Sentences.Select(sentence => (sentence, Within(sentence, items)))]);
    }

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
        Add(Shapes.NamedDate, ItemKind.Date);
        Add(Shapes.MonthOfYear, ItemKind.MonthOfYear);
        Add(Shapes.Duration, ItemKind.Duration);
        Add(Shapes.Count, ItemKind.Count);
        Add(Shapes.Iban, ItemKind.Iban);
        Add(Shapes.Bic, ItemKind.Bic);
        Add(Shapes.Link, ItemKind.Link);
        Add(Shapes.Phone, ItemKind.Phone);
        Add(Shapes.ListMarker, ItemKind.ListMarker);
        Add(Shapes.Weekday, ItemKind.Weekday);
        return found;

        void Add(Regex shape, ItemKind kind)
        {
            foreach (var match in shape.EnumerateMatches(text))
            {
                if (Make(kind, text.Substring(match.Index, match.Length), match.Index, facts.Today, monthFirst) is { } item) found.Add(item);
            }
        }
    }

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
                var days = Folding.Fold(written);
                var unit = new string([.. days.SkipWhile(static c => !char.IsLetter(c))]);
                return item with { Kind = DayWords.Any(word => days.Contains(word, StringComparison.Ordinal)) && unit.Length > 2 ? ItemKind.DayCount : kind, Values = Values.Amounts(written) };
            default:
                return item;
        }
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

    private static IReadOnlyList<Item> Within(Sentence sentence, List<Item> items) =>
        [.. items.Where(item => item.Start >= sentence.Start && item.Start < sentence.Start + sentence.Length)];
}
