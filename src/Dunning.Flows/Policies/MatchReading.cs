using Dunning.Core.Cadence;
using Dunning.Core.Ledger;

namespace Dunning.Flows.Policies;

/// <summary>Reads whom a segment is for.</summary>
internal static class MatchReading
{
    public static PolicyMatch Read(PolicyNode segment)
    {
        if (segment.Child("match", "entity", "group", "debtor", "country", "overdue", "risk") is not { } node) return PolicyMatch.Everyone;
        if (node.Keys.Count == 0) segment.Wrong("match", "asks for nothing; leave it out where a segment is for every account");
        return new()
        {
            Entities = Texts(node, "entity"),
            Groups = Texts(node, "group"),
            Kinds = node.Values<DebtorKind>("debtor", $"must be one of {string.Join(", ", Enum.GetValues<DebtorKind>().Select(Core.Wire.Name))}", text => Core.Wire.TryParse<DebtorKind>(text, out var kind) ? kind : null),
            Countries = node.List("country", "is not an ISO 3166 country code of two letters", KnownCodes.Country),
            Overdue = Bands(node),
            Risk = Risk(node.Child("risk", "from", "below")),
        };
    }

    private static IReadOnlyList<string> Texts(PolicyNode node, string key) => node.List(key, "is empty", text => text.Length > 0 ? text : null);

    private static IReadOnlyList<ValueBand> Bands(PolicyNode node)
    {
        List<ValueBand> bands = [];
        foreach (var band in node.Children("overdue", "currency", "from", "below"))
        {
            var currency = band.Required("currency");
            if (currency.Length > 0 && KnownCodes.Currency(currency) is null) band.Wrong("currency", $"'{currency}' is not an ISO 4217 currency");
            if (!band.Has("from") && !band.Has("below")) band.Wrong("from", "a band has a lower end, an upper end, or both");
            var read = new ValueBand(currency, band.Amount("from") ?? 0, band.Amount("below"));
            if (read.Below <= read.From) band.Wrong("below", "must be more than from");
            if (bands.Any(other => other.Currency == currency)) band.Wrong("currency", $"there is a band in {currency} already");
            bands.Add(read);
        }

        return bands;
    }

    private static RiskBand? Risk(PolicyNode? node)
    {
        if (node is null) return null;
        if (!node.Has("from") && !node.Has("below")) node.Wrong("from", "a band has a lower end, an upper end, or both");
        var band = new RiskBand(node.Share("from") ?? 0, node.Share("below"));
        if (band.Below <= band.From) node.Wrong("below", "must be more than from");
        return band;
    }
}
