using System.Diagnostics;

namespace Dunning.Benchmarks;

/// <summary>Counts what Npgsql sends while it exists, by the activities it raises; a connection of the pool is none.</summary>
internal sealed class StatementCount : IDisposable
{
    private readonly ActivityListener listener;
    private int count;

    public StatementCount()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = activity =>
            {
                if (!activity.DisplayName.StartsWith("CONNECT", StringComparison.Ordinal)) Interlocked.Increment(ref count);
            },
        };
        ActivitySource.AddActivityListener(listener);
    }

    public int Value => count;

    public void Dispose() => listener.Dispose();
}
