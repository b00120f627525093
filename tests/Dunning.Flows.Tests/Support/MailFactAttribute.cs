namespace Dunning.Flows.Tests.Support;

/// <summary>A test that needs PostgreSQL and real mail servers; skipped with the reason where they are not named.</summary>
public sealed class MailFactAttribute : FactAttribute
{
    public MailFactAttribute()
    {
        if (TestDatabase.OwnerConnection is null) Skip = "needs PostgreSQL: DUNNING_DB_OWNER is not set";
        else if (MailWorld.Missing is { } name) Skip = $"needs mail servers: {name} is not set";
    }
}
