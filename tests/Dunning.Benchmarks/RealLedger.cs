namespace Dunning.Benchmarks;

/// <summary>A real ledger for measuring, which is no part of the project.</summary>
internal static class RealLedger
{
    public const string File = "highradius-closed-invoices.csv";
    public const string Variable = "DUNNING_SHARED_DATA";

    /// <summary>Path of the file; null where it is absent.</summary>
    public static string? Find() => Folders().Select(folder => Path.Combine(folder, File)).FirstOrDefault(System.IO.File.Exists);

    private static IEnumerable<string> Folders()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named) yield return named;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "Dunning.Agent.sln")) && folder.Parent is { } parent)
                yield return Path.Combine(parent.FullName, "shared", "data");
        }
    }
}
