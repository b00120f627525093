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
    public static WordHit? In(Part part, Sentence sentence, Phrases phrases) =>
        In(sentence.Tokens, Spelling.Dehyphenated(part.Clean.Text, sentence.Tokens), phrases);

    /// <summary>The same, with the hyphenated words of the sentence written as one, or null when there is none.</summary>
    internal static WordHit? In(Token[] tokens, Token[]? hyphenated, Phrases phrases)
    {
        var plain = Place(tokens, phrases);
        if (plain is { Suspicious: false } || hyphenated is null) return plain;
        return Place(hyphenated, phrases) is { } joined && (plain is null || !joined.Suspicious) ? joined : plain;
    }

    private static WordHit? Place(Token[] tokens, Phrases phrases)
    {
        if (phrases.Find(tokens) is not { } hit) return null;
        return new(tokens[hit.First].Start, tokens[hit.Last].Start + tokens[hit.Last].Length - tokens[hit.First].Start, hit.Suspicious);
    }
}
