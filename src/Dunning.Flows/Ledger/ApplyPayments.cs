using Dunning.Core;
using Dunning.Core.Ledger.CashApplication;
using Dunning.Postgres.Ledger;
using Npgsql;

namespace Dunning.Flows.Ledger;

/// <summary>
/// Puts money that arrived to what it pays: one streamed pass over all payments that wait, one transaction, a fixed
/// number of statements. What cannot be decided becomes a task for a person, once.
/// </summary>
public sealed class ApplyPayments(NpgsqlDataSource source)
{
    /// <summary>Decides about every payment of these creditors that arrived by a day. The same day again changes nothing.</summary>
    public async Task<CashReport> RunAsync(string[] entities, DateOnly day, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await CashRows.LockAsync(connection, entities, cancellationToken);
        var (takenBack, unclear) = await Reversals.ApplyAsync(connection, entities, day, now, cancellationToken);
        var waiting = await CashRows.WaitingAsync(connection, entities, day, cancellationToken);
        var desk = new CashDesk();
        if (waiting.Count > 0)
        {
            await CashRows.KeysAsync(connection, waiting.SelectMany(payment => NumberKeys.Of(payment.Text, payment.Reference).Select(key => (payment.Id, key))), cancellationToken);
            var candidates = await CandidatesAsync(connection, entities, day, cancellationToken);
            foreach (var payment in waiting) desk.Decide(payment, candidates.GetValueOrDefault(payment.Id, []));
            await CashMerge.StoreAsync(connection, desk.Decisions, desk.Parts, now, cancellationToken);
        }

        var missing = await DirectDebits.AskAsync(connection, entities, day, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new(
            waiting.Count, desk.Count("payment_applied"), desk.Count("payment_short"), desk.Count("payment_over"), desk.Count("payment_known"),
            desk.Count("payment_to_person") + unclear, desk.Count("payment_unmatched"), takenBack, missing);
    }

    // Candidates of the payments that wait; a payer's account is read once per payment and dropped with it.
    private static async Task<Dictionary<long, List<CashCandidate>>> CandidatesAsync(NpgsqlConnection connection, string[] entities, DateOnly day, CancellationToken cancellationToken)
    {
        Dictionary<long, List<CashCandidate>> found = [];
        await foreach (var candidate in CashRows.CandidatesAsync(connection, entities, day, cancellationToken))
        {
            if (!found.TryGetValue(candidate.PaymentId, out var list)) found[candidate.PaymentId] = list = [];
            list.Add(candidate);
        }

        return found;
    }
}

/// <summary>What became of the payments. Its JSON is stable: scripts depend on it.</summary>
/// <param name="Looked">Payments that waited.</param>
/// <param name="Applied">Applied in full.</param>
/// <param name="Short">Applied, with something left open.</param>
/// <param name="Over">Applied, with a rest.</param>
/// <param name="Known">Money the ledger had told of before.</param>
/// <param name="ToPerson">Newly put before a person.</param>
/// <param name="Unmatched">Newly found to fit nothing; a person looks at them too.</param>
/// <param name="TakenBack">Payments that came back.</param>
/// <param name="DebitsMissing">Direct debits whose day passed without money.</param>
public sealed record CashReport(long Looked, long Applied, long Short, long Over, long Known, long ToPerson, long Unmatched, long TakenBack, long DebitsMissing);
