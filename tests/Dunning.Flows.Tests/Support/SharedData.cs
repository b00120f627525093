namespace Dunning.Flows.Tests.Support;

/// <summary>Real ledgers for measuring, which are not part of the project; tests on them are skipped where they are absent.</summary>
public static class SharedData
{
    private const string Variable = "DUNNING_SHARED_DATA";

    /// <summary>Path of a file; null where it is absent.</summary>
    public static string? Find(string file) =>
        Folders().Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists);

    private static IEnumerable<string> Folders()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named) yield return named;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Dunning.Agent.sln")) && folder.Parent is { } parent)
                yield return Path.Combine(parent.FullName, "shared", "data");
        }
    }
}

/// <summary>A test that needs PostgreSQL and one of the shared files.</summary>
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute(string file)
    {
        if (TestDatabase.OwnerConnection is null) Skip = "needs PostgreSQL: DUNNING_DB_OWNER is not set";
        else if (SharedData.Find(file) is null) Skip = $"needs {file} beside the repository (../shared/data) or under DUNNING_SHARED_DATA";
    }
}
