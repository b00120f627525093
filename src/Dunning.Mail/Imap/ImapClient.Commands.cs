using System.Net.Sockets;
using System.Security.Authentication;
using Dunning.Mail.Wire;

namespace Dunning.Mail.Imap;

/// <content>Sending a command and collecting its responses.</content>
public sealed partial class ImapClient
{
    private ImapConnection Connection => _connection ?? throw new ImapDisconnectedException("The client is not connected.", null);

    private async Task<ImapResponse> CommandAsync(string name, string line, Action<ImapResponse>? onData, CancellationToken cancellationToken)
    {
        var connection = Connection;
        var tag = connection.NextTag();
        await connection.WriteLineAsync($"{tag} {line}", cancellationToken);
        return await FinishAsync(name, tag, onData, null, cancellationToken);
    }

    /// <summary>Reads until the tagged response; refusals are thrown, continuations answered.</summary>
    private async Task<ImapResponse> FinishAsync(string name, string tag, Action<ImapResponse>? onData, Func<ImapResponse, Task>? onContinue, CancellationToken cancellationToken)
    {
        for (var count = 0; count < options.MaxResponses; count++)
        {
            var response = await Connection.ReadAsync(options.ResponseTimeout, cancellationToken);
            if (response.Tag == tag)
            {
                if (response.Status == "OK")
                    return response;
                throw new ImapRefusedException(name, response.Status ?? "BAD", response.Code.Count > 0 ? response.Code[0].AsString : null, response.Text);
            }
            if (response.Tag == "+")
            {
                if (onContinue is null)
                    throw new ImapProtocolException($"{name}: the server asked for more where nothing more is to be sent.");
                await onContinue(response);
            }
            else if (response.Status == "BYE" && name != "LOGOUT")
                throw new ImapDisconnectedException($"{name}: the server said goodbye: {response.Text}", null);
            else
                onData?.Invoke(response);
        }
        throw new ImapProtocolException($"{name}: the server sent more responses than allowed.");
    }

    /// <summary>Turns what sockets throw into the typed exceptions of this client; the connection is closed.</summary>
    private async Task<T> GuardAsync<T>(string name, Func<Task<T>> act, CancellationToken cancellationToken)
    {
        try
        {
            return await act();
        }
        catch (OperationCanceledException e)
        {
            await DisposeAsync();
            if (cancellationToken.IsCancellationRequested)
                throw;
            throw new ImapTimeoutException($"{name}: the server did not answer in time.", e);
        }
        catch (ImapRefusedException)
        {
            throw;
        }
        catch (ImapException)
        {
            await DisposeAsync();
            throw;
        }
        catch (Exception e) when (e is IOException or SocketException or AuthenticationException || Deadline.IsConnectionFailure(e))
        {
            await DisposeAsync();
            throw new ImapDisconnectedException($"{name}: {Deadline.Describe(e, cancellationToken)}", e);
        }
    }

    private Task GuardAsync(string name, Func<Task> act, CancellationToken cancellationToken) =>
        GuardAsync(name, async () =>
        {
            await act();
            return true;
        }, cancellationToken);
}
