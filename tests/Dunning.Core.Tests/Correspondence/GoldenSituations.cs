using Dunning.Core.Cases;
using Dunning.Core.Conversation;
using Dunning.Core.Correspondence;
using static Dunning.Core.Tests.Correspondence.Letters;
using Situation = (Dunning.Core.Correspondence.FactSet Facts, Dunning.Core.Conversation.ConversationFacts Conversation, Dunning.Core.Cases.Purpose Purpose, Dunning.Core.Cases.Stage? Stage);

namespace Dunning.Core.Tests.Correspondence;

/// <summary>The situations mails are reviewed in.</summary>
internal static class GoldenSituations
{
    private static readonly InvoiceFact Third = new("INV-0987", new(2026, 1, 2), new(2026, 2, 1), 15_300m, 44);
    private static readonly InvoiceFact Fourth = new("INV-0990", new(2026, 1, 5), new(2026, 2, 4), 75.5m, 41);

    private static FactSet Stated(string language, params InvoiceFact[] lines) => Facts(language, lines) with { Statement = new(Today) };

    public static IReadOnlyDictionary<string, Func<string, Situation>> All { get; } = new Dictionary<string, Func<string, Situation>>
    {
        ["reminder.1.first-contact"] = l => (Facts(l, First), ConversationFacts.None, Purpose.Reminder, Stage.Friendly),
        ["reminder.1.several"] = l => (Facts(l, First, Second), Known, Purpose.Reminder, Stage.Friendly),
        ["reminder.1.good-payer"] = l => (Facts(l, First), ConversationFacts.None with { GoodPayer = true }, Purpose.Reminder, Stage.Friendly),
        ["reminder.1.no-contact-name"] = l => (Facts(l, Second) with { ContactName = null, PostalAddress = null, Bic = null }, Known, Purpose.Reminder, Stage.Friendly),
        ["reminder.2.plain"] = l => (Facts(l, First, Second), Known, Purpose.Reminder, Stage.Reminder),
        ["reminder.2.no-reply"] = l => (Facts(l, First), Reminded(1) with { DocumentsSent = ["INV-1001"] }, Purpose.Reminder, Stage.Reminder),
        ["reminder.2.good-payer"] = l => (Facts(l, First, Second), Reminded(1) with { GoodPayer = true }, Purpose.Reminder, Stage.Reminder),
        ["reminder.2.open-question"] = l => (Facts(l, First), Asked(Intent.QuestionOther), Purpose.Reminder, Stage.Reminder),
        ["reminder.2.question-document"] = l => (Facts(l, First), Asked(Intent.DocumentRequest), Purpose.Reminder, Stage.Reminder),
        ["reminder.2.question-terms"] = l => (Facts(l, First), Asked(Intent.ExtensionRequest), Purpose.Reminder, Stage.Reminder),
        ["reminder.2.question-payment"] = l => (Facts(l, First), Asked(Intent.PaymentConfirmation), Purpose.Reminder, Stage.Reminder),
        ["reminder.2.dispute"] = l => (Facts(l, First, Second) with { DisputedInvoices = ["INV-0990"] }, Asked(Intent.Dispute, "INV-0990"), Purpose.Reminder, Stage.Reminder),
        ["reminder.2.dispute-closed"] = l => (Facts(l, First, Second), Known with { LastDispute = new(new(2026, 2, 20), true, ["INV-1001", "INV-1002"]) }, Purpose.Reminder, Stage.Reminder),
        ["reminder.2.part-payment"] = l => (Paid(Facts(l, First)), Known with { LastSpeaker = Speaker.Customer, PartPaymentReceived = 500m, PartPaymentOn = new(2026, 3, 10) }, Purpose.Reminder, Stage.Reminder),
        ["reminder.2.promise-open"] = l => (Promised(Facts(l, First), 75.5m, new(2026, 3, 27), "INV-0990"), Known with { LastPromise = new(new(2026, 3, 27), 75.5m, "EUR", PromiseOutcome.Open, ["INV-0990"]) }, Purpose.Reminder, Stage.Reminder),
        ["reminder.3.plain"] = l => (Facts(l, Third, Fourth, First, Second), Known, Purpose.Reminder, Stage.Firm),
        ["reminder.3.no-reply-credits"] = l => (Facts(l, Third, First) with { UnappliedCredits = 250m }, Reminded(2), Purpose.Reminder, Stage.Firm),
        ["reminder.3.good-payer"] = l => (Facts(l, Third), Known with { GoodPayer = true }, Purpose.Reminder, Stage.Firm),
        ["reminder.3.broken-promise"] = l => (Promised(Facts(l, First), 1234.56m, new(2026, 3, 11), "INV-1001"), Known with { LastSpeaker = Speaker.Customer, LastPromise = new(new(2026, 3, 11), 1234.56m, "EUR", PromiseOutcome.Broken, ["INV-1001"]) }, Purpose.Reminder, Stage.Firm),
        ["reminder.4.plain"] = l => (Facts(l, Third, Fourth), Known, Purpose.Reminder, Stage.Final),
        ["reminder.4.no-reply"] = l => (Facts(l, Third), Reminded(3), Purpose.Reminder, Stage.Final),
        ["reminder.4.credits"] = l => (Facts(l, Third) with { UnappliedCredits = 300m }, Known, Purpose.Reminder, Stage.Final),
        ["reminder.1.again"] = l => (Facts(l, First), Reminded(1), Purpose.Reminder, Stage.Friendly),
        ["reminder.1.promise-kept"] = l => (Facts(l, Second), Known with { LastPromise = new(new(2026, 3, 2), 75.5m, "EUR", PromiseOutcome.Kept, ["INV-0990"]), UnthankedPromise = true }, Purpose.Reminder, Stage.Friendly),
        ["reminder.1.copies-attached"] = l => (Facts(l, First, Second) with { Attachments = ["INV-1001", "INV-1002"] }, Known, Purpose.Reminder, Stage.Friendly),
        ["reminder.2.first-contact"] = l => (Facts(l, Third, First), ConversationFacts.None, Purpose.Reminder, Stage.Reminder),
        ["reminder.2.new-contact"] = l => (Facts(l, First, Second), Known with { NewContact = true }, Purpose.Reminder, Stage.Reminder),
        ["reminder.2.contact-back"] = l => (Facts(l, First), Known with { ContactBack = true, LastSpeaker = Speaker.Us }, Purpose.Reminder, Stage.Reminder),
        ["reminder.2.part-disputed"] = l => (Facts(l, First, Second) with { PartlyDisputed = ["INV-1001"] }, Known, Purpose.Reminder, Stage.Reminder),
        ["reminder.2.part-and-whole-disputed"] = l => (Facts(l, First, Second) with { PartlyDisputed = ["INV-1001"], DisputedInvoices = ["INV-0990"] }, Known with { LastDispute = new(new(2026, 2, 20), true, ["INV-1002"]) }, Purpose.Reminder, Stage.Reminder),
        ["reminder.2.payment-not-found"] = l => (Facts(l, First), Known with { LastSpeaker = Speaker.Us, LastTrace = TraceOutcome.NotFound }, Purpose.Reminder, Stage.Reminder),
        ["reminder.2.question-document-named"] = l => (Facts(l, First, Second), Asked(Intent.DocumentRequest, "INV-1001", "INV-1002"), Purpose.Reminder, Stage.Reminder),
        ["reminder.2.question-payment-named"] = l => (Facts(l, First, Second), Asked(Intent.PaymentConfirmation, "INV-1002"), Purpose.Reminder, Stage.Reminder),
        ["reminder.2.spoke-last"] = l => (Facts(l, First), Known with { LastSpeaker = Speaker.Customer }, Purpose.Reminder, Stage.Reminder),
        ["reminder.3.one-unanswered"] = l => (Facts(l, First), Reminded(1), Purpose.Reminder, Stage.Firm),
        ["reminder.3.partly-kept"] = l => (Facts(l, First), Known with { LastPromise = new(new(2026, 3, 11), 1734.56m, "EUR", PromiseOutcome.PartlyKept, ["INV-1001"]) }, Purpose.Reminder, Stage.Firm),
        ["reminder.4.one-unanswered"] = l => (Facts(l, Third, Fourth), Reminded(1), Purpose.Reminder, Stage.Final),
        ["promise-lapsed.2.partly-no-figures"] = l => (Facts(l, First), Known with { LastPromise = new(new(2026, 3, 11), 9m, "EUR", PromiseOutcome.PartlyKept, []) }, Purpose.PromiseLapsed, Stage.Reminder),
        ["promise-lapsed.1"] = l => Lapsed(l, Stage.Friendly),
        ["promise-lapsed.2"] = l => Lapsed(l, Stage.Reminder),
        ["promise-lapsed.2.no-figures"] = l => (Facts(l, First, Second), Known with { LastPromise = new(new(2026, 3, 11), 9m, "EUR", PromiseOutcome.Broken, []) }, Purpose.PromiseLapsed, Stage.Reminder),
        ["promise-lapsed.2.partly"] = l => (Paid(Promised(Facts(l, First), 1734.56m, new(2026, 3, 11), "INV-1001")), Known with { PartPaymentReceived = 500m, LastPromise = new(new(2026, 3, 11), 1734.56m, "EUR", PromiseOutcome.PartlyKept, ["INV-1001"]) }, Purpose.PromiseLapsed, Stage.Reminder),
        ["promise-lapsed.3"] = l => Lapsed(l, Stage.Firm),
        ["promise-lapsed.4"] = l => Lapsed(l, Stage.Final),
        ["promise-acknowledged"] = l => (Promised(Facts(l, First), 1234.56m, new(2026, 3, 27), "INV-1001"), Known, Purpose.PromiseAcknowledged, null),
        ["promise-acknowledged.date-only"] = l => (Promised(Facts(l, First), 1234.56m, new(2026, 3, 27)) with { Iban = null }, Known, Purpose.PromiseAcknowledged, null),
        ["promise-acknowledged.question"] = l => (Promised(Facts(l, First, Second), 2124.56m, new(2026, 4, 1), "INV-1001", "INV-1002"), Asked(Intent.DocumentRequest), Purpose.PromiseAcknowledged, null),
        ["ask-for-date"] = l => (Facts(l, First, Second), Known, Purpose.AskForDate, null),
        ["ask-for-date.no-invoices"] = l => (Facts(l), Known, Purpose.AskForDate, null),
        ["dispute-acknowledged"] = l => (Facts(l, First) with { DisputedInvoices = ["INV-0990"] }, Asked(Intent.Dispute, "INV-0990"), Purpose.DisputeAcknowledged, null),
        ["dispute-acknowledged.several"] = l => (Facts(l) with { DisputedInvoices = ["INV-0990", "INV-1001", "INV-1002"] }, Known, Purpose.DisputeAcknowledged, null),
        ["dispute-acknowledged.unknown"] = l => (Facts(l), Asked(Intent.Dispute), Purpose.DisputeAcknowledged, null),
        ["payment-thanks"] = l => (Paid(Facts(l)), Known, Purpose.PaymentThanks, null),
        ["payment-thanks.invoices"] = l => (Paid(Facts(l), "INV-0987", "INV-0990"), Known, Purpose.PaymentThanks, null),
        ["payment-thanks.rest"] = l => (Paid(Facts(l, First, Second), "INV-0990"), Known, Purpose.PaymentThanks, null),
        ["payment-thanks.rest.unassigned"] = l => (Paid(Facts(l, First)), Known, Purpose.PaymentThanks, null),
        ["payment-trace"] = l => (Facts(l, First), Asked(Intent.PaymentConfirmation, "INV-1001"), Purpose.PaymentTrace, null),
        ["payment-trace.no-invoice"] = l => (Facts(l), Asked(Intent.PaymentConfirmation), Purpose.PaymentTrace, null),
        ["document-attached"] = l => (Facts(l, First) with { Attachments = ["INV-1001"] }, Asked(Intent.DocumentRequest, "INV-1001"), Purpose.DocumentAttached, null),
        ["document-attached.several"] = l => (Facts(l) with { Attachments = ["INV-0987", "INV-0990", "INV-1001", "INV-1002"] }, Known, Purpose.DocumentAttached, null),
        ["short-pay"] = l => (Paid(Facts(l, First), "INV-1001"), Known, Purpose.ShortPay, null),
        ["short-pay.several"] = l => (Paid(Facts(l, First, Second), "INV-1001", "INV-1002"), Known, Purpose.ShortPay, null),
        ["short-pay.question"] = l => (Paid(Facts(l, First)), Asked(Intent.DocumentRequest), Purpose.ShortPay, null),
        ["statement"] = l => (Stated(l, First, Second), Asked(Intent.DocumentRequest), Purpose.StatementAttached, null),
        ["statement.credits"] = l => (Stated(l, First, new("INV-1010", new(2026, 3, 10), new(2026, 4, 9), 400m, -23)) with { UnappliedCredits = 250m }, Known, Purpose.StatementAttached, null),
        ["statement.copies"] = l => (Stated(l, First) with { Attachments = ["INV-1001"] }, Asked(Intent.DocumentRequest, "INV-1001"), Purpose.StatementAttached, null),
        ["statement.in-the-file-only"] = l => (Stated(l), Asked(Intent.DocumentRequest), Purpose.StatementAttached, null),
    };

    private static ConversationFacts Reminded(int times) => Known with { LastSpeaker = Speaker.Us, UnansweredReminders = times };

    private static ConversationFacts Asked(Intent kind, params string[] invoices) =>
        Known with { LastSpeaker = Speaker.Customer, OpenQuestion = new(kind, new(2026, 3, 14), invoices) };

    private static FactSet Paid(FactSet facts, params string[] invoices) =>
        facts with { PaymentsReceived = [new(new(2026, 3, 10), 500m, "TR-88", invoices)] };

    private static FactSet Promised(FactSet facts, decimal amount, DateOnly date, params string[] invoices) =>
        facts with { Promises = [new(date, amount, invoices)] };

    private static Situation Lapsed(string language, Stage stage) => (
        Promised(Facts(language, First), 1234.56m, new(2026, 3, 11), "INV-1001"),
        Known with { LastPromise = new(new(2026, 3, 11), 1234.56m, "EUR", PromiseOutcome.Broken, ["INV-1001"]) }, Purpose.PromiseLapsed, stage);
}
