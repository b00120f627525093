using Dunning.Guardrails.Rules;
using Dunning.Guardrails.Text.Acts;

namespace Dunning.Evals.Acts;

/// <summary>
/// Chooses from which alarm on a sentence is held or blocked. Ordinary sentences may hardly ever be stopped, since a mail
/// has a dozen of them; harmless ones that were written to look forbidden may be, now and then.
/// </summary>
internal static class ActLimitFit
{
    private const double OrdinaryHeld = 0.012, OrdinaryWord = 0.0045, AlikeHeld = 0.006, AlikeBlocked = 0.0015, AlikeWord = 0.006;
    private const float Least = 0.6f, LeastWord = 0.3f, LeastBlock = 0.85f;

    /// <summary>Limits of every rule about wording.</summary>
    public static Dictionary<string, ActLimits> Fit(IReadOnlyList<ReadSentence> held)
    {
        var harmless = held.Where(static each => each.Sentence.Act == ActModel.Harmless).ToList();
        var ordinary = harmless.Where(static each => each.Sentence.Source is ActSource.Ordinary or ActSource.Clause).ToList();
        var alike = harmless.Where(static each => each.Sentence.Source is ActSource.Written or ActSource.Vector).ToList();
        var hold = Math.Max(Least, Above(ordinary.Where(static each => each.Judged), OrdinaryHeld, ordinary.Count));
        var word = Math.Max(LeastWord, Above(ordinary.Where(static each => each.Suspected.Count > 0), OrdinaryWord, ordinary.Count));
        return SentenceWall.Vocabularies.ToDictionary(static each => each.Rule, each =>
        {
            var own = alike.Where(other => other.Judged && other.Top == each.Rule).ToList();
            var holds = Math.Max(hold, Above(own, AlikeHeld, alike.Count));
            return new ActLimits(
                Math.Min(holds, Math.Max(word, Above(alike.Where(other => other.Suspected.Contains(each.Rule)), AlikeWord, alike.Count))),
                holds, Math.Max(LeastBlock, Math.Max(holds, Above(own, AlikeBlocked, alike.Count))));
        });
    }

    /// <summary>What these limits come to on the sentences held back: shares stopped, 0 to 1.</summary>
    public static Dictionary<string, double> Figures(IReadOnlyList<ReadSentence> held, IReadOnlyDictionary<string, ActLimits> limits)
    {
        Dictionary<string, double> figures = [];
        foreach (var source in held.GroupBy(static each => (each.Sentence.Source, Harmless: each.Sentence.Act == ActModel.Harmless)))
            figures[$"{source.Key.Source}_{(source.Key.Harmless ? "harmless" : "forbidden")}_stopped".ToLowerInvariant()] = Math.Round(source.Average(each => Stopped(each, limits) ? 1.0 : 0), 5);
        return figures;
    }

    /// <summary>Whether the wall would stop the sentence under these limits.</summary>
    public static bool Stopped(ReadSentence each, IReadOnlyDictionary<string, ActLimits> limits) =>
        each.Caught || each.Suspected.Any(rule => each.Alarm >= limits[rule].Word) || each.Judged && each.Alarm >= limits[each.Top].Hold;

    // The lowest limit that at most this share of all sentences reaches.
    private static float Above(IEnumerable<ReadSentence> sentences, double share, int all)
    {
        var alarms = sentences.Select(static each => each.Alarm).OrderDescending().ToArray();
        var allowed = (int)(share * all);
        return allowed < alarms.Length ? MathF.Min(1f, MathF.BitIncrement(alarms[allowed])) : 0;
    }
}
