namespace Dunning.Learning.Text;

/// <summary>One training example.</summary>
/// <param name="Text">The text as it came; normalisation happens inside.</param>
/// <param name="Labels">Exactly one label for <see cref="TextHead.Softmax"/>; none, one or several for <see cref="TextHead.Sigmoid"/>.</param>
/// <param name="Group">Author or template family. Rows of one group are never split between fitting and calibration; null means the row stands alone.</param>
/// <param name="Weight">Relative weight of the row, above 0.</param>
public sealed record LabelledText(string Text, IReadOnlyList<string> Labels, string? Group = null, float Weight = 1f)
{
    /// <summary>An example with a single label.</summary>
    public LabelledText(string text, string label) : this(text, [label]) { }
}

/// <summary>What the outputs of the model mean.</summary>
public enum TextHead
{
    /// <summary>One of the labels holds; the probabilities sum to 1.</summary>
    Softmax,

    /// <summary>Every label holds or not on its own (one against the rest).</summary>
    Sigmoid,
}
