namespace Dunning.Connectors.Models;

/// <summary>The model that finds mails by meaning; without one the built-in embedding does.</summary>
/// <param name="Limit">Longest time for a query; the built-in embedding serves after that.</param>
public sealed record EmbeddingOptions(string Model, Uri Endpoint, string? Key, TimeSpan Limit, int Retries)
{
    /// <summary>Reads the options from variables.</summary>
    /// <param name="variable">Gives the value of a variable, null when it is not set.</param>
    /// <returns>Null when no embedding model is configured.</returns>
    /// <exception cref="ModelOptionsException">A variable is wrong.</exception>
    public static EmbeddingOptions? Read(Func<string, string?> variable)
    {
        var settings = new ModelSettings(variable);
        if (settings.Of("DUNNING_EMBEDDING_MODEL") is not { } model)
            return settings.FirstSet("DUNNING_EMBEDDING_URL", "DUNNING_EMBEDDING_KEY", "DUNNING_EMBEDDING_KEY_FILE") is { } orphan
                ? throw new ModelOptionsException($"{orphan} is set, but DUNNING_EMBEDDING_MODEL is not; it names the model.") : null;
        if (model == Flows.Drafting.HashedEmbeddings.ModelId) throw new ModelOptionsException($"DUNNING_EMBEDDING_MODEL is '{model}', the name of the built-in embedding; leave it unset for that.");
        var chat = settings.Of("DUNNING_MODEL_PROVIDER") == "openai";
        var own = settings.Address("DUNNING_EMBEDDING_URL");
        if (own is null && !chat) throw new ModelOptionsException("DUNNING_EMBEDDING_URL is not set; it is needed unless DUNNING_MODEL_PROVIDER is openai.");
        // The key of the chat server goes to that server only.
        var key = settings.Secret("DUNNING_EMBEDDING_KEY") ?? (own is null ? settings.Secret("DUNNING_MODEL_KEY") : null);
        var endpoint = own ?? settings.Address("DUNNING_MODEL_URL") ?? OpenAIChatClient.OpenAI;
        return new(model, endpoint, key, TimeSpan.FromSeconds(settings.Number("DUNNING_EMBEDDING_TIMEOUT_SECONDS", 5, 1, 60)), (int)settings.Number("DUNNING_MODEL_RETRIES", 2, 0, 5));
    }

    /// <summary>Without the secret.</summary>
    public override string ToString() => $"{Model} at {Endpoint}";
}
