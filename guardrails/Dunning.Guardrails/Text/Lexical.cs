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

    /// <summary>Where in the sentence a forbidden phrase stands, in the cleaned text.</summary>
    public static (int Start, int Length)? In(Part part, Sentence sentence, Phrases phrases)
    {
        if (Place(sentence.Tokens, phrases) is { } plain) return plain;
        return Spelling.Dehyphenated(part.Clean.Text, sentence.Tokens) is { } joined ? Place(joined, phrases) : null;
    }

    private static (int Start, int Length)? Place(Token[] tokens, Phrases phrases)
    {
        if (phrases.Find(tokens) is not ({ } first, { } last)) return null;
        return (tokens[first].Start, tokens[last].Start + tokens[last].Length - tokens[first].Start);
    }
}
