using System.Diagnostics;
using Dunning.Connectors;
using Dunning.Flows.Drafting;
using Dunning.Flows.Tests.Support;
using Dunning.Mail.Imap;
using Dunning.Mail.Smtp;
using Dunning.Mail.Wire;

namespace Dunning.Flows.Tests.Sending;

/// <summary>Approved messages in the outbox, a mail server under the test's control, and agents that can be killed.</summary>
internal static class OutboxScene
{
    /// <summary>The worker as built beside these tests, in the same configuration.</summary>
    private static string AgentProgram =>
        Path.Combine(AppContext.BaseDirectory.Replace(Path.Combine("tests", "Dunning.Flows.Tests"), Path.Combine("src", "Dunning.Agent"), StringComparison.Ordinal), "Dunning.Agent.dll");

    public static InstallationSettings Settings(TestDatabase database, StagedSmtpServer server) => new(
        database.ConnectionString,
        new SmtpOptions { Host = "127.0.0.1", Port = server.Port, Tls = TlsMode.None, ConnectTimeout = TimeSpan.FromSeconds(5) },
        new ImapOptions { Host = "127.0.0.1", Port = 1 }, "billing@collections.test", "unused", "mx.collections.test", new byte[32],
        Directory.CreateTempSubdirectory("dunning-documents").FullName, null, DraftingOptions.Default);

    /// <summary>One overdue account whose reminder is approved and waits in the outbox.</summary>
    public static async Task<Scene> ApprovedAsync(TestDatabase database, StagedSmtpServer server)
    {
        var scene = await Scene.OpenAsync(database, settings: Settings(database, server));
        await scene.InvoiceAsync(900m, 12);
        await scene.CycleAsync();
        await scene.ApproveAllAsync();
        (await scene.Agent.Approvals.RunAsync(default)).Approved.ShouldBe(1);
        return scene;
    }

    /// <summary>Starts a worker process that runs one round of all hops.</summary>
    public static Process StartAgent(TestDatabase database, StagedSmtpServer server)
    {
        var start = new ProcessStartInfo("dotnet", [AgentProgram, "serve", "--once"])
        {
            RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false,
        };
        var home = Directory.CreateTempSubdirectory("dunning-home").FullName;
        Directory.CreateDirectory(Path.Combine(home, "secrets"));
        File.WriteAllBytes(Path.Combine(home, "secrets", "thread.key"), new byte[32]);
        foreach (var (name, value) in new (string, string)[]
        {
            ("DUNNING_HOME", home), ("DUNNING_DB", database.ConnectionString), ("DUNNING_DB_OWNER", database.ConnectionString),
            ("DUNNING_SMTP_HOST", "127.0.0.1"), ("DUNNING_SMTP_PORT", $"{server.Port}"), ("DUNNING_SMTP_TLS", "none"), ("DUNNING_SMTP_USER", ""), ("DUNNING_SMTP_PASSWORD", ""),
            ("DUNNING_IMAP_HOST", "127.0.0.1"), ("DUNNING_IMAP_PORT", "1"), ("DUNNING_IMAP_USER", "billing@collections.test"), ("DUNNING_IMAP_PASSWORD", "unused"), ("DUNNING_MAIL_CA", ""),
        }) start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.OutputDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return process;
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public static async Task KillAsync(Process process)
    {
        process.Kill();
        await process.WaitForExitAsync();
    }
}
