using System.Text;

namespace Dunning.Mail.Tests.Mime;

/// <summary>Damages a mail where its structure lies: boundaries, headers, encodings, nesting, ends.</summary>
internal static class StructuralMutator
{
    private static readonly string[] Types =
    [
        "multipart/mixed; boundary=b", "multipart/mixed; boundary=\"b\"", "multipart/alternative", "multipart/report; report-type=delivery-status; boundary=b", "multipart/digest; boundary=\" b \"", "multipart/signed; boundary=b; protocol=\"x",
        "message/rfc822", "message/delivery-status", "message/feedback-report", "message/disposition-notification", "text/rfc822-headers", "text/calendar; method=REPLY", "text/html; charset=utf-16", "text/plain; charset=iso-2022-jp; format=flowed", "text/plain; charset=utf-7", "application/ms-tnef; name=winmail.dat", "text/plain; charset*0=ut; charset*1*=''f-8", ";;;", "text",
    ];

    private static readonly string[] Encodings = ["base64", "quoted-printable", "x-uuencode", "8bit", "binary", "7bit\r\n folded", "base64; x=y", ""];

    private static readonly string[] Fields =
    [
        "From: a@b.test", "From: \"x@y.test\" <a@b.test>, c@d.test", "Reply-To: <>", "Auto-Submitted: auto-replied", "Return-Path: <>", "Precedence: bulk", "List-Id: <x>", "X-Failed-Recipients: a@b.test, c@d.test", "Subject: =?utf-8?B?/w==?= =?utf-8?Q?=FF?=", "Subject: Undeliverable: x",
        "Authentication-Results: x; dmarc=pass header.from=b.test", "Authentication-Results: x;;;=;;(", "Message-ID: <<<>>>", "Date: Feb 31 -1 25:61", "Content-Disposition: attachment; filename*0*=utf-8''%FF; filename*2*=%zz", "Subject: Out of office", "References: " + "<a@b> ", "X: \0\0",
    ];

    private static readonly string[] Bodies =
    [
        "> q\r\nAm Mi., 11. März 2026 um 09:12 Uhr\r\nschrieb A <a@b.test>:\r\n> x", "begin 644 a.bin\r\n#0V%T\r\n`\r\nend\r\n", "-----Original Message-----\r\nFrom: a\r\n", "##- Please type your reply above this line -##", "-- \r\n", "<div style='display:none'><blockquote><p hidden>x", "Von: a\r\nGesendet: b\r\nAn: c\r\nBetreff: d", "--b\r\n--b--\r\n--b", "<!--[if mso]><table>", "I am out of the office until 3.4. Contact Bob Roe a@b.test.", "\uD83D\uDE00 \u202E", "Message-ID: <a@b>",
    ];

    public static byte[] Mutate(byte[] seed, byte[] other, Random random)
    {
        // Latin-1 keeps every byte as it is.
        var mail = Encoding.Latin1.GetString(seed);
        for (var n = random.Next(1, 6); n > 0; n--)
            mail = Step(mail, Encoding.Latin1.GetString(other), random);
        return Encoding.Latin1.GetBytes(mail.Length > 60_000 ? mail[..60_000] : mail);
    }

    private static string Step(string mail, string other, Random random)
    {
        var (head, body) = Split(mail);
        var lines = head.Split("\r\n").ToList();
        switch (random.Next(13))
        {
            case 0:
                lines.Insert(random.Next(lines.Count + 1), Pick(Fields, random));
                break;
            case 1:
                lines.RemoveAt(random.Next(lines.Count));
                break;
            case 2:
                lines.Insert(0, $"Content-Type: {Pick(Types, random)}");
                break;
            case 3:
                lines.Insert(0, $"Content-Transfer-Encoding: {Pick(Encodings, random)}");
                break;
            case 4:
                var moved = lines[random.Next(lines.Count)];
                lines.Insert(random.Next(lines.Count), moved);
                break;
            case 5:
                return Nested(mail, random);
            case 6:
                return $"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n{mail}\r\n--b\r\n{other}\r\n--b{(random.Next(2) == 0 ? "--" : "")}\r\n";
            case 7:
                return mail[..random.Next(mail.Length + 1)];
            case 8:
                return mail.Replace("boundary=", random.Next(2) == 0 ? "boundary*=" : "boundry=", StringComparison.Ordinal);
            case 9:
                return mail.Replace("\r\n", random.Next(3) switch { 0 => "\n", 1 => "\r", _ => "\r\r\n" }, StringComparison.Ordinal);
            case 10:
                body = Insert(body, Pick(Bodies, random), random);
                break;
            case 11:
                body = Insert(body, other, random);
                break;
            default:
                body = Convert.ToBase64String(Encoding.Latin1.GetBytes(body), Base64FormattingOptions.InsertLineBreaks);
                break;
        }
        return string.Join("\r\n", lines) + "\r\n\r\n" + body;
    }

    /// <summary>The same boundary, or one that begins like it, in every level: what senders must not do and do.</summary>
    private static string Nested(string mail, Random random)
    {
        for (var depth = random.Next(1, 30); depth > 0 && mail.Length < 40_000; depth--)
        {
            var boundary = random.Next(3) == 0 ? "b" : new string('b', depth);
            mail = random.Next(3) == 0
                ? $"Content-Type: message/rfc822\r\n\r\n{mail}"
                : $"Content-Type: multipart/{(random.Next(2) == 0 ? "alternative" : "mixed")}; boundary={boundary}\r\n\r\n--{boundary}\r\n{mail}\r\n--{boundary}--\r\n";
        }
        return mail;
    }

    private static (string Head, string Body) Split(string mail)
    {
        var end = mail.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return end < 0 ? (mail, "") : (mail[..end], mail[(end + 4)..]);
    }

    private static string Insert(string body, string piece, Random random) => body.Insert(random.Next(body.Length + 1), piece);

    private static string Pick(string[] of, Random random) => of[random.Next(of.Length)];
}
