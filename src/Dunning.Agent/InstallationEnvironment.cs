using System.Globalization;
using System.Security.Cryptography;
using Dunning.Connectors;
using Dunning.Connectors.Models;
using Dunning.Core.Cadence;
using Dunning.Flows.Drafting;
using Dunning.Flows.Policies;
using Dunning.Mail.Imap;
using Dunning.Mail.Smtp;
using Dunning.Mail.Wire;

namespace Dunning.Agent;

/// <summary>Reads from the environment where mail servers, documents and secrets are.</summary>
public static class InstallationEnvironment
{
    /// <summary>The settings of this installation.</summary>
    /// <exception cref="FailureException">Something needed is missing or malformed; the message names the variable.</exception>
    public static InstallationSettings Read(string database, string home)
    {
        var ca = Optional("DUNNING_MAIL_CA");
        var smtpTls = Tls("DUNNING_SMTP_TLS", TlsMode.StartTls);
        var imapTls = Tls("DUNNING_IMAP_TLS", TlsMode.StartTls);
        var smtp = new SmtpOptions
        {
            Host = Required("DUNNING_SMTP_HOST"), Port = Port("DUNNING_SMTP_PORT", 587), Tls = smtpTls, CaFile = ca,
            User = Optional("DUNNING_SMTP_USER"), Password = Optional("DUNNING_SMTP_PASSWORD"), FinalReplyTimeout = TimeSpan.FromMinutes(2),
            AllowPlaintextAuthentication = smtpTls == TlsMode.None,
        };
        var imap = new ImapOptions
        {
            Host = Required("DUNNING_IMAP_HOST"), Port = Port("DUNNING_IMAP_PORT", 143), Tls = imapTls, CaFile = ca,
            AllowPlaintextAuthentication = imapTls == TlsMode.None,
        };
        return new(
            database, smtp, imap, Required("DUNNING_IMAP_USER"), Required("DUNNING_IMAP_PASSWORD"), Optional("DUNNING_MAIL_BORDER") ?? "mx.collections.test",
            ThreadKey(home), Documents(home), Prompts, DraftingOptions.Default)
        {
            RedirectAll = Optional("DUNNING_REDIRECT_ALL"), Policies = Policies(), Model = Model(),
        };
    }

    /// <summary>The policies of the file DUNNING_POLICY names; the built-in one where it names none.</summary>
    /// <exception cref="FailureException">The file is wrong or cannot be read; every error is named.</exception>
    public static PolicySet Policies() => Optional("DUNNING_POLICY") is { } file ? PoliciesOf(file, "DUNNING_POLICY") : PolicySet.Default;

    /// <summary>The policies of a file, named by a setting or an argument.</summary>
    /// <exception cref="FailureException">The file cannot be read or is not valid.</exception>
    public static PolicySet PoliciesOf(string file, string namedBy)
    {
        try
        {
            return PolicyFiles.Load(file);
        }
        catch (PolicyException wrong)
        {
            throw new FailureException(wrong.Message);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new FailureException($"{namedBy}: {unreadable.Message}");
        }
    }

    private static ModelOptions? Model()
    {
        try
        {
            return ModelOptions.Read(Environment.GetEnvironmentVariable);
        }
        catch (ModelOptionsException wrong)
        {
            throw new FailureException(wrong.Message);
        }
    }

    /// <summary>Folder of the document store.</summary>
    public static string Documents(string home) => Optional("DUNNING_DOCUMENTS") ?? Path.Combine(home, "documents");

    /// <summary>Folder with the clauses, when it is not the delivered one.</summary>
    public static string? Prompts => Optional("DUNNING_PROMPTS");

    /// <summary>The secret behind our Message-IDs; made on first use and kept in the installation's home, readable by its owner only.</summary>
    public static byte[] ThreadKey(string home)
    {
        var folder = Directory.CreateDirectory(Path.Combine(home, "secrets"));
        var file = Path.Combine(folder.FullName, "thread.key");
        if (!File.Exists(file))
        {
            var draft = $"{file}.{Guid.NewGuid():N}";
            File.WriteAllBytes(draft, RandomNumberGenerator.GetBytes(32));
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(draft, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            // Two processes may start at once: the first rename wins and both read the same key.
            try
            {
                File.Move(draft, file, overwrite: false);
            }
            catch (IOException)
            {
                File.Delete(draft);
            }
        }

        var key = File.ReadAllBytes(file);
        return key.Length >= 32 ? key : throw new FailureException($"{file}: the thread key is shorter than 32 bytes.");
    }

    private static TlsMode Tls(string name, TlsMode otherwise) => Optional(name) switch
    {
        null => otherwise,
        "starttls" => TlsMode.StartTls,
        "implicit" => TlsMode.Implicit,
        "none" => TlsMode.None,
        var other => throw new FailureException($"{name} is '{other}'; it must be starttls, implicit or none."),
    };

    private static int Port(string name, int otherwise) =>
        Optional(name) is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535 ? port
        : throw new FailureException($"{name} is '{text}', not a port.");

    private static string Required(string name) =>
        Optional(name) ?? throw new FailureException($"{name} is not set; start the verb with ./dunning, or name your mail servers.");

    private static string? Optional(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
