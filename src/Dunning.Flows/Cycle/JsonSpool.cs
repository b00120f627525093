using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dunning.Flows.Cycle;

/// <summary>The members of a JSON array in a temporary file that is gone when it is closed.</summary>
internal sealed class JsonSpool : IAsyncDisposable
{
    // One member a line, so that they can be read again one by one.
    private static readonly byte[] Comma = [(byte)',', (byte)'\n'];

    private readonly FileStream file = new(
        Path.Combine(Path.GetTempPath(), $"dunning-{Guid.NewGuid():N}.json"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);

    private bool any;

    /// <summary>snake_case names, readable letters.</summary>
    public static JsonSerializerOptions Format { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, DictionaryKeyPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public async ValueTask AddAsync<T>(T member, CancellationToken cancellationToken)
    {
        if (any) await file.WriteAsync(Comma, cancellationToken);
        any = true;
        await file.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(member, Format), cancellationToken);
    }

    public async Task CopyToAsync(Stream output, CancellationToken cancellationToken)
    {
        await file.FlushAsync(cancellationToken);
        file.Position = 0;
        await file.CopyToAsync(output, cancellationToken);
    }

    /// <summary>Reads the members back, one at a time.</summary>
    public async IAsyncEnumerable<T> ReadAsync<T>([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await file.FlushAsync(cancellationToken);
        file.Position = 0;
        using var reader = new StreamReader(file, leaveOpen: true);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
            yield return JsonSerializer.Deserialize<T>(line.TrimEnd(','), Format)!;
    }

    public ValueTask DisposeAsync() => file.DisposeAsync();
}
