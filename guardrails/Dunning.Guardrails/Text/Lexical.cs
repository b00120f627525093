using Dunning.Guardrails.Text.Acts;

namespace Dunning.Guardrails.Text;

/// <summary>Runs a vocabulary over every sentence of a mail.</summary>
public static class Lexical
{
    /// <summary>The first sentence that holds a forbidden phrase, as a finding of the rule.</summary>
    public static Finding? First(Draft draft, Phrases phrases, string rule, Verdict severity)
    {
        foreach (var part in draft.Parts)
        {
            foreach (var sentence in part.Sentences)
            {
                if (In(part, sentence, phrases) is { } place) return part.Found(rule, severity, place.Start, place.Length);
            }
        }

        return null;
    }

    /// <summary>Where in the sentence a forbidden or suspicious phrase stands, in the cleaned text.</summary>
    public static WordHit? In(Part part, Sentence sentence, Phrases phrases)
    {
        var plain = Place(sentence.Tokens, phrases);
        if (plain is { Suspicious: false } || Spelling.Dehyphenated(part.Clean.Text, sentence.Tokens) is not { } joined) return plain;
        return Place(joined, phrases) is { } hyphenated && (plain is null || !hyphenated.Suspicious) ? hyphenated : plain;
    }

    private static WordHit? Place(Token[] tokens, Phrases phrases)
    {
        if (phrases.Find(tokens) is not { } hit) return null;
        return new(tokens[hit.First].Start, tokens[hit.Last].Start + tokens[hit.Last].Length - tokens[hit.First].Start, hit.Suspicious);
    }
}
