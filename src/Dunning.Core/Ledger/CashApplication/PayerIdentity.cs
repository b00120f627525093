using System.Collections.Frozen;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Core.Ledger.CashApplication;

/// <summary>Which customer a payment comes from, where the bank's data say so without doubt.</summary>
internal static class PayerIdentity
{
    // Banks cut names at 27 or 35 characters; a shorter beginning proves nothing.
    private const int ShortestCut = 20;

    private static readonly FrozenSet<string> LegalForms = FrozenSet.ToFrozenSet(
    [
        "gmbh", "mbh", "ag", "kg", "ohg", "ug", "eg", "ek", "co", "ltd", "limited", "plc", "llp", "llc", "inc", "corp", "company", "sa", "sas", "sarl", "sasu",
        "snc", "sl", "slu", "srl", "spa", "bv", "nv", "vof", "oy", "ab", "as", "aps", "se", "cie", "und", "and", "et", "the",
    ]);

    /// <summary>The one customer the payer is, by number in the text, account or name; null when none or several.</summary>
    public static string? Resolve(IncomingPayment payment, IReadOnlyList<PayableItem> items, Remittance text)
    {
        if (payment.Customer is { } known) return known;
        if (text.Customers.Count == 1) return text.Customers.Single();
        var accounts = Only(items.Where(item => payment.PayerAccount is { Length: > 0 } account && item.PayerAccounts.Contains(account)));
        return accounts ?? Only(items.Where(item => IsSame(payment.PayerName, item.CustomerName) || IsSame(payment.PayerName, item.Customer)));
    }

    /// <summary>Two names of one company: the words are the same but for the legal form, or one is cut where banks cut.</summary>
    public static bool IsSame(string? left, string? right)
    {
        if (Words(left) is not { Length: > 0 } one || Words(right) is not { Length: > 0 } other) return false;
        if (one == other) return true;
        var (shorter, longer) = left!.Length <= right!.Length ? (left, right) : (right, left);
        return shorter.Trim().Length >= ShortestCut && Folding.Fold(longer).StartsWith(Folding.Fold(shorter.Trim()), StringComparison.Ordinal);
    }

    private static string? Only(IEnumerable<PayableItem> items) =>
        items.Select(item => item.Customer).Distinct(StringComparer.Ordinal).Take(2).ToList() is [var one] ? one : null;

    private static string Words(string? name) =>
        name is null ? "" : string.Join(' ', RemittanceTokens.Cut(name.Replace(".", "", StringComparison.Ordinal)).Select(token => token.Text).Where(word => !LegalForms.Contains(word)).Order(StringComparer.Ordinal));
}
