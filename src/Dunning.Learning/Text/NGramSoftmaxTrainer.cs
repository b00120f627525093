using System.Globalization;
using Dunning.Learning.Calibration;

namespace Dunning.Learning.Text;

/// <summary>Trains a text classifier: linear scores on hashed n-grams, AdaGrad (Duchi et al. 2011), L2, temperature on held-back rows.</summary>
public static class NGramSoftmaxTrainer
{
    private const int FewestRowsToCalibrate = 20;

    /// <summary>Trains; the same rows, options and seed give the same bytes.</summary>
    /// <exception cref="ArgumentException">No rows, an unknown or missing label, or an option out of range; the message names the row.</exception>
    public static NGramModel Train(IReadOnlyList<LabelledText> rows, TextTrainingOptions options)
    {
        options.Validate();
        var labels = LabelsOf(rows, options);
        var data = EncodedTexts.Encode(rows, labels, options);
        var random = new Random(options.Seed);
        var (fit, held) = Split(rows, options.CalibrationShare, random);
        if (held.Length < FewestRowsToCalibrate || fit.Length == 0) (fit, held) = ([.. Enumerable.Range(0, rows.Count)], []);
        var weights = AdaGrad.Train(data, fit, options, random);
        var temperature = 1f;
        IReadOnlyDictionary<string, double> figures = new SortedDictionary<string, double>(StringComparer.Ordinal);
        NGramModel Build(NGramRows trained) => new(options.Features, options.Head, labels, trained,
            new NGramModelInfo(data.Hash, rows.Count, options.Seed, temperature, figures));
        if (held.Length > 0)
        {
            (temperature, figures) = HeldBackFigures.Measure(Build(weights), rows, data, held);
            if (options.RefitOnAllRows) weights = AdaGrad.Train(data, [.. Enumerable.Range(0, rows.Count)], options, random);
        }
        return Build(weights);
    }

    private static string[] LabelsOf(IReadOnlyList<LabelledText> rows, TextTrainingOptions options)
    {
        if (rows.Count == 0) throw new ArgumentException("there are no rows to train on", nameof(rows));
        var seen = new SortedSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < rows.Count; i++)
        {
            if (options.Head == TextHead.Softmax && rows[i].Labels.Count != 1)
                throw new ArgumentException(Invariant($"row {i} has {rows[i].Labels.Count} labels; the softmax head needs exactly one"), nameof(rows));
            if (!(rows[i].Weight > 0) || !float.IsFinite(rows[i].Weight))
                throw new ArgumentException(Invariant($"row {i} has weight {rows[i].Weight}; it must be above 0"), nameof(rows));
            foreach (var label in rows[i].Labels) seen.Add(label);
        }
        string[] labels = options.Labels is { } given ? [.. given] : [.. seen];
        if (labels.Distinct().Count() != labels.Length) throw new ArgumentException("Labels names a label twice", nameof(options));
        if (seen.Except(labels).FirstOrDefault() is { } unknown)
            throw new ArgumentException($"label \"{unknown}\" of the rows is not among the given labels", nameof(rows));
        var fewest = options.Head == TextHead.Softmax ? 2 : 1;
        return labels.Length >= fewest ? labels : throw new ArgumentException(Invariant($"{fewest} labels are needed, found {labels.Length}"), nameof(rows));
    }

    // Whole groups go to one side: rows of one author or template resemble each other and would flatter the calibration.
    private static (int[] Fit, int[] Held) Split(IReadOnlyList<LabelledText> rows, double share, Random random)
    {
        var groups = Enumerable.Range(0, rows.Count)
            .GroupBy(i => rows[i].Group ?? Invariant($"\0{i}"), StringComparer.Ordinal)
            .Select(group => group.ToArray()).ToArray();
        random.Shuffle(groups);
        var wanted = (int)(rows.Count * share);
        List<int> fit = [], held = [];
        foreach (var group in groups) (held.Count + group.Length <= wanted ? held : fit).AddRange(group);
        fit.Sort();
        held.Sort();
        return ([.. fit], [.. held]);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
