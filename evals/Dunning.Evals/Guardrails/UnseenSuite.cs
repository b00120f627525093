using System.Globalization;
using System.Text;
using Dunning.Evals.Acts;
using Dunning.Guardrails.Text.Acts;

namespace Dunning.Evals.Guardrails;

/// <summary>Sentences of one rule and language nothing was trained on: how many the words alone stop, and how many the whole wall.</summary>
/// <param name="Letters">They are of the letters, the harder set.</param>
public sealed record UnseenScore(bool Letters, string Rule, string Language, int Sentences, int ByWords, int ByWall);

/// <summary>Measures the wall on the sentences that were kept out of training for good.</summary>
internal static class UnseenSuite
{
    public static IReadOnlyList<UnseenScore> Run(ActModel model, string root) =>
        [.. ActData.Load(root).Where(static row => row.Unseen).Select(row => ActTrainer.Read(row, model.Acts))
            .GroupBy(static each => (each.Sentence.Letter, each.Sentence.Act, each.Sentence.Language)).OrderBy(static group => group.Key)
            .Select(group => new UnseenScore(
                group.Key.Letter, group.Key.Act, group.Key.Language, group.Count(), group.Count(static each => each.Caught || each.Suspected.Count > 0),
                group.Count(each => ActLimitFit.Stopped(each, model.Info.Limits))))];

    public static double Share(IEnumerable<UnseenScore> scores, Func<UnseenScore, int> count)
    {
        var own = scores.ToList();
        return own.Sum(count) / (double)Math.Max(1, own.Sum(static score => score.Sentences));
    }

    /// <summary>Whether the sentences are ones nobody objects to.</summary>
    public static bool Harmless(UnseenScore score) => score.Rule == ActModel.Harmless;

    public static string Text(IReadOnlyList<UnseenScore> scores)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{"never trained on",-16} {"sentences",9} {"words alone stop",17} {"the wall stops",15}");
        foreach (var rule in scores.GroupBy(static score => Harmless(score) ? "harmless" : score.Rule)) Append(text, rule.Key, [.. rule]);
        foreach (var language in scores.Where(static score => !Harmless(score)).GroupBy(static score => score.Language).OrderBy(static group => group.Key, StringComparer.Ordinal)) Append(text, language.Key, [.. language]);
        Append(text, "letters: forb.", [.. scores.Where(static score => score.Letters && !Harmless(score))]);
        Append(text, "letters: harml.", [.. scores.Where(static score => score.Letters && Harmless(score))]);
        Append(text, "all forbidden", [.. scores.Where(static score => !Harmless(score))]);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string name, IReadOnlyList<UnseenScore> scores) => text.AppendLine(
        CultureInfo.InvariantCulture, $"  {name,-14} {scores.Sum(static s => s.Sentences),9} {Share(scores, static s => s.ByWords),17:0.000} {Share(scores, static s => s.ByWall),15:0.000}");
}
