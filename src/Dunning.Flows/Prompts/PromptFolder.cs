using System.Text.Json;
using System.Text.RegularExpressions;
using Dunning.Postgres;

namespace Dunning.Flows.Prompts;

/// <summary>A prompt folder or its use is wrong; the message names file and cause.</summary>
public sealed class PromptException(string message) : Exception(message);

/// <summary>
/// A prompt in Semantic Kernel's folder format: <c>skprompt.txt</c> and <c>config.json</c>. A placeholder without a
/// value, and a value without a placeholder, is an error. Values are put in once: what looks like a placeholder in a
/// value stays text.
/// </summary>
/// <param name="Hash">SHA-256 over both files, first 16 hex digits: the version of the prompt.</param>
public sealed partial record PromptFolder(string Name, string Template, IReadOnlyList<string> Variables, float Temperature, int MaxTokens, string Hash)
{
    /// <summary>Loads a prompt.</summary>
    /// <exception cref="PromptException">A file is missing or wrong.</exception>
    public static PromptFolder Load(string folder)
    {
        var (template, config) = (Text(Path.Combine(folder, "skprompt.txt")), Text(Path.Combine(folder, "config.json")));
        try
        {
            using var json = JsonDocument.Parse(config);
            var root = json.RootElement;
            if (root.GetProperty("template_format").GetString() != "semantic-kernel") throw new PromptException($"{folder}/config.json: template_format is not semantic-kernel");
            string[] variables = [.. root.GetProperty("input_variables").EnumerateArray().Select(variable => variable.GetProperty("name").GetString()!)];
            var settings = root.GetProperty("execution_settings").GetProperty("default");
            var used = Placeholder().Matches(template).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
            if (!used.SetEquals(variables)) throw new PromptException($"{folder}: the placeholders of skprompt.txt ({string.Join(", ", used)}) are not the input variables of config.json ({string.Join(", ", variables)})");
            return new(
                root.GetProperty("name").GetString()!, template, variables, settings.GetProperty("temperature").GetSingle(), settings.GetProperty("max_tokens").GetInt32(),
                Postgres.Hash.Hex($"{template}\n{config}")[..16]);
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new PromptException($"{folder}/config.json: {wrong.Message}");
        }
    }

    /// <summary>This prompt, if it takes exactly the values that will be given: said when the program starts and not at the first mail.</summary>
    /// <exception cref="PromptException">It has other placeholders.</exception>
    public PromptFolder Taking(IReadOnlyCollection<string> names) => Variables.ToHashSet(StringComparer.Ordinal).SetEquals(names)
        ? this
        : throw new PromptException($"{Name}: its placeholders ({string.Join(", ", Variables)}) are not those it is given ({string.Join(", ", names)})");

    /// <summary>The prompt with its values.</summary>
    /// <exception cref="PromptException">A value is missing or has no placeholder.</exception>
    public string Render(IReadOnlyDictionary<string, string> values)
    {
        if (values.Keys.FirstOrDefault(name => !Variables.Contains(name)) is { } surplus) throw new PromptException($"{Name}: there is no placeholder for {surplus}");
        return Placeholder().Replace(Template, match => values.TryGetValue(match.Groups[1].Value, out var value) ? value : throw new PromptException($"{Name}: no value for {match.Groups[1].Value}"));
    }

    private static string Text(string file) => File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : throw new PromptException($"{file}: there is no such file");

    [GeneratedRegex(@"\{\{\s*\$([a-z_]+)\s*\}\}", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
