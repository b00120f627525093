namespace Dunning.Core.Ledger.CashApplication;

/// <summary>A payment with its candidates and what its text says, as the rules look at it.</summary>
/// <param name="Items">All candidates, oldest first.</param>
/// <param name="Customer">The customer the money comes from; null when that is not certain.</param>
internal sealed record MatchView(IncomingPayment Payment, IReadOnlyList<PayableItem> Items, Remittance Text, string? Customer, CashTolerance Tolerance)
{
    public decimal Amount => Payment.Amount;

    public string Currency => Payment.Currency;

    /// <summary>Whether an item can take this money.</summary>
    public bool IsPayable(PayableItem item) => item.Open > 0 && item.Currency == Currency && MinorUnits.Exact(item.Open, Currency) is not null;

    /// <summary>Payable items of the payer; of everybody when the payer is unknown.</summary>
    public List<PayableItem> Payable() => [.. Items.Where(item => IsPayable(item) && (Customer is null || item.Customer == Customer))];

    /// <summary>Items of other invoices whose amounts alone explain the payment: one, or a small set.</summary>
    public IReadOnlyList<IReadOnlyList<PayableItem>> Others(IReadOnlySet<InvoiceName> named, string customer) =>
        AmountMatch.Explanations([.. Items.Where(item => IsPayable(item) && item.Customer == customer && !named.Contains(item.Invoice))], Amount, Currency, AmountMatch.SmallSet);

    public CashMatch Doubt(MatchDoubt doubt, string why) => Doubt(doubt, why, AmountMatch.Explanations(Payable(), Amount, Currency, AmountMatch.SmallSet));

    public static CashMatch Doubt(MatchDoubt doubt, string why, IEnumerable<IReadOnlyList<PayableItem>> solutions) =>
        new CashMatch.Ambiguous(doubt, [.. solutions.Take(5).Select(items => (IReadOnlyList<Application>)InFull(items, MatchMethod.UniqueAmount, "the amount fits"))], why);

    public static List<Application> InFull(IEnumerable<PayableItem> items, MatchMethod method, string reason) =>
        [.. items.Select(item => new Application(item.Id, item.Open, method, reason))];

    /// <summary>Puts an amount to items in their order, each in full until it is used up.</summary>
    public static List<Application> InOrder(IEnumerable<PayableItem> items, decimal amount, MatchMethod method, string reason)
    {
        List<Application> parts = [];
        foreach (var item in items)
        {
            var share = Math.Min(item.Open, amount);
            if (share <= 0) break;
            parts.Add(new(item.Id, share, method, reason));
            amount -= share;
        }

        return parts;
    }
}
