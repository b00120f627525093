using System.Globalization;
using Npgsql;

namespace Dunning.Simulator.Demo;

/// <summary>Where the demo finds its servers, as <c>./dunning</c> tells it in the environment.</summary>
public sealed record DemoSettings(
    string Owner, string Agent, string Console, string Home, string Root, string MailHost, int SmtpPort, int MxPort, int ImapPort,
    string MailUser, string MailPassword, string DebtorPassword, string? MailCa)
{
    /// <summary>The demo's own database; it is dropped and made anew by every run.</summary>
    public string DatabaseName { get; init; } = "dunning_demo";

    /// <summary>The address replies come back to, and the mailbox the agent reads.</summary>
    public string Mailbox { get; init; } = MailUser;

    /// <summary>The connection strings for the demo's database.</summary>
    public DemoSettings OnDemoDatabase() => this with { Owner = On(Owner, DatabaseName), Agent = On(Agent, DatabaseName), Console = On(Console, DatabaseName) };

    /// <summary>Whether the environment names everything; the first missing variable otherwise.</summary>
    public static string? Missing() =>
        new[] { "DUNNING_DB_OWNER", "DUNNING_DB", "DUNNING_SMTP_HOST", "DUNNING_SMTP_PORT", "DUNNING_MX_PORT", "DUNNING_IMAP_PORT", "DUNNING_IMAP_USER", "DUNNING_IMAP_PASSWORD", "DUNNING_DEBTOR_PASSWORD" }
            .FirstOrDefault(name => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name)));

    /// <summary>Reads the environment.</summary>
    /// <exception cref="InvalidOperationException">A variable is missing or malformed.</exception>
    public static DemoSettings Read()
    {
        if (Missing() is { } missing) throw new InvalidOperationException($"{missing} is not set; start the demo with ./dunning demo.");
        return new(
            Get("DUNNING_DB_OWNER")!, Get("DUNNING_DB")!, Get("DUNNING_DB_CONSOLE") ?? Get("DUNNING_DB")!, Get("DUNNING_HOME") ?? Path.Combine(Path.GetTempPath(), "dunning"),
            Get("DUNNING_ROOT") ?? "", Get("DUNNING_SMTP_HOST")!, Port("DUNNING_SMTP_PORT"), Port("DUNNING_MX_PORT"), Port("DUNNING_IMAP_PORT"),
            Get("DUNNING_IMAP_USER")!, Get("DUNNING_IMAP_PASSWORD")!, Get("DUNNING_DEBTOR_PASSWORD")!, Get("DUNNING_MAIL_CA"));
    }

    private static string? Get(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static int Port(string name) =>
        int.TryParse(Get(name), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535 ? port
            : throw new InvalidOperationException($"{name} is '{Get(name)}', not a port.");

    private static string On(string connection, string database) => new NpgsqlConnectionStringBuilder(connection) { Database = database }.ConnectionString;
}
