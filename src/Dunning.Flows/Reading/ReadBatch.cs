using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dunning.Core.Conversation;
using Dunning.Flows.Receiving;
using Dunning.Mail.Delivery;
using Dunning.Mail.Zoning;

namespace Dunning.Flows.Reading;

/// <summary>What a batch came to. Each error names its line and the cause.</summary>
public sealed record ReadBatchResult(int Read, IReadOnlyList<string> Errors);

/// <summary>
/// The <c>read</c> verb: JSON lines in, JSON lines out, in the same order. Lines are read on all processors, a slice at
/// a time, so memory stays that of one slice. A bad line is reported and skipped.
/// </summary>
public sealed class ReadBatch(ReplyReader reader)
{
    private const int SliceLines = 512;
    private const int SliceCharacters = 16 * 1024 * 1024;

    /// <summary>Reads to the end of <paramref name="input"/>.</summary>
    public async Task<ReadBatchResult> RunAsync(Stream input, Stream output, CancellationToken cancellationToken)
    {
        using var lines = new StreamReader(input, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        await using var target = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        List<string> errors = [];
        var (number, read) = (0, 0);
        while (await SliceAsync(lines, cancellationToken) is { Count: > 0 } slice)
        {
            var answers = new (string? Line, string? Error)[slice.Count];
            var first = number;
            Parallel.For(0, slice.Count, new ParallelOptions { CancellationToken = cancellationToken }, i => answers[i] = Answer(slice[i], first + i + 1));
            foreach (var (line, error) in answers)
            {
                if (error is not null) errors.Add(error);
                if (line is null) continue;
                await target.WriteLineAsync(line.AsMemory(), cancellationToken);
                read++;
            }

            number += slice.Count;
        }

        return new ReadBatchResult(read, errors);
    }

    private static async Task<List<string>> SliceAsync(StreamReader lines, CancellationToken cancellationToken)
    {
        List<string> slice = [];
        for (var characters = 0; slice.Count < SliceLines && characters < SliceCharacters;)
        {
            if (await lines.ReadLineAsync(cancellationToken) is not { } line) break;
            slice.Add(line);
            characters += line.Length;
        }

        return slice;
    }

    private (string? Line, string? Error) Answer(string line, int number)
    {
        if (string.IsNullOrWhiteSpace(line)) return (null, null);
        try
        {
            return (One(ReadLine.Parse(line)), null);
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException or RegexMatchTimeoutException)
        {
            // One bad line must not cost the others. Text that is no Unicode comes as an InvalidOperationException.
            var why = error switch { InvalidOperationException => "a text is not valid Unicode", RegexMatchTimeoutException => "the text takes too long to read", _ => error.Message };
            return (null, $"line {number}: {why}");
        }
    }

    private string One(ReadLine line)
    {
        var (input, names) = line.Eml is { } eml ? FromMail(eml, line) : (FromText(line), new UntrustedText(""));
        return ReadLine.Write(line.Id, input.NewText.Reveal(), InjectionScan.Raise(reader.Read(input), input, names));
    }

    private static ReplyInput FromText(ReadLine line)
    {
        var zones = NewText.Extract(line.Body ?? "");
        return new(new UntrustedText(line.Subject), new UntrustedText(zones.NewText), new UntrustedText(""), MessageKind.Human, line.Lang, line.ReceivedAt!.Value, null, line.OpenItems)
        {
            Answers = AnsweredQuestions.Of(zones), Country = line.Country,
        };
    }

    // The border is not known here, so the sender stays unproven; reading does not depend on it.
    private static (ReplyInput Input, UntrustedText Names) FromMail(byte[] eml, ReadLine line)
    {
        var mail = InboundMail.Parse(eml, "");
        var received = line.ReceivedAt ?? mail.Message.Date ?? throw new FormatException("field eml: the mail has no Date header and the line no received_at");
        return (mail.Input(line.Lang, received, null, line.OpenItems, line.Country), mail.Names);
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
