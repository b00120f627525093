namespace Dunning.Core.Ledger;

/// <summary>A published rate: so many units of a currency for one unit of the base.</summary>
/// <param name="Day">The day it was published for.</param>
/// <param name="Base">ISO 4217 code of the base.</param>
/// <param name="Currency">ISO 4217 code of the currency quoted in it.</param>
/// <param name="Rate">Units of <paramref name="Currency"/> per 1 <paramref name="Base"/>; above 0.</param>
public sealed record FxRate(DateOnly Day, string Base, string Currency, decimal Rate);

/// <summary>
/// Dated exchange rates. The rate of a day is the latest published on it or before, unless that is too old: then
/// there is none, and nothing is compared. Rates are never extrapolated and never taken from a later day.
/// </summary>
public sealed class FxRates
{
    /// <summary>How many days a rate stays good: a week of holidays with the weekends around it.</summary>
    public const int DefaultDaysGood = 10;

    private readonly Dictionary<(string Base, string Currency), (DateOnly[] Days, decimal[] Rates)> _quotes;
    private readonly string[] _bases;
    private readonly int _daysGood;

    private FxRates(Dictionary<(string, string), (DateOnly[], decimal[])> quotes, string[] bases, int daysGood) =>
        (_quotes, _bases, _daysGood) = (quotes, bases, daysGood);

    /// <summary>No rates: only amounts of the same currency can be compared.</summary>
    public static FxRates None { get; } = new([], [], DefaultDaysGood);

    /// <summary>Takes published rates in any order.</summary>
    /// <param name="daysGood">A rate may be used up to this many days after its own.</param>
    /// <exception cref="ArgumentException">A rate is not above 0, or two rates of the same day contradict each other.</exception>
    public static FxRates Of(IEnumerable<FxRate> published, int daysGood = DefaultDaysGood)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(daysGood);
        var quotes = new Dictionary<(string, string), SortedList<DateOnly, decimal>>();
        foreach (var rate in published)
        {
            if (rate.Rate <= 0) throw new ArgumentException($"The rate of {rate.Currency} per {rate.Base} on {rate.Day:yyyy-MM-dd} is not above 0.", nameof(published));
            if (!quotes.TryGetValue((rate.Base, rate.Currency), out var dated)) quotes.Add((rate.Base, rate.Currency), dated = []);
            if (!dated.TryAdd(rate.Day, rate.Rate) && dated[rate.Day] != rate.Rate)
                throw new ArgumentException($"There are two rates of {rate.Currency} per {rate.Base} on {rate.Day:yyyy-MM-dd}.", nameof(published));
        }

        var bases = quotes.Keys.Select(pair => pair.Item1).Distinct().Order(StringComparer.Ordinal).ToArray();
        return new(quotes.ToDictionary(pair => pair.Key, pair => (pair.Value.Keys.ToArray(), pair.Value.Values.ToArray())), bases, daysGood);
    }

    /// <summary>
    /// Units of <paramref name="to"/> for one unit of <paramref name="from"/> as of a day, as published, turned round,
    /// or through the base both are quoted in; null when there is no rate that is recent enough.
    /// </summary>
    public decimal? Rate(string from, string to, DateOnly day) => Find(from, to, day) is { } leg ? leg.Times / leg.Over : null;

    /// <summary>
    /// An amount in another currency as of a day, rounded half away from zero to the minor unit of that currency;
    /// null without a rate. An amount in its own currency is not rounded.
    /// </summary>
    public Money? Convert(Money amount, string to, DateOnly day)
    {
        if (amount.Currency == to) return amount;
        return Find(amount.Currency, to, day) is { } leg
            ? new Money(Math.Round(amount.Amount * leg.Times / leg.Over, Money.MinorDigits(to), MidpointRounding.AwayFromZero), to)
            : null;
    }

    // A factor is kept as a fraction, so that a rate turned round loses nothing before the rounding at the end.
    private (decimal Times, decimal Over)? Find(string from, string to, DateOnly day)
    {
        if (from == to) return (1, 1);
        if (Quoted(from, to, day) is { } direct) return (direct.Rate, 1);
        if (Quoted(to, from, day) is { } inverse) return (1, inverse.Rate);
        (decimal, decimal)? best = null;
        var bestDay = DateOnly.MinValue;
        foreach (var common in _bases)
        {
            if (Quoted(common, from, day) is not { } first || Quoted(common, to, day) is not { } second) continue;
            var older = first.Day < second.Day ? first.Day : second.Day;
            if (older <= bestDay) continue;
            (best, bestDay) = ((second.Rate, first.Rate), older);
        }

        return best;
    }

    private (DateOnly Day, decimal Rate)? Quoted(string from, string to, DateOnly day)
    {
        if (!_quotes.TryGetValue((from, to), out var quote)) return null;
        var at = Array.BinarySearch(quote.Days, day);
        if (at < 0) at = ~at - 1;
        return at >= 0 && day.DayNumber - quote.Days[at].DayNumber <= _daysGood ? (quote.Days[at], quote.Rates[at]) : null;
    }
}
