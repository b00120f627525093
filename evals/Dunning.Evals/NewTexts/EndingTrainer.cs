using System.Globalization;
using System.Text;
using Dunning.Learning.Linear;
using Dunning.Mail.Zoning;

namespace Dunning.Evals.NewTexts;

/// <summary>Fits the weights that tell signature lines from content: first how much rather each word stands in a signature, then the features.</summary>
internal static class EndingTrainer
{
    private const double Penalty = 3;
    private const double Smoothing = 0.5;
    private const double MostWeight = 4;
    private const int LeastCount = 2;

    public static EndModel Fit(IReadOnlyList<EndingExample> examples, out string file)
    {
        var rows = new List<double[]>();
        var outcomes = new List<bool>();
        for (var fold = 0; fold < EndingExamples.Folds; fold++)
        {
            // The words of a mail must be judged as those of an unseen one.
            var words = new EndModel(new Dictionary<string, double>(), Words(examples.Where(e => e.Fold != fold)));
            foreach (var (line, ends) in examples.Where(e => e.Fold == fold && !e.OnlyWords).SelectMany(e => e.Lines(words)))
            {
                rows.Add([.. EndFeatures.All.Select(f => f.Value(line))]);
                outcomes.Add(ends);
            }
        }
        var fitted = LogisticRegression.Fit([.. rows], [.. outcomes], Penalty);
        var weights = Linear(fitted);
        var all = Words(examples);
        file = Write(weights, all);
        return new EndModel(weights, all);
    }

    /// <summary>Weights of the plain features: the fitted model standardises, but it is linear.</summary>
    private static Dictionary<string, double> Linear(LogisticRegression fitted)
    {
        var size = EndFeatures.All.Length;
        var bias = fitted.Raw(new double[size]);
        var weights = new Dictionary<string, double>(StringComparer.Ordinal) { ["bias"] = Math.Round(bias, 3) };
        for (var i = 0; i < size; i++)
        {
            // Small steps stay within the eight deviations at which the fit cuts off.
            const double Step = 0.01;
            var row = new double[size];
            row[i] = Step;
            // What the examples never show otherwise must not decide alone.
            weights[EndFeatures.All[i].Name] = Math.Round(Math.Clamp((fitted.Raw(row) - bias) / Step, -MostWeight, MostWeight), 3);
        }
        return weights;
    }

    /// <summary>Log-odds of each word, from lines that are counted once whoever wrote them.</summary>
    private static Dictionary<string, double> Words(IEnumerable<EndingExample> examples)
    {
        var ends = new Dictionary<string, int>(StringComparer.Ordinal);
        var content = new Dictionary<string, int>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var example in examples)
            foreach (var (line, isEnd) in example.Counted)
                if (seen.Add((isEnd ? "e" : "c") + line))
                    foreach (var word in EndWords.Of(line).Distinct())
                    {
                        var counts = isEnd ? ends : content;
                        counts[word] = counts.GetValueOrDefault(word) + 1;
                    }
        double endTotal = ends.Values.Sum(), contentTotal = content.Values.Sum();
        return ends.Keys.Union(content.Keys).Where(w => ends.GetValueOrDefault(w) * 2 + content.GetValueOrDefault(w) > LeastCount).ToDictionary(
            w => w,
            w => Math.Round(Math.Clamp(Math.Log((ends.GetValueOrDefault(w) + Smoothing) / endTotal) - Math.Log((content.GetValueOrDefault(w) + Smoothing) / contentTotal), -MostWeight, MostWeight), 1),
            StringComparer.Ordinal);
    }

    private static string Write(Dictionary<string, double> weights, Dictionary<string, double> words)
    {
        var output = new StringBuilder();
        foreach (var (name, value) in weights)
            output.Append(CultureInfo.InvariantCulture, $"feature {name} {value}\n");
        foreach (var (word, value) in words.OrderBy(w => w.Key, StringComparer.Ordinal))
            output.Append(CultureInfo.InvariantCulture, $"word {word} {value}\n");
        return output.ToString();
    }
}
