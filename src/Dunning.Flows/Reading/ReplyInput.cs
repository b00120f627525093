using Dunning.Core.Conversation;
using Dunning.Core.Conversation.Amounts;

namespace Dunning.Flows.Reading;

/// <summary>A mail as the reader gets it: zones already separated, the kind already told by its headers.</summary>
/// <param name="NewText">What the sender wrote newly.</param>
/// <param name="HiddenText">What the mail holds and a person does not see; looked at for injections only.</param>
/// <param name="LanguageHint">Language or locale of the account ("de", "en-US"); decides short texts and the order of 05/06.</param>
/// <param name="TimeZone">IANA zone of the sender; null means the offset of <paramref name="ReceivedAt"/>.</param>
/// <param name="OpenItems">Open items of the account; null when unknown, then invoice numbers come back as written.</param>
public sealed record ReplyInput(
    UntrustedText Subject, UntrustedText NewText, UntrustedText? HiddenText, MessageKind Kind, string? LanguageHint,
    DateTimeOffset ReceivedAt, string? TimeZone = null, IReadOnlyList<OpenItemRef>? OpenItems = null)
{
    /// <summary>ISO 3166 code of the sender's country; "in 3 working days" then leaves out its public holidays.</summary>
    public string? Country { get; init; }

    /// <summary>Inline answers, each with the quoted line it answers; their places are in <see cref="NewText"/>.</summary>
    public IReadOnlyList<AnsweredQuestion> Answers { get; init; } = [];

    /// <summary>For an absence note: the words that name its end, and whom it names as deputy.</summary>
    public (UntrustedText? Until, Deputy? Deputy) Absence { get; init; }
}
