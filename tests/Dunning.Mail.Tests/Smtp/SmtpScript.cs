using Dunning.Mail.Smtp;
using Dunning.Mail.Tests.Support;
using Dunning.Mail.Wire;

namespace Dunning.Mail.Tests.Smtp;

/// <summary>A server that behaves, except where a test replaces one answer.</summary>
internal static class SmtpScript
{
    public static SmtpOptions Options(int port) => new()
    {
        Host = "127.0.0.1",
        Port = port,
        Tls = TlsMode.None,
        CommandTimeout = TimeSpan.FromSeconds(1),
        ConnectTimeout = TimeSpan.FromSeconds(2),
        DataTimeout = TimeSpan.FromSeconds(2),
        FinalReplyTimeout = TimeSpan.FromSeconds(1),
        CancellationGrace = TimeSpan.FromMilliseconds(300),
    };

    /// <summary>Replaced answers by command word ("220" is the greeting, "." the final dot). Null closes; "hang" is silence; "reset" cuts the line.</summary>
    public static ScriptedServer Server(params (string At, string? Answer)[] replaced)
    {
        var answers = new Dictionary<string, string?>
        {
            ["220"] = "220 mx.example ESMTP",
            ["EHLO"] = "250-mx.example\r\n250-SIZE 100000\r\n250-AUTH PLAIN LOGIN\r\n250-ENHANCEDSTATUSCODES\r\n250 8BITMIME",
            ["MAIL"] = "250 2.1.0 Ok",
            ["RCPT"] = "250 2.1.5 Ok",
            ["DATA"] = "354 go",
            ["."] = "250 2.0.0 Ok: queued as 4XYZ123",
            ["AUTH"] = "235 2.7.0 ok",
            ["RSET"] = "250 ok",
            ["QUIT"] = "221 bye",
        };
        foreach (var (at, answer) in replaced)
            answers[at] = answer;
        return new ScriptedServer(async connection =>
        {
            if (!await AnswerAsync(connection, answers["220"]))
                return;
            while (true)
            {
                var word = (await connection.LineAsync()).Split(' ')[0].ToUpperInvariant();
                if (!await AnswerAsync(connection, answers.GetValueOrDefault(word, "502 5.5.1 what")))
                    return;
                if (word != "DATA" || answers["DATA"]?.StartsWith("354", StringComparison.Ordinal) != true)
                    continue;
                await connection.UntilDotAsync();
                if (!await AnswerAsync(connection, answers["."]))
                    return;
            }
        });
    }

    public static async Task<SmtpOutcome> SendAsync(SmtpOptions options, byte[] message, CancellationToken cancellationToken)
    {
        await using var client = new SmtpClient(options);
        var prepared = await client.PrepareAsync(Some.Envelope(message.Length), cancellationToken);
        return prepared is SmtpPreparation.Failed { Outcome: var outcome } ? outcome : await client.TransmitAsync(message, cancellationToken);
    }

    private static async Task<bool> AnswerAsync(ScriptedConnection connection, string? answer)
    {
        switch (answer)
        {
            case null:
                return false;
            case "hang":
                await connection.HangAsync();
                return false;
            case "reset":
                await Task.Delay(50, connection.Stop); // Otherwise the client's connect itself may fail.
                connection.Reset();
                return false;
            default:
                await connection.SendAsync(answer + "\r\n");
                return true;
        }
    }
}
