using System.CommandLine;
using Dunning.Flows.Auditing;
using Dunning.Postgres;

namespace Dunning.Agent.Verbs;

/// <summary><c>audit verify</c>: seals what is ready, then recomputes the hash chain of the journal.</summary>
internal static class AuditVerb
{
    public static Command Create(Settings settings)
    {
        var from = new Option<long>("--from") { Description = "First seal to verify", DefaultValueFactory = _ => 1 };
        var json = new Option<bool>("--json") { Description = "Machine output" };
        var verify = new Command("verify", "Verify the journal's hash chain; exit code 1 when it is broken.") { from, json };
        verify.SetAction(async (parsed, cancellationToken) =>
        {
            await using var source = await AgentDatabase.OpenAsync(settings, cancellationToken);
            await new SealJournal(source, new InstallationClock(source)).RunAsync(cancellationToken);
            var result = await new VerifyJournal(source).RunAsync(parsed.GetValue(from), cancellationToken);
            if (parsed.GetValue(json)) Output.WriteJson(result);
            else Output.Say($"{(result.Ok ? "The journal holds" : "THE JOURNAL IS BROKEN")}: {result.Explanation} Head {result.Head}");
            return result.Ok ? 0 : 1;
        });
        return new Command("audit", "The journal.") { verify };
    }
}
