using System.Text;
using Dunning.Mail.Delivery;
using Dunning.Mail.Mime;
using Dunning.Mail.Tests.Delivery;
using Dunning.Mail.Tests.Support;
using Dunning.Mail.Zoning;

namespace Dunning.Mail.Tests.Mime;

public sealed class MimeFuzzTests
{
    private static readonly byte[][] Seeds =
    [
        Some.Mail("Grüße\n> quoted\nOn Mon, 2 Mar 2026 at 9:30, A <a@b.test> wrote:\n> x\n-- \nsig").Build(),
        new MimeBuilder { From = new MailAddress("Ä, B", "a@b.test"), To = [new MailAddress("c@d.test")], Subject = "Ünïcode =?x?=", MessageId = "a@b", Date = Some.Day, TextBody = "t", HtmlBody = "<style>.a{display:none}</style><p class=a>h</p><blockquote>q</blockquote>", Attachments = [new OutgoingAttachment("日.pdf", "application/pdf", new byte[300])] }.Build(),
        Encoding.Latin1.GetBytes(BounceSamples.Postfix.ReplaceLineEndings("\r\n")),
        Encoding.Latin1.GetBytes(BounceSamples.Feedback.ReplaceLineEndings("\r\n")),
        Encoding.Latin1.GetBytes("Content-Type: text/plain; charset=iso-2022-jp; format=flowed; delsp=yes\r\nFrom: g: a@b,c <d@e>;, \"x\\\"\" <@r:f@g>\r\nAuthentication-Results: x; spf=pass (c (d)) smtp.mailfrom=\"a\"@b; dkim=fail\r\nAuto-Submitted: auto-replied\r\n\r\n\x1b$BF|\x1b(B bis zum 4. M\u00e4rz \r\n> a \r\n>> b"),
    ];

    private static readonly string[] Tokens = ["--", "\r\n", "\n", "\r", "\r\n\r\n", "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n", "=?utf-8?B?", "?=", "=?", "(", ")", "\"", "<", ">", ";", ":", ",", "@", "=", "\0", "\u00ff", "charset=utf-16", "charset=utf-7", "base64", "quoted-printable", "filename*0*=utf-8''%", "*1=", "<div style='display:none'>", "<!--", "-->", "<blockquote>", "On 1 1 2026 wrote:", "\x1b$B", "message/rfc822", "message/delivery-status"];

    private static byte[] Mutate(Random random)
    {
        var bytes = Seeds[random.Next(Seeds.Length)].ToList();
        for (var n = random.Next(1, 12); n > 0; n--)
        {
            var at = random.Next(bytes.Count + 1);
            var length = Math.Min(random.Next(1, 60), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    bytes.InsertRange(at, Encoding.Latin1.GetBytes(Tokens[random.Next(Tokens.Length)]));
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 3 when length > 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 4:
                    bytes.InsertRange(at, Enumerable.Repeat((byte)Tokens[random.Next(Tokens.Length)][0], random.Next(300)));
                    break;
                default:
                    bytes.RemoveRange(at, random.Next(8) == 0 ? bytes.Count - at : 0);
                    break;
            }
        }
        return [.. bytes];
    }

