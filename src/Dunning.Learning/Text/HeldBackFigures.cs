using Dunning.Learning.Calibration;
using Dunning.Learning.Metrics;

namespace Dunning.Learning.Text;

/// <summary>Fits the temperature on the rows held back and measures the model on them, before and after.</summary>
internal static class HeldBackFigures
{
    public static (float Temperature, IReadOnlyDictionary<string, double> Figures) Measure(
        NGramModel model, IReadOnlyList<LabelledText> rows, EncodedTexts data, int[] held)
    {
        var logits = Array.ConvertAll(held, row =>
        {
            var scores = new float[model.Labels.Count];
            model.Logits(rows[row].Text, scores);
            return scores;
        });
        var targets = Array.ConvertAll(held, row => data.Targets[row]);
        var temperature = model.Head switch
        {
            TextHead.Softmax => TemperatureScaling.FitSoftmax(logits, Array.ConvertAll(targets, t => Array.IndexOf(t, true))),
            TextHead.Sigmoid => TemperatureScaling.FitSigmoid(logits, targets),
        };
        var raw = Read(model.Head, logits, targets, 1f);
        var scaled = Read(model.Head, logits, targets, temperature);
        return (temperature, new SortedDictionary<string, double>(StringComparer.Ordinal)
        {
            ["rows"] = held.Length,
            ["accuracy"] = scaled.Accuracy,
            ["log_loss"] = scaled.LogLoss,
            ["log_loss_raw"] = raw.LogLoss,
            ["ece"] = scaled.Ece,
            ["ece_raw"] = raw.Ece,
        });
    }

    // Under softmax the confidence of the winner is judged; under sigmoid every label of every row.
    private static (double Accuracy, double LogLoss, double Ece) Read(TextHead head, float[][] logits, bool[][] targets, float temperature)
    {
        List<double> stated = [];
        List<bool> came = [];
        var loss = 0.0;
        var right = 0;
        for (var i = 0; i < logits.Length; i++)
        {
            var scores = Array.ConvertAll(logits[i], logit => logit / temperature);
            if (head == TextHead.Softmax)
            {
                loss += TemperatureScaling.SoftmaxLoss(logits[i], Array.IndexOf(targets[i], true), temperature);
                Links.Softmax(scores);
                var top = Array.IndexOf(scores, scores.Max());
                stated.Add(scores[top]);
                came.Add(targets[i][top]);
                if (targets[i][top]) right++;
                continue;
            }
            for (var label = 0; label < scores.Length; label++)
                loss += Links.Softplus(targets[i][label] ? -scores[label] : scores[label]) / scores.Length;
            Links.Sigmoid(scores);
            for (var label = 0; label < scores.Length; label++) stated.Add(scores[label]);
            came.AddRange(targets[i]);
            if (scores.Select(p => p >= 0.5f).SequenceEqual(targets[i])) right++;
        }
        return ((double)right / logits.Length, loss / logits.Length, CalibrationError.EqualMass([.. stated], [.. came]));
    }
}
