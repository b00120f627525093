using System.Globalization;
using Dunning.Learning.Text;
using Microsoft.Extensions.AI;

namespace Dunning.Flows.Drafting;

/// <summary>The built-in embedding: deterministic, no model, no network. Its id is stored beside every vector.</summary>
public sealed class HashedEmbeddings : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>Stored with each vector; vectors of different models are never compared.</summary>
    public const string ModelId = HashedEmbedding.ModelId;

    /// <inheritdoc/>
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(
            values.Select(value => new Embedding<float>(HashedEmbedding.Embed(value)) { ModelId = ModelId })));

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType.IsInstanceOfType(this) ? this : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing is held.
    }
}

/// <summary>Vectors as PostgreSQL array literals.</summary>
internal static class VectorText
{
    public static string Of(ReadOnlyMemory<float> vector) =>
        "{" + string.Join(',', vector.ToArray().Select(value => value.ToString("R", CultureInfo.InvariantCulture))) + "}";
}
