namespace Dunning.Console.Pages.Queue;

/// <summary>What part of the queue is shown; empty values show everything.</summary>
public sealed class QueueFilter
{
    /// <summary>A customer segment.</summary>
    public string? Segment { get; set; }

    /// <summary><c>draft</c>, a kind of task, or <c>stage-N</c> for drafts of a stage.</summary>
    public string? Kind { get; set; }

    /// <summary>Only what is assigned to me.</summary>
    public bool Mine { get; set; }

    /// <summary>What is put off, instead of what is due.</summary>
    public bool Snoozed { get; set; }

    /// <summary>The stage a kind names.</summary>
    public int? Stage => Kind is ['s', 't', 'a', 'g', 'e', '-', >= '1' and <= '4'] ? Kind[6] - '0' : null;
}
