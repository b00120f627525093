using Dunning.Evals.Data;
using Dunning.Flows.Reading;
using Dunning.Learning.Text;

namespace Dunning.Evals.Training;

/// <summary>A training message with what a classifier found in it that never saw its author.</summary>
/// <param name="Weight">Messages of one template count as one together.</param>
internal sealed record HeldBack(LabelledReply Message, IntentEvidence Evidence, double Weight);

/// <summary>
/// Cross-fitting by author: every style is held back once while the others train. How sure the reader may be is asked of
/// strangers, not of more sentences by the same hands.
/// </summary>
internal static class HeldBackAuthors
{
    private const int Folds = 5;
    private const int MessagesPerTemplate = 2;

    public static IReadOnlyList<HeldBack> Weigh(IReadOnlyList<LabelledReply> rows, TrainingTexts texts, TextTrainingOptions options)
    {
        string[] styles = [.. rows.Select(r => r.Style).Distinct().Order(StringComparer.Ordinal)];
        var folds = new HeldBack[Folds][];
        Parallel.For(0, Folds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, fold =>
        {
            var held = styles.Where((_, i) => i % Folds == fold).ToHashSet(StringComparer.Ordinal);
            var theirs = rows.Where(r => held.Contains(r.Style)).ToArray();
            var model = NGramSoftmaxTrainer.Train(texts.Of([.. rows.Where(r => !held.Contains(r.Style))]), options);
            folds[fold] = [.. theirs.GroupBy(r => r.Group).SelectMany(group => Of(group, model))];
        });
        return [.. folds.SelectMany(f => f)];
    }

    private static IEnumerable<HeldBack> Of(IGrouping<string, LabelledReply> group, NGramModel model)
    {
        LabelledReply[] chosen = [.. group.Take(MessagesPerTemplate)];
        return chosen.Select(r => new HeldBack(r, IntentEvidence.Of(model, r.Body, r.Lang, r.WrittenSubject), 1.0 / chosen.Length));
    }
}
