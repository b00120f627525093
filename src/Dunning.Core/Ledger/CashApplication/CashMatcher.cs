namespace Dunning.Core.Ledger.CashApplication;

/// <summary>
/// Decides what a payment is for. Numbers come before amounts, nothing is applied when two solutions exist, and
/// evidence that contradicts itself goes to a person. Never across currencies or customers.
/// </summary>
public static class CashMatcher
{
    /// <summary>
    /// The decision on one payment. The order of the candidates does not matter.
    /// </summary>
    /// <param name="candidates">Open items of the account, or of all customers of the entity when the payer is unknown; settled ones make known which numbers are old.</param>
    public static CashMatch Match(IncomingPayment payment, IReadOnlyList<PayableItem> candidates, CashTolerance tolerance)
    {
        if (payment.Amount <= 0) return new CashMatch.NothingFound("The amount is not positive: it is no payment to apply.");
        if (MinorUnits.Exact(payment.Amount, payment.Currency) is null)
            return new CashMatch.NothingFound($"{payment.Amount} {payment.Currency} is finer than the currency's smallest unit.");

        var items = candidates.OrderBy(item => item.Due).ThenBy(item => item.Id).ToList();
        var index = new NumberIndex(items);
        var text = RemittanceReader.Read(payment, index);
        var customer = PayerIdentity.Resolve(payment, items, text);
        var view = new MatchView(payment, items, text, customer, tolerance);
        if (text.Customers.Count > 1 || (payment.Customer is { } payer && text.Customers.Any(other => other != payer)))
            return view.Doubt(MatchDoubt.OtherCustomer, "The text names another customer than the one who paid.");
        return NumberMatch.Decide(view) ?? TypoMatch.Decide(view, index) ?? AmountMatch.Decide(view);
    }
}
