namespace Dunning.Core.Conversation.Commitments;

/// <summary>How a clause ties a day to a payment.</summary>
internal enum DayOfPayment
{
    /// <summary>The writer's side pays on it, outright.</summary>
    Plain,
    /// <summary>It stands beside a word of payment, and the rest is not understood.</summary>
    Unclear,
    /// <summary>No word of payment stands beside it.</summary>
    Elsewhere,
}
