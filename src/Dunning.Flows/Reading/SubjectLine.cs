using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Flows.Reading;

/// <summary>What a subject says in the sender's own words. That of an answer or of a forwarded mail is ours, and says nothing.</summary>
public static partial class SubjectLine
{
    private const int Longest = 200;

    /// <summary>The subject, or an empty text where it was not written for this mail.</summary>
    public static string Own(string subject)
    {
        var text = subject.Trim();
        return text.Length > Longest || Echo().IsMatch(text) ? "" : text;
    }

    /// <summary>A message with its subject before it. Training and reading must use the same.</summary>
    /// <param name="own">The subject as <see cref="Own"/> leaves it.</param>
    public static string Before(string own, string body) => own.Length == 0 ? body : own + "\n" + body;

    // Prefixes of answers and forwarded mails in the languages of common mail programs.
    [GeneratedRegex(@"^(?:\[[^\]]{1,30}\]\s*)?(?:re|aw|sv|antw|antwort|r|rif|rv|res|tr|fw|fwd|wg|i|doorst)\s*(?:\[\d+\])?\s*:", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, PatternTime.Milliseconds)]
    private static partial Regex Echo();
}
