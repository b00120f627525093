using Dunning.Guardrails.Rules;
using Dunning.Guardrails.Text;
using Dunning.Guardrails.Text.Acts;
using Dunning.Learning.Text;

namespace Dunning.Evals.Acts;

/// <summary>A sentence with what a classifier thought of it that never saw its neighbours.</summary>
/// <param name="Suspected">Rules with a suspicious word in it.</param>
/// <param name="Caught">A forbidden phrase is in it.</param>
/// <param name="Judged">It has words enough to be judged without a suspicious one.</param>
internal sealed record ReadSentence(ActSentence Sentence, IReadOnlyList<string> Suspected, bool Caught, bool Judged, string Top, float Alarm);

/// <summary>Trains the classifier of speech acts and chooses its limits on sentences held back in turn.</summary>
internal static class ActTrainer
{
    private const int Folds = 5;
    private const float OrdinaryWeight = 2f, AlikeWeight = 0.6f, MeaningsWeight = 0.5f;

    /// <summary>Trains; the same data gives the same bytes.</summary>
    public static ActModel Train(string root)
    {
        var rows = ActData.Load(root).Where(static row => !row.Unseen).ToArray();
        return Train(rows, HeldBack(rows));
    }

    /// <summary>Trains on the rows, with limits chosen on what was held back of them.</summary>
    public static ActModel Train(IReadOnlyList<ActSentence> rows, IReadOnlyList<ReadSentence> held)
    {
        var limits = ActLimitFit.Fit(held);
        return new(new(ActSentence.Hash(rows), rows.Count, limits, ActLimitFit.Figures(held, limits)), NGramSoftmaxTrainer.Train(Texts(rows), Options()));
    }

    /// <summary>Cross-fitting over groups: every group is read once by a classifier trained on the others.</summary>
    public static IReadOnlyList<ReadSentence> HeldBack(IReadOnlyList<ActSentence> rows)
    {
        var folds = new List<ReadSentence>[Folds];
        Parallel.For(0, Folds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, fold =>
        {
            var model = NGramSoftmaxTrainer.Train(Texts([.. rows.Where(row => row.Group % Folds != fold)]), Options());
            folds[fold] = [.. rows.Where(row => row.Group % Folds == fold).Select(row => Read(row, model))];
        });
        return [.. folds.SelectMany(static fold => fold)];
    }

    /// <summary>The worst stretch counts: the wall cuts at full stops, a writer need not.</summary>
    public static ReadSentence Read(ActSentence row, NGramModel model)
    {
        var (top, alarm, caught, judged) = ("", 0f, false, false);
        List<string> suspected = [];
        foreach (var (text, sight, speaks) in Views(row.Text))
        {
            judged |= speaks;
            suspected.AddRange(sight.Hits.Where(static hit => hit.Suspicious).Select(static hit => hit.Rule));
            caught |= sight.Hits.Any(static hit => !hit.Suspicious);
            var scores = model.Predict(text);
            if (top.Length > 0 && 1 - scores[ActModel.Harmless] <= alarm) continue;
            (top, alarm) = (scores.Labels.Where(static label => label != ActModel.Harmless).MaxBy(label => scores[label])!, 1 - scores[ActModel.Harmless]);
        }

        return new(row, suspected, caught, judged, top, alarm);
    }

    /// <summary>Whether the vocabulary of a rule has a word of the text.</summary>
    public static bool Mentions(string text, string rule) => Views(text).Any(view => view.Sight.HitOf(rule) is not null);

    private static TextTrainingOptions Options() => new()
    {
        Head = TextHead.Softmax, Epochs = 12, LearningRate = 0.4f, L2 = 1e-4f, CalibrationShare = 0, Seed = 17, Features = new TextFeatureOptions { BucketBits = 18 },
    };

    // Once with its words and once with the meanings alone: a writer nobody knows shares the meaning, not the words.
    private static List<LabelledText> Texts(IReadOnlyList<ActSentence> rows)
    {
        List<LabelledText> texts = [];
        foreach (var row in rows)
        {
            var weight = row.Source is ActSource.Ordinary ? OrdinaryWeight : row.Source is ActSource.Written && row.Act == ActModel.Harmless ? AlikeWeight : 1f;
            foreach (var (text, _, _) in Views(row.Text))
            {
                texts.Add(new(text, [row.Act], null, weight));
                if (ActText.Meanings(text) is { Length: > 0 } meanings) texts.Add(new(meanings, [row.Act], null, weight * MeaningsWeight));
            }
        }

        return texts;
    }

    private static IEnumerable<(string Text, Sight Sight, bool Speaks)> Views(string text)
    {
        var clean = CleanText.From(text);
        var part = new Part(PartKind.Body, clean, [], Sentences.Split(clean.Text, []));
        foreach (var sentence in part.Sentences)
        {
            var sight = SentenceWall.See(part, sentence);
            yield return (ActText.Of(part, sentence, sight), sight, ActText.Speaks(part, sentence));
        }
    }
}
