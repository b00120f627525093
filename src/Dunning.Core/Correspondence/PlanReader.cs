using Dunning.Core.Cases;

namespace Dunning.Core.Correspondence;

/// <summary>Finds the clauses a text is made of, over every way to read it.</summary>
internal sealed class PlanReader(string text, IReadOnlyList<Clause> clauses, LocaleFormats formats)
{
    public DraftPlan? Read(string subject, string language)
    {
        foreach (var (clause, variant, slots) in Matches(clauses.Where(clause => clause.Act == SpeechAct.Subject), subject))
        {
            var purpose = clause.Purposes[0];
            Stage? stage = clause.Stages.Count > 0 && MailShape.HasStage(purpose) ? clause.Stages[0] : null;
            var parts = MailShape.Parts(purpose);
            List<Candidate> candidates =
            [
                .. clauses.Where(other => other.Act != SpeechAct.Subject && other.Fits(purpose, stage) && parts.Contains(other.Act))
                    .SelectMany(other => other.Variants.Select(wording => new Candidate(other, wording, parts.Index().First(part => part.Item == other.Act).Index)))
                    .OrderByDescending(candidate => candidate.Words).ThenBy(candidate => candidate.Variant.Id, StringComparer.Ordinal),
            ];
            List<ClauseUse> uses = [new(variant.Id, clause.Version, slots)];
            for (var reading = Rest(candidates, 0, 0, null, []); reading is not null; reading = reading.Next) uses.Add(reading.Use);
            if (uses.Count > 1) return new(language, purpose, stage, variant.Id, uses);
        }

        return null;
    }

    // Wordings with most fixed words are tried first: "Dear all," is that, and not somebody called "all".
    private sealed record Candidate(Clause Clause, ClauseVariant Variant, int Part)
    {
        public int Words { get; } = Variant.Template.Parts.OfType<TemplatePart.Words>().Sum(words => words.Text.Length);
    }

    // How the rest of the text reads best, by where it starts: the reading that leaves least to slots, since a slot
    // for a name or number could swallow whole sentences between two others.
    private sealed record Reading(int SlotLetters, ClauseUse Use, Reading? Next);

    private Reading? Rest(
        IReadOnlyList<Candidate> candidates, int at, int part, SpeechAct? before, Dictionary<(int At, int Part, SpeechAct? Before), Reading?> known)
    {
        if (known.TryGetValue((at, part, before), out var found)) return found;
        Reading? best = null;
        foreach (var candidate in candidates.Where(candidate => candidate.Part >= part))
        {
            var separator = before is { } last ? MailLayout.Between(last, candidate.Clause.Act) : "";
            if (string.CompareOrdinal(text, at, separator, 0, separator.Length) != 0) continue;
            foreach (var (end, slots) in TemplateMatch.At(candidate.Variant.Template, text, at + separator.Length, formats, KindOf))
            {
                var letters = slots.Values.Sum(value => value.Length);
                if (letters >= best?.SlotLetters) continue;
                var rest = end == text.Length ? null : Rest(candidates, end, candidate.Part + 1, candidate.Clause.Act, known);
                letters += rest?.SlotLetters ?? 0;
                if ((rest is null && end != text.Length) || letters >= best?.SlotLetters) continue;
                best = new(letters, new(candidate.Variant.Id, candidate.Clause.Version, slots), rest);
            }
        }

        known[(at, part, before)] = best;
        return best;
    }

    private IEnumerable<(Clause Clause, ClauseVariant Variant, IReadOnlyDictionary<string, string> Slots)> Matches(
        IEnumerable<Clause> among, string subject) =>
        among.SelectMany(clause => clause.Variants.Select(variant => (clause, variant)))
            .OrderByDescending(pair => pair.variant.Template.Words().Length)
            .SelectMany(pair => TemplateMatch.At(pair.variant.Template, subject, 0, formats, KindOf)
                .Where(match => match.End == subject.Length)
                .Select(match => (pair.clause, pair.variant, match.Slots)));

    private static SlotKind KindOf(string slot) => SlotCatalog.Kinds[slot];
}
