using System.CommandLine;
using System.Globalization;
using Dunning.Agent;
using Dunning.Agent.Verbs;
using Dunning.Connectors.Files;
using Dunning.Flows.Prompts;
using Npgsql;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

var settings = Settings.FromEnvironment();
var root = new RootCommand("Dunning Agent: collects receivables, one case per overdue account.")
{
    ImportVerb.Create(settings),
    CycleVerb.Create(settings),
    OutlookVerbs.Preview(settings),
    OutlookVerbs.Backtest(settings),
    ScoreVerb.Create(settings),
    ServeVerb.Create(settings),
    MigrateVerb.Create(settings),
    KillVerb.Create(settings),
    AuditVerb.Create(settings),
    BatchVerbs.Read(),
    BatchVerbs.Check(),
};
var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    Output.Warn($"dunning: {parsed.Errors[0].Message} See --help.");
    return 2;
}

try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception failure) when (failure is FailureException or PromptException or LedgerFileException or NpgsqlException or IOException or UnauthorizedAccessException)
{
    Output.Warn($"dunning: {failure.Message}");
    return 1;
}
