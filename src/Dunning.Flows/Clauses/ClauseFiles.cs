using Dunning.Core.Correspondence;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Dunning.Flows.Clauses;

/// <summary>Loads the clause files, <c>clauses/&lt;language&gt;/*.yaml</c> under the prompts folder.</summary>
public static class ClauseFiles
{
    /// <summary>The prompts folder that is delivered beside the program.</summary>
    public static string DeliveredFolder => Path.Combine(AppContext.BaseDirectory, "prompts");

    /// <summary>Loads and checks all clauses.</summary>
    /// <exception cref="ClauseException">Something in a file is wrong; every problem names file, line, column and field.</exception>
    /// <exception cref="DirectoryNotFoundException">The folder has no clauses.</exception>
    public static ClauseLibrary Load(string promptsFolder)
    {
        var root = Path.Combine(promptsFolder, "clauses");
        if (!Directory.Exists(root)) throw new DirectoryNotFoundException($"There are no clauses: the folder {Path.GetFullPath(root)} does not exist.");
        var files = Directory.GetFiles(root, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        if (files.Count == 0) throw new DirectoryNotFoundException($"There are no clauses: {Path.GetFullPath(root)} holds no .yaml file.");

        List<ClauseProblem> problems = [];
        List<Clause> clauses = [];
        foreach (var file in files)
        {
            var language = Path.GetFileName(Path.GetDirectoryName(file)) ?? "";
            clauses.AddRange(Read(Path.GetRelativePath(promptsFolder, file), language, File.ReadAllText(file), problems));
        }

        return problems.Count > 0 ? throw new ClauseException(problems) : new ClauseLibrary(clauses);
    }

    /// <summary>Reads the clauses of one file; what is wrong is added to the problems.</summary>
    public static IReadOnlyList<Clause> Read(string file, string language, string yaml, ICollection<ClauseProblem> problems)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException broken)
        {
            problems.Add(new(new(file, (int)broken.Start.Line, (int)broken.Start.Column), "file", broken.Message));
            return [];
        }

        if (stream.Documents is not [{ RootNode: YamlSequenceNode list }])
        {
            problems.Add(new(new(file, 1, 1), "file", "must be one list of clauses"));
            return [];
        }

        return [.. list.Select(node => new ClauseNode(file, language, node, problems).Read()).OfType<Clause>()];
    }
}
