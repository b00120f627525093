using System.Globalization;

namespace Dunning.Connectors.Models;

/// <summary>Who serves the model.</summary>
public enum ModelProvider
{
    /// <summary>Any server of OpenAI's chat completions protocol: OpenAI, vLLM, Ollama, llama.cpp and others.</summary>
    OpenAI,

    /// <summary>Anthropic's Messages API.</summary>
    Anthropic,
}

/// <summary>A setting of the language model is wrong; the message names the variable.</summary>
public sealed class ModelOptionsException(string message) : Exception(message);

/// <summary>The language model that reads along; without one everything works from the embedded reader.</summary>
/// <param name="Endpoint">Base address; null takes the provider's own.</param>
/// <param name="Key">Secret of the provider; null where the server asks for none.</param>
/// <param name="Limit">Longest time for one mail, retries included.</param>
/// <param name="TokensPerDay">Budget over all agents of the installation.</param>
public sealed record ModelOptions(ModelProvider Provider, string Model, Uri? Endpoint, string? Key, TimeSpan Limit, long TokensPerDay)
{
    private const int DefaultSeconds = 20;
    private const long DefaultTokens = 1_000_000;

    /// <summary>Reads the options from variables.</summary>
    /// <param name="variable">Gives the value of a variable, null when it is not set.</param>
    /// <returns>Null when no model is configured.</returns>
    /// <exception cref="ModelOptionsException">A variable is wrong.</exception>
    public static ModelOptions? Read(Func<string, string?> variable)
    {
        string? Of(string name) => variable(name) is { } value && value.Trim() is { Length: > 0 } text ? text : null;
        if (Of("DUNNING_MODEL_PROVIDER") is not { } provider)
            return new[] { "DUNNING_MODEL", "DUNNING_MODEL_URL", "DUNNING_MODEL_KEY", "DUNNING_MODEL_KEY_FILE" }.FirstOrDefault(name => Of(name) is not null) is { } orphan
                ? throw new ModelOptionsException($"{orphan} is set, but DUNNING_MODEL_PROVIDER is not (openai or anthropic).") : null;
        var kind = provider switch
        {
            "openai" => ModelProvider.OpenAI,
            "anthropic" => ModelProvider.Anthropic,
            _ => throw new ModelOptionsException($"DUNNING_MODEL_PROVIDER is '{provider}'; it must be openai or anthropic."),
        };
        var endpoint = AddressOf(Of("DUNNING_MODEL_URL"));
        var key = Secret(Of("DUNNING_MODEL_KEY"), Of("DUNNING_MODEL_KEY_FILE"));
        if (key is null && (kind == ModelProvider.Anthropic || endpoint is null)) throw new ModelOptionsException("DUNNING_MODEL_KEY or DUNNING_MODEL_KEY_FILE must be set for this provider.");
        return new(
            kind, Of("DUNNING_MODEL") ?? throw new ModelOptionsException("DUNNING_MODEL is not set; it names the model."), endpoint, key,
            TimeSpan.FromSeconds(Number(Of("DUNNING_MODEL_TIMEOUT_SECONDS"), "DUNNING_MODEL_TIMEOUT_SECONDS", DefaultSeconds, 1, 120)),
            Number(Of("DUNNING_MODEL_TOKENS_PER_DAY"), "DUNNING_MODEL_TOKENS_PER_DAY", DefaultTokens, 1, long.MaxValue));
    }

    /// <summary>Without the secret.</summary>
    public override string ToString() => $"{Provider} {Model} at {Endpoint?.ToString() ?? "the provider"}";

    private static Uri? AddressOf(string? text)
    {
        if (text is null) return null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http") || uri.UserInfo.Length > 0 || uri.Query.Length > 0)
            throw new ModelOptionsException($"DUNNING_MODEL_URL is '{text}', not an http(s) address without user and query.");
        // Mail text goes there: in clear only within this machine or by a name of the own network.
        if (uri.Scheme == "http" && !uri.IsLoopback && uri.Host.Contains('.', StringComparison.Ordinal))
            throw new ModelOptionsException($"DUNNING_MODEL_URL is '{text}': mails are sent in clear only to this machine; use https.");
        return uri;
    }

    private static string? Secret(string? value, string? file)
    {
        if (file is null) return value;
        if (value is not null) throw new ModelOptionsException("DUNNING_MODEL_KEY and DUNNING_MODEL_KEY_FILE are both set; set one.");
        try
        {
            return File.ReadAllText(file).Trim() is { Length: > 0 } secret ? secret : throw new ModelOptionsException($"DUNNING_MODEL_KEY_FILE: {file} is empty.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new ModelOptionsException($"DUNNING_MODEL_KEY_FILE: {unreadable.Message}");
        }
    }

    private static long Number(string? text, string name, long otherwise, long least, long most) =>
        text is null ? otherwise
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most ? value
        : throw new ModelOptionsException($"{name} is '{text}'; it must be a whole number from {least} to {most}.");
}
