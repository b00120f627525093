using System.Text.Json;
using Dunning.Postgres.Ledger;

namespace Dunning.Flows.Cycle;

/// <summary>
/// Collects the explanations of a cycle while the accounts stream by and writes them as one JSON document at the end.
/// They wait in temporary files, so that memory does not grow with the ledger; nothing is written before the cycle
/// has succeeded.
/// </summary>
public sealed class CycleNotes : IAsyncDisposable
{
    private readonly JsonSpool accounts = new();
    private readonly JsonSpool items = new();

    // Contacts that are drafted in this cycle: only afterwards it is known whether their messages go out.
    private readonly JsonSpool due = new();

    internal async ValueTask AddAsync(AccountNotes account, CancellationToken cancellationToken)
    {
        if (account.Contact) await due.AddAsync(new DueNotes(account, account.Place.CustomerId, account.Items), cancellationToken);
        else await SpoolAsync(account, cancellationToken);
    }

    internal async Task SettleAsync(IReadOnlyDictionary<AccountPlace, RuleNote> stopped, CancellationToken cancellationToken)
    {
        await foreach (var waiting in due.ReadAsync<DueNotes>(cancellationToken))
        {
            var account = waiting.Account with { Items = waiting.Items };
            await SpoolAsync(stopped.TryGetValue(new(waiting.CustomerId, account.Currency), out var by) ? account.Stopped(by) : account, cancellationToken);
        }
    }

    /// <summary>Writes the report with <c>accounts</c> and <c>items</c> as one JSON object on one line.</summary>
    public async Task WriteAsync(CycleReport report, Stream output, CancellationToken cancellationToken)
    {
        var head = JsonSerializer.SerializeToUtf8Bytes(report, JsonSpool.Format);
        await output.WriteAsync(head.AsMemory(0, head.Length - 1), cancellationToken);
        await output.WriteAsync(",\"accounts\":["u8.ToArray(), cancellationToken);
        await accounts.CopyToAsync(output, cancellationToken);
        await output.WriteAsync("],\"items\":["u8.ToArray(), cancellationToken);
        await items.CopyToAsync(output, cancellationToken);
        await output.WriteAsync("]}\n"u8.ToArray(), cancellationToken);
        await output.FlushAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await accounts.DisposeAsync();
        await items.DisposeAsync();
        await due.DisposeAsync();
    }

    private async ValueTask SpoolAsync(AccountNotes account, CancellationToken cancellationToken)
    {
        await accounts.AddAsync(account, cancellationToken);
        foreach (var item in account.Items) await items.AddAsync(item, cancellationToken);
    }

    private sealed record DueNotes(AccountNotes Account, long CustomerId, IReadOnlyList<ItemLine> Items);
}
