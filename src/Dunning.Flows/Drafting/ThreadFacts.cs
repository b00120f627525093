using Dunning.Core;
using Dunning.Core.Conversation;
using Dunning.Core.Ledger;
using Dunning.Postgres.Cases;

namespace Dunning.Flows.Drafting;

/// <summary>What the order of a conversation's mails says: who left whom without an answer, who was away, who is new.</summary>
internal static class ThreadFacts
{
    /// <summary>A promise kept longer ago than this needs no thanks any more.</summary>
    private const int ThanksAreDueDays = 60;

    /// <summary>
    /// Reminders nobody reacted to. A payment is a reaction as a letter is: who paid after a reminder did not leave it unanswered.
    /// </summary>
    public static int UnansweredReminders(IReadOnlyList<Turn> sent, Turn? lastHeard, CaseFile file)
    {
        var paid = file.Payments.Count == 0 ? DateOnly.MinValue : file.Payments.Max(payment => payment.ValueDate);
        return sent.Count(turn => turn.Stage is not null && (lastHeard is null || turn.At > lastHeard.At) && turn.Day > paid);
    }

    /// <summary>The last promise was kept, lately, and after our last mail.</summary>
    public static bool UnthankedPromise(IReadOnlyList<Turn> sent, CaseFile file, DateOnly today) =>
        file.Promises is [.., { Status: "kept", ResolvedOn: { } kept }] && kept >= today.AddDays(-ThanksAreDueDays)
        && (sent.Count == 0 || kept > sent[^1].Day);

    /// <summary>We wrote before, and each of those mails went to somebody else.</summary>
    public static bool NewContact(IReadOnlyList<Turn> sent, CaseFile file) =>
        file.Recipient is { } recipient && sent.Count > 0
        && sent.All(turn => turn.SentTo is { } address && !address.Equals(recipient.Email, StringComparison.OrdinalIgnoreCase));

    /// <summary>The newest mail of all is an absence note that came after ours and whose end is reached.</summary>
    public static bool ContactBack(IReadOnlyList<Turn> turns, DateOnly today)
    {
        if (turns is not [.., { Direction: "in", Reading: { } reading } note] || !turns.Any(turn => turn.Direction == "out")) return false;
        var read = Json.Read<ReplyReading>(reading);
        return note.Kind == Wire.Name(MessageKind.AutoReply) && read.ReturnsOn is { } back && back <= today;
    }

    /// <summary>The newest search for a payment on the lines this message lists.</summary>
    public static TraceOutcome? LastTrace(CaseFile file, IReadOnlyList<OpenItem> items) =>
        file.Claims.LastOrDefault(claim => items.Any(item => claim.InvoiceIds.Contains(item.InvoiceId)))?.Status switch
        {
            "matched" => TraceOutcome.Found,
            "not_found" => TraceOutcome.NotFound,
            null => null,
            _ => TraceOutcome.Searching,
        };
}
