using System.Text;
using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Core.Ledger.CashApplication;

/// <summary>A run of letters or of digits.</summary>
/// <param name="Gap">What stands between the token before and this one.</param>
/// <param name="Masked">Part of an amount, a date or a bank account: digits that name no invoice.</param>
internal sealed record Token(string Text, bool IsDigits, string Gap, bool Masked)
{
    /// <summary>Digits without leading zeros; letters as they are.</summary>
    public string Trimmed { get; } = IsDigits && Text.TrimStart('0') is { Length: > 0 } rest ? rest : Text;

    /// <summary>Four digits that are a year more likely than a number.</summary>
    public bool IsYear => this is { IsDigits: true, Text: ['1', '9', _, _] or ['2', '0', _, _] };

    /// <summary>The gap leaves the two tokens parts of one number: separators, at most three.</summary>
    public bool Joins => Gap.Length <= 3 && Gap.All(sign => sign is ' ' or '-' or '/' or '.' or '_' or '#' or '\n' or '\r' or ':');

    /// <summary>No space in between: written as one number.</summary>
    public bool JoinsTightly => Gap.Length <= 1 && Gap.All(sign => sign is '-' or '/' or '.' or '_');
}

/// <summary>Cuts a remittance text into runs of letters and digits.</summary>
internal static partial class RemittanceTokens
{
    public static IReadOnlyList<Token> Cut(string text)
    {
        var folded = Folding.Fold(text.Normalize(NormalizationForm.FormKC)).Replace('€', '$');
        var masked = Masks(folded);
        List<Token> tokens = [];
        var last = 0;
        for (var at = 0; at < folded.Length;)
        {
            if (!char.IsLetterOrDigit(folded[at]))
            {
                at++;
                continue;
            }

            var digits = char.IsAsciiDigit(folded[at]);
            var end = at + 1;
            while (end < folded.Length && char.IsLetterOrDigit(folded[end]) && char.IsAsciiDigit(folded[end]) == digits) end++;
            tokens.Add(new(folded[at..end], digits, folded[last..at], masked[at]));
            last = at = end;
        }

        return tokens;
    }

    private static bool[] Masks(string text)
    {
        var masked = new bool[text.Length];
        foreach (Match match in Iban().Matches(text)) if (StructuredReferences.IsIban(match.Value)) Mask(masked, match);
        foreach (Match match in Date().Matches(text)) if (Alone(text, match, "") && IsDay(match.Value)) Mask(masked, match);
        foreach (Match match in Amount().Matches(text)) if (!masked[match.Index] && Alone(text, match, ".,")) Mask(masked, match);
        foreach (Match match in WithCurrency().Matches(text))
            if (match.Groups["n"] is { Success: true } number && Alone(text, number, ".,")) Mask(masked, number);
        return masked;
    }

    private static void Mask(bool[] masked, Capture match) => Array.Fill(masked, true, match.Index, match.Length);

    // Neither digits on either side, nor a separator with digits behind it.
    private static bool Alone(string text, Capture match, string separators)
    {
        var (before, after) = (match.Index - 1, match.Index + match.Length);
        if (before >= 0 && (char.IsAsciiDigit(text[before]) || (separators.Contains(text[before], StringComparison.Ordinal) && before > 0 && char.IsAsciiDigit(text[before - 1])))) return false;
        return after >= text.Length
            || (!char.IsAsciiDigit(text[after]) && !(separators.Contains(text[after], StringComparison.Ordinal) && after + 1 < text.Length && char.IsAsciiDigit(text[after + 1])));
    }

    private static bool IsDay(string text)
    {
        var parts = text.Split('.', '/', '-');
        var (first, second, third) = (int.Parse(parts[0], null), int.Parse(parts[1], null), int.Parse(parts[2], null));
        return parts[0].Length == 4
            ? first is >= 1990 and <= 2099 && second is >= 1 and <= 12 && third is >= 1 and <= 31
            : ((first is >= 1 and <= 31 && second is >= 1 and <= 12) || (second is >= 1 and <= 31 && first is >= 1 and <= 12)) && (parts[2].Length == 2 || third is >= 1990 and <= 2099);
    }

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){2,7}(?: ?[a-z0-9]{1,4})?", Options)]
    private static partial Regex Iban();

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})", Options)]
    private static partial Regex Date();

    [GeneratedRegex(@"\d{1,3}(?:[.,' ]\d{3})+[.,]\d{2}|\d+[.,]\d{2}", Options)]
    private static partial Regex Amount();

    [GeneratedRegex(@"(?:eur|euro|usd|gbp|chf|jpy|sek|nok|dkk|\$|£) ?(?<n>\d{1,9})\b|\b(?<n>\d{1,9}) ?(?:eur|euro|euros|usd|gbp|chf|jpy|sek|nok|dkk|\$|£)\b", Options)]
    private static partial Regex WithCurrency();
}
