using System.Text.Json;
using System.Text.Json.Nodes;
using Dunning.Core;
using Dunning.Core.Conversation;

namespace Dunning.Flows.Reading.Models;

/// <summary>The JSON schema of a model's answer, for servers that can hold a model to one.</summary>
internal static class ModelSchema
{
    /// <summary>The schema: every member required, no other allowed.</summary>
    public static JsonElement Answer { get; } = JsonSerializer.SerializeToElement(Object(
        ("language", Names("en", "de", "fr", "es", "it", "nl", "other")),
        ("intents", List(Names<Intent>())),
        ("promises", List(Object(("date", Or("string")), ("amount", Or("number")), ("currency", Or("string")), ("conditional", Plain("boolean")), ("invoices", Numbers())))),
        ("payments", List(Object(("date", Or("string")), ("amount", Or("number")), ("currency", Or("string")), ("invoices", Numbers())))),
        ("documents", List(Object(("kind", Names<DocumentKind>()), ("invoices", Numbers())))),
        ("disputes", List(Object(("reason", Names<DisputeReason>()), ("amount", Or("number")), ("invoices", Numbers())))),
        ("addresses_software", Plain("boolean"))));

    private static JsonObject Object(params (string Name, JsonObject Type)[] members) => new()
    {
        ["type"] = "object", ["additionalProperties"] = false, ["required"] = new JsonArray([.. members.Select(member => (JsonNode)member.Name)]),
        ["properties"] = new JsonObject(members.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)member.Type))),
    };

    private static JsonObject List(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonObject Numbers() => List(Plain("string"));

    private static JsonObject Plain(string type) => new() { ["type"] = type };

    private static JsonObject Or(string type) => new() { ["type"] = new JsonArray(type, "null") };

    private static JsonObject Names<T>() where T : struct, Enum => Names([.. Enum.GetValues<T>().Select(value => Wire.Name(value))]);

    private static JsonObject Names(params string[] names) => new() { ["type"] = "string", ["enum"] = new JsonArray([.. names.Select(name => (JsonNode)name)]) };
}
