using System.CommandLine;
using Dunning.Flows.Sending;
using Dunning.Postgres;

namespace Dunning.Agent.Verbs;

/// <summary><c>kill on|off</c>: the kill switch. On returns only when no transmission can start any more.</summary>
internal static class KillVerb
{
    public static Command Create(Settings settings)
    {
        var verb = new Command("kill", "The kill switch: stop all sending, a segment or a case.");
        verb.Subcommands.Add(Switch(settings, "on", true, "Stop sending; returns when no message can go out any more."));
        verb.Subcommands.Add(Switch(settings, "off", false, "Allow sending again."));
        return verb;
    }

    private static Command Switch(Settings settings, string name, bool on, string description)
    {
        var scope = new Option<string>("--scope") { Description = "all, segment:S or case:C", DefaultValueFactory = _ => "all" };
        scope.Validators.Add(result =>
        {
            if (KillSwitch.ParseScope(result.GetValueOrDefault<string>() ?? "") is null) result.AddError("--scope must be all, segment:S or case:C.");
        });
        var reason = new Option<string>("--reason") { Description = "Why, for the journal", Required = true };
        var json = new Option<bool>("--json") { Description = "Machine output" };
        var verb = new Command(name, description) { scope, reason, json };
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            await using var source = await AgentDatabase.OpenAsync(settings, cancellationToken);
            var chosen = parsed.GetValue(scope)!;
            await new KillSwitch(source, new InstallationClock(source)).SetAsync(chosen, on, parsed.GetRequiredValue(reason), Environment.UserName, cancellationToken);
            if (parsed.GetValue(json)) Output.WriteJson(new { scope = chosen, on });
            else Output.Say(on ? $"Sending is stopped for {chosen}: no message goes out any more." : $"Sending is allowed again for {chosen}.");
            return 0;
        });
        return verb;
    }
}
