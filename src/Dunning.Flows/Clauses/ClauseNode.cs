using System.Globalization;
using System.Text.Json;
using Dunning.Core.Cases;
using Dunning.Core.Correspondence;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Dunning.Flows.Clauses;

/// <summary>Reads one clause of a file.</summary>
internal sealed class ClauseNode(string file, string language, YamlNode node, ICollection<ClauseProblem> problems)
{
    private static readonly string[] Fields =
        ["id", "act", "purposes", "stages", "tones", "requires", "slots", "companions", "version", "variants"];

    private readonly Dictionary<string, YamlNode> _fields = [];
    private int _wrong;

    public Clause? Read()
    {
        if (node is not YamlMappingNode map)
        {
            Wrong(node, "clause", "must be a mapping with id, act, purposes and variants");
            return null;
        }

        foreach (var (key, value) in map.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (Fields.Contains(name)) _fields[name] = value;
            else Wrong(key, name, "is not a field of a clause");
        }

        var id = Text("id");
        var clause = new Clause(
            id, language, Single<SpeechAct>("act"), Several<Purpose>("purposes", whenAbsent: []), Several<Stage>("stages", whenAbsent: []),
            Several("tones", whenAbsent: Enum.GetValues<Tone>()), Several<Condition>("requires", whenAbsent: []),
            Names("slots"), Names("companions"), Version(), Variants(id), Origin(node));
        return _wrong == 0 ? clause : null;
    }

    private string Text(string field)
    {
        if (_fields.TryGetValue(field, out var value) && value is YamlScalarNode { Value.Length: > 0 } scalar) return scalar.Value!;
        Wrong(value ?? node, field, "is missing or not a text");
        return "";
    }

    private int Version()
    {
        if (!_fields.TryGetValue("version", out var value)) return 1;
        if (value is YamlScalarNode scalar && int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var version)) return version;
        Wrong(value, "version", "must be a whole number");
        return 1;
    }

    private TEnum Single<TEnum>(string field) where TEnum : struct, Enum =>
        _fields.TryGetValue(field, out var value) ? Member<TEnum>(value, field) : Absent<TEnum>(field);

    private TEnum Absent<TEnum>(string field)
    {
        Wrong(node, field, "is missing");
        return default!;
    }

    private IReadOnlyList<TEnum> Several<TEnum>(string field, IReadOnlyList<TEnum> whenAbsent) where TEnum : struct, Enum =>
        _fields.ContainsKey(field) ? [.. Items(field).Select(item => Member<TEnum>(item, field))] : whenAbsent;

    private IReadOnlyList<string> Names(string field) =>
        [.. Items(field).Select(item => (item as YamlScalarNode)?.Value ?? "")];

    private IEnumerable<YamlNode> Items(string field)
    {
        if (!_fields.TryGetValue(field, out var value)) return [];
        if (value is YamlSequenceNode list) return list.Children;
        Wrong(value, field, "must be a list");
        return [];
    }

    private TEnum Member<TEnum>(YamlNode value, string field) where TEnum : struct, Enum
    {
        var written = (value as YamlScalarNode)?.Value ?? "";
        foreach (var member in Enum.GetValues<TEnum>())
        {
            if (JsonNamingPolicy.SnakeCaseLower.ConvertName(member.ToString()) == written) return member;
        }

        Wrong(value, field, $"unknown {typeof(TEnum).Name.ToLowerInvariant()} '{written}'");
        return default;
    }

    private IReadOnlyList<ClauseVariant> Variants(string id)
    {
        if (!_fields.TryGetValue("variants", out var value) || value is not YamlMappingNode map)
        {
            Wrong(value ?? node, "variants", "must map a short key to each wording");
            return [];
        }

        List<ClauseVariant> variants = [];
        foreach (var (key, wording) in map.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            try
            {
                variants.Add(new($"{id}/{name}", Template.Read((wording as YamlScalarNode)?.Value ?? "")));
            }
            catch (FormatException broken)
            {
                Wrong(wording, $"variants.{name}", broken.Message);
            }
        }

        return variants;
    }

    private ClauseOrigin Origin(YamlNode at) => new(file, (int)at.Start.Line, (int)at.Start.Column);

    private void Wrong(YamlNode at, string field, string reason)
    {
        _wrong++;
        problems.Add(new(Origin(at), field, reason));
    }
}
