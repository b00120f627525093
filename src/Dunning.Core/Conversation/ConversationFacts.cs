using Dunning.Core.Cases;

namespace Dunning.Core.Conversation;

/// <summary>Who wrote last.</summary>
public enum Speaker { Nobody, Us, Customer }

/// <summary>How a promise ended.</summary>
public enum PromiseOutcome { Open, Kept, PartlyKept, Broken, Withdrawn }

/// <summary>An earlier promise.</summary>
public sealed record PromiseMemory(DateOnly PromisedFor, decimal Amount, string Currency, PromiseOutcome Outcome, IReadOnlyList<string> Invoices);

/// <summary>A question of the customer that nobody has answered yet.</summary>
public sealed record OpenQuestion(Intent Kind, DateOnly AskedOn, IReadOnlyList<string> Invoices);

/// <summary>How far the search for a payment the customer told us of has come.</summary>
public enum TraceOutcome { Searching, Found, NotFound }

/// <summary>An earlier dispute.</summary>
public sealed record DisputeMemory(DateOnly RaisedOn, bool Resolved, IReadOnlyList<string> Invoices);

/// <summary>
/// What a draft must know of the conversation, in typed form. It is drawn from the account's records and its
/// retrieved mails; the composer selects clauses by it, with or without a language model.
/// </summary>
/// <param name="FirstContact">Nothing was ever sent to this customer about this account.</param>
/// <param name="GoodPayer">Pays reliably as a rule; tone is kept friendly.</param>
/// <param name="DocumentsSent">Invoice numbers of which a copy was sent already.</param>
/// <param name="RecentSentences">Clause ids used in the last three messages of the thread, not to be repeated.</param>
/// <param name="SourceMessages">Ids of the retrieved messages the facts were drawn from.</param>
public sealed record ConversationFacts(
    bool FirstContact, Speaker LastSpeaker, DateOnly? LastMessageOn,
    PromiseMemory? LastPromise, OpenQuestion? OpenQuestion, DisputeMemory? LastDispute,
    string? PreferredContact, IReadOnlyList<string> DocumentsSent, decimal? PartPaymentReceived, DateOnly? PartPaymentOn,
    bool GoodPayer, Stage? LastStageSent, DateOnly? LastStageSentOn,
    IReadOnlyList<string> RecentSentences, IReadOnlyList<long> SourceMessages)
{
    /// <summary>No conversation so far.</summary>
    public static ConversationFacts None { get; } =
        new(true, Speaker.Nobody, null, null, null, null, null, [], null, null, false, null, null, [], []);

    /// <summary>Reminders of ours since the customer last wrote; an answer of ours to the customer ends the count.</summary>
    public int UnansweredReminders { get; init; }

    /// <summary>The last promise was kept since we last wrote, so nobody thanked for it yet.</summary>
    public bool UnthankedPromise { get; init; }

    /// <summary>The account was written to before, but never to the person this message goes to.</summary>
    public bool NewContact { get; init; }

    /// <summary>An absence note answered our last message, and the day of return it named has come.</summary>
    public bool ContactBack { get; init; }

    /// <summary>The search for the last payment the customer told us of; null when there was none.</summary>
    public TraceOutcome? LastTrace { get; init; }
}
