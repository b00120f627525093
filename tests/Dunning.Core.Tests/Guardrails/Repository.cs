namespace Dunning.Core.Tests.Guardrails;

/// <summary>Where the source tree is, seen from the test output.</summary>
internal static class Repository
{
    internal static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Dunning.Agent.sln")) ? folder :
        Path.GetDirectoryName(folder) is { } parent ? Find(parent) : throw new DirectoryNotFoundException("Dunning.Agent.sln was not found above the test output.");
}
