using System.Text.Json;
using Dunning.Flows.Cycle;

namespace Dunning.Flows.Outlook;

/// <summary>A message that would go out; one entry of <c>contacts</c> in a preview's JSON.</summary>
/// <param name="Stage">Null for answers.</param>
/// <param name="Amount">What the message asks for: what may be chased less credits.</param>
/// <param name="Items">Invoice numbers, oldest first.</param>
public sealed record PreviewContact(
    DateOnly Date, string Entity, string Customer, string Currency, string? Stage, string Purpose, decimal Amount, IReadOnlyList<string> Items, string Why);

/// <summary>The result of a preview, without its contacts.</summary>
/// <param name="ByDay">Messages of each day, days without any included.</param>
/// <param name="Held">Overdue accounts that get no message in all these days, by the reason that binds most on the last.</param>
public sealed record PreviewReport(
    DateOnly AsOf, int Days, IReadOnlyDictionary<DateOnly, long> ByDay, IReadOnlyDictionary<string, long> Held, double Seconds);

/// <summary>The contacts of a preview, waiting in a temporary file to be written as one JSON document.</summary>
public sealed class PreviewContacts : IAsyncDisposable
{
    private readonly JsonSpool contacts = new();

    internal ValueTask AddAsync(PreviewContact contact, CancellationToken cancellationToken) => contacts.AddAsync(contact, cancellationToken);

    /// <summary>The contacts again, in the order of customers.</summary>
    public IAsyncEnumerable<PreviewContact> ReadAsync(CancellationToken cancellationToken) => contacts.ReadAsync<PreviewContact>(cancellationToken);

    /// <summary>Writes the report with its contacts as one JSON object.</summary>
    public async Task WriteAsync(PreviewReport report, Stream output, CancellationToken cancellationToken)
    {
        var head = JsonSerializer.SerializeToUtf8Bytes(report, JsonSpool.Format);
        await output.WriteAsync(head.AsMemory(0, head.Length - 1), cancellationToken);
        await output.WriteAsync(",\"contacts\":["u8.ToArray(), cancellationToken);
        await contacts.CopyToAsync(output, cancellationToken);
        await output.WriteAsync("]}\n"u8.ToArray(), cancellationToken);
        await output.FlushAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => contacts.DisposeAsync();
}
