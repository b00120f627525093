using Dunning.Guardrails.Rules;
using Dunning.Guardrails.Text.Acts;

namespace Dunning.Evals.Acts;

/// <summary>
/// Chooses from which alarm on a sentence is held or blocked. Of ordinary sentences some three in a thousand may be stopped by
/// what they do and fewer for a word in them, since a mail has a dozen of them and a good mail wrongly stopped is what people see every
/// day; harmless ones that were written to look forbidden may be stopped now and then.
/// </summary>
internal static class ActLimitFit
{
    private const double OrdinaryHeld = 0.0038, OrdinaryWord = 0.0003, AlikeHeld = 0.003, AlikeBlocked = 0.0015, AlikeWord = 0.004;
    private const float Least = 0.75f, LeastWord = 0.35f, LeastBlock = 0.85f, MostWord = 0.8f;

    /// <summary>Limits of every rule about wording.</summary>
    public static Dictionary<string, ActLimits> Fit(IReadOnlyList<ReadSentence> held)
    {
        var harmless = held.Where(static each => each.Sentence.Act == ActModel.Harmless).ToList();
        var ordinary = harmless.Where(static each => each.Sentence.Source is ActSource.Ordinary or ActSource.Clause).ToList();
        var alike = harmless.Where(static each => each.Sentence.Source is ActSource.Written or ActSource.Vector).ToList();
        var hold = Math.Max(Least, Above(ordinary.Where(static each => each.Judged), OrdinaryHeld, ordinary.Count));
        return SentenceWall.Vocabularies.ToDictionary(static each => each.Rule, each =>
        {
            bool Suspect(ReadSentence other) => other.Suspected.Contains(each.Rule);
            var own = alike.Where(other => other.Judged && other.Top == each.Rule).ToList();
            var holds = Math.Max(hold, Above(own, AlikeHeld, alike.Count));
            // Each rule by itself: the everyday words of one must not blunt the others.
            var word = Math.Max(Above(ordinary.Where(Suspect), OrdinaryWord, ordinary.Count), Above(alike.Where(Suspect), AlikeWord, alike.Count));
            return new ActLimits(Math.Min(Math.Min(holds, MostWord), Math.Max(LeastWord, word)), holds, Math.Max(LeastBlock, Math.Max(holds, Above(own, AlikeBlocked, alike.Count))));
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
