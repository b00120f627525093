namespace Dunning.Learning.Text;

/// <summary>How a text classifier is trained. The same options, rows and seed give the same bytes.</summary>
public sealed record TextTrainingOptions
{
    /// <summary>How texts become features.</summary>
    public TextFeatureOptions Features { get; init; } = new();

    /// <summary>One label of several, or every label on its own.</summary>
    public TextHead Head { get; init; } = TextHead.Softmax;

    /// <summary>The labels in the order of the output; null means all labels of the rows in ordinal order.</summary>
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>Passes over the rows, 1 to 1,000.</summary>
    public int Epochs { get; init; } = 15;

    /// <summary>Step size of AdaGrad, above 0.</summary>
    public float LearningRate { get; init; } = 0.3f;

    /// <summary>L2 penalty on the weights a row touches, 0 or above.</summary>
    public float L2 { get; init; } = 1e-5f;

    /// <summary>Share of the groups held back to fit the temperature, 0 to 0.5; 0 leaves the temperature at 1.</summary>
    public double CalibrationShare { get; init; } = 0.15;

    /// <summary>Whether the final weights are trained on all rows once the temperature is known.</summary>
    public bool RefitOnAllRows { get; init; } = true;

    /// <summary>Seed of the order of the rows and of the calibration split.</summary>
    public int Seed { get; init; } = 17;

    internal void Validate()
    {
        Features.Validate();
        if (Epochs is < 1 or > 1000) throw new ArgumentException("Epochs must be 1 to 1000");
        if (!(LearningRate > 0) || !float.IsFinite(LearningRate)) throw new ArgumentException("LearningRate must be above 0");
        if (!(L2 >= 0) || !float.IsFinite(L2)) throw new ArgumentException("L2 must be 0 or above");
        if (!(CalibrationShare is >= 0 and <= 0.5)) throw new ArgumentException("CalibrationShare must be 0 to 0.5");
    }
}
