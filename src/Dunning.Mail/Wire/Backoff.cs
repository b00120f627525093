using System.Security.Cryptography;

namespace Dunning.Mail.Wire;

/// <summary>Waiting times that double from failure to failure up to a limit, each shortened at random so that clients do not come back together.</summary>
/// <param name="first">Longest wait after the first failure.</param>
/// <param name="most">Longest wait at all.</param>
public sealed class Backoff(TimeSpan first, TimeSpan most)
{
    private int _failures;

    /// <summary>Failures since the last success.</summary>
    public int Failures => _failures;

    /// <summary>Counts a failure; returns how long to wait: between half and the whole of the doubled time.</summary>
    public TimeSpan Next()
    {
        var longest = Math.Min(most.TotalMilliseconds, first.TotalMilliseconds * Math.Pow(2, Math.Min(_failures, 30)));
        _failures++;
        return TimeSpan.FromMilliseconds(longest * (0.5 + RandomNumberGenerator.GetInt32(0, 1001) / 2000.0));
    }

    /// <summary>A success: the next failure begins at the first wait again.</summary>
    public void Reset() => _failures = 0;
}
