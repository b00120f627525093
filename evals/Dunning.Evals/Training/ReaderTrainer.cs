using Dunning.Evals.Data;
using Dunning.Flows.Reading;
using Dunning.Learning.Calibration;
using Dunning.Learning.Text;

namespace Dunning.Evals.Training;

/// <summary>Trains the reader from the train split of the reply data. Test styles and test sentences are never touched.</summary>
public static class ReaderTrainer
{
    private static readonly string[] HeldStyles = ["corporate", "nonnative", "retail"];

    public static ReaderModel Train(string dataFolder)
    {
        var rows = ReplyDataset.Load(dataFolder).Where(r => r.Split == "train").ToArray();
        var texts = Texts(rows);
        // The combination is fitted on messages of authors the fold model has not seen: how sure the reader may be is
        // asked of strangers, not of more sentences by the same hands.
        var held = rows.Where(r => HeldStyles.Contains(r.Style)).ToArray();
        var heldGroups = held.Select(r => r.Group).ToHashSet(StringComparer.Ordinal);
        var heldSentences = held.SelectMany(r => r.Sentences, (r, s) => ReadingCues.Annotate(s.Text, r.Lang)).ToHashSet(StringComparer.Ordinal);
        var fold = NGramSoftmaxTrainer.Train([.. texts.Where(t => !heldGroups.Contains(t.Group!) && !heldSentences.Contains(t.Text))], Options(0));
        var weights = CombinationFit.Fit(fold, held);
        var intents = NGramSoftmaxTrainer.Train(texts, Options(0));
        var info = new ReaderModelInfo(ReplyDataset.Hash(dataFolder), rows.Length, texts.Count, weights.Bias, weights.Sentence, weights.Message,
            new Dictionary<string, double> { ["held_messages"] = held.Length, ["held_log_loss"] = weights.Loss });
        return new ReaderModel(info, intents, NGramSoftmaxTrainer.Train(LanguageTexts(rows, dataFolder), LanguageOptions()));
    }

    private static TextTrainingOptions Options(double calibrationShare) => new()
    {
        Head = TextHead.Softmax, Labels = [.. ReaderModel.IntentNames, ReaderModel.NoIntent], Epochs = 12, LearningRate = 0.4f, L2 = 1e-5f, CalibrationShare = calibrationShare, Seed = 17,
        Features = new TextFeatureOptions { BucketBits = 17 },
    };

    private static TextTrainingOptions LanguageOptions() => new()
    {
        Head = TextHead.Softmax, Epochs = 10, Seed = 17, Features = new TextFeatureOptions { BucketBits = 14, StripAccents = false }, CalibrationShare = 0.1,
    };

    private static List<LabelledText> Texts(LabelledReply[] rows)
    {
        HashSet<string> seen = [];
        List<LabelledText> texts = [];
        foreach (var row in rows)
        {
            foreach (var sentence in row.Sentences)
                if (seen.Add(sentence.Text)) texts.Add(Text(sentence.Text, row, sentence.Intents, 1f));
            if (row.Sentences.Count > 1 && row.Intents.Count == 1 && seen.Add(row.Body)) texts.Add(Text(row.Body[..Closings.Start(row.Body)], row, row.Intents, 0.7f));
        }
        return texts;
    }

    private static LabelledText Text(string text, LabelledReply row, IReadOnlyList<string> intents, float weight) =>
        new(ReadingCues.Annotate(text, row.Lang), [intents.Count == 0 ? ReaderModel.NoIntent : intents[0]], row.Group, weight);

    private static List<LabelledText> LanguageTexts(LabelledReply[] rows, string folder)
    {
        var own = rows.SelectMany(r => r.Sentences.Select(s => (s.Text, r.Lang))).Distinct().Where((_, i) => i % 2 == 0)
            .Select(p => new LabelledText(p.Text, p.Lang));
        var foreign = File.ReadLines(Path.Combine(folder, "languages.tsv")).Select(l => l.Split('\t')).Where(p => p.Length == 2)
            .Select(p => new LabelledText(p[1], [p[0]], null, 12f));
        return [.. own, .. foreign];
    }
}
