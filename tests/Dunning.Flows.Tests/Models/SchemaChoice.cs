using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dunning.Flows.Tests.Models;

/// <summary>Answers that keep to the schema of a request for clauses.</summary>
internal static class SchemaChoice
{
    /// <summary>The last value admitted for each part.</summary>
    public static string Last(JsonElement schema) => Of(schema, values => values[^1]);

    /// <summary>The first value admitted for each part.</summary>
    public static string First(JsonElement schema) => Of(schema, values => values[0]);

    private static string Of(JsonElement schema, Func<string?[], string?> choose) => new JsonObject(schema.GetProperty("properties").EnumerateObject().Select(part =>
        KeyValuePair.Create(part.Name, (JsonNode?)choose([.. part.Value.GetProperty("enum").EnumerateArray().Select(value => value.GetString())])))).ToJsonString();
}
