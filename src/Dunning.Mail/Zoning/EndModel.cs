using System.Globalization;

namespace Dunning.Mail.Zoning;

/// <summary>
/// Weights that tell a line of a signature from a line somebody wrote: one for each feature of <see cref="EndFeatures"/>, and
/// for words how much rather they stand in signatures. Fitted by <c>./dunning eval train-endings</c>.
/// </summary>
internal sealed class EndModel(IReadOnlyDictionary<string, double> features, IReadOnlyDictionary<string, double> words)
{
    private readonly double[] _weights = [.. EndFeatures.All.Select(f => features.GetValueOrDefault(f.Name))];
    private readonly double _bias = features.GetValueOrDefault("bias");

    /// <summary>The weights that come with the program.</summary>
    public static EndModel Shipped { get; } = Load();

    /// <summary>Weights under which no line is a signature: what the rules alone find.</summary>
    public static EndModel RulesOnly { get; } = new(new Dictionary<string, double> { ["bias"] = -1000 }, new Dictionary<string, double>());

    /// <summary>Log-odds of a word to stand in a signature rather than in what somebody wrote; null for a word not known.</summary>
    public double? Word(string folded) => words.TryGetValue(folded, out var value) ? value : null;

    /// <summary>Log-odds of a line to belong to a signature.</summary>
    public double Score(EndLine line)
    {
        var sum = _bias;
        for (var i = 0; i < _weights.Length; i++)
        {
            if (_weights[i] != 0)
                sum += _weights[i] * EndFeatures.All[i].Value(line);
        }
        return sum;
    }

    private static EndModel Load()
    {
        using var stream = typeof(EndModel).Assembly.GetManifestResourceStream("endings.model") ?? throw new InvalidOperationException("The resource endings.model is missing");
        using var reader = new StreamReader(stream);
        var features = new Dictionary<string, double>(StringComparer.Ordinal);
        var words = new Dictionary<string, double>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Split(' ') is [var kind, var name, var value])
                (kind == "word" ? words : features)[name] = double.Parse(value, CultureInfo.InvariantCulture);
        }
        return new EndModel(features, words);
    }
}
