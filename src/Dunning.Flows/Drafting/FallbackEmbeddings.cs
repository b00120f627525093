using Microsoft.Extensions.AI;

namespace Dunning.Flows.Drafting;

/// <summary>
/// A provider's embedding for queries, and the built-in one while the provider is away: each vector says which model it is of,
/// so that it is compared with vectors of that model only. After a failure the provider is left alone for a minute.
/// </summary>
/// <param name="limit">Longest time to wait for the provider.</param>
public sealed class FallbackEmbeddings(
    IEmbeddingGenerator<string, Embedding<float>> provider, IEmbeddingGenerator<string, Embedding<float>> builtIn, TimeSpan limit, TimeProvider clock)
    : IEmbeddingGenerator<string, Embedding<float>>
{
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);
    private long _restsUntil;

    /// <inheritdoc/>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        List<string> texts = [.. values];
        if (clock.GetUtcNow().UtcTicks < Interlocked.Read(ref _restsUntil)) return await builtIn.GenerateAsync(texts, options, cancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        stop.CancelAfter(limit);
        try
        {
            return await provider.GenerateAsync(texts, options, stop.Token).WaitAsync(limit, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // The recent turns and the built-in embedding find most of a conversation; no draft waits for a server.
            Interlocked.Exchange(ref _restsUntil, (clock.GetUtcNow() + Rest).UtcTicks);
            return await builtIn.GenerateAsync(texts, options, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType.IsInstanceOfType(this) ? this : provider.GetService(serviceType, serviceKey);

    /// <inheritdoc/>
    public void Dispose()
    {
        provider.Dispose();
        builtIn.Dispose();
    }
}
