using Dunning.Core.Correspondence;

namespace Dunning.Flows.Clauses;

/// <summary>A wording with one of its values made wrong.</summary>
internal static class WrongFigures
{
    /// <summary>For every figure the wording states, the wording with another digit in it.</summary>
    public static IEnumerable<(string From, string To)> Of(TriedMail mail, ClauseVariant wording)
    {
        var formats = LocaleFormats.For(mail.Situation.Facts.Language);
        foreach (var slot in wording.Template.Slots.Where(slot => IsFigure(SlotCatalog.Kinds[slot]) && wording.Template.Parts.Contains(new TemplatePart.Value(slot))))
        {
            if (Changed(SlotCatalog.Kinds[slot], mail.Use.Slots[slot]) is not { } wrong) continue;
            var slots = new Dictionary<string, string>(mail.Use.Slots) { [slot] = wrong };
            var text = wording.Template.Fill(slots, formats, name => SlotCatalog.Kinds[name]);
            if (text != mail.Wording) yield return (mail.Wording, text);
        }
    }

    // Names, links and addresses are the business of other rules, and a postal address is not read.
    private static bool IsFigure(SlotKind kind) => kind switch
    {
        SlotKind.Money or SlotKind.Date or SlotKind.Number or SlotKind.Numbers or SlotKind.ShortNumbers or SlotKind.Lines or SlotKind.Iban => true,
        SlotKind.Count or SlotKind.Plural or SlotKind.Name or SlotKind.Literal or SlotKind.Address => false,
    };

    private static string? Changed(SlotKind kind, string value) => kind switch
    {
        // Another month of the same length, so that the day exists.
        SlotKind.Date => value.Replace("-03-", "-05-", StringComparison.Ordinal).Replace("-04-", "-06-", StringComparison.Ordinal),
        SlotKind.Money => WithOther(value, 0),
        SlotKind.Number or SlotKind.Numbers or SlotKind.ShortNumbers or SlotKind.Iban => WithOther(value, value.Length - 1),
        SlotKind.Lines => value.Split('\t') is [var number, var due, var open, ..] fields ? string.Join('\t', [number, due, WithOther(open, 0), .. fields[3..]]) : null,
        SlotKind.Count or SlotKind.Plural or SlotKind.Name or SlotKind.Literal or SlotKind.Address => null,
    };

    /// <summary>The text with the nearest digit to a place made another; not the next one, which may be the number of the next invoice.</summary>
    private static string? WithOther(string text, int near)
    {
        var places = Enumerable.Range(0, text.Length).Where(at => char.IsAsciiDigit(text[at])).ToList();
        if (places.Count == 0) return null;
        var place = places.MinBy(at => Math.Abs(at - near));
        return string.Concat(text.AsSpan(0, place), ((char)('1' + ((text[place] - '0' + 4) % 9))).ToString(), text.AsSpan(place + 1));
    }
}
