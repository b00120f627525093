using Dunning.Postgres.Ledger;

namespace Dunning.Flows.Cycle;

/// <summary>A stream in the order of places, read group by group as the join moves on.</summary>
internal sealed class OrderedRows<T>(IAsyncEnumerable<T> rows, Func<T, AccountPlace> placeOf, CancellationToken cancellationToken) : IAsyncDisposable
{
    private readonly IAsyncEnumerator<T> reader = rows.GetAsyncEnumerator(cancellationToken);
    private bool more;

    /// <summary>Place of the next row; null at the end.</summary>
    public AccountPlace? Next => more ? placeOf(reader.Current) : null;

    public async Task StartAsync() => more = await reader.MoveNextAsync();

    /// <summary>Collects the rows of this place; rows before it belong to accounts nobody asked for and are passed over.</summary>
    public async ValueTask TakeAsync(AccountPlace place, List<T> into)
    {
        into.Clear();
        while (more && placeOf(reader.Current) is var next && next <= place)
        {
            if (next == place) into.Add(reader.Current);
            more = await reader.MoveNextAsync();
        }
    }

    public ValueTask DisposeAsync() => reader.DisposeAsync();
}
