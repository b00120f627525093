using System.Data;
using System.Runtime.CompilerServices;
using Dunning.Postgres.Ledger;
using Npgsql;

namespace Dunning.Flows.Cycle;

/// <summary>One streamed pass over all accounts of some entities as known on a day, customer by customer, in one snapshot.</summary>
internal static class AccountPass
{
    public static async IAsyncEnumerable<IReadOnlyList<AccountState>> CustomersAsync(
        NpgsqlDataSource source, DateOnly day, string[] entities, SourceFreshness fresh, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var reader = await source.OpenConnectionAsync(cancellationToken);
        await using var reading = await reader.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var rates = await FxRateRows.AsOfAsync(reader, day, cancellationToken);
        var streams = new AccountStreams(source, await SnapshotAsync(reader, cancellationToken), day, entities);
        await foreach (var customer in AccountJoin.ReadAsync(streams, fresh, rates, cancellationToken).ByCustomerAsync(cancellationToken))
            yield return customer;
    }

    /// <summary>Names the snapshot of this connection's transaction, which must stay open as long as the name is used.</summary>
    public static async Task<string> SnapshotAsync(NpgsqlConnection reader, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select pg_export_snapshot()", reader);
        return (string)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
