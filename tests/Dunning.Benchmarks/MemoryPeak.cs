using System.Diagnostics;

namespace Dunning.Benchmarks;

/// <summary>The highest managed heap and working set of this process while a piece of work runs, looked at twenty times a second.</summary>
internal sealed class MemoryPeak
{
    private const double Megabyte = 1_048_576;
    private long managed, workingSet;

    public double ManagedMegabytes => managed / Megabyte;

    public double WorkingSetMegabytes => workingSet / Megabyte;

    /// <summary>Runs the work from a collected heap; the figures are those of this work alone.</summary>
    public async Task WatchAsync(Func<Task> work)
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var done = new CancellationTokenSource();
        var watching = LookAsync(done.Token);
        try
        {
            await work();
        }
        finally
        {
            Look();
            await done.CancelAsync();
            await watching;
        }
    }

    private async Task LookAsync(CancellationToken done)
    {
        while (!done.IsCancellationRequested)
        {
            Look();
            await Task.Delay(TimeSpan.FromMilliseconds(50), CancellationToken.None);
        }
    }

    private void Look()
    {
        using var process = Process.GetCurrentProcess();
        managed = Math.Max(managed, GC.GetTotalMemory(forceFullCollection: false));
        workingSet = Math.Max(workingSet, process.WorkingSet64);
    }
}
