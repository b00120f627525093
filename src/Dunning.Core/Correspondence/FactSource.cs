namespace Dunning.Core.Correspondence;

/// <summary>Where a figure or name of a message comes from.</summary>
public enum SourceKind
{
    /// <summary>A line of the ledger.</summary>
    Invoice,

    /// <summary>Sums and credits of the account.</summary>
    Account,

    /// <summary>A payment in the ledger.</summary>
    Payment,

    /// <summary>What the customer promised in a mail.</summary>
    Promise,

    /// <summary>What was said or sent before.</summary>
    Conversation,

    /// <summary>Master data of the customer.</summary>
    Customer,

    /// <summary>Settings of the creditor: bank details, sender, addresses.</summary>
    Creditor,

    /// <summary>Our own reference of the case.</summary>
    Case,
}

/// <summary>One source of a value.</summary>
/// <param name="Label">In English, for the person who reads the draft.</param>
public sealed record FactSource(SourceKind Kind, string Label)
{
    /// <summary>The promised day, by which the mail with the promise is found; null for other sources.</summary>
    public DateOnly? PromisedFor { get; init; }
}

/// <summary>A stretch of a message that states a value.</summary>
/// <param name="Start">First character, in UTF-16 units.</param>
/// <param name="Sources">Everything known that is written so; empty for a figure without a source.</param>
public sealed record SourcedSpan(int Start, int Length, IReadOnlyList<FactSource> Sources)
{
    /// <summary>First character after the span.</summary>
    public int End => Start + Length;
}

/// <summary>A value as a message may write it, with its source.</summary>
internal sealed record WrittenFact(string Written, FactSource Source);
