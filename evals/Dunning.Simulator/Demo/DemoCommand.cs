using System.CommandLine;

namespace Dunning.Simulator.Demo;

/// <summary><c>demo [--days N] [--once] [--port P] [--json] [--seed S]</c>.</summary>
internal static class DemoCommand
{
    public static Command Create(TimeProvider wallClock)
    {
        var days = new Option<int>("--days") { Description = "Simulated business days, 1 to 60", DefaultValueFactory = _ => 10 };
        var once = new Option<bool>("--once") { Description = "Print a summary and exit instead of starting the console" };
        var port = new Option<int>("--port") { Description = "Port of the console", DefaultValueFactory = _ => 8085 };
        var json = new Option<bool>("--json") { Description = "One JSON object on standard output" };
        var seed = new Option<int>("--seed") { Description = "Seed of ledger and habits", DefaultValueFactory = _ => 7 };
        days.Validators.Add(result => { if (result.GetValueOrDefault<int>() is < 1 or > 60) result.AddError("--days must be from 1 to 60."); });
        port.Validators.Add(result => { if (result.GetValueOrDefault<int>() is < 1 or > 65535) result.AddError("--port must be from 1 to 65535."); });
        var command = new Command("demo", "Simulated business days with debtors who answer by real mail.") { days, once, port, json, seed };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = DemoSettings.Read();
            var options = new DemoOptions(parsed.GetValue(days), parsed.GetValue(seed), 100);
            await using var run = await DemoRun.PrepareAsync(options, settings, wallClock, Console.Error.WriteLine, cancellationToken);
            var result = await run.RunAsync(cancellationToken);
            Console.Out.WriteLine(parsed.GetValue(json) ? result.ToJson() : result.ToText());
            if (!parsed.GetValue(once)) await Afterwards.StayAsync(run, settings, parsed.GetValue(port), wallClock, cancellationToken);
            return 0;
        });
        return command;
    }
}
