using Anthropic;
using Anthropic.Core;
using Dunning.Flows.Drafting;
using Dunning.Flows.Drafting.Models;
using Dunning.Flows.Models;
using Dunning.Flows.Prompts;
using Dunning.Flows.Reading.Models;
using Dunning.Postgres;
using Microsoft.Extensions.AI;

namespace Dunning.Connectors.Models;

/// <summary>Opens the client of a configured model, and what works on it.</summary>
public static class ModelClients
{
    private const int AnswerTokens = 900;

    /// <summary>The client, without a budget.</summary>
    public static IChatClient Open(ModelOptions options) => options.Provider switch
    {
        ModelProvider.OpenAI => new OpenAIChatClient(Http(), options.Endpoint ?? OpenAIChatClient.OpenAI, options.Model, options.Key, options.Retries),
        ModelProvider.Anthropic => new AnthropicClient(Settings(options)).AsIChatClient(options.Model, AnswerTokens),
    };

    /// <summary>The client with the budgets of the day and of the cases.</summary>
    public static IChatClient WithBudget(ModelOptions options, ModelUsage usage, TimeProvider clock) => new BudgetedChatClient(Open(options), usage, options, clock);

    /// <summary>The reader on a client.</summary>
    /// <param name="prompts">Folder with the prompts.</param>
    /// <exception cref="PromptException">Its prompt is missing or wrong.</exception>
    public static ModelReader Reader(ModelOptions options, IChatClient client, string prompts) =>
        new(client, PromptFolder.Load(Path.Combine(prompts, ModelReader.Folder)), options.Model, options.Limit, TimeProvider.System);

    /// <summary>The drafter on a client; null when the model does not draft.</summary>
    /// <param name="prompts">Folder with the prompts.</param>
    /// <exception cref="PromptException">A prompt is missing or wrong.</exception>
    public static ModelDrafter? Drafter(ModelOptions options, IChatClient client, string prompts) => options.Drafting == DraftingMode.Off ? null : new(
        new ModelCalls(client, options.Model, options.DraftingLimit, TimeProvider.System), PromptFolder.Load(Path.Combine(prompts, ModelDrafter.PlanFolder)),
        PromptFolder.Load(Path.Combine(prompts, ModelDrafter.ProseFolder)), options.Drafting);

    /// <summary>The embeddings of a configured model.</summary>
    public static OpenAIEmbeddings Embeddings(EmbeddingOptions options) => new(Http(), options.Endpoint, options.Model, options.Key, options.Retries);

    /// <summary>The same for queries: with a time limit, and the built-in embedding while the server is away.</summary>
    public static IEmbeddingGenerator<string, Embedding<float>>? Queries(EmbeddingOptions? options) =>
        options is null ? null : new FallbackEmbeddings(Embeddings(options), new HashedEmbeddings(), options.Limit, TimeProvider.System);

    private static ClientOptions Settings(ModelOptions options)
    {
        var settings = new ClientOptions { ApiKey = options.Key, AuthToken = null, MaxRetries = options.Retries, Timeout = options.Limit > options.DraftingLimit ? options.Limit : options.DraftingLimit, HttpClient = Http() };
        if (options.Endpoint is { } endpoint) settings.BaseUrl = endpoint.AbsoluteUri.TrimEnd('/');
        return settings;
    }

    // The mail goes where the installation says and nowhere else.
    private static HttpClient Http() => new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = Timeout.InfiniteTimeSpan };
}
