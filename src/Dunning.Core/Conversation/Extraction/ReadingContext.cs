using Dunning.Core.Conversation.Amounts;
using Dunning.Core.Conversation.Dates;

namespace Dunning.Core.Conversation.Extraction;

/// <summary>A sentence of the new text with the classifier's word on it, each 0 to 1.</summary>
public sealed record ScoredSentence(TextSpan Span, double Promise, double Paid, double Document, double Dispute, bool Absence);

/// <summary>What extraction needs to know besides the text.</summary>
/// <param name="Today">The day of writing in the sender's zone.</param>
/// <param name="OpenItems">Open items of the account; empty when unknown.</param>
/// <param name="LikelyPromise">The message as a whole promises.</param>
/// <param name="LikelyPaid">The message as a whole claims payment.</param>
public sealed record ReadingContext(
    DateOnly Today, string Language, DateOrder Order, Func<DateOnly, bool>? IsBusinessDay,
    IReadOnlyList<OpenItemRef> OpenItems, bool LikelyPromise, bool LikelyPaid)
{
    /// <summary>The context for dates, looking forward or back.</summary>
    public DateContext Dates(bool backward) => new(Today, Language, Order, backward, IsBusinessDay);
}
