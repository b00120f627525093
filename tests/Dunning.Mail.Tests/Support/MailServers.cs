using System.Globalization;
using Dunning.Mail.Imap;
using Dunning.Mail.Smtp;
using Dunning.Mail.Wire;

namespace Dunning.Mail.Tests.Support;

/// <summary>The real servers the environment names.</summary>
internal static class MailServers
{
    public static string ImapUser => Get("DUNNING_IMAP_USER");

    public static string ImapPassword => Get("DUNNING_IMAP_PASSWORD");

    public static int MxPort => Number("DUNNING_MX_PORT");

    public static SmtpOptions Smtp => new()
    {
        Host = Get("DUNNING_SMTP_HOST"),
        Port = Number("DUNNING_SMTP_PORT"),
        Tls = TlsMode.StartTls,
        CaFile = Get("DUNNING_MAIL_CA"),
        User = Environment.GetEnvironmentVariable("DUNNING_SMTP_USER"),
        Password = Environment.GetEnvironmentVariable("DUNNING_SMTP_PASSWORD"),
        CommandTimeout = TimeSpan.FromSeconds(20),
    };

    public static ImapOptions Imap => new()
    {
        Host = Get("DUNNING_IMAP_HOST"),
        Port = Number("DUNNING_IMAP_PORT"),
        Tls = Number("DUNNING_IMAP_PORT") % 1000 == 993 ? TlsMode.Implicit : TlsMode.StartTls,
        CaFile = Get("DUNNING_MAIL_CA"),
    };

    private static string Get(string name) => Environment.GetEnvironmentVariable(name)!;

    private static int Number(string name) => int.Parse(Get(name), CultureInfo.InvariantCulture);
}
