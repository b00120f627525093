namespace Dunning.Core.Correspondence;

/// <summary>Matches a template against text: the inverse of filling it.</summary>
internal static class TemplateMatch
{
    /// <summary>
    /// Every way the template matches from a position on, shortest slot values first: the end and the slot values.
    /// </summary>
    public static IEnumerable<(int End, IReadOnlyDictionary<string, string> Slots)> At(
        Template template, string text, int start, LocaleFormats formats, Func<string, SlotKind> kinds) =>
        Step(new(template, text, formats, kinds), 0, start, new Dictionary<string, string>(), new Dictionary<string, bool>())
            .Where(match => Agrees(match.Slots, match.Forms, formats, kinds))
            .Select(match => (match.End, WithForms(match.Slots, match.Forms, kinds)));

    private sealed record Subject(Template Template, string Text, LocaleFormats Formats, Func<string, SlotKind> Kinds);

    private sealed record Partial(int End, IReadOnlyDictionary<string, string> Slots, IReadOnlyDictionary<string, bool> Forms);

    private static IEnumerable<Partial> Step(
        Subject subject, int part, int at, IReadOnlyDictionary<string, string> slots, IReadOnlyDictionary<string, bool> forms)
    {
        if (part == subject.Template.Parts.Count) return [new(at, slots, forms)];
        return subject.Template.Parts[part] switch
        {
            TemplatePart.Words words => Follows(subject.Text, at, words.Text)
                ? Step(subject, part + 1, at + words.Text.Length, slots, forms)
                : [],
            TemplatePart.Form form => Forms(subject, part, at, slots, forms, form),
            TemplatePart.Value value => Values(subject, part, at, slots, forms, value.Slot),
            _ => throw new InvalidOperationException("unknown template part"),
        };
    }

    private static IEnumerable<Partial> Forms(
        Subject subject, int part, int at, IReadOnlyDictionary<string, string> slots,
        IReadOnlyDictionary<string, bool> forms, TemplatePart.Form form)
    {
        foreach (var one in (bool[])[true, false])
        {
            var word = one ? form.One : form.Other;
            if (forms.TryGetValue(form.Slot, out var earlier) && earlier != one) continue;
            if (!Follows(subject.Text, at, word)) continue;
            var bound = new Dictionary<string, bool>(forms) { [form.Slot] = one };
            foreach (var match in Step(subject, part + 1, at + word.Length, slots, bound)) yield return match;
        }
    }

    private static IEnumerable<Partial> Values(
        Subject subject, int part, int at, IReadOnlyDictionary<string, string> slots,
        IReadOnlyDictionary<string, bool> forms, string slot)
    {
        var kind = subject.Kinds(slot);
        var limit = SlotText.Limit(kind, subject.Text, at);
        for (var end = at + 1; end <= limit; end++)
        {
            if (!NextFits(subject, part + 1, end)) continue;
            if (SlotText.Read(kind, subject.Text[at..end], subject.Formats) is not { } value) continue;
            if (slots.TryGetValue(slot, out var earlier) && earlier != value) continue;
            var bound = new Dictionary<string, string>(slots) { [slot] = value };
            foreach (var match in Step(subject, part + 1, end, bound, forms)) yield return match;
        }
    }

    // Reading a slot value costs more than comparing the words that must follow it. At the end of the template
    // the value must end where a clause can end: before a blank, a line end or the end of the text.
    private static bool NextFits(Subject subject, int next, int end) =>
        next == subject.Template.Parts.Count
            ? end == subject.Text.Length || subject.Text[end] is ' ' or '\n'
            : subject.Template.Parts[next] is not TemplatePart.Words words || Follows(subject.Text, end, words.Text);

    private static bool Follows(string text, int at, string words) =>
        string.CompareOrdinal(text, at, words, 0, words.Length) == 0;

    private static bool Agrees(
        IReadOnlyDictionary<string, string> slots, IReadOnlyDictionary<string, bool> forms, LocaleFormats formats,
        Func<string, SlotKind> kinds) =>
        forms.All(form => kinds(form.Key) == SlotKind.Plural
            || (slots.TryGetValue(form.Key, out var value) && SlotText.IsOne(kinds(form.Key), value, formats) == form.Value));

    private static IReadOnlyDictionary<string, string> WithForms(
        IReadOnlyDictionary<string, string> slots, IReadOnlyDictionary<string, bool> forms, Func<string, SlotKind> kinds)
    {
        var all = new Dictionary<string, string>(slots);
        foreach (var (slot, one) in forms)
        {
            if (kinds(slot) == SlotKind.Plural) all[slot] = one ? "one" : "other";
        }

        return all;
    }
}
