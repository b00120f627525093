using System.Text;
using System.Text.Json;
using Dunning.Core.Conversation;
using Dunning.Mail.Delivery;
using Dunning.Mail.Mime;
using Dunning.Mail.Zoning;

namespace Dunning.Flows.Reading;

/// <summary>What a batch came to. Each error names its line and the cause.</summary>
public sealed record ReadBatchResult(int Read, IReadOnlyList<string> Errors);

/// <summary>The <c>read</c> verb: JSON lines in, JSON lines out, in the same order. A bad line is reported and skipped.</summary>
public sealed class ReadBatch(ReplyReader reader)
{
    /// <summary>Reads to the end of <paramref name="input"/>; memory stays that of one line.</summary>
    public async Task<ReadBatchResult> RunAsync(Stream input, Stream output, CancellationToken cancellationToken)
    {
        using var lines = new StreamReader(input, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        await using var target = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        List<string> errors = [];
        var (number, read) = (0, 0);
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                await target.WriteLineAsync(One(ReadLine.Parse(line)).AsMemory(), cancellationToken);
                read++;
            }
            catch (Exception error) when (error is JsonException or FormatException)
            {
                // One bad line must not cost the others.
                errors.Add($"line {number}: {error.Message}");
            }
        }
        return new ReadBatchResult(read, errors);
    }

    private string One(ReadLine line)
    {
        var input = line.Eml is { } eml ? FromMail(eml, line) : Input(line, MessageKind.Human, line.Subject, NewText.Extract(line.Body ?? ""), "", line.ReceivedAt!.Value);
        return ReadLine.Write(line.Id, input.NewText.Reveal(), reader.Read(input));
    }

    private static ReplyInput Input(ReadLine line, MessageKind kind, string subject, Zones zones, string hidden, DateTimeOffset received) =>
        new(new UntrustedText(subject), new UntrustedText(zones.NewText), new UntrustedText(hidden), kind, line.Lang, received, null, line.OpenItems) { Answers = AnsweredQuestions.Of(zones), Country = line.Country };

    private static ReplyInput FromMail(byte[] eml, ReadLine line)
    {
        var mail = MimeParser.Parse(eml);
        var body = MailText.Of(mail);
        var delivery = DeliveryStatus.Recognise(mail);
        var zones = NewText.Extract(body.Text, mail.From is [var author, ..] ? author.DisplayName : "");
        var received = line.ReceivedAt ?? mail.Date ?? throw new FormatException("field eml: the mail has no Date header and the line no received_at");
        return Input(line, KindOf(delivery), mail.Subject, zones, body.HiddenText, received) with { Absence = AbsenceOf(delivery) };
    }

    /// <summary>What an absence note says about its end and the deputy.</summary>
    public static (UntrustedText? Until, Deputy? Deputy) AbsenceOf(ReceivedMail mail) => mail is ReceivedMail.AutoReply { Kind: AutoReplyKind.OutOfOffice } absence
        ? (absence.ReturnDateText is { } until ? new UntrustedText(until) : null, absence.Deputy is { } named ? new Deputy(named.Name, named.Address) : null) : default;

    /// <summary>The reader's kind of a delivered mail.</summary>
    public static MessageKind KindOf(ReceivedMail mail) => mail switch
    {
        ReceivedMail.Human => MessageKind.Human,
        ReceivedMail.AutoReply => MessageKind.AutoReply,
        ReceivedMail.Bounce or ReceivedMail.FeedbackReport => MessageKind.Bounce,
        ReceivedMail.ListMail => MessageKind.ListMail,
        _ => MessageKind.Unreadable,
    };
}
