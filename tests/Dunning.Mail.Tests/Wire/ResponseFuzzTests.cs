using System.Text;
using Dunning.Mail.Imap;
using Dunning.Mail.Smtp;
using Dunning.Mail.Tests.Support;
using Dunning.Mail.Wire;

namespace Dunning.Mail.Tests.Wire;

/// <summary>Mutated responses of servers: only the documented exceptions, within a second of work, in bounded memory.</summary>
public sealed class ResponseFuzzTests
{
    private const int Rounds = 6000;

    private static readonly string[] Imap =
    [
        "* 3 FETCH (FLAGS (\\Seen $Done) INTERNALDATE \" 4-Mar-2026 09:30:00 +0100\" UID 7 RFC822.SIZE 13 BODY[]<0> {13}\r\nA: b\r\n\r\n(\"){5})\r\n",
        "* 1 FETCH (UID 5 BODY[HEADER.FIELDS (DATE FROM)] {7}\r\nF: a@b\r\n)\r\n",
        "* LIST (\\HasNoChildren \\Sent) \"/\" \"Gesendete &APw-\"\r\n",
        "* OK [COPYUID 5 7:8 1,2] done\r\n",
        "* SEARCH 1 2 3 4294967295\r\n",
        "* CAPABILITY IMAP4rev1 IDLE AUTH=XOAUTH2\r\n",
        "a1 NO [AUTHENTICATIONFAILED (x \"y\")] no\r\n",
        "+ eyJzdGF0dXMiOiI0MDAifQ==\r\n",
        "* 1 FETCH (ENVELOPE (\"d\" NIL ((NIL NIL ~{3}\r\nabc \"h\"))) UID 1)\r\n",
    ];

    private static readonly string[] Smtp =
    [
        "250-mx.example\r\n250-SIZE 100000\r\n250-AUTH PLAIN LOGIN\r\n250 8BITMIME\r\n", "550 5.1.1 <a@b>: unknown\r\n", "334 eyJzdGF0dXMiOiI0MDAifQ==\r\n",
        "250 2.0.0 Ok: queued as 4XYZ\r\n", "221\r\n", "451-4.7.1 later\r\n451 4.7.1 really\r\n",
    ];

    private static readonly byte[] Special = "(){}[]\"\\ *+~<>\r\n0123456789,:\0"u8.ToArray();

    [Fact]
    public async Task Mutated_imap_responses_end_in_a_response_or_a_documented_exception()
    {
        var options = new ImapOptions { Host = "x", Port = 1, MaxResponseBytes = 1 << 20, ResponseTimeout = TimeSpan.FromSeconds(1) };
        await FuzzAsync(Imap, async stream =>
        {
            var connection = new ImapConnection(options, new WireStream(stream));
            for (var i = 0; i < 50; i++)
            {
                var response = await connection.ReadAsync(options.ResponseTimeout, CancellationToken.None);
                _ = (response.Kind, response.Number, response.HasCode("COPYUID"));
                foreach (var token in response.Tokens.Concat(response.Code))
                    _ = (UidSet.Parse(token.AsString ?? "").Count, MailboxName.Decode(token.AsString ?? ""), token.AsNumber);
            }
        }, e => e is ImapProtocolException || Deadline.IsConnectionFailure(e));
    }

    [Fact]
    public async Task Mutated_smtp_replies_end_in_a_reply_or_a_documented_exception() =>
        await FuzzAsync(Smtp, async stream =>
        {
            var wire = new WireStream(stream);
            for (var i = 0; i < 50; i++)
            {
                var reply = await SmtpReply.ReadAsync(wire, CancellationToken.None);
                _ = (reply.EnhancedCode, reply.QueueId, reply.ToRejection(SmtpStage.Data, null), Xoauth2.StatusOf(reply.Text));
            }
        }, Deadline.IsConnectionFailure);

    private static async Task FuzzAsync(string[] seeds, Func<Stream, Task> read, Func<Exception, bool> documented)
    {
        var random = new Random(20260311);
        for (var round = 0; round < Rounds; round++)
        {
            var bytes = Mutate(string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => seeds[random.Next(seeds.Length)])), random);
            var (before, memory) = (CpuClock.Now, GC.GetAllocatedBytesForCurrentThread());
            var failure = await Record.ExceptionAsync(() => read(new MemoryStream(bytes)));
            var text = Encoding.Latin1.GetString(bytes);
            (failure is null || documented(failure)).ShouldBeTrue($"round {round}: {failure} for {text}");
            (CpuClock.Now - before).ShouldBeLessThan(TimeSpan.FromSeconds(1), $"round {round}: {text}");
            (GC.GetAllocatedBytesForCurrentThread() - memory).ShouldBeLessThan(64L << 20, $"round {round}: {text}");
        }
    }

    private static byte[] Mutate(string text, Random random)
    {
        List<byte> bytes = [.. Encoding.Latin1.GetBytes(text)];
        for (var i = random.Next(0, 8); i > 0 && bytes.Count > 0; i--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 30), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveRange(at, length); break;
                case 2: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
                case 3: bytes.InsertRange(at, Enumerable.Repeat(Special[random.Next(Special.Length)], random.Next(1, 2000))); break;
                case 4: bytes.InsertRange(at, Encoding.ASCII.GetBytes($"{{{random.NextInt64(0, long.MaxValue) >> random.Next(60)}}}\r\n")); break;
                default: bytes.RemoveRange(at, bytes.Count - at); break;
            }
        }
        return [.. bytes];
    }
}
