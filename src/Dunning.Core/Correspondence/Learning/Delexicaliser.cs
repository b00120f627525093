using System.Text;

namespace Dunning.Core.Correspondence.Learning;

/// <summary>Takes the values out of words a person wrote in place of a clause, so that they can be said of anybody.</summary>
internal static class Delexicaliser
{
    private const char Open = '\uE000';
    private const char Close = '\uE001';

    /// <summary>
    /// The words as a template with the clause's slots, and what to look at. Null when a figure, an address or a name is
    /// left that no slot accounts for.
    /// </summary>
    public static (string? Wording, IReadOnlyList<string> Warnings) Of(
        string text, Clause clause, ClauseVariant before, ClauseUse use, DraftPlan plan, FactSet facts, ReviewedWords language)
    {
        if (text.AsSpan().IndexOfAny("{}|\uE000\uE001") >= 0) return (null, []);
        var formats = LocaleFormats.For(plan.Language);
        List<string> slots = [];
        string Mark(string template)
        {
            slots.Add(template);
            return $"{Open}{slots.Count - 1}{Close}";
        }

        var values = Values(clause, before, use, plan).ToList();
        foreach (var (slot, value) in values.Where(pair => IsPrinted(pair.Slot)).OrderByDescending(pair => Written(pair.Slot, pair.Value, formats).Length))
            text = Replace(text, Written(slot, value, formats), () => Mark($"{{{slot}}}"));
        foreach (var form in Forms(clause, language))
        {
            if (values.Find(pair => pair.Slot == form.Slot) is not { Value: { } value }) continue;
            text = Replace(text, SlotText.IsOne(SlotCatalog.Kinds[form.Slot], value, formats) ? form.One : form.Other, () => Mark($"{{{form.Slot}|{form.One}|{form.Other}}}"));
        }

        if (clause.Slots.Contains("start") && text.Length > 0 && char.IsLetter(text[0]))
            text = Mark($"{{start|{char.ToLowerInvariant(text[0])}|{char.ToUpperInvariant(text[0])}}}") + text[1..];
        if (Unaccounted.In(text, facts, plan.Language, language)) return (null, []);
        var wording = Filled(text, slots);
        return (wording, [.. Warnings(wording, before)]);
    }

    // The clause's own slots first, then what other parts of the mail say and this clause may say, too.
    private static IEnumerable<(string Slot, string Value)> Values(Clause clause, ClauseVariant before, ClauseUse use, DraftPlan plan)
    {
        var all = plan.Clauses.Where(other => other != use).SelectMany(other => other.Slots);
        return use.Slots.OrderByDescending(slot => before.Template.Slots.Contains(slot.Key)).Concat(all)
            .Where(slot => clause.Slots.Contains(slot.Key)).DistinctBy(slot => slot.Key).Select(slot => (slot.Key, slot.Value));
    }

    private static bool IsPrinted(string slot) => SlotCatalog.Kinds[slot] != SlotKind.Plural;

    private static string Written(string slot, string value, LocaleFormats formats) => SlotText.Write(SlotCatalog.Kinds[slot], value, formats);

    // Short forms such as "is" stand for themselves more often than for the number of invoices; only the clause's own are taken.
    private static IEnumerable<TemplatePart.Form> Forms(Clause clause, ReviewedWords language)
    {
        var own = clause.Variants.SelectMany(variant => variant.Template.Parts.OfType<TemplatePart.Form>()).ToHashSet();
        return language.Forms.Where(form => form.Slot != "start" && clause.Slots.Contains(form.Slot) && form.One != form.Other)
            .Where(form => own.Contains(form) || Math.Min(form.One.Length, form.Other.Length) >= 5)
            .OrderByDescending(form => form.One.Length + form.Other.Length).ThenBy(form => form.One, StringComparer.Ordinal);
    }

    private static string Replace(string text, string written, Func<string> mark)
    {
        if (written.Trim().Length < 2) return text;
        for (var at = text.IndexOf(written, StringComparison.Ordinal); at >= 0; at = text.IndexOf(written, at + 1, StringComparison.Ordinal))
        {
            var end = at + written.Length;
            if ((at > 0 && char.IsLetterOrDigit(text[at - 1])) || (end < text.Length && char.IsLetterOrDigit(text[end]))) continue;
            text = string.Concat(text.AsSpan(0, at), mark(), text.AsSpan(end));
        }

        return text;
    }

    private static string Filled(string text, List<string> slots)
    {
        var filled = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != Open)
            {
                filled.Append(text[at]);
                continue;
            }

            var end = text.IndexOf(Close, at);
            filled.Append(slots[int.Parse(text.AsSpan(at + 1, end - at - 1), System.Globalization.CultureInfo.InvariantCulture)]);
            at = end;
        }

        return filled.ToString();
    }

    private static IEnumerable<string> Warnings(string wording, ClauseVariant before)
    {
        foreach (var form in before.Template.Parts.OfType<TemplatePart.Form>().Select(form => form.Slot).Distinct())
        {
            if (form != "start" && !wording.Contains($"{{{form}|", StringComparison.Ordinal)) yield return $"the clause changes with the number of {form}, these words do not";
        }

        foreach (var slot in before.Template.Parts.OfType<TemplatePart.Value>().Select(value => value.Slot).Distinct())
        {
            if (!wording.Contains($"{{{slot}}}", StringComparison.Ordinal)) yield return $"the clause says {slot.Replace('_', ' ')}, these words do not";
        }
    }
}
