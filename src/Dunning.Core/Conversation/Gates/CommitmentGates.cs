using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Core.Conversation.Gates;

/// <summary>How far a sentence about a payment commits its writer.</summary>
public enum Commitment
{
    /// <summary>Nothing takes away from it.</summary>
    Plain,
    /// <summary>Hoped for, attempted, expected, or somebody's word: kept as conditional.</summary>
    Weak,
    /// <summary>No commitment: it asks for time, tells of a plan that came to nothing, or somebody else pays.</summary>
    NotOurs,
}

/// <summary>
/// Reads what <see cref="SentenceGates"/> does not: modal strength, hearsay, payments of others, requests for time. Each
/// language has its own words; English ones serve a language without.
/// </summary>
public static partial class CommitmentGates
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    private static readonly ConcurrentDictionary<string, (Regex Weak, Regex NotOurs)> Known = new(StringComparer.Ordinal);

    /// <summary>The commitment of one clause.</summary>
    public static Commitment Of(string clause, string language)
    {
        var (weak, notOurs) = Known.GetOrAdd(language, static l => CommitmentWords.For(l) is var w ? (new Regex(w.Weak, Options), new Regex(w.NotOurs, Options)) : default);
        var folded = Certain().Replace(Folding.Fold(clause), " ");
        return notOurs.IsMatch(folded) ? Commitment.NotOurs : weak.IsMatch(folded) ? Commitment.Weak : Commitment.Plain;
    }

    // "You should receive our payment confirmation" and the like hold a weak verb in form only.
    [GeneratedRegex(@"\b(?:should you (?:have|need)[^.]*|sollten sie (?:noch )?(?:fragen|ruckfragen)[^.]*|(?:we )?hope (?:this|that) helps|(?:we )?hope (?:you are|you're|this finds|for your understanding)[^.,]*|(?:wir )?hoffen auf (?:ihr )?verstandnis|en esperant (?:votre comprehension|que)[^.,]*|esperamos (?:su|vuestra) comprension|speriamo nella vostra comprensione|(?:wij |we )?hopen op (?:uw )?begrip)\b", Options)]
    private static partial Regex Certain();
}
