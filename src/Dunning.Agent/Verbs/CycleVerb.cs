using System.CommandLine;
using System.Globalization;
using Dunning.Connectors;
using Dunning.Connectors.Models;
using Dunning.Flows.Clauses;
using Dunning.Flows.Cycle;
using Dunning.Flows.Drafting;
using Dunning.Flows.Drafting.Models;
using Dunning.Postgres;
using Npgsql;

namespace Dunning.Agent.Verbs;

/// <summary><c>cycle [--as-of DATE]</c>: one planning cycle.</summary>
internal static class CycleVerb
{
    public static Command Create(Settings settings)
    {
        var asOf = DayOption("--as-of", "Day to plan for (yyyy-MM-dd); default: today in the creditor's zone");
        var json = new Option<bool>("--json") { Description = "Machine output" };
        var verb = new Command("cycle", "Open, score, plan and draft: one cycle over all accounts.") { asOf, json };
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            var policies = InstallationEnvironment.Policies();
            await using var source = await AgentDatabase.OpenAsync(settings, cancellationToken);
            var score = new ScoreCases(source, LatePaymentModelFile.LoadOrNull(settings.LatePaymentModel));
            var clock = new InstallationClock(source);
            var desk = new DraftingDesk(
                source, clock, policies, InstallationEnvironment.ThreadKey(settings.Home), InstallationEnvironment.Documents(settings.Home),
                InstallationEnvironment.Prompts, DraftingOptions.Default, Drafter(source, clock), ModelClients.Queries(InstallationEnvironment.Embeddings()));
            var cycle = new RunCycle(source, clock, policies, score, desk.Draft.RunAsync);
            await using var notes = parsed.GetValue(json) ? new CycleNotes() : null;
            var report = await cycle.RunAsync(parsed.GetValue(asOf), notes, cancellationToken);
            if (notes is null) Print(report);
            else await notes.WriteAsync(report, Output.Raw, cancellationToken);
            return 0;
        });
        return verb;
    }

    private static ModelDrafter? Drafter(NpgsqlDataSource source, InstallationClock clock) =>
        InstallationEnvironment.Model() is not { } model ? null
        : ModelClients.Drafter(model, ModelClients.WithBudget(model, new ModelUsage(source), clock), InstallationEnvironment.Prompts ?? ClauseFiles.DeliveredFolder);

    /// <summary>An option that takes a day and says so when it is none.</summary>
    public static Option<DateOnly?> DayOption(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = argument =>
        {
            if (DateOnly.TryParseExact(argument.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            argument.AddError($"{name} '{argument.Tokens[0].Value}' is not a date of the form yyyy-MM-dd.");
            return null;
        },
    };

    private static void Print(CycleReport report)
    {
        Output.Say($"{report.AsOf:yyyy-MM-dd}: {report.AccountsOverdue} accounts overdue, {report.CasesOpened} cases opened, {report.CasesOpen} open; {report.Planned} contacts planned, {report.Drafted} drafted; {report.Seconds} s");
        foreach (var (reason, count) in report.Held) Output.Say($"  held, {reason}: {count}");
    }
}
