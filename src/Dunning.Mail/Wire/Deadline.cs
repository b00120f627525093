using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;

namespace Dunning.Mail.Wire;

/// <summary>A caller's token joined with a time limit, which can tell the two apart afterwards.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationTokenSource _source;

    public Deadline(TimeSpan limit, CancellationToken cancellationToken)
    {
        _source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _source.CancelAfter(limit);
    }

    public CancellationToken Token => _source.Token;

    public void Dispose() => _source.Dispose();

    /// <summary>Whether the exception is one a broken, slow or untrusted connection raises.</summary>
    public static bool IsConnectionFailure(Exception e) =>
        e is IOException or SocketException or AuthenticationException or OperationCanceledException or ObjectDisposedException or CryptographicException or InvalidDataException;

    /// <summary>What happened, in words that name the cause.</summary>
    public static string Describe(Exception e, CancellationToken caller) => e switch
    {
        OperationCanceledException when caller.IsCancellationRequested => "cancelled",
        OperationCanceledException => "timed out",
        AuthenticationException { InnerException: { } inner } => $"TLS failed: {e.Message} {inner.Message}",
        AuthenticationException => $"TLS failed: {e.Message}",
        _ => e.Message,
    };
}
