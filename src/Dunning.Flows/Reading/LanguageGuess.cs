using System.Text;

namespace Dunning.Flows.Reading;

/// <summary>Tells the language of a text; short texts take the language of the account.</summary>
internal static class LanguageGuess
{
    public static readonly string[] Supported = ["en", "de", "fr", "es", "it", "nl"];
    private const int Enough = 24;
    private const double Sure = 0.6;

    /// <returns>ISO 639-1 code, or <c>und</c>.</returns>
    public static string Of(ReaderModel model, string text, string? hint)
    {
        var (letters, foreign) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
            if (Rune.IsLetter(rune))
            {
                letters++;
                if (rune.Value > 0x24F) foreign++;
            }
        var account = hint is { Length: >= 2 } && Array.IndexOf(Supported, hint[..2].ToLowerInvariant()) is >= 0 and var at ? Supported[at] : null;
        if (foreign * 3 > letters) return "und";
        if (letters == 0) return account ?? "und";
        var scores = model.Languages.Predict(text);
        if (letters >= Enough && scores.TopProbability >= Sure) return scores.Top;
        if (account is not null && scores[account] > 0.02) return account;
        return Array.IndexOf(Supported, scores.Top) >= 0 || scores.TopProbability >= Sure && letters >= Enough ? scores.Top : Supported.MaxBy(l => scores[l])!;
    }
}
