using System.Diagnostics;
using System.Text;
using Dunning.Flows.Tests.Support;

namespace Dunning.Flows.Tests.Mailbox;

/// <summary>The agent as a process of its own, with settings of a test.</summary>
internal sealed class AgentProcess : IDisposable
{
    private readonly Process process;
    private readonly StringBuilder errors = new();

    public AgentProcess(TestDatabase database, string[] arguments, IReadOnlyDictionary<string, string> settings)
    {
        var program = Path.Combine(Repository.Root, "src", "Dunning.Agent", "bin", "Release", "net10.0", "Dunning.Agent.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("DUNNING_", StringComparison.Ordinal)).ToList()) start.Environment.Remove(name);
        start.Environment["DUNNING_HOME"] = Directory.CreateTempSubdirectory("dunning-home").FullName;
        start.Environment["DUNNING_DB"] = database.ConnectionString;
        start.Environment["DUNNING_DB_OWNER"] = database.ConnectionString;
        foreach (var (name, value) in settings) start.Environment[name] = value;
        process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
        process.OutputDataReceived += (_, line) => errors.AppendLine(line.Data);
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
    }

    public string Said => errors.ToString();

    public async Task<(int Code, string Said)> EndAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, Said);
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.Dispose();
    }
}
