namespace Dunning.Flows.Drafting;

/// <summary>One mail of a conversation, for the touch that is about to be written.</summary>
internal sealed record Turn
{
    public required string TouchId { get; init; }
    public long Id { get; init; }
    public required string Direction { get; init; }
    public required string Kind { get; init; }
    public DateTime At { get; init; }
    public string? State { get; init; }
    public string? Reading { get; init; }
    public string? Purpose { get; init; }
    public int? Stage { get; init; }
    public long? InReplyToMessage { get; init; }
    public string? Plan { get; init; }
    public string? SentTo { get; init; }
    public string? Attachments { get; init; }
    public DateOnly Day => DateOnly.FromDateTime(At);
}
