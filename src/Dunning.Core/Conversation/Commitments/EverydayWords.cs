using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Core.Conversation.Commitments;

/// <summary>
/// Words of small offices, shops and clubs that the lists of <see cref="PlainWords"/> do not have: ways of paying, things that are
/// paid for, people who pay for the writer. The same rule holds: none of them may stand for anything that takes away from a promise.
/// </summary>
internal static partial class EverydayWords
{
    private sealed record Lists(string Payment, string Known, string Subject, string Pays, string People, string Orders);

    private static readonly ConcurrentDictionary<string, Regex> Ordering = new(StringComparer.Ordinal);

    public static IReadOnlySet<string> Payment(string language) => PlainWords.List(Of(language).Payment);

    public static IReadOnlySet<string> Known(string language) => PlainWords.List(Of(language).Known);

    /// <summary>What a promise can be said of, beside <see cref="PlainWords.Subject"/>.</summary>
    public static string Subject(string language) => Of(language).Subject;

    /// <summary>Turns of phrase that say outright that payment is made.</summary>
    public static string Pays(string language) => Of(language).Pays;

    public static string People(string language) => Of(language).People;

    /// <summary>Telling the other side to do something first ("deduct it, and I pay").</summary>
    public static Regex Orders(string language) => Ordering.GetOrAdd(language, static l => new Regex(Of(l).Orders, RegexOptions.CultureInvariant, PatternTime.Limit));

    private static Lists Of(string language) => language switch { "de" => German, "fr" => French, "es" => Spanish, "it" => Italian, "nl" => Dutch, _ => English };
}
