using System.Text.Json;

namespace Dunning.Evals.Injection;

/// <summary>A text that is, or only looks like, an instruction to software.</summary>
public sealed record InjectionText(string Id, string Text, bool Injection, string Source)
{
    /// <summary>Reads JSON lines with <c>id</c>, <c>text</c> and <c>injection</c>.</summary>
    /// <exception cref="InvalidDataException">A line is wrong; the message names file, line and cause.</exception>
    public static IReadOnlyList<InjectionText> Load(string file)
    {
        List<InjectionText> texts = [];
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                using var json = JsonDocument.Parse(line);
                var root = json.RootElement;
                texts.Add(new(root.GetProperty("id").GetString()!, root.GetProperty("text").GetString()!, root.GetProperty("injection").GetBoolean(), Path.GetFileName(file)));
            }
            catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new InvalidDataException($"{file} line {number}: {wrong.Message}", wrong);
            }
        }

        return texts;
    }

    /// <summary>The project's own texts.</summary>
    public static IReadOnlyList<InjectionText> Own(string root) =>
        [.. Directory.GetFiles(Path.Combine(root, "evals", "redteam", "injection"), "*.jsonl").Order(StringComparer.Ordinal).SelectMany(Load)];
}
