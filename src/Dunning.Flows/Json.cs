using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dunning.Flows;

/// <summary>How typed values are kept in JSON columns: snake_case names, enums by name, unknown members refused.</summary>
public static class Json
{
    /// <summary>The options of all JSON columns.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    /// <summary>The snake_case form of a type or member name.</summary>
    public static string Name(string pascal) => JsonNamingPolicy.SnakeCaseLower.ConvertName(pascal);

    /// <summary>Writes a value.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Reads a value back.</summary>
    /// <exception cref="JsonException">The text is not such a value.</exception>
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("null where a value is expected.");
}
