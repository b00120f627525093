using Dunning.Core.Ledger;

namespace Dunning.Core.Cadence;

/// <summary>Why one open item is, or is not, part of a message now.</summary>
/// <param name="Mentioned">The message planned now lists it.</param>
/// <param name="Own">The rules that hold this item whatever becomes of the account.</param>
/// <param name="Rules">All rules that hold it, the account's included, most binding first; empty when it is mentioned.</param>
public sealed record ItemNote(OpenItem Item, bool Mentioned, IReadOnlyList<HoldNote> Own, IReadOnlyList<HoldNote> Rules)
{
    /// <summary>The most binding rule; null when it is mentioned.</summary>
    public HoldNote? Hold => Rules.Count > 0 ? Rules[0] : null;
}

/// <summary>Explains a plan item by item.</summary>
public static class ItemNotes
{
    /// <summary>One note for every item of the account that still has a residual, in the ledger's order.</summary>
    /// <param name="outcome">What <see cref="Planner.Plan"/> said for the same facts and day.</param>
    public static IReadOnlyList<ItemNote> Of(AccountFacts facts, PlanOutcome outcome, Policy policy, DateOnly today)
    {
        var calendar = policy.CalendarFor(facts.Customer.Country);
        var account = outcome is PlanOutcome.NotNow held ? OfAccount(held, facts, today) : [];
        var lines = LineSelection.For(facts.Ledger, facts.Suppressions, facts.Customer.Country, policy, facts.FxRates, today);
        IReadOnlyList<HoldNote>? always = null;
        var notes = new List<ItemNote>(facts.Ledger.Items.Count);
        foreach (var item in facts.Ledger.Items)
        {
            if (item.Residual <= 0) continue;
            var own = Own(item, facts, lines, outcome, calendar, policy, today);
            var due = item.Status == InvoiceStatus.Open && calendar.RollForward(item.Due) < today;
            var rest = due || outcome is PlanOutcome.Contact ? account : always ??= Holds.Always(facts, policy, today);
            notes.Add(new(item, own.Count == 0 && rest.Count == 0, own, own.Count == 0 ? rest : [.. own, .. rest]));
        }

        return notes;
    }

    // Of a line that is held in part the rest may be mentioned. What a status or the calendar says comes before the pauses; the pauses by their weight.
    private static IReadOnlyList<HoldNote> Own(OpenItem item, AccountFacts facts, LineSelection lines, PlanOutcome outcome, BusinessCalendar calendar, Policy policy, DateOnly today)
    {
        List<HoldNote>? notes = null;
        foreach (var pause in facts.Suppressions)
            if (!pause.WholeAccount && pause.HoldsOn(today) && pause.Touches(item.InvoiceId, item.InstalmentId) && lines.IsPaused(item)) (notes ??= []).Add(Holds.Of(pause));
        if (notes is not null) Holds.Sort(notes);
        if (item is { Status: InvoiceStatus.DirectDebit, CollectOn: { } collected })
            (notes ??= []).Insert(0, new(HoldReason.InvoiceStatus, DirectDebit.ClearsOn(collected).AddDays(1), $"it is collected by direct debit on {collected:yyyy-MM-dd}; the bank needs until {DirectDebit.ClearsOn(collected):yyyy-MM-dd}"));
        else if (item.Status != InvoiceStatus.Open) (notes ??= []).Insert(0, new(HoldReason.InvoiceStatus, null, Words(item.Status)));
        else if (calendar.RollForward(item.Due) is var rolled && rolled >= today)
        {
            (notes ??= []).Insert(0, new(HoldReason.NotYetDue, rolled.AddDays(1), DueWords(item.Due, rolled)));
            var step = rolled.AddDays(policy.AgeFor(1));
            if (outcome.Exposure.OverdueItems == 0 && step > rolled.AddDays(1))
                notes.Insert(1, new(HoldReason.StepNotDue, step, $"the first step on it is due on {step:yyyy-MM-dd}"));
        }
        else if (lines.Of(item) == LineStanding.Small) (notes ??= []).Add(new(HoldReason.BelowMinimum, null, "it is smaller than the lines a message mentions"));

        return notes ?? (IReadOnlyList<HoldNote>)[];
    }

    // Pauses of single lines are told with the lines they pause, not with their neighbours.
    private static IReadOnlyList<HoldNote> OfAccount(PlanOutcome.NotNow held, AccountFacts facts, DateOnly today)
    {
        HashSet<HoldNote>? lines = null;
        foreach (var pause in facts.Suppressions)
            if (!pause.WholeAccount && pause.HoldsOn(today)) (lines ??= []).Add(Holds.Of(pause));
        if (lines is null) return held.All;
        lines.ExceptWith(facts.Suppressions.Where(pause => pause.WholeAccount && pause.HoldsOn(today)).Select(Holds.Of));
        return [.. held.All.Where(note => !lines.Contains(note))];
    }

    private static string DueWords(DateOnly due, DateOnly rolled) => due == rolled
        ? $"it is due on {due:yyyy-MM-dd}; a message may list it from the day after"
        : $"it is due on {due:yyyy-MM-dd}, which is no business day; a message may list it after {rolled:yyyy-MM-dd}";

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
