using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Conversation;
using Dunning.Core.Ledger;

namespace Dunning.Core.Tests.Cadence;

/// <summary>Ordinary values to start a test from.</summary>
internal static class Some
{
    /// <summary>A Monday.</summary>
    public static readonly DateOnly Today = new(2026, 3, 2);

    public static readonly AccountKey Key = new("de01", 7, "EUR");

    public static readonly Customer Debtor = new(7, "de01", "K7", "Muster Beispiel GmbH", "de", "DE", "Europe/Berlin",
        DebtorKind.Company, "default", null, Exclusion.None, 0, null);

    public static OpenItem Item(long id, DateOnly due, decimal residual) =>
        new(id, id * 10, $"R-{id}", due.AddDays(-30), due, residual, residual, InvoiceStatus.Open);

    public static AccountLedger Owing(params OpenItem[] items) => new(Key, items, []);

    public static Case Standing(int level, DateOnly? levelOn) =>
        new(1, Key, CaseStatus.Active, level, levelOn, 0, new DateOnly(2026, 1, 1), levelOn, 1);

    /// <summary>One invoice over 100 euros, 20 days overdue, nobody contacted yet: to be contacted today.</summary>
    public static readonly AccountFacts Facts = new(
        Owing(Item(1, Today.AddDays(-20), 100)), Debtor, "Europe/Berlin", true, Standing(0, null), [], null, false, false, true);

    public static Suppression Pause(SuppressionKind kind, DateOnly? until, params long[] invoices) =>
        new(90, kind, invoices, Today.AddDays(-10), until, $"{kind} in a test");

    public static CaseView View(params OpenItem[] items) => new(Standing(1, Today.AddDays(-5)), "DE", items, [], [], [], [], 0, false);

    public static readonly CaseView OneInvoice = View(Item(1, Today.AddDays(-20), 100));

    public static readonly CaseView TwoInvoices = View(Item(1, Today.AddDays(-20), 100), Item(2, Today.AddDays(-10), 50));

    public static readonly ReplyReading Reading = new(MessageKind.Human, "en", [], [], [], [], [], 0, false, [], null);

    public static readonly SenderFacts Trusted = new(true, SenderAuthenticity.Verified);

    public static readonly PromiseReading Promise = new(Today.AddDays(4), null, null, false, false, [], "sepa", 0.95, null);

    public static ReplyReading Meaning(Intent intent) => Reading with { Intents = [new(intent, 0.97, null)] };

    public static ReplyReading Promising(params PromiseReading[] promises) =>
        Meaning(Intent.PromiseToPay) with { Promises = promises };

    public static Decision OnMail(CaseView view, ReplyReading reading) => OnMail(view, reading, Trusted);

    public static Decision OnMail(CaseView view, ReplyReading reading, SenderFacts sender) =>
        CaseDecision.Decide(view, new CaseEvent.MailRead(4711, reading, sender, Today), Policy.Default, Today);

    public static PlanOutcome Plan(AccountFacts facts) => Planner.Plan(facts, Policy.Default, Today);

    public static PlanOutcome.NotNow Held(AccountFacts facts) => (PlanOutcome.NotNow)Plan(facts);

    public static PlanOutcome.Contact Contacted(AccountFacts facts) => (PlanOutcome.Contact)Plan(facts);
}
