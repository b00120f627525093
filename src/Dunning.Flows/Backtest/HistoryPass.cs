using System.Data;
using System.Runtime.CompilerServices;
using Dunning.Core.Cadence;
using Dunning.Core.Ledger;
using Dunning.Flows.Cycle;
using Dunning.Postgres.Ledger;
using Npgsql;

namespace Dunning.Flows.Backtest;

/// <summary>A customer with the histories of its accounts, one account for each currency.</summary>
internal sealed record CustomerHistory(Customer Customer, string TimeZone, IReadOnlyList<AccountHistory> Accounts);

/// <summary>Streams the histories of all customers; memory holds one customer.</summary>
internal static class HistoryPass
{
    public static async IAsyncEnumerable<CustomerHistory> CustomersAsync(
        NpgsqlDataSource source, DateOnly until, string[] entities, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var reader = await source.OpenConnectionAsync(cancellationToken);
        await using var reading = await reader.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var streams = new AccountStreams(source, await AccountPass.SnapshotAsync(reader, cancellationToken), until, entities);
        var histories = new HistoryStreams(streams);
        await using var instalments = new OrderedRows<InstalmentRow>(histories.Instalments(cancellationToken), row => row.Place, cancellationToken);
        await using var credits = new OrderedRows<CreditHistoryRow>(histories.Credits(cancellationToken), row => row.Place, cancellationToken);
        await instalments.StartAsync();
        await credits.StartAsync();
        await foreach (var row in streams.Customers(cancellationToken))
        {
            List<AccountHistory> accounts = [];
            while (instalments.Next is { } place && place.CustomerId <= row.Customer.Id)
            {
                List<InstalmentRow> owed = [];
                List<CreditHistoryRow> paid = [];
                await instalments.TakeAsync(place, owed);
                await credits.TakeAsync(place, paid);
                if (place.CustomerId == row.Customer.Id)
                    accounts.Add(new(new(row.Customer.EntityId, place.CustomerId, place.Currency), owed.ConvertAll(instalment => new InstalmentHistory(instalment)), paid));
            }

            if (accounts.Count > 0) yield return new(row.Customer, row.EntityTimeZone, accounts);
        }
    }
}
