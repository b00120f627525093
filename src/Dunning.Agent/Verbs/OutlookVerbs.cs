using System.CommandLine;
using System.Globalization;
using Dunning.Core.Cadence;
using Dunning.Flows.Backtest;
using Dunning.Flows.Outlook;
using Dunning.Postgres;

namespace Dunning.Agent.Verbs;

/// <summary><c>preview</c> and <c>backtest</c>: the planner run ahead of time, and over the past. Neither writes anything.</summary>
internal static class OutlookVerbs
{
    private const int LongestPreview = 366;

    /// <summary><c>preview --days N [--as-of DATE]</c>.</summary>
    public static Command Preview(Settings settings)
    {
        var days = new Option<int>("--days") { Description = "How many days to look ahead, the first included", Required = true };
        days.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var number) && number is < 1 or > LongestPreview)
                result.AddError($"--days must be between 1 and {LongestPreview}.");
        });
        var asOf = CycleVerb.DayOption("--as-of", "First day (yyyy-MM-dd); default: today in the creditor's zone");
        var json = new Option<bool>("--json") { Description = "Machine output" };
        var verb = new Command("preview", "What would go out in the coming days, if nobody paid or wrote. Writes nothing.") { days, asOf, json };
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            var policies = InstallationEnvironment.Policies();
            await using var source = await AgentDatabase.OpenAsync(settings, cancellationToken);
            await using var contacts = new PreviewContacts();
            var preview = new PreviewCycles(source, new InstallationClock(source), policies);
            var report = await preview.RunAsync(parsed.GetValue(asOf), parsed.GetValue(days), contacts, cancellationToken);
            if (parsed.GetValue(json)) await contacts.WriteAsync(report, Output.Raw, cancellationToken);
            else Print(report);
            return 0;
        });
        return verb;
    }

    /// <summary><c>backtest --policy P --from D --to D</c>.</summary>
    public static Command Backtest(Settings settings)
    {
        var policy = new Option<string>("--policy") { Description = "Policies to replay: default, or a policy file", Required = true };
        var from = CycleVerb.DayOption("--from", "First day (yyyy-MM-dd)");
        var to = CycleVerb.DayOption("--to", "Last day (yyyy-MM-dd)");
        from.Required = to.Required = true;
        var json = new Option<bool>("--json") { Description = "Machine output" };
        var verb = new Command("backtest", "Replay a policy over the imported history. Writes nothing.") { policy, from, to, json };
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            var (first, last) = (parsed.GetValue(from)!.Value, parsed.GetValue(to)!.Value);
            if (last < first)
            {
                Output.Warn($"dunning: --to {last:yyyy-MM-dd} is before --from {first:yyyy-MM-dd}. See --help.");
                return 2;
            }

            var chosen = PolicyArgument.Resolve(parsed.GetRequiredValue(policy));
            await using var source = await AgentDatabase.OpenAsync(settings, cancellationToken);
            var report = await new BacktestPolicy(source, chosen).RunAsync(first, last, cancellationToken);
            if (parsed.GetValue(json)) Output.WriteJson(report);
            else Print(report);
            return report.CapViolations == 0 ? 0 : 1;
        });
        return verb;
    }

    private static void Print(PreviewReport report)
    {
        Output.Say($"{report.AsOf:yyyy-MM-dd}, {report.Days} days: {report.ByDay.Values.Sum()} messages; {report.Seconds} s");
        foreach (var (day, count) in report.ByDay.Where(entry => entry.Value > 0)) Output.Say($"  {day:ddd yyyy-MM-dd}: {count}");
        foreach (var (reason, count) in report.Held) Output.Say($"  no message in all these days, {reason}: {count}");
    }

    private static void Print(BacktestReport report)
    {
        Output.Say($"{report.Policy}, {report.From:yyyy-MM-dd} to {report.To:yyyy-MM-dd}: {report.Contacts} contacts with {report.AccountsContacted} of {report.Accounts} accounts, {report.Items} items; {report.Seconds} s");
        foreach (var (stage, count) in report.ContactsByStage) Output.Say($"  {stage}: {count}");
        Output.Say($"  to payers who then paid within their usual delay: {report.ContactsPaidWithinUsualDelay} ({report.ContactsWithoutUsualDelay} to customers without a usual delay)");
        var first = report.DaysToFirstContact;
        var days = first.Items == 0 ? "n/a" : $"median {first.Median}, 90 % {first.P90}";
        Output.Say($"  days from chaseable to first contact: {days} ({first.Items} items; {report.ItemsPaidBeforeContact} were paid before)");
        foreach (var (reason, count) in report.Held) Output.Say($"  overdue and never written to, {reason}: {count} accounts");
        Output.Say($"  caps broken: {report.CapViolations}");
        foreach (var said in report.Assumptions) Output.Say($"  assumed: {said}");
    }
}
