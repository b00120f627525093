namespace Dunning.Core.Ledger;

/// <summary>An amount in one currency. Amounts of different currencies are never added.</summary>
/// <param name="Amount">The amount in major units (euros, not cents).</param>
/// <param name="Currency">ISO 4217 code, three upper-case letters.</param>
public readonly record struct Money(decimal Amount, string Currency)
{
    /// <summary>Adds two amounts of the same currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator +(Money left, Money right) =>
        left.Currency == right.Currency
            ? left with { Amount = left.Amount + right.Amount }
            : throw new InvalidOperationException($"{left.Currency} and {right.Currency} cannot be added.");

    /// <summary>Subtracts two amounts of the same currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator -(Money left, Money right) => left + (right with { Amount = -right.Amount });

    /// <summary>Digits after the decimal separator of a currency (ISO 4217 minor unit).</summary>
    public static int MinorDigits(string currency) => currency switch
    {
        "JPY" or "KRW" or "CLP" or "ISK" or "VND" or "XAF" or "XOF" or "XPF" or "UGX" or "PYG" => 0,
        "BHD" or "KWD" or "JOD" or "OMR" or "TND" or "IQD" or "LYD" => 3,
        _ => 2,
    };
}
