namespace Dunning.Core.Conversation.Wording;

/// <summary>
/// How long one pattern may look at one text. The patterns are word lists and look at capped sentences, which takes microseconds;
/// the limit is a fuse against a pattern nobody thought through. A mail that blows it goes to a person.
/// </summary>
/// <remarks>
/// The lists are matched by backtracking on purpose: a non-backtracking automaton of their size is built state by state for every new
/// wording, which costs a thousand times the match itself and is never given back.
/// </remarks>
public static class PatternTime
{
    /// <summary>Milliseconds.</summary>
    public const int Milliseconds = 5000;

    /// <summary>The same as a span of time.</summary>
    public static TimeSpan Limit { get; } = TimeSpan.FromMilliseconds(Milliseconds);
}
