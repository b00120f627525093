namespace Dunning.Core.Ledger.CashApplication;

/// <summary>A slip of the keyboard in one number, accepted only with exactly the amount and when nothing else fits.</summary>
internal static class TypoMatch
{
    private const int FewestDigits = 4;

    public static CashMatch? Decide(MatchView view, NumberIndex index)
    {
        if (view.Text.Unknown.Count == 0) return null;
        var strong = view.Text.Named.Where(name => name.Strong).ToList();
        if (strong.Exists(name => name.Invoices.Count != 1) || view.Text.Unknown.Count > 1) return null;
        var named = strong.SelectMany(name => name.Invoices).Distinct().ToHashSet();
        var payable = view.Payable();
        var rest = view.Amount - payable.Where(item => named.Contains(item.Invoice)).Sum(item => item.Open);
        var near = index.Numbers.Where(known => !named.Contains(known.Key) && IsNear(view.Text.Unknown[0], known.Value)).Select(known => known.Key).ToHashSet();
        var meant = payable.Where(item => near.Contains(item.Invoice) && item.Open == rest).ToList();
        if (meant.Count != 1 || (view.Customer is null && strong.Count == 0 && near.Count > 1)) return null;
        var all = payable.Where(item => named.Contains(item.Invoice)).Append(meant[0]).ToList();
        if (all.Select(item => item.Customer).Distinct().Count() > 1) return null;
        var others = AmountMatch.Explanations([.. payable.Where(item => item.Customer == meant[0].Customer)], view.Amount, view.Currency, AmountMatch.SmallSet);
        if (others.Any(other => !other.Select(item => item.Id).ToHashSet().SetEquals(all.Select(item => item.Id)))) return null;
        return new CashMatch.Applied(
            MatchView.InFull(all, MatchMethod.CorrectedNumber, $"the number differs from {meant[0].Number} in one place, and the amount is exactly what is open"),
            "One number is written wrongly in one place; the amount fits exactly and nothing else does.");
    }

    private static bool IsNear(IReadOnlyList<Token> written, IReadOnlyList<Token> known)
    {
        var (left, right) = (Text(written), Text(known));
        var (leftDigits, rightDigits) = (NumberForms.Digits(NumberForms.WithoutPrefix(written)), NumberForms.Digits(NumberForms.WithoutPrefix(known)));
        return rightDigits.Length >= FewestDigits && (OneSlip(left, right) || OneSlip(leftDigits, rightDigits));
    }

    private static string Text(IEnumerable<Token> tokens) => string.Concat(tokens.Select(token => token.Text));

    /// <summary>One sign replaced, missing or too many, or two neighbours exchanged (Damerau 1964).</summary>
    internal static bool OneSlip(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > 1 || left == right) return false;
        var start = 0;
        while (start < left.Length && start < right.Length && left[start] == right[start]) start++;
        var a = left.AsSpan(start);
        var b = right.AsSpan(start);
        if (a.Length == b.Length)
            return a[1..].SequenceEqual(b[1..]) || (a.Length > 1 && a[0] == b[1] && a[1] == b[0] && a[2..].SequenceEqual(b[2..]));
        return a.Length > b.Length ? a[1..].SequenceEqual(b) : b[1..].SequenceEqual(a);
    }
}
