namespace Dunning.Guardrails.Rules;

/// <summary>G28: short enough to be read: at most 400 words outside lists, no sentence above 60. Judged when nobody reads it first.</summary>
public static class G28Length
{
    private const int MostWords = 400;
    private const int LongestSentence = 60;

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("G28", "too long to be read", "What is not read is not paid.", Verdict.Hold, Judge)
    {
        PersonDecides = true,
    };

    private static Finding? Judge(Draft draft, SendFacts facts)
    {
        var severity = draft.Level >= Core.Autonomy.AutonomyLevel.AutoVeto ? Verdict.Hold : Verdict.Pass;
        foreach (var part in draft.Parts)
        {
            var words = 0;
            foreach (var sentence in part.Sentences)
            {
                // A closing with name and address has no full stop and is no sentence.
                if (part.Clean.Text.AsSpan(sentence.Start, sentence.Length).TrimStart() is ['-' or '*' or '\u2022', ..]) continue;
                words += sentence.Tokens.Length;
                if (sentence.Tokens.Length > LongestSentence)
                    return part.Found("G28", severity, sentence.Tokens[0].Start, sentence.Length, $"a sentence of {sentence.Tokens.Length} words");
            }

            if (words > MostWords) return new("G28", severity, $"{words} words", null);
        }

        return null;
    }
}
