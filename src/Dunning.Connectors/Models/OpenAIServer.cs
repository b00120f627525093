using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dunning.Connectors.Models;

/// <summary>The server of a model refused or answered outside its protocol. Never carries the answer's text.</summary>
public sealed class ModelServerException(string message, HttpStatusCode? status = null) : Exception(message)
{
    /// <summary>The HTTP status, when there was one.</summary>
    public HttpStatusCode? Status { get; } = status;
}

/// <summary>
/// A server of OpenAI's protocol over plain HTTP: one request, one JSON answer, no redirects. Status 408, 429 and 5xx and
/// broken connections are tried again, waiting as the server asks.
/// </summary>
/// <param name="endpoint">Base address, for example <c>https://api.openai.com/v1</c>.</param>
/// <param name="retries">How often a call is tried again.</param>
internal sealed class OpenAIServer(HttpClient http, Uri endpoint, string? key, int retries) : IDisposable
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    /// <summary>Posts a body and reads the answer.</summary>
    /// <param name="longest">Bytes beyond which an answer is refused.</param>
    /// <param name="what">What the answer should be, for the error when it is not.</param>
    /// <exception cref="ModelServerException">The server refused, or answered something else.</exception>
    public async Task<T> PostAsync<T>(string path, JsonObject body, int longest, string what, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (response, wait) = await TryAsync(path, body, attempt, cancellationToken);
            if (response is null)
            {
                await Task.Delay(wait, cancellationToken);
                continue;
            }

            using (response) return await ReadAsync(response.Content, longest, what, read, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private async Task<(HttpResponseMessage? Response, TimeSpan Wait)> TryAsync(string path, JsonObject body, int attempt, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(endpoint.AbsoluteUri.TrimEnd('/') + path)) { Content = JsonContent.Create(body) };
        if (key is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        HttpResponseMessage response;
        try
        {
            response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (HttpRequestException) when (attempt <= retries)
        {
            return (null, Backoff(attempt, null));
        }

        if (response.StatusCode == HttpStatusCode.OK) return (response, default);
        using (response)
        {
            var passing = response.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;
            if (passing && attempt <= retries) return (null, Backoff(attempt, response.Headers.RetryAfter?.Delta));
            throw new ModelServerException($"the model's server answered {(int)response.StatusCode}", response.StatusCode);
        }
    }

    private static async Task<T> ReadAsync<T>(HttpContent content, int longest, string what, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var buffer = new MemoryStream();
        var part = new byte[16 * 1024];
        for (int got; (got = await stream.ReadAsync(part, cancellationToken)) > 0;)
        {
            if (buffer.Length + got > longest) throw new ModelServerException("the answer of the model's server is too long");
            buffer.Write(part, 0, got);
        }

        try
        {
            using var json = JsonDocument.Parse(buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
            return read(json.RootElement);
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            throw new ModelServerException($"the answer of the model's server is no {what}");
        }
    }

    private static TimeSpan Backoff(int attempt, TimeSpan? asked) =>
        asked is { } wait ? (wait < LongestWait ? wait : LongestWait) : FirstWait * Math.Pow(2, attempt - 1);
}
