using System.Diagnostics;

namespace Dunning.Flows.Tests.Support;

/// <summary>Counts the statements Npgsql sends on behalf of the code under test, by the activities it raises.</summary>
public sealed class StatementCounter : IDisposable
{
    private readonly AsyncLocal<bool> counting = new();
    private readonly ActivityListener listener;
    private int count;

    public StatementCounter()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = activity =>
            {
                if (counting.Value) Interlocked.Increment(ref count);
            },
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>Runs the work and returns how many statements it took; other tests running beside it do not count.</summary>
    public async Task<int> CountAsync(Func<Task> work)
    {
        counting.Value = true;
        count = 0;
        await work();
        counting.Value = false;
        return count;
    }

    public void Dispose() => listener.Dispose();
}
