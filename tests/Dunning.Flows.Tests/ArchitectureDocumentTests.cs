using Dunning.Flows.Tests.Support;

namespace Dunning.Flows.Tests;

/// <summary>docs/architecture.md names the right file for each hop.</summary>
public sealed class ArchitectureDocumentTests
{
    [Fact]
    public void Every_hop_names_a_file_that_declares_its_type()
    {
        var root = Repository.Root;
        var rows = File.ReadAllLines(Path.Combine(root, "docs", "architecture.md"))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)).Where(cells => cells is ["", _, ['`', ..], _, ""]).ToList();

        rows.Count.ShouldBeGreaterThan(25);
        foreach (var row in rows)
        {
            var (type, file) = (row[2].Trim('`'), Path.Combine(root, row[3]));
            File.Exists(file).ShouldBeTrue($"{row[3]} is named in docs/architecture.md");
            File.ReadAllText(file).ShouldMatch($@"\b(class|record|interface) {type}\b", $"{row[3]} should declare {type}");
        }
    }
}
