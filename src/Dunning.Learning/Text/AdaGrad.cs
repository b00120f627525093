using System.Numerics;
using System.Runtime.InteropServices;
using Dunning.Learning.Calibration;

namespace Dunning.Learning.Text;

/// <summary>Stochastic gradient descent with a step size of its own per weight. One thread, so that runs repeat bit by bit.</summary>
internal static class AdaGrad
{
    private const float Start = 1e-2f;

    public static NGramRows Train(EncodedTexts data, int[] rows, TextTrainingOptions options, Random random)
    {
        // Rows are padded to whole vectors; the padding stays zero.
        var width = Vector<float>.Count;
        var stride = (data.Labels + width - 1) / width * width;
        var weights = new float[data.UsedBuckets * stride];
        var squares = new float[weights.Length];
        Array.Fill(squares, Start);
        var (bias, biasSquares, gradient) = (new float[stride], new float[stride], new float[stride]);
        Array.Fill(biasSquares, Start);
        var order = rows.ToArray();
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var row in order)
            {
                Forward(data, row, weights, bias, gradient);
                ToGradient(gradient.AsSpan(0, data.Labels), data.Targets[row], data.Weights[row], options.Head);
                for (var k = 0; k < data.Columns[row].Length; k++)
                {
                    var at = data.Columns[row][k] * stride;
                    Step(weights.AsSpan(at, stride), squares.AsSpan(at, stride), gradient, data.Values[row][k], options.L2, options.LearningRate);
                }
                Step(bias, biasSquares, gradient, 1f, 0f, options.LearningRate);
            }
        }
        return NGramRows.Quantise(data.RowOfBucket, Narrow(weights, stride, data.Labels), bias[..data.Labels]);
    }

    private static void Forward(EncodedTexts data, int row, float[] weights, float[] bias, float[] scores)
    {
        bias.CopyTo(scores, 0);
        var target = MemoryMarshal.Cast<float, Vector<float>>(scores.AsSpan());
        for (var k = 0; k < data.Columns[row].Length; k++)
        {
            var source = MemoryMarshal.Cast<float, Vector<float>>(weights.AsSpan(data.Columns[row][k] * scores.Length, scores.Length));
            var value = new Vector<float>(data.Values[row][k]);
            for (var i = 0; i < target.Length; i++) target[i] += source[i] * value;
        }
    }

    private static void ToGradient(Span<float> scores, bool[] targets, float weight, TextHead head)
    {
        switch (head)
        {
            case TextHead.Softmax: Links.Softmax(scores); break;
            case TextHead.Sigmoid: Links.Sigmoid(scores); break;
        }
        for (var i = 0; i < scores.Length; i++) scores[i] = (scores[i] - (targets[i] ? 1f : 0f)) * weight;
    }

    private static void Step(Span<float> weights, Span<float> squares, ReadOnlySpan<float> gradient, float value, float l2, float rate)
    {
        var w = MemoryMarshal.Cast<float, Vector<float>>(weights);
        var s = MemoryMarshal.Cast<float, Vector<float>>(squares);
        var g = MemoryMarshal.Cast<float, Vector<float>>(gradient);
        var (factor, penalty, speed) = (new Vector<float>(value), new Vector<float>(l2), new Vector<float>(rate));
        for (var i = 0; i < w.Length; i++)
        {
            var slope = g[i] * factor + w[i] * penalty;
            s[i] += slope * slope;
            w[i] -= speed * slope / Vector.SquareRoot(s[i]);
        }
    }

    private static float[] Narrow(float[] weights, int stride, int labels)
    {
        var rows = weights.Length / stride;
        var narrow = new float[rows * labels];
        for (var row = 0; row < rows; row++) weights.AsSpan(row * stride, labels).CopyTo(narrow.AsSpan(row * labels));
        return narrow;
    }
}
