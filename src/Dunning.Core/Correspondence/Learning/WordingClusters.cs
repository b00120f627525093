using System.Security.Cryptography;
using System.Text;

namespace Dunning.Core.Correspondence.Learning;

/// <summary>When wordings of edits are worth offering.</summary>
/// <param name="Edits">Least number of edits.</param>
/// <param name="Mails">Least number of mails they were made in.</param>
public sealed record LearningThresholds(int Edits, int Mails)
{
    /// <summary>Three edits in two mails.</summary>
    public static LearningThresholds Default { get; } = new(3, 2);
}

/// <summary>One edit as an example.</summary>
public sealed record EditExample(string Before, string After);

/// <summary>A wording people keep writing in place of a clause.</summary>
/// <param name="Key">Hash over language, clause and words; the same words have the same key in any order.</param>
/// <param name="Wording">The one most often written of its kind.</param>
public sealed record WordingCandidate(
    string Key, string Language, string ClauseId, string Wording, IReadOnlyList<string> Warnings, int Edits, int Mails, int Customers, IReadOnlyList<string> People, IReadOnlyList<EditExample> Examples);

/// <summary>A wording that was decided about, so that it is not offered again.</summary>
public sealed record DecidedWording(string Language, string ClauseId, string Wording);

/// <summary>Puts near-identical wordings together. Equal input gives equal output, in whatever order it comes.</summary>
public static class WordingClusters
{
    /// <summary>Least share of common words for two wordings to count as one, see <see cref="WordSets.Similarity"/>.</summary>
    public const double Alike = 0.8;

    private const int MostExamples = 3;

    /// <summary>The candidates, most often written first.</summary>
    /// <param name="decided">Wordings decided about before, and those clauses have already; what is like them is left out.</param>
    public static IReadOnlyList<WordingCandidate> Of(IEnumerable<EditedPiece> pieces, IReadOnlyList<DecidedWording> decided, LearningThresholds thresholds)
    {
        List<WordingCandidate> candidates = [];
        foreach (var clause in pieces.Where(piece => piece.Wording is not null).GroupBy(piece => (piece.Language, piece.ClauseId)))
        {
            var known = decided.Where(wording => (wording.Language, wording.ClauseId) == clause.Key).Select(wording => WordSets.Of(wording.Wording)).ToList();
            candidates.AddRange(Clusters(clause).Select(cluster => Candidate(clause.Key.Language, clause.Key.ClauseId, cluster))
                .Where(candidate => candidate.Edits >= thresholds.Edits && candidate.Mails >= thresholds.Mails)
                .Where(candidate => !known.Exists(words => WordSets.Similarity(words, WordSets.Of(candidate.Wording)) >= Alike)));
        }

        return [.. candidates.OrderByDescending(candidate => candidate.Edits).ThenBy(candidate => candidate.Key, StringComparer.Ordinal)];
    }

    // Most written first, so that a cluster grows round what people agree on; slots have to be the same, or they say something else.
    private static IEnumerable<List<EditedPiece>> Clusters(IEnumerable<EditedPiece> pieces)
    {
        List<(IReadOnlySet<string> Words, List<EditedPiece> Pieces)> clusters = [];
        foreach (var same in pieces.GroupBy(piece => piece.Wording!).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal))
        {
            var words = WordSets.Of(same.Key);
            var near = clusters.Find(cluster => Slots(cluster.Words).SetEquals(Slots(words)) && WordSets.Similarity(cluster.Words, words) >= Alike);
            if (near.Pieces is { } found) found.AddRange(same);
            else clusters.Add((words, [.. same]));
        }

        return clusters.Select(cluster => cluster.Pieces);
    }

    private static HashSet<string> Slots(IReadOnlySet<string> words) => [.. words.Where(word => word[0] == '{')];

    private static WordingCandidate Candidate(string language, string clause, List<EditedPiece> pieces)
    {
        // The first piece has the wording the cluster grew round.
        var wording = pieces[0].Wording!;
        var ordered = pieces.OrderBy(piece => piece.Wording != wording).ThenBy(piece => piece.After, StringComparer.Ordinal).ThenBy(piece => piece.Touch, StringComparer.Ordinal).ToList();
        return new(
            Key(language, clause, wording), language, clause, wording, [.. pieces.Where(piece => piece.Wording == wording).SelectMany(piece => piece.Warnings).Distinct().Order(StringComparer.Ordinal)],
            pieces.Count, pieces.Select(piece => piece.Touch).Distinct().Count(), pieces.Select(piece => piece.Customer).Distinct().Count(),
            [.. pieces.Select(piece => piece.Person).Distinct().Order(StringComparer.Ordinal)],
            [.. ordered.DistinctBy(piece => piece.After).Take(MostExamples).Select(piece => new EditExample(piece.Before, piece.After))]);
    }

    private static string Key(string language, string clause, string wording) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{language}|{clause}|{string.Join(' ', WordSets.Of(wording).Order(StringComparer.Ordinal))}")))[..32];
}
