using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Ledger;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Dunning.Flows.Policies;

/// <summary>
/// Reads a policy file: named segments in order, each with the accounts it is for and what holds for them. Everything
/// that is wrong is named at once, and a value looser than the compiled-in limits is wrong.
/// </summary>
public sealed class PolicyFiles
{
    private static readonly string[] OfFile = ["name", "version", "defaults", "segments", "exceptions"];
    private static readonly string[] OfSegment = ["name", "match", .. PolicyReading.Known];

    private readonly List<PolicyProblem> problems = [];
    private readonly string file;

    private PolicyFiles(string file) => this.file = file;

    /// <summary>Reads a file.</summary>
    /// <exception cref="PolicyException">Something in it is wrong; every problem names file, line, column, field and cause.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static PolicySet Load(string path) => Read(path, File.ReadAllText(path));

    /// <summary>Reads the text of a file.</summary>
    /// <exception cref="PolicyException">Something in it is wrong.</exception>
    public static PolicySet Read(string file, string yaml)
    {
        var reading = new PolicyFiles(file);
        var set = reading.Read(yaml);
        var ordered = reading.problems.Distinct().OrderBy(problem => problem.Line).ThenBy(problem => problem.Column).ToList();
        return ordered.Count > 0 || set is null ? throw new PolicyException(ordered) : set;
    }

    private PolicySet? Read(string yaml)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException broken)
        {
            problems.Add(new(file, (int)broken.Start.Line, (int)broken.Start.Column, "file", broken.Message));
            return null;
        }

        if (stream.Documents is not [{ RootNode: var root }])
        {
            problems.Add(new(file, 1, 1, "file", $"must be one document with {string.Join(", ", OfFile)}"));
            return null;
        }

        var node = new PolicyNode(file, root, "", OfFile, problems);
        var label = $"{node.Required("name")} {node.Text("version")}".Trim();
        var defaults = node.Child("defaults", PolicyReading.Known);
        var common = defaults is null ? Policy.Default : PolicyReading.Read(defaults, Policy.Default);
        if (!node.Has("segments")) node.Wrong("segments", "is missing; the last segment has no match and is for every account");
        List<PolicySegment> segments = [.. node.Children("segments", OfSegment).Select(segment => Segment(segment, defaults, common))];
        Order(node, segments);
        IReadOnlyList<AutomationException> lifted = [.. node.Children("exceptions", "entity", "debtor", "decided_by", "reason").Select(Lifted)];
        return problems.Count > 0 || segments.Count == 0 ? null : new(segments) { Label = label, Exceptions = lifted };
    }

    private PolicySegment Segment(PolicyNode node, PolicyNode? defaults, Policy common)
    {
        var name = node.Required("name");
        var policy = PolicyReading.Read(node, common) with { Name = name };
        foreach (var bound in PolicyBounds.BrokenBy(policy))
        {
            // The limit is reported where the value stands: in the segment, or in the defaults it was taken from.
            var (line, column) = node.Place(bound.Field) ?? defaults?.Place(bound.Field) ?? node.Spot();
            problems.Add(new(file, line, column, bound.Field, $"looser than is compiled in: {bound.Limit}"));
        }

        return new(name, MatchReading.Read(node), policy);
    }

    private static void Order(PolicyNode node, List<PolicySegment> segments)
    {
        if (segments.Count > 0 && !segments[^1].Match.IsCatchAll) node.Wrong("segments", "the last segment must have no match, so that every account has a policy");
        foreach (var early in segments.SkipLast(1).Where(segment => segment.Match.IsCatchAll))
            node.Wrong("segments", $"'{early.Name}' has no match and is for every account, so that the segments after it are never reached");
        foreach (var twice in segments.GroupBy(segment => segment.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
            node.Wrong("segments", $"two segments are named '{twice.Key}'");
    }

    private static AutomationException Lifted(PolicyNode node)
    {
        var kind = node.OneOf("debtor", ("consumer", DebtorKind.Consumer), ("sole_trader", DebtorKind.SoleTrader));
        if (!node.Has("debtor")) node.Wrong("debtor", "is missing; it is consumer or sole_trader");
        return new(node.Required("entity"), kind ?? DebtorKind.Consumer, node.Required("decided_by"), node.Required("reason"));
    }
}
