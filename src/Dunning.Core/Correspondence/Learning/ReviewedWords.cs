namespace Dunning.Core.Correspondence.Learning;

/// <summary>The words and word forms the reviewed clauses of a language use.</summary>
public sealed class ReviewedWords
{
    private readonly HashSet<string> _words = [];

    /// <summary>Collects them.</summary>
    /// <param name="clauses">All clauses of the language.</param>
    public ReviewedWords(IReadOnlyList<Clause> clauses)
    {
        foreach (var template in clauses.SelectMany(clause => clause.Variants).Select(variant => variant.Template)) _words.UnionWith(WordSets.Of(template.Words()));
        Forms = [.. clauses.SelectMany(clause => clause.Variants).SelectMany(variant => variant.Template.Parts.OfType<TemplatePart.Form>()).Distinct()];
    }

    /// <summary>Every pair of word forms, with the slot that chooses between them.</summary>
    public IReadOnlyList<TemplatePart.Form> Forms { get; }

    /// <summary>Whether some reviewed clause uses the word.</summary>
    public bool Knows(string word) => _words.Contains(word.ToLowerInvariant());
}
