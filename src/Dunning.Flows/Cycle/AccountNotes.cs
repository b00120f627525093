using System.Text.Json.Serialization;
using Dunning.Core;
using Dunning.Core.Cadence;
using Dunning.Postgres.Ledger;

namespace Dunning.Flows.Cycle;

/// <summary>Why one open instalment is, or is not, part of a message now; one entry of <c>items</c> in a cycle's JSON.</summary>
/// <param name="DaysOverdue">0 until the day after the due date.</param>
/// <param name="Contact">The message that goes out now lists it.</param>
/// <param name="Stage">Stage of the message its account plans; null when none is planned.</param>
/// <param name="Reason">The most binding rule, with the date it lifts; <c>contact</c> when the item is mentioned now.</param>
/// <param name="Rules">Every rule that holds, most binding first.</param>
public sealed record ItemLine(
    string Entity, string Customer, string Currency, string Invoice, DateOnly Due, decimal Residual, int DaysOverdue, bool Contact, string? Stage,
    string Reason, DateOnly? Lifts, string Why, IReadOnlyList<RuleNote> Rules);

/// <summary>What a cycle says about one account; one entry of <c>accounts</c> in its JSON.</summary>
/// <param name="Contact">A message goes out now: it is drafted in this cycle.</param>
/// <param name="PlannedFor">The day of the planned message; null when none is planned.</param>
/// <param name="Reasons">Why, or every rule that holds it, most binding first.</param>
public sealed record AccountNotes(
    string Entity, string Customer, string Currency, decimal Overdue, decimal Credits, bool Contact, string? Stage, DateOnly? PlannedFor, IReadOnlyList<RuleNote> Reasons)
{
    /// <summary>Its open instalments, for <c>items</c>.</summary>
    [JsonIgnore]
    public IReadOnlyList<ItemLine> Items { get; init; } = [];

    /// <summary>Where the account stands in the streams.</summary>
    [JsonIgnore]
    public AccountPlace Place { get; init; }

    internal static AccountNotes Of(PlannedAccount planned, DateOnly today)
    {
        var facts = planned.Account.Facts;
        var contact = planned.Outcome as PlanOutcome.Contact;
        var reasons = planned.Held ?? (planned.Outcome is PlanOutcome.NotNow held ? [.. held.All.Select(RuleNote.Of)] : Why(contact!));
        var notes = new AccountNotes(
            facts.Ledger.Key.EntityId, facts.Customer.Number, facts.Ledger.Key.Currency, planned.Outcome.Exposure.Overdue, planned.Outcome.Exposure.Credits,
            contact is not null && planned.Held is null, contact is null ? null : Wire.Name(contact.Stage), contact?.PlannedFor, reasons)
        {
            Place = planned.Account.Place,
        };
        return notes with { Items = [.. (planned.Items ?? ItemNotes.Of(facts, planned.Outcome, planned.Segment.Policy, today)).Select(item => notes.Line(item, contact is not null, today))] };
    }

    /// <summary>The same after drafting, when nothing goes out for the planned contact after all.</summary>
    internal AccountNotes Stopped(RuleNote by) => this with
    {
        Contact = false, Reasons = [by, .. Reasons],
        Items = [.. Items.Select(item => item.Contact ? item with { Contact = false, Reason = by.Reason, Lifts = by.Lifts, Why = by.Why, Rules = [by, .. item.Rules] } : item)],
    };

    private ItemLine Line(ItemNote note, bool planned, DateOnly today)
    {
        // An item that the planned message lists shares the account's lot; all others carry their own rules.
        IReadOnlyList<RuleNote> rules = planned && note.Mentioned ? Reasons : [.. note.Rules.Select(RuleNote.Of)];
        var contact = Contact && note.Mentioned;
        var item = note.Item;
        return new(Entity, Customer, Currency, item.Number, item.Due, item.Residual, Math.Max(0, item.DaysPastDue(today)), contact, note.Mentioned ? Stage : null,
            rules[0].Reason, rules[0].Lifts, contact ? string.Join("; ", rules.Select(rule => rule.Why)) : rules[0].Why, rules);
    }

    internal static IReadOnlyList<RuleNote> Why(PlanOutcome.Contact contact) => [.. contact.Reasons.Select(why => new RuleNote(RuleNote.Contact, null, why))];
}
