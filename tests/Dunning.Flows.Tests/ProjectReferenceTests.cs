using System.Xml.Linq;
using Dunning.Flows.Tests.Support;

namespace Dunning.Flows.Tests;

/// <summary>The borders between the projects, read from the project files (transitive references are switched off).</summary>
public sealed class ProjectReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Core"] = [], ["Learning"] = [], ["Mail"] = [],
        ["Guardrails"] = ["Core", "Learning"],
        ["Postgres"] = ["Core", "Guardrails"],
        ["Flows"] = ["Core", "Learning", "Mail", "Guardrails", "Postgres"],
        ["Connectors"] = ["Core", "Learning", "Mail", "Guardrails", "Postgres", "Flows"],
        ["Agent"] = ["Core", "Learning", "Mail", "Guardrails", "Postgres", "Flows", "Connectors"],
        ["Console"] = ["Core", "Flows"],
    };

    [Fact]
    public void Each_project_of_the_product_references_only_what_the_architecture_allows()
    {
        foreach (var (project, allowed) in Allowed)
        {
            var folder = project == "Guardrails" ? "guardrails" : "src";
            var file = Path.Combine(Repository.Root, folder, $"Dunning.{project}", $"Dunning.{project}.csproj");
            var referenced = XDocument.Load(file).Descendants("ProjectReference")
                .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'))["Dunning.".Length..]);
            referenced.Except(allowed).ShouldBeEmpty($"{project} may not reference these");
        }
    }

    [Fact]
    public void The_core_and_the_rules_use_no_package()
    {
        foreach (var file in new[] { "src/Dunning.Core/Dunning.Core.csproj", "src/Dunning.Learning/Dunning.Learning.csproj", "src/Dunning.Mail/Dunning.Mail.csproj", "guardrails/Dunning.Guardrails/Dunning.Guardrails.csproj" })
            XDocument.Load(Path.Combine(Repository.Root, file)).Descendants("PackageReference").ShouldBeEmpty(file);
    }
}
