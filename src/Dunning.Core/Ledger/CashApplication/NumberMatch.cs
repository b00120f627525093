namespace Dunning.Core.Ledger.CashApplication;

/// <summary>What the numbers in the text say, held against the amount.</summary>
internal static class NumberMatch
{
    /// <summary>The decision by numbers; null when the text names none that count.</summary>
    public static CashMatch? Decide(MatchView view)
    {
        if (view.Text.Ranges.Count > 0) return ByRange(view);
        var strong = view.Text.Named.Where(name => name.Strong).ToList();
        // Short or bare numbers count only together with exactly the amount.
        if (strong.Count < view.Text.Named.Count && view.Text.Unknown.Count == 0 && Exactly(view, view.Text.Named) is { } all) return all;
        return strong.Count > 0 ? ByName(view, strong) : WeakOnly(view);
    }

    private static CashMatch? WeakOnly(MatchView view)
    {
        var named = view.Text.Named.SelectMany(name => name.Invoices).ToHashSet();
        if (named.Count == 0) return null;
        var fitting = view.Text.Named.Where(name => name.Written.Length >= 3).ToList();
        return fitting.Count == 0 ? null
            : view.Doubt(MatchDoubt.Contradiction, $"The text may mean {string.Join(", ", fitting.Select(name => name.Written))}, which the amount does not fit.");
    }

    private static CashMatch ByRange(MatchView view)
    {
        if (view.Text.Ranges is not [{ Within: { } within } range])
            return view.Doubt(MatchDoubt.UnknownNumber, "The text names a range of numbers not all of which exist.");
        var named = within.Concat(view.Text.Named.Where(name => name.Strong).SelectMany(name => name.Invoices)).ToHashSet();
        var items = Scope(view, named);
        return items.Count > 0 && items.Sum(item => item.Open) == view.Amount && OneCustomer(view, items)
            ? new CashMatch.Applied(MatchView.InFull(items, MatchMethod.InvoiceNumber, $"the text names {range.Written}"), $"The text names {range.Written}, and the amount is their sum.")
            : view.Doubt(MatchDoubt.Contradiction, $"The text names {range.Written}, but the amount is not their sum.");
    }

    private static CashMatch ByName(MatchView view, List<NamedInvoice> names)
    {
        var clash = names.Find(name => Narrow(view, name).Count != 1);
        if (clash is not null) return Exactly(view, names) ?? view.Doubt(MatchDoubt.SeveralSolutions, $"{clash.Written} can mean more than one invoice.");
        var named = names.SelectMany(name => Narrow(view, name)).ToHashSet();
        if (named.Select(name => name.Customer).Distinct().Count() > 1) return view.Doubt(MatchDoubt.OtherCustomer, "The text names invoices of more than one customer.");
        if (view.Customer is { } payer && named.Any(name => name.Customer != payer)) return view.Doubt(MatchDoubt.OtherCustomer, "The text names an invoice of another customer than the payer.");
        var all = view.Items.Where(item => named.Contains(item.Invoice) && item.Open > 0).ToList();
        if (all.Count == 0) return view.Doubt(MatchDoubt.AlreadyPaid, $"{Numbers(names)} is paid already: perhaps paid twice, perhaps an old number.");
        if (all.Exists(item => !view.IsPayable(item))) return view.Doubt(MatchDoubt.OtherCurrency, $"{Numbers(names)} is owed in another currency than {view.Currency}.");
        return ByAmount(view, names, named, all);
    }

    private static CashMatch ByAmount(MatchView view, List<NamedInvoice> names, HashSet<InvoiceName> named, List<PayableItem> items)
    {
        var (sum, method, reason) = (items.Sum(item => item.Open), names[0].Method, $"the text names {Numbers(names)}");
        if (view.Amount == sum) return new CashMatch.Applied(MatchView.InFull(items, method, reason), $"The text names {Numbers(names)}, and the amount is exactly what is open.");
        if (items.Find(item => item.Open == view.Amount) is { } one && named.Count == 1)
            return new CashMatch.Applied(MatchView.InFull([one], method, reason), $"The text names {Numbers(names)}, and the amount is exactly one instalment.");
        // A number more than the candidates know makes the named ones only a part of what is paid.
        if (view.Text.Unknown.Count > 0) return view.Doubt(MatchDoubt.UnknownNumber, $"Beside {Numbers(names)} the text names a number that is no open item, and the amount does not fit.");
        if (view.Text.Named.Any(name => !name.Strong && !name.Invoices.Overlaps(named)))
            return view.Doubt(MatchDoubt.UnclearSplit, $"Beside {Numbers(names)} the text may name more, and the amount does not fit.");
        return view.Amount > sum ? TooMuch(view, names, named, items, sum) : TooLittle(view, names, named, items, sum);
    }

