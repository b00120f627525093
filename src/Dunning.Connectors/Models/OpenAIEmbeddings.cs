using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Dunning.Connectors.Models;

/// <summary>OpenAI's embeddings, which many servers speak. Every vector carries the model's name, and all of one model are of one length.</summary>
/// <param name="http">Speaks to the server; its timeout is the caller's affair.</param>
/// <param name="endpoint">Base address, for example <c>https://api.openai.com/v1</c>.</param>
/// <param name="retries">How often a call is tried again.</param>
public sealed class OpenAIEmbeddings(HttpClient http, Uri endpoint, string model, string? key, int retries) : IEmbeddingGenerator<string, Embedding<float>>
{
    private const int LongestAnswer = 20_000_000;

    // pgvector's own limit for its type.
    private const int LongestVector = 16_000;
    private readonly OpenAIServer _server = new(http, endpoint, key, retries);

    /// <inheritdoc/>
    /// <exception cref="ModelServerException">The server refused, or gave no vector of one length for each text.</exception>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        List<string> texts = [.. values];
        if (texts.Count == 0) return [];
        var body = new JsonObject { ["model"] = model, ["input"] = new JsonArray([.. texts.Select(text => (JsonNode)text)]), ["encoding_format"] = "float" };
        var vectors = await _server.PostAsync("/embeddings", body, LongestAnswer, "list of embeddings", root => Read(root, texts.Count), cancellationToken);
        return new(vectors.Select(vector => new Embedding<float>(vector) { ModelId = model }));
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    /// <inheritdoc/>
    public void Dispose() => _server.Dispose();

    private static float[][] Read(JsonElement root, int wanted)
    {
        var vectors = new float[wanted][];
        foreach (var one in root.GetProperty("data").EnumerateArray())
            vectors[one.GetProperty("index").GetInt32()] = [.. one.GetProperty("embedding").EnumerateArray().Select(number => number.GetSingle())];
        if (vectors.Any(vector => vector is null)) throw new ModelServerException("the model's server left a text without a vector");
        if (vectors.Any(vector => vector.Length != vectors[0].Length || vector.Length is 0 or > LongestVector || vector.Any(number => !float.IsFinite(number))))
            throw new ModelServerException("the vectors of the model's server are empty, not finite, or not of one length");
        return vectors;
    }
}
