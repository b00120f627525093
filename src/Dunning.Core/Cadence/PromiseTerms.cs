using System.Globalization;
using Dunning.Core.Ledger;

namespace Dunning.Core.Cadence;

/// <summary>How a customer pays; it decides how long the money takes.</summary>
public enum PaymentMethod { Card, Sepa, Ach, Wire, Cheque }

/// <summary>What is accepted as a promise to pay without a person, and how long is waited for the money.</summary>
public sealed record PromiseTerms
{
    /// <summary>Latest day a promise may name, in days from today.</summary>
    public int HorizonDays { get; init; } = 45;

    /// <summary>Business days after the expected day before a promise counts as broken.</summary>
    public int GraceDays { get; init; } = 1;

    /// <summary>How many promises may follow an earlier one that was not kept, without a person.</summary>
    public int MaxRePromises { get; init; } = 2;

    /// <summary>Lowest confidence of a reading, 0 to 1.</summary>
    public double MinimumConfidence { get; init; } = 0.8;

    /// <summary>What may be missing, as a share of the amount (bank fees, rounding).</summary>
    public decimal ToleranceShare { get; init; } = 0.005m;

    /// <summary>What may be missing at least, in minor units of the currency.</summary>
    public int ToleranceMinorUnits { get; init; } = 5;

    /// <summary>Calendar days between the promised day and the money, by method; unknown methods count as a wire.</summary>
    public static int BufferDays(PaymentMethod method) => method switch
    {
        PaymentMethod.Card => 0,
        PaymentMethod.Sepa => 1,
        PaymentMethod.Ach => 3,
        PaymentMethod.Wire => 2,
        PaymentMethod.Cheque => 14,
    };

    /// <summary>The method a reading names; null when the word is unknown.</summary>
    public static PaymentMethod? MethodOf(string? word) => word?.ToLowerInvariant() switch
    {
        "card" or "credit_card" => PaymentMethod.Card,
        "sepa" => PaymentMethod.Sepa,
        "ach" => PaymentMethod.Ach,
        "wire" or "transfer" or "bank_transfer" => PaymentMethod.Wire,
        "cheque" or "check" => PaymentMethod.Cheque,
        _ => null,
    };

    /// <summary>The day the money should be there: promised day plus buffer, rolled to a business day.</summary>
    public DateOnly ExpectedBy(DateOnly promisedFor, string? method, BusinessCalendar calendar) =>
        calendar.RollForward(promisedFor.AddDays(BufferDays(MethodOf(method) ?? PaymentMethod.Wire)));

    /// <summary>The last day on which the promise is still waited for.</summary>
    public DateOnly LastDay(DateOnly expectedBy, BusinessCalendar calendar) => calendar.AddBusinessDays(expectedBy, GraceDays);

    /// <summary>How far an amount may be missed.</summary>
    public decimal Tolerance(decimal amount, string currency)
    {
        var unit = 1m;
        for (var i = Money.MinorDigits(currency); i > 0; i--) unit /= 10;
        return Math.Max(amount * ToleranceShare, ToleranceMinorUnits * unit);
    }

    internal string Canonical() => string.Create(CultureInfo.InvariantCulture,
        $"{HorizonDays}/{GraceDays}/{MaxRePromises}/{MinimumConfidence:R}/{ToleranceShare:G29}/{ToleranceMinorUnits}");
}
