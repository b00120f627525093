using System.Globalization;
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

    /// <summary>Names each failed gate on standard error; the exit code of a suite, 0 when all passed.</summary>
    public static int ExitCode(IReadOnlyList<GateResult> gates)
    {
        foreach (var gate in gates.Where(gate => !gate.Passed))
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"gate failed: {gate.Name} is {gate.Value:0.0000}, {(gate.AtLeast ? "at least" : "at most")} {gate.Limit} is asked"));
        return gates.All(gate => gate.Passed) ? 0 : 1;
    }

    private static GateResult Judge(string name, double value, double limit)
    {
        var atLeast = name.EndsWith("_min", StringComparison.Ordinal);
        return new(name, value, limit, atLeast, atLeast ? value >= limit : value <= limit);
    }
}
