using System.Text;
using Dunning.Mail.Mime;
using Dunning.Mail.Smtp;

namespace Dunning.Mail.Tests.Support;

/// <summary>Starting points of tests.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Day = new(2026, 3, 4, 9, 30, 0, TimeSpan.FromHours(1));

    public static MimeBuilder Mail(string text = "Good day,\n\ninvoice 4711 is open.\n", string subject = "Invoice 4711", string? id = null) => new()
    {
        From = new MailAddress("Nordwind Fixtures GmbH", "ar@collections.test"),
        To = [new MailAddress("Blue Pelican Ltd", "ap@debtor.test")],
        Subject = subject,
        MessageId = id ?? "touch-1@collections.test",
        Date = Day,
        TextBody = text,
    };

    public static SmtpEnvelope Envelope(long size = 100) => new("ar@collections.test", ["ap@debtor.test"], size);

    public static MimeMessage Parsed(string raw) => MimeParser.Parse(Encoding.Latin1.GetBytes(raw.ReplaceLineEndings("\r\n")), MimeLimits.Default);

    public static MimeMessage ParsedUtf8(string raw) => MimeParser.Parse(Encoding.UTF8.GetBytes(raw.ReplaceLineEndings("\r\n")), MimeLimits.Default);
}
