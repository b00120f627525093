using Dunning.Core.Cases;

namespace Dunning.Core.Correspondence;

/// <summary>What must hold of a set of clauses before it may speak for a company.</summary>
internal static class ClauseChecks
{
    public static IReadOnlyList<ClauseProblem> Check(IReadOnlyList<Clause> clauses)
    {
        List<ClauseProblem> problems = [];
        foreach (var language in clauses.GroupBy(clause => clause.Language))
        {
            if (!LocaleFormats.Languages.Contains(language.Key))
            {
                problems.Add(new(language.First().Origin, "language", $"there are no number and date formats for '{language.Key}'"));
                continue;
            }

            problems.AddRange(language.SelectMany(clause => OfClause(clause, language)));
            problems.AddRange(Repeated(language));
            problems.AddRange(Missing(language.Key, [.. language]));
        }

        return problems;
    }

    private static IEnumerable<ClauseProblem> OfClause(Clause clause, IEnumerable<Clause> language)
    {
        ClauseProblem Problem(string field, string reason) => new(clause.Origin, $"{clause.Id}.{field}", reason);
        foreach (var slot in clause.Slots.Where(slot => !SlotCatalog.Kinds.ContainsKey(slot)))
            yield return Problem("slots", $"unknown slot '{slot}'");
        if (clause.Purposes.Count == 0) yield return Problem("purposes", "none given");
        if (clause.Variants.Count == 0) yield return Problem("variants", "none given");
        if (clause.Version < 1) yield return Problem("version", "must be 1 or more");
        foreach (var id in clause.Companions)
        {
            var companion = language.FirstOrDefault(other => other.Id == id);
            if (companion is null) yield return Problem("companions", $"unknown clause '{id}'");
            else if (companion.Act <= clause.Act) yield return Problem("companions", $"'{id}' does not come after this clause");
        }

        if (clause.Act == SpeechAct.Subject && (clause.Purposes.Count != 1 || clause.Stages.Count > 1))
            yield return Problem("purposes", "a subject line belongs to one purpose and one stage, so that it tells them");
        if (clause.Act == SpeechAct.Disclosure && (clause.Variants.Count != 1 || clause.Slots.Count > 0))
            yield return Problem("variants", "the disclosure is one fixed sentence");
        foreach (var problem in clause.Variants.SelectMany(variant => OfVariant(clause, variant))) yield return problem;
    }

    private static IEnumerable<ClauseProblem> OfVariant(Clause clause, ClauseVariant variant)
    {
        ClauseProblem Problem(string reason) => new(clause.Origin, $"{variant.Id}.text", reason);
        foreach (var slot in variant.Template.Slots)
        {
            if (!SlotCatalog.Kinds.ContainsKey(slot)) yield return Problem($"unknown slot '{slot}'");
            else if (!clause.Slots.Contains(slot)) yield return Problem($"slot '{slot}' is used but not declared");
        }

        foreach (var part in variant.Template.Parts.OfType<TemplatePart.Value>())
        {
            if (SlotCatalog.Kinds.GetValueOrDefault(part.Slot) == SlotKind.Plural && SlotCatalog.Kinds.ContainsKey(part.Slot))
                yield return Problem($"slot '{part.Slot}' only chooses a form: {{{part.Slot}|one|other}}");
        }

        foreach (var part in variant.Template.Parts.OfType<TemplatePart.Form>())
        {
            if (SlotCatalog.Kinds.TryGetValue(part.Slot, out var kind)
                && kind is not (SlotKind.Plural or SlotKind.Count or SlotKind.Numbers or SlotKind.ShortNumbers or SlotKind.Lines))
                yield return Problem($"slot '{part.Slot}' has no number to choose a form by");
            else if (kind != SlotKind.Plural && !variant.Template.Parts.Contains(new TemplatePart.Value(part.Slot)))
                yield return Problem($"slot '{part.Slot}' chooses a form but is not printed, so that it could not be read back");
        }

        var words = variant.Template.Words();
        if (words.Any(char.IsDigit)) yield return Problem("digits stand in slots only");
        var source = variant.Template.Source;
        if (source.Length == 0 || source != source.Trim()) yield return Problem("empty, or blanks at an end");
        if (source.Contains("  ", StringComparison.Ordinal) || source.Contains("\n\n", StringComparison.Ordinal) || source.Contains('\r', StringComparison.Ordinal))
            yield return Problem("doubled blanks or an empty line");
    }

    private static IEnumerable<ClauseProblem> Repeated(IEnumerable<Clause> language)
    {
        foreach (var twice in language.GroupBy(clause => clause.Id).SelectMany(group => group.Skip(1)))
            yield return new(twice.Origin, "id", $"'{twice.Id}' exists already");
        var variants = language.SelectMany(clause => clause.Variants.Select(variant => (clause, variant))).ToList();
        foreach (var twice in variants.GroupBy(pair => (pair.clause.Id, pair.variant.Id)).SelectMany(group => group.Skip(1)))
            yield return new(twice.clause.Origin, "variants", $"'{twice.variant.Id}' exists already");
        foreach (var twice in variants.GroupBy(pair => pair.variant.Template.Source).SelectMany(group => group.Skip(1)))
            yield return new(twice.clause.Origin, $"{twice.variant.Id}.text", "the same text stands in another clause; a text must tell its clause");
    }

    // A clause of last resort, without conditions, for every part a mail cannot do without.
    private static IEnumerable<ClauseProblem> Missing(string language, IReadOnlyList<Clause> clauses)
    {
        foreach (var purpose in Enum.GetValues<Purpose>())
        {
            var known = SlotCatalog.AlwaysKnown(purpose);
            foreach (var (stage, tone) in MailShape.Occasions(purpose))
            {
                foreach (var act in MailShape.Needed(purpose))
                {
                    if (!clauses.Any(clause => clause.Act == act && clause.Fits(purpose, stage) && clause.Tones.Contains(tone)
                        && clause.Requires.All(condition => condition == Condition.Automatic) && clause.Slots.All(known.Contains)))
                    {
                        yield return new(clauses[0].Origin with { Line = 0, Column = 0 }, act.ToString(),
                            $"no clause without conditions in {language} for {purpose}{(stage is { } at ? $", stage {at}" : "")}, tone {tone}");
                    }
                }
            }
        }
    }
}
