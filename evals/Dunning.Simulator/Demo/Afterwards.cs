using System.Diagnostics;
using System.Globalization;

namespace Dunning.Simulator.Demo;

/// <summary>After the days: the console on the demo's database, and the agent at work on a clock that goes on from the next morning.</summary>
internal static class Afterwards
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    /// <summary>Stays until cancelled.</summary>
    /// <exception cref="InvalidOperationException">The console cannot be started.</exception>
    public static async Task StayAsync(DemoRun run, DemoSettings settings, int port, TimeProvider wallClock, CancellationToken cancellationToken)
    {
        var today = DemoRun.NextBusinessDay(run.Last);
        await run.MorningAsync(today, cancellationToken);
        var morning = new DateTimeOffset(today.ToDateTime(new(8, 30)), TimeSpan.Zero);
        await run.Installation.Clock.SetAsync(morning, cancellationToken);
        using var console = Start(settings.OnDemoDatabase(), port);
        await Task.Delay(Pause, wallClock, cancellationToken);
        Console.WriteLine($"\nThe console is at http://127.0.0.1:{port}; sign in as the user and password it prints above (kept in {Path.Combine(settings.Home, "secrets", "console-admin-password")}).");
        Console.WriteLine($"It is {morning:dddd yyyy-MM-dd HH:mm} UTC there, and the agent goes on working. Ctrl-C ends it.");
        var begin = wallClock.GetTimestamp();
        try
        {
            while (!cancellationToken.IsCancellationRequested && !console.HasExited)
            {
                await run.Installation.Clock.SetAsync(morning + wallClock.GetElapsedTime(begin), cancellationToken);
                await run.LiveAsync(today, cancellationToken);
                await Task.Delay(Pause, wallClock, cancellationToken);
            }

            if (console.HasExited) throw new InvalidOperationException($"The console ended with exit code {console.ExitCode}.");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Ctrl-C is the way out.
        }
        finally
        {
            if (!console.HasExited) console.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(DemoSettings settings, int port)
    {
        var program = Path.Combine(settings.Root, "src", "Dunning.Console", "bin", "Release", "net10.0", "Dunning.Console.dll");
        if (!File.Exists(program)) throw new InvalidOperationException($"{program} is missing; start the demo with ./dunning demo.");
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false };
        foreach (var argument in new[] { program, "--port", port.ToString(CultureInfo.InvariantCulture) }) start.ArgumentList.Add(argument);
        start.Environment["DUNNING_DB"] = settings.Agent;
        start.Environment["DUNNING_DB_OWNER"] = settings.Owner;
        start.Environment["DUNNING_DB_CONSOLE"] = settings.Console;
        return Process.Start(start) ?? throw new InvalidOperationException("The console cannot be started.");
    }
}
