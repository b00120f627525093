namespace Dunning.Core.Ledger;

/// <summary>What an account owes, in one currency. Amounts are never mixed: an account has one currency.</summary>
/// <param name="Overdue">Residuals of all overdue items, paused ones included.</param>
/// <param name="Chaseable">Residuals of the overdue items that are not paused and whose rolled due date has passed.</param>
/// <param name="Credits">Credits not applied yet, positive.</param>
/// <param name="OldestDays">Days past due of the oldest overdue item; 0 when nothing is overdue.</param>
/// <param name="OverdueItems">Number of overdue items.</param>
public readonly record struct Exposure(
    string Currency, decimal Overdue, decimal Chaseable, decimal Credits, int OldestDays, int OverdueItems)
{
    /// <summary>Overdue less credits; negative when the customer is owed.</summary>
    public decimal Net => Overdue - Credits;

    /// <summary>What a message now may ask for: chaseable less credits.</summary>
    public decimal AmountDue => Chaseable - Credits;
}
