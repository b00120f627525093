using System.Globalization;
using System.Text;
using Dunning.Core;
using Dunning.Core.Cadence;
using Dunning.Core.Conversation;
using Dunning.Core.Correspondence;

namespace Dunning.Flows.Drafting;

/// <summary>A step that is no mail, as it is laid before a person.</summary>
/// <param name="Kind">Kind of the task: <c>letter</c> or <c>call</c>.</param>
/// <param name="Detail">What to send, or to talk about.</param>
internal sealed record HandContact(string Kind, string Detail)
{
    /// <summary>Finishing the task is what counts as the contact.</summary>
    private const string Closing = "Finish this task once it is done: from that day on it counts as the contact and the ladder goes on. Until then, snooze it.";

    public static HandContact Of(Channel channel, RenderedMail mail, FactSet facts, ConversationFacts conversation) => channel switch
    {
        Channel.Mail => throw new ArgumentException("A mail is drafted, not handed to a person.", nameof(channel)),
        Channel.Letter => new("letter", $"Send this letter. {Closing}\n\n{mail.Subject}\n\n{mail.Text}"),
        Channel.Call => new("call", TalkingPoints(facts, conversation)),
    };

    private static string TalkingPoints(FactSet facts, ConversationFacts conversation)
    {
        var text = new StringBuilder();
        void Point(FormattableString point) => text.Append("- ").AppendLine(point.ToString(CultureInfo.InvariantCulture));
        text.AppendLine($"Call the customer. {Closing}").AppendLine();
        Point($"{facts.CustomerName} ({facts.CustomerNumber}){(facts.ContactName is { } name ? $", ask for {name}" : "")}.");
        Point($"{facts.AmountDue.Amount:0.00} {facts.Currency} is due{(facts.UnappliedCredits > 0 ? FormattableString.Invariant($" after {facts.UnappliedCredits:0.00} of credits") : "")}:");
        foreach (var line in facts.Invoices) Point($"  {line.Number}, due {line.Due:yyyy-MM-dd}, {line.DaysOverdue} days ago, {line.Open:0.00} open.");
        foreach (var promise in facts.Promises) Point($"Promised: {promise.Amount:0.00} on {promise.Date:yyyy-MM-dd} for {string.Join(", ", promise.Invoices)}.");
        foreach (var payment in facts.PaymentsReceived) Point($"Last payment: {payment.Amount:0.00} on {payment.ValueDate:yyyy-MM-dd}.");
        if (facts.DisputedInvoices.Count > 0) Point($"In dispute, do not press for it: {string.Join(", ", facts.DisputedInvoices)}.");
        if (conversation.LastStageSent is { } stage) Point($"Last written: the {Wire.Name(stage)} stage{(conversation.LastStageSentOn is { } on ? FormattableString.Invariant($" on {on:yyyy-MM-dd}") : "")}.");
        Point($"Ask for the day of payment and write it down as a promise.");
        return text.ToString();
    }
}
