namespace Dunning.Mail.Zoning;

/// <summary>One thing that can be said about a line, as a number.</summary>
internal sealed record EndFeature(string Name, Func<EndLine, double> Value);

/// <summary>What is looked at to tell a line of a signature from a line somebody wrote.</summary>
internal static class EndFeatures
{
    private const double Content = -1;
    private const double Ending = 1;

    public static readonly EndFeature[] All =
    [
        // Where it stands.
        Is("after_gap", l => l.AfterGap), Is("last", l => l.FromEnd == 0), Is("second_last", l => l.FromEnd == 1), Is("far_from_end", l => l.FromEnd >= 5),
        Is("quote_follows", l => l.Around.QuoteFollows && l.FromEnd <= 3), Is("signature_follows", l => l.Around.SignatureFollows), Is("alone", l => l.Siblings == 1), Is("few_lines", l => l.Siblings is 2 or 3), Is("many_lines", l => l.Siblings > 4),
        Is("below_sentence", l => !l.AfterGap && l.Above is { EndsSentence: true, LowerWords: > 1 }), Is("in_running_text", l => !l.AfterGap && l.Above is { EndsSentence: false, LowerWords: > 2 }), Is("after_colon", l => l.Above?.EndsWith(':') == true),
        Is("after_gap_and_sentence", l => l.AfterGap && l.Above is { EndsSentence: true }), Is("after_gap_open", l => l.AfterGap && l.Above is { EndsSentence: false }), Is("after_listing", l => l.Above is { } a && IsItem(a.Text)), Is("item", l => IsItem(l.Text)),
        // Its length and its end.
        Is("words_1", l => l.Tokens.Length == 1), Is("words_2", l => l.Tokens.Length == 2), Is("words_3", l => l.Tokens.Length == 3), Is("words_4_5", l => l.Tokens.Length is 4 or 5), Is("words_6_8", l => l.Tokens.Length is > 5 and < 9), Is("words_9", l => l.Tokens.Length > 8), Is("long", l => l.Text.Length > 70),
        Is("stop", l => l.EndsWith('.')), Is("exclamation", l => l.EndsWith('!')), Is("question", l => l.Text.Contains('?', StringComparison.Ordinal)), Is("comma", l => l.EndsWith(',')), Is("colon", l => l.EndsWith(':')), Is("label", l => l.Text.IndexOf(':', StringComparison.Ordinal) is > 0 and < 25),
        Is("stop_and_verbose", l => l.EndsSentence && l.LowerWords > 1), Is("no_stop_unlike_above", l => !l.EndsSentence && l.Above is { EndsSentence: true }),
        // Its letters.
        new("upper_share", l => l.Tokens.Length == 0 ? 0 : (double)l.UpperWords / l.Tokens.Length), Is("starts_lower", l => l.Text is [var c, ..] && char.IsLower(c)), Is("no_lower", l => l.LowerWords == 0), Is("lower_1", l => l.LowerWords == 1), Is("lower_3", l => l.LowerWords > 2),
        Is("capital_after_lower_writer", l => l.Around.BeginsLower && l.Text is [var c, ..] && char.IsUpper(c)), Is("name", l => l.IsName), Is("full_name", l => NameBlocks.IsFullName(l.Text)), Is("initial", l => StartsWithInitial(l.Text)),
        // Figures and signs.
        Is("digits", l => l.Text.Any(char.IsAsciiDigit)), Is("many_digits", l => l.Text.Count(char.IsAsciiDigit) > 7), Is("money", l => IsMoney(l.Text)), Is("contact", l => l.IsContact), Is("contact_beside", l => l.ContactBeside && !l.IsContact),
        Is("web", l => l.Text.Contains("www.", StringComparison.OrdinalIgnoreCase) || l.Text.Contains("://", StringComparison.Ordinal)), Is("bars", l => l.Text.AsSpan().ContainsAny("|·•")), Is("brackets", l => l.Text.EndsWith(')')), Is("dash", l => l.Text.Contains(" – ", StringComparison.Ordinal) || l.Text.Contains(" - ", StringComparison.Ordinal) || l.Text.Contains(" / ", StringComparison.Ordinal) || l.Text.Contains(" @ ", StringComparison.Ordinal)), Is("inner_comma", l => l.Text.IndexOf(", ", StringComparison.Ordinal) > 0), Is("ampersand", l => l.Text.Contains(" & ", StringComparison.Ordinal)),
        // What kind of line it is.
        Is("company", l => NameBlocks.IsCompany(l.Text)), Is("title", l => JobTitles.Is(l.Text)), Is("sentence", l => NameBlocks.IsSentence(l.Text)), Is("closes", l => l.Closes), Is("waits", l => Closings.IsWaiting(l.Text)), Is("may_close", l => l.Below is not null && Closings.MayClose(l.Text)), Is("legal", l => Signatures.IsLegal(l.Text)), Is("unanswered", l => IsUnanswered(l.Text)),
        Is("sender", l => SenderNames.Begins(l.Text, l.Around.Sender)), Is("addressed", l => l.Words.Where((w, i) => w.Length > 2 && (l.Scores[i] ?? 0) > Content).Any(l.Around.Addressed.Contains)),
        // Its neighbours.
        Is("name_below", l => l.Below is { IsName: true, AfterGap: false }), Is("name_below_gap", l => l.Below is { IsName: true, AfterGap: true }), Is("title_below", l => l.Below is { AfterGap: false } b && (JobTitles.Is(b.Text) || NameBlocks.IsCompany(b.Text))), Is("contact_below", l => l.Below is { IsContact: true }),
        Is("name_above", l => !l.AfterGap && l.Above is { IsName: true }), Is("closing_above", l => l.Above is { Closes: true }), Is("short_above", l => !l.AfterGap && l.Above is { Tokens.Length: < 5, EndsSentence: false }), Is("echo_below", l => l.Echoes(l.Below)), Is("echo_above", l => !l.AfterGap && l.Echoes(l.Above)),
        // Its words.
        new("word_mean", l => Mean(l)), new("word_max", l => l.Scores.Max() ?? 0), new("word_min", l => l.Scores.Min() ?? 0), new("first_word", l => l.Scores.Length == 0 ? 0 : l.Scores[0] ?? 0), new("last_word", l => l.Scores.Length == 0 ? 0 : l.Scores[^1] ?? 0),
        new("unknown_share", l => l.Scores.Length == 0 ? 0 : (double)l.Scores.Count(s => s is null) / l.Scores.Length), new("content_words", l => Math.Min(4, l.Scores.Count(s => s < Content))), new("ending_words", l => Math.Min(4, l.Scores.Count(s => s > Ending))), Is("no_word", l => l.Words.Count == 0),
        // What only says something together.
        Is("name_no_content", l => l.IsName && !HasContent(l)), Is("name_with_content", l => l.IsName && HasContent(l)), Is("alone_name_no_content", l => l.AfterGap && l.IsName && l.Siblings == 1 && !HasContent(l)), Is("unknown_name_word", l => l.Tokens.Length == 1 && l.IsName && l.Scores is [null]), Is("short_content", l => l.Tokens.Length < 4 && HasContent(l)),
        Is("sentence_alone", l => l.AfterGap && l.LowerWords > 2 && l.Siblings == 1), Is("short_above_name", l => l.Tokens.Length < 5 && l.Below is { IsName: true } && !HasContent(l)), Is("digits_and_content", l => l.Text.Any(char.IsAsciiDigit) && HasContent(l)),
    ];

