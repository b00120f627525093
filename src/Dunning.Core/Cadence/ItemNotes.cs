using Dunning.Core.Ledger;

namespace Dunning.Core.Cadence;

/// <summary>Why one open item is, or is not, part of a message now.</summary>
/// <param name="Mentioned">The message planned now lists it.</param>
/// <param name="Hold">Why not; null when it is mentioned.</param>
public sealed record ItemNote(OpenItem Item, bool Mentioned, HoldNote? Hold);

/// <summary>Explains a plan item by item.</summary>
public static class ItemNotes
{
    /// <summary>One note for every item of the account that still has a residual, in the ledger's order.</summary>
    /// <param name="outcome">What <see cref="Planner.Plan"/> said for the same facts and day.</param>
    public static IReadOnlyList<ItemNote> Of(AccountFacts facts, PlanOutcome outcome, Policy policy, DateOnly today)
    {
        var calendar = policy.CalendarFor(facts.Customer.Country);
        var lines = LineSelection.For(facts.Suppressions, facts.Customer.Country, facts.Ledger.Key.Currency, policy, facts.FxRates, today);
        return [.. facts.Ledger.Items.Where(item => item.Residual > 0).Select(item => Note(item, facts, outcome, lines, calendar, today))];
    }

    private static ItemNote Note(OpenItem item, AccountFacts facts, PlanOutcome outcome, LineSelection lines, BusinessCalendar calendar, DateOnly today)
    {
        ItemNote Held(HoldReason reason, DateOnly? lifts, string why) => new(item, false, new(reason, lifts, why));

        if (item.Status != InvoiceStatus.Open) return Held(HoldReason.InvoiceStatus, null, Words(item.Status));
        var firstDay = calendar.RollForward(item.Due).AddDays(1);
        if (today < firstDay) return Held(HoldReason.NothingOverdue, firstDay, $"it is chased from {firstDay:yyyy-MM-dd}");
        var pause = facts.Suppressions.FirstOrDefault(pause => pause.HoldsOn(today) && (pause.WholeAccount || pause.InvoiceIds.Contains(item.InvoiceId)));
        if (pause is not null) return Held(pause.HoldReason, pause.ExpiresOn?.AddDays(1), pause.Reason);
        if (lines.Of(item) == LineStanding.Small) return Held(HoldReason.BelowMinimum, null, "it is smaller than the lines a message mentions");
        return outcome is PlanOutcome.NotNow held ? new(item, false, held.All[0]) : new(item, true, null);
    }

    private static string Words(InvoiceStatus status) => status switch
    {
        InvoiceStatus.Open => "it is open",
        InvoiceStatus.Draft => "it is a draft",
        InvoiceStatus.Cancelled => "it was cancelled",
        InvoiceStatus.InPayment => "its payment is under way",
        InvoiceStatus.DirectDebit => "it is collected by direct debit",
        InvoiceStatus.WrittenOff => "it was written off",
        InvoiceStatus.Agency => "an agency has taken it over",
    };
}
