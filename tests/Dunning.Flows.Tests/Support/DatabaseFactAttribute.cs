namespace Dunning.Flows.Tests.Support;

/// <summary>A test that needs PostgreSQL; skipped with the reason where DUNNING_DB_OWNER is not set.</summary>
public sealed class DatabaseFactAttribute : FactAttribute
{
    public DatabaseFactAttribute()
    {
        if (TestDatabase.OwnerConnection is null) Skip = "needs PostgreSQL: DUNNING_DB_OWNER is not set";
    }
}

/// <summary>A theory that needs PostgreSQL.</summary>
public sealed class DatabaseTheoryAttribute : TheoryAttribute
{
    public DatabaseTheoryAttribute()
    {
        if (TestDatabase.OwnerConnection is null) Skip = "needs PostgreSQL: DUNNING_DB_OWNER is not set";
    }
}
