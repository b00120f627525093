namespace Dunning.Evals;

/// <summary>Where the data lies: the repository the program runs in.</summary>
internal static class EvalPaths
{
    public static string Root { get; } = Find();
    public static string Replies => Path.Combine(Root, "evals", "datasets", "replies");
    public static string Dates => Path.Combine(Root, "evals", "datasets", "dates");
    public static string FreshDates => Path.Combine(Dates, "fresh");
    public static string Amounts => Path.Combine(Root, "evals", "datasets", "amounts");
    public static string Inbox => Path.Combine(Root, "evals", "datasets", "inbox");
    public static string NewTexts => Path.Combine(Root, "evals", "datasets", "newtext");
    public static string Phrases => Path.Combine(Root, "evals", "Dunning.Evals", "Data", "Phrases");
    public static string Model => Path.Combine(Root, "src", "Dunning.Flows", "Reading", "reader.model");
    public static string Endings => Path.Combine(Root, "src", "Dunning.Mail", "Zoning", "endings.model");
    public static string ActModel => Path.Combine(Root, "guardrails", "Dunning.Guardrails", "Text", "Acts", "acts.model");
    public static string Thresholds => Path.Combine(Root, "evals", "thresholds.json");

    /// <summary>The folder reports go to, made when it is not there: the one asked for, or the default.</summary>
    public static string Reports(string? asked) => Directory.CreateDirectory(asked ?? Path.Combine(Root, ".dunning", "eval")).FullName;

    private static string Find()
    {
        foreach (var start in new[] { Directory.GetCurrentDirectory(), AppContext.BaseDirectory })
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, "Dunning.Agent.sln"))) return folder.FullName;
        throw new InvalidOperationException("Dunning.Agent.sln was not found above the working directory or the program; run this inside the repository");
    }
}
