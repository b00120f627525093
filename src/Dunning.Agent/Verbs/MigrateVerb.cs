using System.CommandLine;

namespace Dunning.Agent.Verbs;

/// <summary><c>migrate</c>: brings the schema up to date. Every other verb that needs the database does so too.</summary>
internal static class MigrateVerb
{
    public static Command Create(Settings settings)
    {
        var json = new Option<bool>("--json") { Description = "Machine output" };
        var verb = new Command("migrate", "Bring the database schema up to date.") { json };
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            await using (await AgentDatabase.OpenAsync(settings, cancellationToken)) { }
            if (parsed.GetValue(json)) Output.WriteJson(new { migrated = true });
            return 0;
        });
        return verb;
    }
}
