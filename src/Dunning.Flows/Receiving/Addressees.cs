using System.Text;
using Dunning.Mail.Mime;

namespace Dunning.Flows.Receiving;

/// <summary>Everybody a mail went to.</summary>
public static class Addressees
{
    private const int Most = 500;

    /// <summary>To, Cc and Bcc in lower case; only the sender's own copy shows the last.</summary>
    public static string[] Of(MimeMessage message) =>
    [
        .. message.To.Concat(message.Cc).Concat(message.Headers.All("Bcc").SelectMany(field => AsRecipients(field.Raw)))
            .Select(address => address.Address.ToLowerInvariant()).Distinct().Take(Most),
    ];

    // The parser reads address lists in the fields it knows.
    private static IReadOnlyList<MailAddress> AsRecipients(string list) =>
        MimeParser.Parse(Encoding.UTF8.GetBytes($"To: {list.ReplaceLineEndings(" ")}\r\n\r\n")).To;
}
