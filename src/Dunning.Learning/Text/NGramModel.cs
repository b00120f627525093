using Dunning.Learning.Calibration;

namespace Dunning.Learning.Text;

/// <summary>
/// A trained text classifier on hashed n-grams. Immutable and safe for use from many threads at once.
/// </summary>
public sealed class NGramModel
{
    private readonly NGramRows rows;
    private readonly string[] labels;

    internal NGramModel(TextFeatureOptions features, TextHead head, string[] labels, NGramRows rows, NGramModelInfo info)
    {
        (Features, Head, this.labels, this.rows, Info) = (features, head, labels, rows, info);
    }

    /// <summary>How texts become features.</summary>
    public TextFeatureOptions Features { get; }

    /// <summary>One label of several, or every label on its own.</summary>
    public TextHead Head { get; }

    /// <summary>Labels in the order of the output.</summary>
    public IReadOnlyList<string> Labels => labels;

    /// <summary>Where the model comes from and how it did on held-back rows.</summary>
    public NGramModelInfo Info { get; }

    internal NGramRows Rows => rows;

    /// <summary>Probabilities of the labels for a text; a text without any usable character gets the bias alone.</summary>
    public LabelScores Predict(string text)
    {
        var probabilities = new float[labels.Length];
        var coverage = Predict(text, probabilities);
        return new LabelScores(labels, probabilities, coverage);
    }

    /// <summary>The same without allocating: fills <paramref name="probabilities"/> (one per label) and returns the coverage.</summary>
    /// <exception cref="ArgumentException">The span's length is not the number of labels.</exception>
    public float Predict(string text, Span<float> probabilities)
    {
        var coverage = Logits(text, probabilities);
        foreach (ref var logit in probabilities) logit /= Info.Temperature;
        switch (Head)
        {
            case TextHead.Softmax: Links.Softmax(probabilities); break;
            case TextHead.Sigmoid: Links.Sigmoid(probabilities); break;
        }
        return coverage;
    }

    internal float Logits(string text, Span<float> logits)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (logits.Length != labels.Length) throw new ArgumentException("the span must have one place per label", nameof(logits));
        var scratch = FeatureScratch.OfThisThread;
        var normaliser = NGramFeatures.Extract(text, Features, scratch);
        return rows.Logits(scratch, normaliser, logits);
    }

    /// <summary>Writes the model; equal models give equal bytes.</summary>
    public void Save(Stream stream) => NGramModelFile.Save(this, stream);

    /// <summary>Reads a model.</summary>
    /// <exception cref="Storage.ModelFileException">The file is no model, of another version, truncated or damaged; the message says which.</exception>
    public static NGramModel Load(Stream stream) => NGramModelFile.Load(stream);
}

/// <summary>Provenance and figures of a text model.</summary>
/// <param name="DataHash">SHA-256 (hex) over the training rows in their order.</param>
/// <param name="RowCount">Number of training rows.</param>
/// <param name="Seed">Seed used.</param>
/// <param name="Temperature">Divisor of the logits fitted on held-back rows; 1 means none was fitted.</param>
/// <param name="Figures">Figures on the rows held back for calibration, by name: rows, accuracy, log_loss, log_loss_raw (softmax: of the label; sigmoid: mean over labels), ece, ece_raw. The raw ones are before the temperature. The rows were also used to fit that one number.</param>
public sealed record NGramModelInfo(string DataHash, int RowCount, int Seed, float Temperature, IReadOnlyDictionary<string, double> Figures);
