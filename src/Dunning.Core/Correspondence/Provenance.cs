namespace Dunning.Core.Correspondence;

/// <summary>Tells for every figure and name of a message where it comes from.</summary>
public static class Provenance
{
    /// <summary>
    /// The spans of a text that state a value, in order and without overlap. For a clause mail the values are those of
    /// its plan; for other words the facts are looked for as the language writes them. A figure nothing accounts for
    /// has a span without sources.
    /// </summary>
    /// <param name="text">Subject or body.</param>
    /// <param name="plan">The plan the text was rendered from; null when a person or a model worded it.</param>
    public static IReadOnlyList<SourcedSpan> Of(string text, FactSet facts, DraftPlan? plan)
    {
        var sources = new SlotSources(facts);
        var language = plan?.Language ?? facts.Language;
        var formats = LocaleFormats.For(LocaleFormats.Languages.Contains(language) ? language : "en");
        var places = new Places(text, formats, facts.Currency);
        foreach (var line in plan is null ? FactLines(facts) : SlotSources.Lines(plan)) ClaimLine(places, line, formats, sources);

        var written = (plan is null ? new FactForms(facts).All() : sources.Of(plan)).ToList();
        if (facts.CaseReference is { } reference) written.Add(new(reference, new(SourceKind.Case, "our reference of the case")));
        written.AddRange(facts.Footer.Select(line => new WrittenFact(line, sources.OfSlot("footer"))));
        foreach (var same in written.Where(fact => fact.Written.Length > 0).GroupBy(fact => fact.Written).OrderByDescending(group => group.Key.Length))
            places.ClaimAll(same.Key, [.. same.Select(fact => fact.Source).Distinct()]);
        places.ClaimFigures();
        return places.Spans;
    }

    private static IEnumerable<string> FactLines(FactSet facts) => facts.Invoices
        .Select(invoice => InvoiceLine.Canonical(invoice with { Open = decimal.Round(invoice.Open, Ledger.Money.MinorDigits(facts.Currency)) }, facts.Currency)).Distinct();

    // Within its line a value has one source, however often it is written elsewhere.
    private static void ClaimLine(Places places, string canonical, LocaleFormats formats, SlotSources sources)
    {
        var pieces = InvoiceLine.Pieces(canonical, formats).ToList();
        foreach (var start in places.Find(string.Concat(pieces.Select(piece => piece.Text))).ToList())
        {
            var at = start;
            foreach (var (field, text) in pieces)
            {
                if (field is not null) places.Claim(at, text.Length, [sources.OfLine(field, canonical)]);
                at += text.Length;
            }
        }
    }
}
