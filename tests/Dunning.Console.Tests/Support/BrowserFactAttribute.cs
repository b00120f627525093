using Dunning.Flows.Tests.Support;

namespace Dunning.Console.Tests.Support;

/// <summary>A test in a real browser against a real database; skipped with the reason where one is missing.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Missing;

    internal static string? Missing =>
        TestDatabase.OwnerConnection is null ? "needs PostgreSQL: DUNNING_DB_OWNER is not set"
        : File.Exists(ConsoleWorld.Chromium) ? null : $"needs Chromium: there is no {ConsoleWorld.Chromium} (DUNNING_CHROMIUM names another)";
}

/// <summary>The same with real mail servers.</summary>
public sealed class BrowserMailFactAttribute : FactAttribute
{
    public BrowserMailFactAttribute() => Skip = BrowserFactAttribute.Missing ?? (MailWorld.Missing is { } name ? $"needs mail servers: {name} is not set" : null);
}
