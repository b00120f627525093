using System.Globalization;
using System.Security.Cryptography;
using Dunning.Connectors;
using Dunning.Connectors.Models;
using Dunning.Core.Cadence;
using Dunning.Flows.Drafting;
using Dunning.Flows.Policies;
using Dunning.Flows.Receiving;
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
        var (imapUser, smtpUser) = (Required("DUNNING_IMAP_USER"), Optional("DUNNING_SMTP_USER"));
        var imapTokens = MailTokens.For(imapUser, home);
        var smtpTokens = imapTokens is null || smtpUser is null ? null : smtpUser == imapUser ? imapTokens : MailTokens.For(smtpUser, home);
        var smtp = new SmtpOptions
        {
            Host = Required("DUNNING_SMTP_HOST"), Port = Port("DUNNING_SMTP_PORT", 587), Tls = smtpTls, CaFile = ca,
            User = smtpUser, Password = Secret("DUNNING_SMTP_PASSWORD"), AccessToken = smtpTokens is null ? null : smtpTokens.GetAsync,
            AccessTokenRefused = smtpTokens is null ? null : smtpTokens.Forget, FinalReplyTimeout = TimeSpan.FromMinutes(2),
            AllowPlaintextAuthentication = smtpTls == TlsMode.None,
        };
        var imap = new ImapOptions
        {
            Host = Required("DUNNING_IMAP_HOST"), Port = Port("DUNNING_IMAP_PORT", 143), Tls = imapTls, CaFile = ca,
            AllowPlaintextAuthentication = imapTls == TlsMode.None,
        };
        return new(
            database, smtp, imap, imapUser, imapTokens is null ? RequiredSecret("DUNNING_IMAP_PASSWORD") : "", Optional("DUNNING_MAIL_BORDER") ?? "mx.collections.test",
            ThreadKey(home), Documents(home), Prompts, DraftingOptions.Default)
        {
            RedirectAll = Optional("DUNNING_REDIRECT_ALL"), Policies = Policies(), Model = Model(), Embeddings = Embeddings(), ImapTokens = imapTokens, SentFolder = Optional("DUNNING_MAIL_SENT_FOLDER"),
            Backfill = BackfillOptions.Default with { Days = Number("DUNNING_MAIL_BACKFILL_DAYS", BackfillOptions.Default.Days, 0, 3650) },
            LargestMail = Number("DUNNING_MAIL_LARGEST_MB", 40, 1, 50) * 1024 * 1024,
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

    /// <summary>The language model the environment names; null for none.</summary>
    /// <exception cref="FailureException">A setting is wrong.</exception>
    public static ModelOptions? Model() => Models(ModelOptions.Read);

    /// <summary>The embedding model the environment names; null for none.</summary>
    /// <exception cref="FailureException">A setting is wrong.</exception>
    public static EmbeddingOptions? Embeddings() => Models(EmbeddingOptions.Read);

    private static T? Models<T>(Func<Func<string, string?>, T?> read)
    {
        try
        {
            return read(Environment.GetEnvironmentVariable);
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

    private static int Port(string name, int otherwise) => Number(name, otherwise, 1, 65535);

    private static int Number(string name, int otherwise, int least, int most) =>
        Optional(name) is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : throw new FailureException($"{name} is '{text}'; it must be a whole number from {least} to {most}.");

    /// <summary>A secret from the variable itself or from the file that the variable with _FILE behind it names.</summary>
    internal static string? Secret(string name)
    {
        if (Optional(name + "_FILE") is not { } file) return Optional(name);
        if (Optional(name) is not null) throw new FailureException($"{name} and {name}_FILE are both set; only one may be.");
        var text = TextOf(file, name + "_FILE").TrimEnd('\r', '\n');
        return text.Length > 0 ? text : throw new FailureException($"{name}_FILE: {file} is empty.");
    }

    internal static string RequiredSecret(string name) =>
        Secret(name) ?? throw new FailureException($"{name} is not set, and no {name}_FILE either; start the verb with ./dunning, or name your mail servers.");

    /// <summary>The text of a file that a setting names.</summary>
    internal static string TextOf(string file, string namedBy)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new FailureException($"{namedBy}: {unreadable.Message}");
        }
    }

    internal static string Required(string name) =>
        Optional(name) ?? throw new FailureException($"{name} is not set; start the verb with ./dunning, or name your mail servers.");

    internal static string? Optional(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
