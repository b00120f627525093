using System.Diagnostics;
using Dunning.Core.Cadence;
using Dunning.Flows.Cycle;
using Dunning.Flows.Ledger;
using Dunning.Postgres;
using Dunning.Postgres.Ledger;
using Npgsql;

namespace Dunning.Flows.Outlook;

/// <summary>
/// What would go out in the coming days on today's facts, if whatever is planned were approved and delivered on its day
/// and nobody paid or wrote. One streamed pass; memory holds one customer; nothing is written.
/// </summary>
public sealed class PreviewCycles(NpgsqlDataSource source, InstallationClock clock, PolicySet policies)
{
    /// <summary>Looks ahead from a day; null takes today in each creditor's zone.</summary>
    /// <param name="days">Number of days, the first included.</param>
    public async Task<PreviewReport> RunAsync(DateOnly? asOf, int days, PreviewContacts contacts, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(days);
        var watch = Stopwatch.StartNew();
        var now = await clock.RefreshAsync(cancellationToken);
        var byDay = new SortedDictionary<DateOnly, long>();
        var held = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var first = asOf ?? DateOnly.FromDateTime(now.UtcDateTime);
        foreach (var (day, entities) in await CreditorDay.GroupsAsync(source, asOf, now, cancellationToken))
        {
            first = day;
            for (var i = 0; i < days; i++) byDay.TryAdd(first.AddDays(i), 0);
            var pass = AccountPass.CustomersAsync(source, first, entities, new(first, now, policies), cancellationToken);
            await foreach (var customer in pass)
            {
                var preview = new CustomerPreview(customer, policies, first);
                for (var i = 0; i < days; i++)
                {
                    foreach (var contact in preview.Day(first.AddDays(i)))
                    {
                        byDay[contact.Date]++;
                        await contacts.AddAsync(contact, cancellationToken);
                    }
                }

                foreach (var reason in preview.Held) held[reason] = held.GetValueOrDefault(reason) + 1;
            }
        }

        return new(first, days, byDay, held, Math.Round(watch.Elapsed.TotalSeconds, 3));
    }
}
