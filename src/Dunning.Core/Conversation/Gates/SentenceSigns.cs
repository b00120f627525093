namespace Dunning.Core.Conversation.Gates;

/// <summary>What the grammar of a sentence says about a commitment in it.</summary>
/// <param name="Negated">"will not", "können nicht".</param>
/// <param name="Conditional">"if", "once", or hedged ("hopefully", "should be able to").</param>
/// <param name="Question">It asks.</param>
/// <param name="Past">It tells of a payment made, without a word about the future.</param>
/// <param name="Attributed">It reports what somebody else said, or stands in quotation marks.</param>
/// <param name="Commits">It holds a paying verb, or a word of payment with a word of scheduling.</param>
public sealed record SentenceSigns(bool Negated, bool Conditional, bool Question, bool Past, bool Attributed, bool Commits);
