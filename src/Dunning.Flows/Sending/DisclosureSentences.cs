namespace Dunning.Flows.Sending;

/// <summary>The sentence that automatic messages carry, per language.</summary>
/// <param name="sentenceOf">Gives the sentence for a language; null when the installation has switched it off.</param>
public sealed class DisclosureSentences(Func<string, string?> sentenceOf)
{
    /// <summary>The sentence in a language.</summary>
    public string? For(string language) => sentenceOf(language);
}
