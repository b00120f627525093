using Dunning.Core;
using Dunning.Core.Ledger.CashApplication;
using Dunning.Postgres.Ledger;

namespace Dunning.Flows.Ledger;

/// <summary>Decides payments one after the other; what one has paid is no longer open for the next.</summary>
internal sealed class CashDesk
{
    private readonly Dictionary<long, decimal> used = [];
    private readonly HashSet<long> seen = [];

    public List<CashDecision> Decisions { get; } = [];

    public List<CashPart> Parts { get; } = [];

    public long Count(string kind) => Decisions.Count(decision => decision.Kind == kind);

    public void Decide(WaitingPayment payment, IReadOnlyList<CashCandidate> candidates)
    {
        var incoming = new IncomingPayment(
            payment.Amount, payment.Currency, payment.ValueDate, payment.Text ?? "", payment.Reference, payment.PayerName, payment.PayerAccount, payment.CustomerNumber);
        if (Known(incoming, candidates) is { } told)
        {
            seen.UnionWith(told.Select(one => one.ToldPaymentId!.Value));
            Decisions.Add(new(payment.Id, "known", "payment_known", "The ledger told of this money before the bank did.", told[0].CustomerId, null, [.. told.Select(one => one.ToldPaymentId!.Value)], null));
            return;
        }

        var items = candidates.Where(one => one.InstalmentId is not null).ToList();
        Store(payment, items, CashMatcher.Match(incoming, items.ConvertAll(one => Item(one, one.InstalmentId!.Value, one.Open - used.GetValueOrDefault(one.InstalmentId.Value))), CashTolerance.Default));
    }

    // The same money: exactly the amount of payments the ledger booked at that time. Open items are there as numbers
    // only, so that a payment which names one of them is not taken for an earlier one.
    private List<CashCandidate>? Known(IncomingPayment payment, IReadOnlyList<CashCandidate> candidates)
    {
        var told = candidates.Where(one => one.ToldPaymentId is { } id && !seen.Contains(id)).ToList();
        if (told.Count == 0) return null;
        var settled = told.Select(one => one.Number).ToHashSet();
        List<PayableItem> items =
        [
            .. told.Select(one => Item(one, -one.ToldPaymentId!.Value, one.Open)),
            .. candidates.Where(one => one.InstalmentId is not null && !settled.Contains(one.Number)).Select(one => Item(one, one.InstalmentId!.Value, 0)),
        ];
        return CashMatcher.Match(payment, items, CashTolerance.Default) is CashMatch.Applied match && match.Parts.All(part => part.Method != MatchMethod.CorrectedNumber)
            ? told.FindAll(one => match.Parts.Any(part => part.ItemId == -one.ToldPaymentId!.Value))
            : null;
    }

    private static PayableItem Item(CashCandidate one, long id, decimal open) =>
        new(id, one.Number, one.CustomerNumber, one.CustomerName, one.Currency, open, one.Due, one.PayerAccounts);

    private void Store(WaitingPayment payment, List<CashCandidate> items, CashMatch match)
    {
        var (state, kind) = match switch
        {
            CashMatch.Applied => ("applied", "payment_applied"),
            CashMatch.ShortPaid => ("applied", "payment_short"),
            CashMatch.Overpaid => ("applied", "payment_over"),
            CashMatch.Ambiguous => ("with_person", "payment_to_person"),
            CashMatch.NothingFound => ("open", "payment_unmatched"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        if (state == payment.State && match.Why == payment.Decision) return;
        foreach (var part in match.Applications)
        {
            used[part.ItemId] = used.GetValueOrDefault(part.ItemId) + part.Amount;
            Parts.Add(new(payment.Id, part.ItemId, part.Amount, payment.ValueDate, Wire.Name(part.Method), part.Reason));
        }

        long? customer = match.Applications is [var first, ..] ? items.Find(one => one.InstalmentId == first.ItemId)!.CustomerId : null;
        Decisions.Add(new(payment.Id, state, kind, match.Why, customer, match.Applications.Count > 0 ? null : Detail(match, items), [], match is CashMatch.ShortPaid { Kind: not ShortPayKind.BankFee } shortPaid ? shortPaid.Difference : null));
    }

    private static string Detail(CashMatch match, List<CashCandidate> items)
    {
        var solutions = match is CashMatch.Ambiguous ambiguous ? ambiguous.Solutions : [];
        var lines = solutions.Select(solution => string.Join(" + ", solution.Select(part => FormattableString.Invariant($"{items.Find(one => one.InstalmentId == part.ItemId)!.Number} ({part.Amount:0.00##})"))));
        return solutions.Count == 0 ? match.Why : $"{match.Why} Possible: {string.Join("; or ", lines)}.";
    }
}
