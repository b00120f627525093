using System.Globalization;
using Dunning.Core;
using YamlDotNet.RepresentationModel;

namespace Dunning.Flows.Policies;

/// <summary>One mapping of a policy file, with its path; whatever is wrong becomes a problem with line and field.</summary>
internal sealed class PolicyNode
{
    private readonly Dictionary<string, YamlNode> fields = [];
    private readonly string file;
    private readonly YamlNode node;
    private readonly string path;
    private readonly List<PolicyProblem> problems;

    public PolicyNode(string file, YamlNode node, string path, IReadOnlyCollection<string> known, List<PolicyProblem> problems)
    {
        (this.file, this.node, this.path, this.problems) = (file, node, path, problems);
        if (node is not YamlMappingNode map)
        {
            Wrong(node, path, $"must be a mapping with {string.Join(", ", known)}");
            return;
        }

        foreach (var (key, value) in map.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (known.Count == 0 || known.Contains(name)) fields[name] = value;
            else Wrong(key, PathOf(name), $"unknown key; known here: {string.Join(", ", known)}");
        }
    }

    /// <summary>Keys in the order of the file.</summary>
    public IReadOnlyCollection<string> Keys => fields.Keys;

    public bool Has(string key) => fields.ContainsKey(key);

    /// <summary>A mapping under a key; null when it is absent.</summary>
    public PolicyNode? Child(string key, params string[] known) =>
        fields.TryGetValue(key, out var value) ? new(file, value, PathOf(key), known, problems) : null;

    /// <summary>The mappings of a list.</summary>
    public IEnumerable<PolicyNode> Children(string key, params string[] known) =>
        Items(key).Select((item, index) => new PolicyNode(file, item, $"{PathOf(key)}[{index + 1}]", known, problems));

    public string? Text(string key) => Read(key, "is empty", text => text.Length > 0 ? text : null);

    public string Required(string key)
    {
        if (!fields.ContainsKey(key)) Wrong(key, "is missing");
        return Text(key) ?? "";
    }

    public int? Whole(string key) => ReadValue<int>(key, "is not a whole number", text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null);

    public decimal? Amount(string key) => ReadValue<decimal>(key, "is not an amount; write it like 1500 or 1500.50", Decimal);

    public double? Share(string key) => ReadValue<double>(key, "is not a number from 0 to 1", text => Decimal(text) is { } number and >= 0 and <= 1 ? (double)number : null);

    public TimeOnly? Time(string key) => ReadValue<TimeOnly>(key, "is not a time of the form HH:mm", text => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null);

    public T? Member<T>(string key) where T : struct, Enum =>
        ReadValue<T>(key, $"must be one of {string.Join(", ", Enum.GetValues<T>().Select(Wire.Name))}", text => Wire.TryParse<T>(text, out var member) ? member : null);

    /// <summary>One of the words, with its meaning.</summary>
    public T? OneOf<T>(string key, params (string Word, T Meaning)[] words) where T : struct =>
        ReadValue<T>(key, $"must be one of {string.Join(", ", words.Select(word => word.Word))}", text => words.Where(word => word.Word == text).Select(word => (T?)word.Meaning).FirstOrDefault());

    /// <summary>A list of texts, each turned into a value; null of the function is a problem.</summary>
    public IReadOnlyList<T> List<T>(string key, string otherwise, Func<string, T?> read) where T : class =>
        [.. Items(key).Select(item => Value(item, PathOf(key), otherwise, read)).OfType<T>()];

    /// <summary>The same for values.</summary>
    public IReadOnlyList<T> Values<T>(string key, string otherwise, Func<string, T?> read) where T : struct =>
        [.. List<object>(key, otherwise, text => read(text)).Select(value => (T)value)];

    public void Wrong(string key, string reason) => Wrong(fields.GetValueOrDefault(key, node), PathOf(key), reason);

    /// <summary>Where exactly this path was written; null when it was not.</summary>
    public (int Line, int Column)? Place(string dotted)
    {
        YamlNode at = node;
        foreach (var part in dotted.Split('.'))
        {
            if (at is not YamlMappingNode map || !map.Children.TryGetValue(new YamlScalarNode(part), out var next)) return null;
            at = next;
        }

        return Spot(at);
    }

    public (int Line, int Column) Spot() => Spot(node);

    private static (int Line, int Column) Spot(YamlNode at) => ((int)at.Start.Line, (int)at.Start.Column);

    private static decimal? Decimal(string text) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private T? Read<T>(string key, string otherwise, Func<string, T?> read) where T : class =>
        fields.TryGetValue(key, out var value) ? Value(value, PathOf(key), otherwise, read) : null;

    private T? ReadValue<T>(string key, string otherwise, Func<string, T?> read) where T : struct =>
        (T?)Read<object>(key, otherwise, text => read(text));

    private T? Value<T>(YamlNode at, string field, string otherwise, Func<string, T?> read) where T : class
    {
        var value = at is YamlScalarNode { Value: { } text } ? read(text) : null;
        if (value is null) Wrong(at, field, at is YamlScalarNode { Value: { Length: > 0 } written } ? $"'{written}' {otherwise}" : otherwise);
        return value;
    }

    private IEnumerable<YamlNode> Items(string key)
    {
        if (!fields.TryGetValue(key, out var value)) return [];
        if (value is YamlSequenceNode { Children.Count: > 0 } list) return list.Children;
        Wrong(key, "must be a list with at least one entry");
        return [];
    }

    private string PathOf(string key) => path.Length == 0 ? key : $"{path}.{key}";

    private void Wrong(YamlNode at, string field, string reason) =>
        problems.Add(new(file, (int)at.Start.Line, (int)at.Start.Column, field.Length == 0 ? "file" : field, reason));
}