    /// <summary>Whether a word stands in it that people rather write in what they have to say.</summary>
    public static bool HasContent(EndLine line) => Array.Exists(line.Scores, s => s < Content);

    /// <summary>An amount of money.</summary>
    public static bool IsMoney(string text) =>
        text.Any(char.IsAsciiDigit) && (text.AsSpan().ContainsAny("€$£") || Array.Exists(text.Split(' '), w => w is "EUR" or "GBP" or "USD" or "CHF" or "euro" or "euros" or "Euro"));

    /// <summary>"Do not reply to this address", "maschinell erstellt": what a system writes under its messages.</summary>
    public static bool IsUnanswered(string text) => text.Length < 120 && Plain.ContainsAny(Plain.Fold(text), SignaturePhrases.Unanswered);

    private static EndFeature Is(string name, Func<EndLine, bool> holds) => new(name, l => holds(l) ? 1 : 0);

    private static double Mean(EndLine line)
    {
        var known = line.Scores.Where(s => s is not null).ToArray();
        return known.Length == 0 ? 0 : known.Average() ?? 0;
    }

    private static bool IsItem(string text) => text is ['-' or '*' or '•' or '·', ' ', ..] || text is [>= '0' and <= '9', '.' or ')', ..];

    /// <summary>"F. Combes", "H.-J. Kowalke", "Th. Sample".</summary>
    private static bool StartsWithInitial(string text) => text.IndexOf('.', StringComparison.Ordinal) is 1 or 2 && char.IsUpper(text[0]) && text.Length > 4;
}
