using Dunning.Core;
using Dunning.Flows.Drafting.Models;

namespace Dunning.Connectors.Models;

/// <summary>Who serves the model.</summary>
public enum ModelProvider
{
    /// <summary>Any server of OpenAI's chat completions protocol: OpenAI, vLLM, Ollama, llama.cpp and others.</summary>
    OpenAI,

    /// <summary>Anthropic's Messages API.</summary>
    Anthropic,
}

/// <summary>The language model that reads along, and drafts if it is told to; without one everything works from the embedded reader and the composer.</summary>
/// <param name="Endpoint">Base address; null takes the provider's own.</param>
/// <param name="Key">Secret of the provider; null where the server asks for none.</param>
/// <param name="Limit">Longest time for one mail that is read, retries included.</param>
/// <param name="TokensPerDay">Budget over all agents of the installation.</param>
public sealed record ModelOptions(ModelProvider Provider, string Model, Uri? Endpoint, string? Key, TimeSpan Limit, long TokensPerDay)
{
    private const long DefaultPerDay = 1_000_000;

    /// <summary>Budget over the whole life of one case.</summary>
    public long TokensPerCase { get; init; } = 200_000;

    /// <summary>How often a call is tried again when the server is busy or away.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>What the model may do for drafts.</summary>
    public DraftingMode Drafting { get; init; } = DraftingMode.Off;

    /// <summary>Longest time for one draft, retries included.</summary>
    public TimeSpan DraftingLimit { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>Reads the options from variables.</summary>
    /// <param name="variable">Gives the value of a variable, null when it is not set.</param>
    /// <returns>Null when no model is configured.</returns>
    /// <exception cref="ModelOptionsException">A variable is wrong.</exception>
    public static ModelOptions? Read(Func<string, string?> variable)
    {
        var settings = new ModelSettings(variable);
        var drafting = DraftingOf(settings);
        // The prices are for `./dunning status`; a wrong one is said here, where the service starts.
        if (settings.Price("DUNNING_MODEL_PRICE_IN").HasValue != settings.Price("DUNNING_MODEL_PRICE_OUT").HasValue)
            throw new ModelOptionsException("Of DUNNING_MODEL_PRICE_IN and DUNNING_MODEL_PRICE_OUT only one is set; set both or none.");
        if (settings.Of("DUNNING_MODEL_PROVIDER") is not { } provider) return WithoutProvider(settings, drafting);
        var kind = provider switch
        {
            "openai" => ModelProvider.OpenAI,
            "anthropic" => ModelProvider.Anthropic,
            _ => throw new ModelOptionsException($"DUNNING_MODEL_PROVIDER is '{provider}'; it must be openai or anthropic."),
        };
        var endpoint = settings.Address("DUNNING_MODEL_URL");
        var key = settings.Secret("DUNNING_MODEL_KEY");
        if (key is null && (kind == ModelProvider.Anthropic || endpoint is null)) throw new ModelOptionsException("DUNNING_MODEL_KEY or DUNNING_MODEL_KEY_FILE must be set for this provider.");
        return new(
            kind, settings.Of("DUNNING_MODEL") ?? throw new ModelOptionsException("DUNNING_MODEL is not set; it names the model."), endpoint, key,
            TimeSpan.FromSeconds(settings.Number("DUNNING_MODEL_TIMEOUT_SECONDS", 20, 1, 120)),
            settings.Number("DUNNING_MODEL_TOKENS_PER_DAY", DefaultPerDay, 1, long.MaxValue))
        {
            TokensPerCase = settings.Number("DUNNING_MODEL_TOKENS_PER_CASE", 200_000, 1, long.MaxValue),
            Retries = (int)settings.Number("DUNNING_MODEL_RETRIES", 2, 0, 5), Drafting = drafting,
            DraftingLimit = TimeSpan.FromSeconds(settings.Number("DUNNING_MODEL_DRAFTING_TIMEOUT_SECONDS", 45, 1, 300)),
        };
    }

    /// <summary>Without the secret.</summary>
    public override string ToString() => $"{Provider} {Model} at {Endpoint?.ToString() ?? "the provider"}, drafting {Wire.Name(Drafting)}";

    private static ModelOptions? WithoutProvider(ModelSettings settings, DraftingMode drafting)
    {
        if (drafting != DraftingMode.Off) throw new ModelOptionsException($"DUNNING_MODEL_DRAFTING is {Wire.Name(drafting)}, but DUNNING_MODEL_PROVIDER is not set (openai or anthropic).");
        return settings.FirstSet("DUNNING_MODEL", "DUNNING_MODEL_URL", "DUNNING_MODEL_KEY", "DUNNING_MODEL_KEY_FILE") is { } orphan
            ? throw new ModelOptionsException($"{orphan} is set, but DUNNING_MODEL_PROVIDER is not (openai or anthropic).") : null;
    }

    private static DraftingMode DraftingOf(ModelSettings settings) =>
        settings.Of("DUNNING_MODEL_DRAFTING") is not { } text ? DraftingMode.Off
        : Wire.TryParse<DraftingMode>(text, out var mode) ? mode
        : throw new ModelOptionsException($"DUNNING_MODEL_DRAFTING is '{text}'; it must be off, plan or prose.");
}
