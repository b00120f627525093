using System.Text;
using System.Text.RegularExpressions;
using Dunning.Core.Conversation;
using Dunning.Guardrails.Text;

namespace Dunning.Flows.Reading;

/// <summary>
/// Looks for text that speaks to software where the sentence-wise reader does not: in disguise (letters of other
/// alphabets, invisible characters, s p a c e d letters, lines of two words, Base64) and in places nobody reads as
/// text (hidden HTML, display names, file names). A hit sends the mail to a person and does nothing else.
/// </summary>
public static partial class InjectionScan
{
    private const int Longest = 20_000;
    private const int ShortLine = 28;
    private const int FewLines = 4;

    /// <summary>The reading, with a person asked when the mail shows signs of injection anywhere.</summary>
    /// <param name="unseen">Names and other text of the mail's fields.</param>
    public static ReplyReading Raise(ReplyReading reading, ReplyInput input, UntrustedText? unseen = null)
    {
        if (reading.Kind is MessageKind.Bounce or MessageKind.ListMail || !Signs(input, unseen)) return reading;
        return reading with
        {
            InjectionProbability = Math.Max(reading.InjectionProbability, SafetyRules.Hit), NeedsPerson = reading.NeedsPerson || reading.Kind == MessageKind.Human,
            Why = reading.Why.Contains(PersonReason.InjectionSuspected) ? reading.Why : [.. reading.Why, PersonReason.InjectionSuspected],
        };
    }

    private static bool Signs(ReplyInput input, UntrustedText? unseen) =>
        Forms(input.NewText.Reveal()).Concat(Forms(input.Subject.Reveal())).Concat(Forms(input.HiddenText?.Reveal() ?? "")).Concat(Forms(Words(unseen?.Reveal() ?? "")))
            .Any(form => InjectionRules.Matches(Core.Conversation.Wording.Folding.Fold(form)));

    /// <summary>The text as a program that is to obey it might read it.</summary>
    private static IEnumerable<string> Forms(string original)
    {
        if (string.IsNullOrWhiteSpace(original)) yield break;
        var text = original.Length > Longest ? original[..Longest] : original;
        var clean = Latin(CleanText.From(text).Text);
        yield return clean;
        if (ShortLines(clean)) yield return clean.ReplaceLineEndings(" ");
        if (Spaced().IsMatch(clean)) yield return Spaced().Replace(clean, run => Joined(run.Value));
        if (Slug().IsMatch(clean)) yield return Slug().Replace(clean, run => Words(run.Value));
        foreach (Match match in Encoded().Matches(clean))
            if (Decoded(match.Value) is { } decoded) yield return Latin(decoded);
    }

    // File names and addresses are words with other separators.
    private static string Words(string name) => name.Replace('_', ' ').Replace('-', ' ').Replace('+', ' ').Replace('.', ' ');

    private static bool ShortLines(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length >= FewLines && lines.Count(line => line.Length <= ShortLine) * 2 >= lines.Length;
    }

    // "i g n o r e   a l l": one blank joins letters, several part words.
    private static string Joined(string run)
    {
        var joined = new StringBuilder(run.Length);
        foreach (var word in WideGap().Split(run)) joined.Append(joined.Length == 0 ? "" : " ").Append(word.Replace(" ", "", StringComparison.Ordinal));
        return joined.ToString();
    }

    private static string? Decoded(string text)
    {
        var buffer = new byte[text.Length];
        if (!Convert.TryFromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='), buffer, out var length)) return null;
        var decoded = Encoding.UTF8.GetString(buffer, 0, length);
        return decoded.Count(letter => char.IsLetter(letter) || letter == ' ') * 10 >= decoded.Length * 8 ? decoded : null;
    }

    // Letters of other alphabets that look like ours, inside words that are otherwise ours.
    private static string Latin(string text)
    {
        if (!text.Any(letter => letter is >= '\u0370' and <= '\u052f')) return text;
        return string.Create(text.Length, text, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++) target[i] = LookAlikes.IndexOf(source[i], StringComparison.Ordinal) is >= 0 and var at ? Ours[at] : source[i];
        });
    }

    private const string LookAlikes = "аеорсухіјѕԁһӏвнкмтοαενρτυικηωΑΒΕΖΗΙΚΜΝΟΡΤΥΧАВЕКМНОРСТХ";
    private const string Ours = "aeopcyxijsdhlvhkmtoaevptuiknwABEZHIKMNOPTYXABEKMHOPCTX";

    [GeneratedRegex(@"(?:\b[\p{L}\p{N}] {1,4}){6,}[\p{L}\p{N}]\b", RegexOptions.NonBacktracking)]
    private static partial Regex Spaced();

    [GeneratedRegex(@" {2,}", RegexOptions.NonBacktracking)]
    private static partial Regex WideGap();

    [GeneratedRegex(@"\S*(?:\p{L}{2,}[-_.+]){3,}\S*", RegexOptions.NonBacktracking)]
    private static partial Regex Slug();

    [GeneratedRegex(@"\b[A-Za-z0-9+/]{24,}={0,2}", RegexOptions.NonBacktracking)]
    private static partial Regex Encoded();
}
