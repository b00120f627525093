using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dunning.Flows.Models;

/// <summary>JSON as models return it, and the schemas that hold them to it.</summary>
internal static class ModelJson
{
    /// <summary>
    /// The text without the Markdown fence some models put round JSON whatever they are told; nothing else is tolerated
    /// around it.
    /// </summary>
    public static string Bare(string text)
    {
        var trimmed = text.Trim();
        if (!trimmed.StartsWith("```", StringComparison.Ordinal) || !trimmed.EndsWith("```", StringComparison.Ordinal) || trimmed.Length < 6) return trimmed;
        var start = trimmed.IndexOf('\n', StringComparison.Ordinal);
        return start < 0 ? trimmed : trimmed[(start + 1)..^3].Trim();
    }

    /// <summary>The members of one flat JSON object whose values are texts or null; null when it is anything else.</summary>
    /// <param name="longest">Longest answer, in UTF-16 code units.</param>
    public static IReadOnlyList<KeyValuePair<string, string?>>? Members(string text, int longest)
    {
        if (text.Length > longest) return null;
        try
        {
            using var json = JsonDocument.Parse(Bare(text), new() { MaxDepth = 2, AllowDuplicateProperties = false });
            if (json.RootElement.ValueKind != JsonValueKind.Object) return null;
            List<KeyValuePair<string, string?>> members = [];
            foreach (var member in json.RootElement.EnumerateObject())
            {
                if (member.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null)) return null;
                members.Add(new(member.Name, member.Value.GetString()));
            }

            return members;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The schema of an object with exactly these members, all required.</summary>
    public static JsonElement Schema(IEnumerable<KeyValuePair<string, JsonNode>> members)
    {
        List<KeyValuePair<string, JsonNode>> list = [.. members];
        return JsonSerializer.SerializeToElement(new JsonObject
        {
            ["type"] = "object", ["additionalProperties"] = false,
            ["required"] = new JsonArray([.. list.Select(member => (JsonNode)member.Key)]),
            ["properties"] = new JsonObject(list.Select(member => KeyValuePair.Create(member.Key, (JsonNode?)member.Value))),
        });
    }
}
