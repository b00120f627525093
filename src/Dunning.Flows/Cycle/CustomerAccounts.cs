using System.Runtime.CompilerServices;

namespace Dunning.Flows.Cycle;

/// <summary>Hands the streamed accounts on customer by customer: they are neighbours in the order of the streams.</summary>
internal static class CustomerAccounts
{
    public static async IAsyncEnumerable<IReadOnlyList<AccountState>> ByCustomerAsync(
        this IAsyncEnumerable<AccountState> accounts, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<AccountState> customer = [];
        await foreach (var account in accounts.WithCancellation(cancellationToken))
        {
            if (customer.Count > 0 && customer[0].Place.CustomerId != account.Place.CustomerId)
            {
                yield return customer;
                customer = [];
            }

            customer.Add(account);
        }

        if (customer.Count > 0) yield return customer;
    }
}
