using System.Runtime.CompilerServices;
using Dunning.Core.Cadence;
using Dunning.Core.Ledger;
using Dunning.Postgres.Ledger;

namespace Dunning.Flows.Cycle;

/// <summary>One account as the cycle sees it.</summary>
internal sealed record AccountState(AccountPlace Place, AccountFacts Facts, CaseRow? Case);

/// <summary>Joins the ordered streams of a cycle into accounts; memory holds one account at a time.</summary>
internal static class AccountJoin
{
    public static async IAsyncEnumerable<AccountState> ReadAsync(
        AccountStreams streams, SourceFreshness fresh, FxRates rates, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var items = await Start(streams.Items(cancellationToken), row => row.Place, cancellationToken);
        await using var credits = await Start(streams.Credits(cancellationToken), row => row.Place, cancellationToken);
        await using var cases = await Start(streams.Cases(cancellationToken), row => row.Place, cancellationToken);
        await using var lapsed = await Start(streams.Lapsed(cancellationToken), row => row.Place, cancellationToken);
        await using var customers = await Start(streams.Customers(cancellationToken), row => OfCustomer(row.Customer.Id), cancellationToken);
        await using var pauses = await Start(streams.Pauses(cancellationToken), row => OfCustomer(row.CustomerId), cancellationToken);
        List<ItemRow> itemRows = [];
        List<CreditRow> creditRows = [];
        List<CaseRow> caseRows = [];
        List<LapsedRow> lapsedRows = [];
        List<CustomerRow> customerRows = [];
        List<PauseRow> pauseRows = [];
        var customerId = 0L;
        while (Earlier(items.Next, cases.Next) is { } place)
        {
            await items.TakeAsync(place, itemRows);
            await cases.TakeAsync(place, caseRows);
            var open = caseRows is [{ Open: { } known }] ? known : null;
            if (itemRows.Count == 0 && open is null) continue;
            await credits.TakeAsync(place, creditRows);
            await lapsed.TakeAsync(place, lapsedRows);
            if (customerId != place.CustomerId)
            {
                customerId = place.CustomerId;
                await customers.TakeAsync(OfCustomer(customerId), customerRows);
                await pauses.TakeAsync(OfCustomer(customerId), pauseRows);
            }

            var customer = customerRows[0];
            var ledger = new AccountLedger(new(customer.Customer.EntityId, customerId, place.Currency), [.. itemRows.Select(row => row.Item)], [.. creditRows.Select(row => row.Amount)]);
            var held = pauseRows.Where(row => row.Currency is null || row.Currency == place.Currency).Select(row => row.Suppression).ToArray();
            yield return new(place, new(ledger, customer.Customer, customer.EntityTimeZone, customer.HasLiveContact, open, held, customer.LastContactOn, false, customer.OpenQuestion, fresh.Ledger(customer))
            {
                MailboxFresh = fresh.Mailbox(customer), FxRates = rates,
                Lapsed = [.. lapsedRows.Select(row => row.Promise)],
                LastPartPaymentOn = itemRows.Count == 0 ? null : itemRows.Max(row => row.LastPaid),
                HadEarlierCase = caseRows is [{ HadEarlier: true }],
                Risk = caseRows.FirstOrDefault()?.Risk,
                PromisedFor = open is null ? null : caseRows[0].PromisedFor,
                DisputeResolvedOn = open is null ? null : caseRows[0].DisputeResolvedOn,
                RecentContacts = customer.RecentContacts,
                LastReplyOn = customer.LastReplyOn,
            }, caseRows.FirstOrDefault());
        }
    }

    private static AccountPlace OfCustomer(long id) => new(id, "");

    private static AccountPlace? Earlier(AccountPlace? left, AccountPlace? right) =>
        left is null ? right : right is null ? left : left < right ? left : right;

    private static async Task<OrderedRows<T>> Start<T>(IAsyncEnumerable<T> rows, Func<T, AccountPlace> placeOf, CancellationToken cancellationToken)
    {
        var ordered = new OrderedRows<T>(rows, placeOf, cancellationToken);
        await ordered.StartAsync();
        return ordered;
    }
}