    [Fact]
    public void No_mutated_mail_escapes_as_an_exception_or_takes_long()
    {
        var count = Environment.GetEnvironmentVariable("DUNNING_FULL") == "1" ? 1_000_000 : 20_000;
        var random = new Random(20260304);
        var longest = TimeSpan.Zero;
        for (var i = 0; i < count; i++)
        {
            var raw = random.Next(2) == 0 ? Mutate(random) : StructuralMutator.Mutate(random.Next(3) == 0 ? Mutate(random) : Seeds[random.Next(Seeds.Length)], Seeds[random.Next(Seeds.Length)], random);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var start = CpuClock.Now;
            try
            {
                var mail = MimeParser.Parse(raw, MimeLimits.Default);
                var text = MailText.Of(mail);
                NewText.Extract(text.Text).ShouldNotBeNull();
                DeliveryStatus.Recognise(mail).ShouldNotBeNull();
                Authenticity.Judge(mail, "x", ["b.test"]).ShouldNotBeNull();
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Mail {i}: {Convert.ToBase64String(raw)}", e);
            }
            var spent = CpuClock.Now - start;
            longest = spent > longest ? spent : longest;
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(50_000_000);
        }
        longest.ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    public static TheoryData<string, string> Hostile => new()
    {
        { "delimiters", "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + Repeat("--b\r\n", 400_000) },
        { "near delimiters", "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + Repeat("--bx", 500_000) },
        { "encoded words", "Subject: " + Repeat("=?utf-8?Q?", 200_000) },
        { "headers", Repeat("A: b\r\n", 400_000) },
        { "no headers", Repeat("garbage\r\n", 200_000) },
        { "addresses", "To: " + Repeat("<a@b>,", 300_000) },
        { "open angles", "To: " + Repeat("<", 1_000_000) },
        { "comments", "From: " + Repeat("(", 1_000_000) },
        { "parameters", "Content-Type: text/plain; " + Repeat("a*0=b;", 300_000) + "\r\n\r\nx" },
        { "folding", "Subject: a" + Repeat("\r\n ", 500_000) },
        { "tags", "Content-Type: text/html\r\n\r\n" + Repeat("<div>", 300_000) },
        { "unclosed tags", "Content-Type: text/html\r\n\r\n" + Repeat("<a b='", 200_000) },
        { "wrong close tags", "Content-Type: text/html\r\n\r\n" + Repeat("<b>", 400) + Repeat("</i></b><b>", 100_000) },
        { "styles", "Content-Type: text/html\r\n\r\n<style>" + Repeat(".a{b:c}", 100_000) + "</style>" + Repeat("<p class='a a a a a a'>", 40_000) },
        { "entities", "Content-Type: text/html\r\n\r\n" + Repeat("&amp", 400_000) },
        { "comments in html", "Content-Type: text/html\r\n\r\n" + Repeat("<!--[if", 200_000) },
        { "attributions", "\r\n" + Repeat("On Mon, 2 Mar 2026 at 9:30\r\n", 50_000) },
        { "labels", "\r\n" + Repeat("From: x\r\n", 100_000) },
        { "closings", "\r\n" + Repeat("Regards,\r\n\r\n", 60_000) },
        { "rules and notes", "\r\n" + Repeat("----------\r\navertissement\r\n", 20_000) },
        { "absence", "Auto-Submitted: auto-replied\r\nSubject: out of office\r\n\r\n" + Repeat("bis ab tot until ", 100_000) },
        { "status groups", "Content-Type: message/delivery-status\r\n\r\n" + Repeat("Action: failed\r\n\r\n", 200_000) },
        { "status blanks", "Content-Type: message/delivery-status\r\n\r\n" + Repeat("\r\n", 1_000_000) },
        { "results", "From: a@b\r\nAuthentication-Results: x;" + Repeat("spf=pass a=b;", 5_000) + "\r\n\r\n" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Large_hostile_input_is_read_in_linear_time(string name, string raw)
    {
        var bytes = Encoding.Latin1.GetBytes(raw);
        TimeSpan Measure()
        {
            var start = CpuClock.Now;
            var mail = MimeParser.Parse(bytes, MimeLimits.Default);
            NewText.Extract(MailText.Of(mail).Text);
            DeliveryStatus.Recognise(mail);
            AuthenticationResults.Read(mail, "x");
            return CpuClock.Now - start;
        }
        // The best of five, because the first run also compiles the code.
        var best = Measure();
        for (var run = 1; run < 5 && best >= TimeSpan.FromSeconds(1); run++)
            best = Measure() is var again && again < best ? again : best;
        best.ShouldBeLessThan(TimeSpan.FromSeconds(1), name);
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
