namespace Dunning.Guardrails.Text.Acts;

/// <summary>A phrase of a rule found in a sentence, placed in the cleaned text.</summary>
/// <param name="Suspicious">The words alone prove nothing.</param>
public readonly record struct WordHit(int Start, int Length, bool Suspicious);

/// <summary>What the vocabularies found in one sentence.</summary>
public sealed class Sight
{
    private const int Beside = 3, FarBefore = 8;
    private readonly IReadOnlyList<(string Rule, Phrases Words)> vocabularies;
    private readonly WordHit?[] hits;

    internal Sight(IReadOnlyList<(string Rule, Phrases Words)> vocabularies, Part part, Sentence sentence)
    {
        this.vocabularies = vocabularies;
        hits = new WordHit?[vocabularies.Count];
        var hyphenated = Spelling.Dehyphenated(part.Clean.Text, sentence.Tokens);
        for (var i = 0; i < hits.Length; i++)
        {
            if (Lexical.In(sentence.Tokens, hyphenated, vocabularies[i].Words) is { } hit) hits[i] = Weighed(hit, vocabularies[i].Rule, sentence);
        }
    }

    // "No interest has been charged", "whether everything is settled": what is denied or only asked is not said. It stays
    // suspicious, since "we will not hesitate to sue" is no denial.
    private static WordHit Weighed(WordHit hit, string rule, Sentence sentence)
    {
        if (hit.Suspicious) return hit;
        var asked = rule == "G07" && Before(sentence, hit, FarBefore, "if", "ask");
        return asked || Before(sentence, hit, Beside, "not") ? hit with { Suspicious = true } : hit;
    }

    private static bool Before(Sentence sentence, WordHit hit, int words, params ReadOnlySpan<string> meanings)
    {
        var first = Array.FindIndex(sentence.Tokens, token => token.Start >= hit.Start);
        for (var i = Math.Max(0, first - words); i < sentence.Tokens.Length && sentence.Tokens[i].Start < hit.Start + hit.Length; i++)
        {
            foreach (var meaning in meanings)
            {
                if (ActLexicon.Means(sentence.Tokens[i].Word, meaning)) return true;
            }
        }

        return false;
    }

    /// <summary>The hit of a rule's vocabulary.</summary>
    public WordHit? HitOf(string rule)
    {
        for (var i = 0; i < hits.Length; i++)
        {
            if (vocabularies[i].Rule == rule) return hits[i];
        }

        throw new ArgumentException($"rule {rule} has no vocabulary", nameof(rule));
    }

    /// <summary>Rules whose vocabulary hit, and how, in the order of the catalogue.</summary>
    public IEnumerable<(string Rule, bool Suspicious)> Hits
    {
        get
        {
            for (var i = 0; i < hits.Length; i++)
            {
                if (hits[i] is { } hit) yield return (vocabularies[i].Rule, hit.Suspicious);
            }
        }
    }
}
