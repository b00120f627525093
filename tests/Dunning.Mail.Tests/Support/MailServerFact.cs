namespace Dunning.Mail.Tests.Support;

/// <summary>A test against real mail servers; skipped with a message when the environment names none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MailServerFactAttribute : FactAttribute
{
    private static readonly string[] Needed = ["DUNNING_SMTP_HOST", "DUNNING_SMTP_PORT", "DUNNING_MX_PORT", "DUNNING_IMAP_HOST", "DUNNING_IMAP_PORT", "DUNNING_IMAP_USER", "DUNNING_IMAP_PASSWORD", "DUNNING_MAIL_CA"];

    public MailServerFactAttribute()
    {
        var missing = Needed.Where(name => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name))).ToList();
        if (missing.Count > 0)
            Skip = $"No mail servers: {string.Join(", ", missing)} not set (./dunning test sets them).";
    }
}