    private static CashMatch TooMuch(MatchView view, List<NamedInvoice> names, HashSet<InvoiceName> named, List<PayableItem> items, decimal sum)
    {
        var rest = view.Amount - sum;
        var customer = items[0].Customer;
        if (view.Others(named, customer) is [_, ..] others) return MatchView.Doubt(MatchDoubt.Contradiction, $"The text names {Numbers(names)}, but the amount fits other items.", others);
        var apart = view.Items.Where(item => view.IsPayable(item) && item.Customer == customer && !named.Contains(item.Invoice)).ToList();
        if (AmountMatch.Explanations(apart, rest, view.Currency, AmountMatch.SmallSet) is [_, ..] more)
            return MatchView.Doubt(MatchDoubt.UnclearSplit, $"{Numbers(names)} is paid, and the rest equals other open items that the text does not name.", more.Select(set => (IReadOnlyList<PayableItem>)[.. items, .. set]));
        return new CashMatch.Overpaid(MatchView.InFull(items, names[0].Method, $"the text names {Numbers(names)}"), rest, $"The text names {Numbers(names)}; {rest} {view.Currency} more came than is open and stays unapplied.");
    }

    private static CashMatch TooLittle(MatchView view, List<NamedInvoice> names, HashSet<InvoiceName> named, List<PayableItem> items, decimal sum)
    {
        if (view.Others(named, items[0].Customer) is [_, ..] others) return MatchView.Doubt(MatchDoubt.Contradiction, $"The text names {Numbers(names)}, but the amount fits other items.", others);
        var (missing, method, reason) = (sum - view.Amount, names[0].Method, $"the text names {Numbers(names)}");
        if (Discounts.Split(items, view.Amount, view.Currency, view.Tolerance) is { } discounted)
            return new CashMatch.ShortPaid([.. discounted.Select(part => new Application(part.Item.Id, part.Paid, method, reason))], missing, ShortPayKind.DiscountTaken, $"The text names {Numbers(names)}; a discount of {missing} {view.Currency} was taken.");
        var fee = view.Tolerance.IsFee(missing, sum, view.Currency);
        if (named.Count > 1 && AmountMatch.Explanations(items, view.Amount, view.Currency, items.Count) is [_, ..] some)
            return MatchView.Doubt(MatchDoubt.UnclearSplit, $"The amount pays only some of {Numbers(names)}.", some);
        if (named.Count > 1 && (!fee || missing >= items[^1].Open))
            return MatchView.Doubt(MatchDoubt.UnclearSplit, $"The amount is less than {Numbers(names)} together, and nothing says which is paid in part.", []);
        return new CashMatch.ShortPaid(
            MatchView.InOrder(items, view.Amount, method, reason), missing, fee ? ShortPayKind.BankFee : ShortPayKind.PartPayment,
            $"The text names {Numbers(names)}; {missing} {view.Currency} {(fee ? "are missing, as after a bank fee" : "stay open")}.");
    }

    // The names as they are, each meaning one invoice, and exactly the amount.
    private static CashMatch? Exactly(MatchView view, IReadOnlyList<NamedInvoice> names)
    {
        if (names.Any(name => Narrow(view, name).Count == 0)) return null;
        var items = Scope(view, names.SelectMany(name => Narrow(view, name)).ToHashSet());
        var perCustomer = items.GroupBy(item => item.Customer).Select(group => group.ToList())
            .Where(group => names.All(name => name.Invoices.Count(invoice => invoice.Customer == group[0].Customer) == 1) && group.Sum(item => item.Open) == view.Amount).ToList();
        return perCustomer is [var only] && OneCustomer(view, only)
            ? new CashMatch.Applied(MatchView.InFull(only, names[0].Method, $"the text names {Numbers(names)}"), $"The text names {Numbers(names)}, and the amount is exactly what is open.")
            : null;
    }

    private static bool OneCustomer(MatchView view, List<PayableItem> items) =>
        items.TrueForAll(item => item.Customer == (view.Customer ?? items[0].Customer));

    private static List<PayableItem> Scope(MatchView view, HashSet<InvoiceName> named) => [.. view.Items.Where(item => view.IsPayable(item) && named.Contains(item.Invoice))];

    // A number that several customers share means the payer's own; what is still open comes before what is settled.
    private static List<InvoiceName> Narrow(MatchView view, NamedInvoice name)
    {
        List<InvoiceName> own = [.. name.Invoices.Where(invoice => invoice.Customer == view.Customer)];
        return own.Count > 0 ? own : [.. name.Invoices];
    }

    private static string Numbers(IEnumerable<NamedInvoice> names) => string.Join(", ", names.Select(name => name.Written).Distinct());
}
