namespace Dunning.Learning.Text;

/// <summary>Calibrated probabilities of one text.</summary>
public sealed class LabelScores
{
    private readonly float[] probabilities;

    internal LabelScores(IReadOnlyList<string> labels, float[] probabilities, float coverage)
    {
        Labels = labels;
        this.probabilities = probabilities;
        Coverage = coverage;
        TopIndex = Array.IndexOf(probabilities, probabilities.Max());
    }

    /// <summary>Labels in the order of <see cref="Probabilities"/>.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>Probabilities, 0 to 1; they sum to 1 under <see cref="TextHead.Softmax"/>.</summary>
    public IReadOnlyList<float> Probabilities => probabilities;

    /// <summary>Share of the text's feature mass the model has weights for, 0 to 1. A low value means unfamiliar wording.</summary>
    public float Coverage { get; }

    /// <summary>Position of the most probable label.</summary>
    public int TopIndex { get; }

    /// <summary>The most probable label.</summary>
    public string Top => Labels[TopIndex];

    /// <summary>Probability of the most probable label.</summary>
    public float TopProbability => probabilities[TopIndex];

    /// <summary>Probability of a label.</summary>
    /// <exception cref="KeyNotFoundException">The model does not know the label.</exception>
    public float this[string label]
    {
        get
        {
            for (var i = 0; i < Labels.Count; i++)
                if (Labels[i] == label) return probabilities[i];
            throw new KeyNotFoundException($"the model has no label \"{label}\"; it knows {string.Join(", ", Labels)}");
        }
    }
}
