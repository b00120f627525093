using System.CommandLine;
using Dunning.Agent.Work;
using Dunning.Connectors;

namespace Dunning.Agent.Verbs;

/// <summary><c>serve</c>: the worker. <c>--once</c> runs every hop one time and ends, for operation by cron.</summary>
internal static class ServeVerb
{
    public static Command Create(Settings settings)
    {
        var once = new Option<bool>("--once") { Description = "Run every hop once and end" };
        var json = new Option<bool>("--json") { Description = "Machine output" };
        var verb = new Command("serve", "The worker: receives, reads, plans, drafts, carries out approvals, sends, seals.") { once, json };
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            await using (await AgentDatabase.OpenAsync(settings, cancellationToken)) { }
            await using var installation = await Installation.OpenAsync(InstallationEnvironment.Read(settings.Database!, settings.Home), cancellationToken);
            var round = new Round(installation, settings);
            if (!parsed.GetValue(once)) return await Worker.RunAsync(round, installation.Watch, settings, cancellationToken);
            var failed = await round.RunAllAsync(cancellationToken);
            if (parsed.GetValue(json)) Output.WriteJson(new { failed });
            return failed.Count == 0 ? 0 : 1;
        });
        return verb;
    }
}
