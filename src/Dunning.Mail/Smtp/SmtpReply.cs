using System.Globalization;
using System.Text;
using Dunning.Mail.Wire;

namespace Dunning.Mail.Smtp;

/// <summary>A server's reply (RFC 5321 §4.2).</summary>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    private const int MostLineBytes = 4096;
    private const int MostLines = 200;

    public string Text => string.Join(' ', Lines);

    public bool IsPositive => Code is >= 200 and <= 299;

    /// <summary>class.subject.detail (RFC 2034, RFC 3463) at the start of the text.</summary>
    public string? EnhancedCode
    {
        get
        {
            var first = Lines[0].Split(' ', 2)[0];
            var digits = first.Split('.');
            return digits.Length == 3 && digits[0] is "2" or "4" or "5" && digits.All(d => d.Length is > 0 and <= 3 && d.All(char.IsAsciiDigit)) ? first : null;
        }
    }

    /// <summary>The id servers put behind "queued as" (Postfix) or "id=" (Exim).</summary>
    public string? QueueId => After(Text, "queued as ") ?? After(Text, "id=");

    public static async Task<SmtpReply> ReadAsync(WireStream wire, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        var code = 0;
        while (lines.Count < MostLines)
        {
            var line = await wire.ReadLineAsync(MostLineBytes, cancellationToken);
            if (line.Length < 3 || !int.TryParse(Encoding.ASCII.GetString(line, 0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || number is < 200 or > 599 || line.Length > 3 && line[3] is not ((byte)' ' or (byte)'-') || code != 0 && code != number)
                throw new WireException("The server sent what is no SMTP reply.");
            code = number;
            lines.Add(line.Length > 4 ? Clean(Encoding.UTF8.GetString(line, 4, line.Length - 4)) : "");
            if (line.Length == 3 || line[3] == ' ')
                return new SmtpReply(code, lines);
        }
        throw new WireException("The server sent a reply of too many lines.");
    }

    /// <summary>The outcome a refusal means; any other unexpected code is a broken dialogue in which nothing was accepted.</summary>
    public SmtpOutcome ToRejection(SmtpStage stage, string? recipient) => Code switch
    {
        >= 500 => new SmtpOutcome.RejectedPermanent(stage, Code, EnhancedCode, Text, recipient),
        >= 400 => new SmtpOutcome.RejectedTransient(stage, Code, EnhancedCode, Text, recipient),
        _ => new SmtpOutcome.NotSent(stage, string.Create(CultureInfo.InvariantCulture, $"unexpected reply {Code} {Text}")),
    };

    private static string Clean(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));

    private static string? After(string text, string mark)
    {
        var at = text.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var id = string.Concat(text[(at + mark.Length)..].TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '@'));
        return id.Length == 0 ? null : id;
    }
}
