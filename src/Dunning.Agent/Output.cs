using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dunning.Agent;

/// <summary>What verbs print: JSON with snake_case names on standard output, everything else on standard error.</summary>
public static class Output
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, DictionaryKeyPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>One JSON object on one line.</summary>
    public static void WriteJson<T>(T value) => Console.Out.WriteLine(JsonSerializer.Serialize(value, Json));

    /// <summary>Standard output for documents that are too large to hold.</summary>
    public static Stream Raw { get; } = Console.OpenStandardOutput();

    /// <summary>A line for people.</summary>
    public static void Say(string line) => Console.Out.WriteLine(line);

    /// <summary>A line beside the output.</summary>
    public static void Warn(string line) => Console.Error.WriteLine(line);
}
