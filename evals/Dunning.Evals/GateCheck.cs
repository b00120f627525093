using System.Text.Json;
using Dunning.Evals.Reading;

namespace Dunning.Evals;

/// <summary>Holds figures against the limits of evals/thresholds.json. A name that ends in <c>_min</c> is a lower limit, any other an upper one.</summary>
internal static class GateCheck
{
    public static IReadOnlyList<GateResult> Against(string suite, IReadOnlyDictionary<string, double> values)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(EvalPaths.Thresholds));
        return [.. document.RootElement.GetProperty(suite).EnumerateObject().Select(limit => values.TryGetValue(limit.Name, out var value)
            ? Judge(limit.Name, value, limit.Value.GetDouble())
            : throw new InvalidDataException($"{EvalPaths.Thresholds}: {suite}.{limit.Name} is not a figure of this suite"))];
    }

    private static GateResult Judge(string name, double value, double limit)
    {
        var atLeast = name.EndsWith("_min", StringComparison.Ordinal);
        return new(name, value, limit, atLeast, atLeast ? value >= limit : value <= limit);
    }
}
