using Dunning.Core;
using Dunning.Core.Conversation;

namespace Dunning.Console.Text;

/// <summary>What a draft knew of the conversation, in sentences.</summary>
public static class ConversationNotes
{
    /// <summary>One sentence per fact that was known.</summary>
    public static IReadOnlyList<string> Of(ConversationFacts facts)
    {
        List<string> notes = [facts.FirstContact ? "First message to this customer about this account." : LastWord(facts)];
        if (facts.LastPromise is { } promise) notes.Add($"Promised {Show.Amount(promise.Amount, promise.Currency)} for {Show.Day(promise.PromisedFor)}: {Show.Words(Wire.Name(promise.Outcome))}.");
        if (facts.OpenQuestion is { } question) notes.Add($"Unanswered since {Show.Day(question.AskedOn)}: {Show.Words(Wire.Name(question.Kind))}{About(question.Invoices)}.");
        if (facts.LastDispute is { } dispute) notes.Add($"Dispute of {Show.Day(dispute.RaisedOn)}{About(dispute.Invoices)}: {(dispute.Resolved ? "resolved" : "open")}.");
        if (facts.PartPaymentReceived is { } part) notes.Add($"Part payment of {part:N2} received on {Show.Day(facts.PartPaymentOn)}.");
        if (facts.DocumentsSent.Count > 0) notes.Add($"Copies sent already: {string.Join(", ", facts.DocumentsSent)}.");
        if (facts.LastStageSent is { } stage) notes.Add($"Last reminder: {Wire.Name(stage)}, {Show.Day(facts.LastStageSentOn)}.");
        if (facts.PreferredContact is { } preferred) notes.Add($"Prefers to be contacted: {preferred}.");
        if (facts.UnansweredReminders > 0) notes.Add($"Reminders without an answer: {facts.UnansweredReminders}.");
        if (facts.LastTrace is { } trace) notes.Add($"Payment the customer told us of: {Show.Words(Wire.Name(trace))}.");
        if (facts.NewContact) notes.Add("First message to this contact.");
        if (facts.ContactBack) notes.Add("The contact was away when we wrote last, and is back.");
        if (facts.GoodPayer) notes.Add("Pays reliably as a rule: the tone is kept friendly.");
        return notes;
    }

    private static string LastWord(ConversationFacts facts) => facts.LastSpeaker switch
    {
        Speaker.Nobody => "Nobody has written yet.",
        Speaker.Us => $"We wrote last, on {Show.Day(facts.LastMessageOn)}.",
        Speaker.Customer => $"The customer wrote last, on {Show.Day(facts.LastMessageOn)}.",
    };

    private static string About(IReadOnlyList<string> invoices) => invoices.Count == 0 ? "" : $" ({string.Join(", ", invoices)})";
}
