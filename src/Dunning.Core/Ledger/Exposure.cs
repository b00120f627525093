namespace Dunning.Core.Ledger;

/// <summary>What an account owes, in one currency. Amounts are never mixed: an account has one currency.</summary>
/// <param name="Overdue">Residuals of all overdue items, paused ones included.</param>
/// <param name="Chaseable">Residuals, less what is held of them, of the overdue items whose rolled due date has passed.</param>
/// <param name="Credits">Credits not applied yet, positive.</param>
/// <param name="OldestDays">Days past due of the oldest overdue item; 0 when nothing is overdue.</param>
/// <param name="OverdueItems">Number of overdue items.</param>
public readonly record struct Exposure(
    string Currency, decimal Overdue, decimal Chaseable, decimal Credits, int OldestDays, int OverdueItems)
{
    /// <summary>Disputed part of what is overdue; it stays in the receivables and is shown apart.</summary>
    public decimal Disputed { get; init; }

    /// <summary>Overdue less credits; negative when the customer is owed.</summary>
    public decimal Net => Overdue - Credits;

    /// <summary>What a message now may ask for: chaseable less credits.</summary>
    public decimal AmountDue => Chaseable - Credits;
}
