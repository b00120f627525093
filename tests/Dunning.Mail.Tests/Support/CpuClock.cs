using System.Diagnostics;
using System.Globalization;

namespace Dunning.Mail.Tests.Support;

/// <summary>Time the current thread spent on a processor, so that a busy machine does not fail a test of linear cost; wall time where the system does not tell.</summary>
internal static class CpuClock
{
    private const string Source = "/proc/thread-self/schedstat";
    private static readonly bool Available = File.Exists(Source);

    public static TimeSpan Now => Available
        ? TimeSpan.FromMicroseconds(long.Parse(File.ReadAllText(Source).Split(' ')[0], CultureInfo.InvariantCulture) / 1000)
        : Stopwatch.GetElapsedTime(0);
}
