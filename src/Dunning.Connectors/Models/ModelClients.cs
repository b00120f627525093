using Anthropic;
using Anthropic.Core;
using Dunning.Flows.Prompts;
using Dunning.Flows.Reading.Models;
using Dunning.Postgres;
using Microsoft.Extensions.AI;

namespace Dunning.Connectors.Models;

/// <summary>Opens the client of a configured model and the reader on it.</summary>
public static class ModelClients
{
    private const int AnswerTokens = 900;
    private const int Retries = 2;

    /// <summary>The client, without a budget.</summary>
    public static IChatClient Open(ModelOptions options) => options.Provider switch
    {
        ModelProvider.OpenAI => new OpenAIChatClient(Http(), options.Endpoint ?? OpenAIChatClient.OpenAI, options.Model, options.Key),
        ModelProvider.Anthropic => new AnthropicClient(Settings(options)).AsIChatClient(options.Model, AnswerTokens),
    };

    /// <summary>The reader on the model, with the day's budget.</summary>
    /// <param name="prompts">Folder with the prompts.</param>
    public static ModelReader Reader(ModelOptions options, string prompts, ModelUsage usage, TimeProvider clock) => new(
        new BudgetedChatClient(Open(options), usage, options.Model, options.TokensPerDay, clock), PromptFolder.Load(Path.Combine(prompts, ModelReader.Folder)),
        options.Model, options.Limit, TimeProvider.System);

    private static ClientOptions Settings(ModelOptions options)
    {
        var settings = new ClientOptions { ApiKey = options.Key, AuthToken = null, MaxRetries = Retries, Timeout = options.Limit, HttpClient = Http() };
        if (options.Endpoint is { } endpoint) settings.BaseUrl = endpoint.AbsoluteUri.TrimEnd('/');
        return settings;
    }

    // The mail goes where the installation says and nowhere else.
    private static HttpClient Http() => new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = Timeout.InfiniteTimeSpan };
}
