using Dunning.Core.Conversation.Wording;
using Dunning.Evals.Data;
using Dunning.Flows.Reading;
using Dunning.Learning.Calibration;
using Dunning.Learning.Text;

namespace Dunning.Evals.Training;

/// <summary>Fits how the evidence of the strongest sentence and of the whole message add up (logistic regression, Newton steps).</summary>
internal static class CombinationFit
{
    private const int Steps = 25;

    public static (double Bias, double Sentence, double Message, double Loss) Fit(NGramModel model, IReadOnlyList<LabelledReply> rows)
    {
        List<(double S, double M, bool Y)> pairs = [];
        foreach (var row in rows)
        {
            var (sentence, message) = Evidence(model, row.Body[..Closings.Start(row.Body)], row.Lang);
            for (var i = 0; i < ReaderModel.IntentNames.Count; i++)
                pairs.Add((Links.Logit(sentence[i]), Links.Logit(message[i]), row.Intents.Contains(ReaderModel.IntentNames[i])));
        }
        double[] w = [0, 0.5, 0.5];
        for (var step = 0; step < Steps; step++) Newton(pairs, w);
        var loss = pairs.Average(p => Links.Softplus((p.Y ? -1 : 1) * (w[0] + w[1] * p.S + w[2] * p.M)));
        return (w[0], w[1], w[2], loss);
    }

    private static (double[] Sentence, double[] Message) Evidence(NGramModel model, string body, string language)
    {
        var message = model.Predict(ReadingCues.Annotate(body, language)).Probabilities.ToArray();
        var (best, from) = (new double[ReaderModel.IntentNames.Count], new int[ReaderModel.IntentNames.Count]);
        var number = 0;
        foreach (var span in Sentences.Split(body))
        {
            var p = model.Predict(ReadingCues.Annotate(body.Substring(span.Start, span.Length), language)).Probabilities;
            for (var i = 0; i < best.Length; i++)
                if (p[i] > best[i]) (best[i], from[i]) = (p[i], number);
            number++;
        }
        return (best, [.. best.Select((_, i) => MessageEvidence.Of(i, message, best, from))]);
    }

    private static void Newton(List<(double S, double M, bool Y)> pairs, double[] w)
    {
        var gradient = new double[3];
        var hessian = new double[3, 3];
        foreach (var (s, m, y) in pairs)
        {
            double[] x = [1, s, m];
            var p = Links.Sigmoid(w[0] + w[1] * s + w[2] * m);
            for (var i = 0; i < 3; i++)
            {
                gradient[i] += ((y ? 1 : 0) - p) * x[i];
                for (var j = 0; j < 3; j++) hessian[i, j] += p * (1 - p) * x[i] * x[j];
            }
        }
        for (var i = 0; i < 3; i++)
        {
            gradient[i] -= 1e-3 * w[i];
            hessian[i, i] += 1e-3;
        }
        var step = Solve(hessian, gradient);
        for (var i = 0; i < 3; i++) w[i] += step[i];
    }

    private static double[] Solve(double[,] a, double[] b)
    {
        for (var k = 0; k < 3; k++)
            for (var i = k + 1; i < 3; i++)
            {
                var f = a[i, k] / a[k, k];
                for (var j = k; j < 3; j++) a[i, j] -= f * a[k, j];
                b[i] -= f * b[k];
            }
        var x = new double[3];
        for (var i = 2; i >= 0; i--)
        {
            x[i] = b[i];
            for (var j = i + 1; j < 3; j++) x[i] -= a[i, j] * x[j];
            x[i] /= a[i, i];
        }
        return x;
    }
}
