using Dunning.Core.Conversation;
using Dunning.Core.Conversation.Amounts;
using Dunning.Flows.Reading;
using Dunning.Mail.Delivery;
using Dunning.Mail.Mime;
using Dunning.Mail.Zoning;

namespace Dunning.Flows.Receiving;

/// <summary>A mail after parsing and zoning, before anybody knows what it means.</summary>
/// <param name="NewText">What the sender wrote anew.</param>
/// <param name="Hidden">Text a reader would not see; only the injection scan looks at it.</param>
public sealed record InboundMail(
    MimeMessage Message, ReceivedMail Delivery, MessageKind Kind, SenderAuthenticity Authenticity, string? From,
    UntrustedText Subject, UntrustedText Body, UntrustedText NewText, UntrustedText Hidden, bool FromOurselves)
{
    /// <summary>What the sender wrote between quoted lines, each beside the question it answers.</summary>
    public IReadOnlyList<AnsweredQuestion> Answers { get; init; } = [];

    /// <summary>The header our own messages carry.</summary>
    public const string OwnHeader = "X-Dunning-Touch";

    /// <summary>Names in the mail's fields: display names and file names. Only the injection scan looks at them.</summary>
    public UntrustedText Names { get; } = new(string.Join('\n', Message.From.Concat(Message.ReplyTo).Select(address => address.DisplayName)
        .Concat(Message.ReplyTo.Select(address => address.Address)).Concat(Message.Attachments.Select(file => file.Name ?? "")).Where(name => name.Length > 0)));

    /// <summary>Parses raw bytes. Never throws for what a mail may contain.</summary>
    /// <param name="ownBorder">The authserv-id whose Authentication-Results count (RFC 8601).</param>
    public static InboundMail Parse(byte[] raw, string ownBorder)
    {
        var message = MimeParser.Parse(raw, MimeLimits.Default);
        var delivery = DeliveryStatus.Recognise(message);
        var text = MailText.Of(message);
        var zones = Mail.Zoning.NewText.Extract(text.Text, message.From is [var author, ..] ? author.DisplayName : "");
        var from = message.From is [var sender] ? sender.Address.ToLowerInvariant() : null;
        return new(
            message, delivery, IsIncomplete(message, delivery) ? MessageKind.Unreadable : KindOf(delivery), AuthenticityOf(message, ownBorder), from, new(message.Subject), new(text.Text),
            new(zones.NewText), new(text.HiddenText), message.Headers.Contains(OwnHeader)) { Answers = AnsweredQuestions.Of(zones) };
    }

    /// <summary>What the reader is given of this mail.</summary>
    public ReplyInput Input(string? language, DateTimeOffset arrivedAt, string? timeZone, IReadOnlyList<OpenItemRef>? openItems, string? country) =>
        new(Subject, NewText, Hidden, Kind, language, arrivedAt, timeZone, openItems) { Answers = Answers, Absence = ReadBatch.AbsenceOf(Delivery), Country = country };

    /// <summary>A mail of which a part lies beyond the limits of the parser: what is missing could say the opposite.</summary>
    private static bool IsIncomplete(MimeMessage message, ReceivedMail delivery) =>
        delivery is ReceivedMail.Human && message.Defects.Any(defect => defect.Kind == MimeDefectKind.LimitExceeded);

    private static MessageKind KindOf(ReceivedMail delivery) => delivery switch
    {
        ReceivedMail.Bounce => MessageKind.Bounce,
        ReceivedMail.AutoReply => MessageKind.AutoReply,
        ReceivedMail.FeedbackReport or ReceivedMail.ListMail => MessageKind.ListMail,
        ReceivedMail.Human => MessageKind.Human,
        _ => MessageKind.Unreadable,
    };

    private static SenderAuthenticity AuthenticityOf(MimeMessage message, string ownBorder) =>
        message.From.Count != 1 ? SenderAuthenticity.Failed : AuthenticationResults.Read(message, ownBorder).Verdict switch
        {
            AuthenticationVerdict.Verified => SenderAuthenticity.Verified,
            AuthenticationVerdict.Failed => SenderAuthenticity.Failed,
            AuthenticationVerdict.None => SenderAuthenticity.None,
        };
}
