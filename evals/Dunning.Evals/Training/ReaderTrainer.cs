using Dunning.Evals.Data;
using Dunning.Flows.Reading;
using Dunning.Learning.Metrics;
using Dunning.Learning.Text;

namespace Dunning.Evals.Training;

/// <summary>Trains the reader from the train split of the reply data. Test styles and test sentences are never touched.</summary>
public static class ReaderTrainer
{
    public static ReaderModel Train(string dataFolder)
    {
        var rows = ReplyDataset.Load(dataFolder).Where(r => r.Split == "train").ToArray();
        var texts = new TrainingTexts();
        var held = HeldBackAuthors.Weigh(rows, texts, Options());
        var (calibration, loss) = CalibrationFit.Fit(held);
        var all = texts.Of(rows);
        var info = new ReaderModelInfo(ReplyDataset.Hash(dataFolder), rows.Length, all.Count, calibration, ThresholdFit.Fit(held, calibration), Figures(held, calibration, loss));
        return new ReaderModel(info, NGramSoftmaxTrainer.Train(all, Options()), NGramSoftmaxTrainer.Train(LanguageTexts(rows, dataFolder), LanguageOptions()));
    }

    private static Dictionary<string, double> Figures(IReadOnlyList<HeldBack> held, IntentCalibration calibration, double loss)
    {
        var stated = held.SelectMany(h => ReaderModel.IntentNames.Select((name, i) => (P: calibration.Probability((Core.Conversation.Intent)i, h.Evidence), Came: h.Message.Intents.Contains(name)))).Where(s => s.P >= 0.1).ToArray();
        return new()
        {
            ["held_messages"] = held.Count, ["held_templates"] = Math.Round(held.Sum(h => h.Weight)), ["held_log_loss"] = loss,
            ["held_everyday_log_loss"] = Loss([.. held.Where(h => h.Message.IsEveryday)], calibration),
            ["held_ece"] = CalibrationError.EqualMass([.. stated.Select(s => s.P)], [.. stated.Select(s => s.Came)]),
        };
    }

    private static double Loss(IReadOnlyList<HeldBack> held, IntentCalibration calibration) =>
        held.Sum(h => h.Weight * ReaderModel.IntentNames.Select((name, i) =>
        {
            var p = Math.Clamp(calibration.Probability((Core.Conversation.Intent)i, h.Evidence), 1e-9, 1 - 1e-9);
            return -Math.Log(h.Message.Intents.Contains(name) ? p : 1 - p);
        }).Sum()) / (held.Sum(h => h.Weight) * ReaderModel.IntentNames.Count);

    private static TextTrainingOptions Options() => new()
    {
        Head = TextHead.Softmax, Labels = [.. ReaderModel.IntentNames, ReaderModel.NoIntent], Epochs = 10, LearningRate = 0.4f, L2 = 1e-4f, CalibrationShare = 0, Seed = 17,
        Features = new TextFeatureOptions { BucketBits = 18 },
    };

    private static TextTrainingOptions LanguageOptions() => new()
    {
        Head = TextHead.Softmax, Epochs = 10, Seed = 17, Features = new TextFeatureOptions { BucketBits = 14, StripAccents = false }, CalibrationShare = 0.1,
    };

    private static List<LabelledText> LanguageTexts(LabelledReply[] rows, string folder)
    {
        var own = rows.SelectMany(r => r.Sentences.Select(s => (s.Text, r.Lang))).Distinct().Where((_, i) => i % 2 == 0)
            .Select(p => new LabelledText(p.Text, p.Lang));
        var foreign = File.ReadLines(Path.Combine(folder, "languages.tsv")).Select(l => l.Split('\t')).Where(p => p.Length == 2)
            .Select(p => new LabelledText(p[1], [p[0]], null, 12f));
        return [.. own, .. foreign];
    }
}
