using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Dunning.Core.Conversation;
using Dunning.Core.Correspondence;
using Shouldly;
using Xunit;

namespace Dunning.Core.Tests.Architecture;

public sealed class AssemblyTests
{
    [Theory]
    [InlineData("Dunning.Core"), InlineData("Dunning.Learning"), InlineData("Dunning.Mail")]
    public void The_bottom_layer_references_nothing_but_the_framework(string assembly) => OwnReferences(assembly).ShouldBeEmpty();

    [Fact]
    public void Guardrails_reference_only_the_core_and_the_learners() =>
        OwnReferences("Dunning.Guardrails").ShouldBeSubsetOf(["Dunning.Core", "Dunning.Learning"]);

    [Fact]
    public void Guardrails_never_see_text_from_outside() => ReferencedTypes("Dunning.Guardrails").ShouldNotContain(nameof(UntrustedText));

    [Fact]
    public void The_outbound_side_of_the_core_never_sees_text_from_outside()
    {
        var types = typeof(FactSet).Assembly.GetTypes().Where(type => Namespace(type) == typeof(FactSet).Namespace).ToList();
        types.ShouldNotBeEmpty();
        types.SelectMany(Mentions.Of).ShouldNotContain(typeof(UntrustedText));
    }

    [Fact]
    public void The_scan_for_mentions_finds_signatures_and_bodies()
    {
        Mentions.Of(typeof(Offender)).ShouldContain(typeof(UntrustedText));
        Mentions.Of(typeof(QuietOffender)).ShouldContain(typeof(UntrustedText));
    }

    [Fact]
    public void The_core_has_no_task_no_clock_and_no_files()
    {
        string[] forbidden = ["Task", "Task`1", "ValueTask", "TimeProvider", "File", "FileStream", "HttpClient", "Socket", "Stopwatch"];
        ReferencedTypes("Dunning.Core").Intersect(forbidden).ShouldBeEmpty();
    }

    private static string? Namespace(Type type) => type.DeclaringType is { } outer ? Namespace(outer) : type.Namespace;

    private static List<string> OwnReferences(string assembly)
    {
        string[] framework = ["System.", "Microsoft.CSharp", "netstandard", "mscorlib"];
        return [.. Assembly.Load(assembly).GetReferencedAssemblies().Select(name => name.Name!)
            .Where(name => name != "System" && !framework.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)))];
    }

    private static HashSet<string> ReferencedTypes(string assembly)
    {
        using var stream = File.OpenRead(Assembly.Load(assembly).Location);
        using var image = new PEReader(stream);
        var metadata = image.GetMetadataReader();
        return [.. metadata.TypeReferences.Select(handle => metadata.GetString(metadata.GetTypeReference(handle).Name))];
    }

    private sealed record Offender(UntrustedText Text);

    private static class QuietOffender
    {
        public static int Count(object box) => ((UntrustedText)box).Length;
    }
}
