using Dunning.Console.Text;

namespace Dunning.Console.Pages.Cases;

/// <summary>Something that happened in a case.</summary>
public sealed record TimelineRow
{
    public required string Kind { get; init; }
    public long Seq { get; init; }
    public DateTime At { get; init; }
    public string? Actor { get; init; }
    public string? Title { get; init; }
    public string? Text { get; init; }
    public string? Whole { get; init; }
    public string? Reading { get; init; }
    public string? Authenticity { get; init; }
    public string? MessageKind { get; init; }
    public bool Automatic { get; init; }
    public string? Recipients { get; init; }

    /// <summary>Class of the row's mark.</summary>
    public string Css => Kind switch { "mail in" => "in", "mail out" => "out", "comment" => "comment", _ => "decision" };

    /// <summary>The headline.</summary>
    public string Headline => Kind switch
    {
        "mail in" => $"{(MessageKind == "human" ? "Mail" : Show.Title(MessageKind ?? "mail"))} from {Actor}",
        "mail out" when MessageKind == "staff" => $"Mail by staff, {Actor}, to {Recipients}",
        "mail out" => $"{(Automatic ? "Automatic mail" : "Mail")} to {Recipients}",
        "comment" => $"Comment by {Actor}",
        _ => $"{Show.Title(Title!)} · {Actor}",
    };

    /// <summary>Quoted and signature parts are folded away; shown only where there is more than the new text.</summary>
    public string? Folded => Whole is { } whole && Text is { } text && whole.Trim().Length > text.Trim().Length ? whole : null;

    /// <summary>The sender is a verified contact of the customer.</summary>
    public bool KnownSender { get; init; }

    /// <summary>What the reader made of a mail; null when it was not read, as our own are not.</summary>
    public ReadingView? Read => ReadingView.Of(Reading, Text, DateOnly.FromDateTime(At));

    /// <summary>Whether the sender is who the mail says.</summary>
    public string SenderWords => Dunning.Console.Text.SenderWords.Of(Authenticity, KnownSender);
}
