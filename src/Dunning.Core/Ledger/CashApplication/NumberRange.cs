using System.Globalization;

namespace Dunning.Core.Ledger.CashApplication;

/// <summary>Expands "1001 to 1005" over the candidates' numbers.</summary>
internal static class NumberRange
{
    private const long Longest = 60;

    /// <summary>The range between two named invoices; null when they have no order of one series.</summary>
    public static NamedRange? Between(IReadOnlySet<InvoiceName> left, IReadOnlySet<InvoiceName> right, NumberIndex index)
    {
        if (left.Count != 1 || right.Count != 1) return null;
        var (first, last) = (left.Single(), right.Single());
        if (Place(first, index) is not { } from || Place(last, index) is not { } to || from.Series != to.Series || from.Value >= to.Value || to.Value - from.Value > Longest) return null;
        var series = index.Numbers.Keys.Where(name => name.Customer == first.Customer).Select(name => (Name: name, Place: Place(name, index)))
            .Where(known => known.Place is { } place && place.Series == from.Series && place.Value >= from.Value && place.Value <= to.Value)
            .OrderBy(known => known.Place!.Value.Value).Select(known => known.Name).ToList();
        return new($"{first.Number} to {last.Number}", series.Count == to.Value - from.Value + 1 ? series : null);
    }

    private static (string Series, long Value)? Place(InvoiceName name, NumberIndex index)
    {
        var tokens = index.Numbers[name];
        return tokens.Count > 0 && tokens[^1] is { IsDigits: true, Text.Length: <= 17 } last
            ? (string.Join('|', tokens.SkipLast(1).Select(token => token.Text)), long.Parse(last.Text, CultureInfo.InvariantCulture))
            : null;
    }
}
