namespace Dunning.Core.Ledger.CashApplication;

/// <summary>Money that arrived, as the bank tells of it.</summary>
/// <param name="Amount">In major units; only positive amounts are matched.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Text">Remittance text as typed by the payer; may be empty.</param>
/// <param name="Reference">The bank's reference field: a structured creditor reference, or free text once more.</param>
/// <param name="PayerName">Account holder as the bank writes it, perhaps cut at 27 or 35 characters.</param>
/// <param name="PayerAccount">Account number or IBAN the money came from.</param>
/// <param name="Customer">The customer's number where it is known for certain; null when the payer is unknown.</param>
public sealed record IncomingPayment(
    decimal Amount, string Currency, DateOnly ValueDate, string Text, string? Reference, string? PayerName, string? PayerAccount, string? Customer);

/// <summary>An instalment a payment may be for. One that is settled (nothing open) is known by its number, but cannot be paid.</summary>
/// <param name="Id">Id of the instalment.</param>
/// <param name="Number">Number of its invoice.</param>
/// <param name="Customer">Number of the customer, unique within the entity.</param>
/// <param name="CustomerName">Name of the customer where known.</param>
/// <param name="Open">What is owed; 0 or less when settled.</param>
/// <param name="PayerAccounts">Accounts this customer's money came from before.</param>
public sealed record PayableItem(
    long Id, string Number, string Customer, string? CustomerName, string Currency, decimal Open, DateOnly Due, IReadOnlyList<string> PayerAccounts)
{
    /// <summary>What identifies the invoice: numbers repeat across customers, not within one.</summary>
    internal InvoiceName Invoice => new(Customer, Number);
}

/// <summary>An invoice among the candidates.</summary>
internal readonly record struct InvoiceName(string Customer, string Number);

/// <summary>How much may be missing before a difference counts as a part payment.</summary>
/// <param name="LargestFee">Bank fees up to this amount, in units of the payment's currency.</param>
/// <param name="LargestFeeShare">And up to this share of what was due.</param>
/// <param name="DiscountRates">Cash discounts customers take, as shares; recognised to the minor unit.</param>
public sealed record CashTolerance(decimal LargestFee, decimal LargestFeeShare, IReadOnlyList<decimal> DiscountRates)
{
    /// <summary>Fees of correspondent banks reach some thirty units; discounts are whole or half per cents up to five.</summary>
    public static readonly CashTolerance Default = new(35, 0.1m, [0.01m, 0.015m, 0.02m, 0.025m, 0.03m, 0.035m, 0.04m, 0.05m]);

    /// <summary>Whether a difference can be what banks took on the way.</summary>
    internal bool IsFee(decimal missing, decimal due, string currency) =>
        missing > 0 && missing <= Math.Min(LargestFee * Scale(currency), due * LargestFeeShare);

    // One unit of a currency without minor units is worth about a hundredth of a unit with two.
    private static decimal Scale(string currency) => Money.MinorDigits(currency) == 0 ? 100 : 1;
}
