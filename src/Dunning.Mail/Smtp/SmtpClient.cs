using System.Globalization;
using System.Text;
using Dunning.Mail.Mime;
using Dunning.Mail.Wire;

namespace Dunning.Mail.Smtp;

/// <summary>
/// Submits messages (RFC 5321, RFC 6409) in two phases, so that a caller can hold its send lock only while the message itself goes
/// out. No failure of network, server or time is thrown: it is an <see cref="SmtpOutcome"/> that says what is certain.
/// Cancellation counts as such a failure. One caller at a time.
/// </summary>
internal sealed class SmtpClient(SmtpOptions options) : IAsyncDisposable
{
    private SmtpSession? _session;
    private SmtpEnvelope? _prepared;

    /// <summary>Connects if needed and names sender and recipients; ends just before DATA.</summary>
    /// <exception cref="ArgumentException">An address of the envelope is none.</exception>
    /// <exception cref="InvalidOperationException">A prepared message was neither transmitted nor aborted.</exception>
    public async Task<SmtpPreparation> PrepareAsync(SmtpEnvelope envelope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        if (_prepared is not null)
            throw new InvalidOperationException("A prepared message was neither transmitted nor aborted.");
        var sender = envelope.Sender.Length == 0 ? "" : HeaderGuard.Address("MAIL FROM", envelope.Sender);
        List<string> recipients = [.. envelope.Recipients.Select(r => HeaderGuard.Address("RCPT TO", r))];
        if (recipients.Count == 0)
            throw new ArgumentException("RCPT TO: at least one recipient is needed.", nameof(envelope));
        if (_session is not null && !await IsAliveAsync(cancellationToken))
            await CloseAsync();
        try
        {
            var failed = _session is null ? await OpenAsync(cancellationToken) : null;
            failed ??= await BeginAsync(_session!, envelope, sender, recipients, cancellationToken);
            if (failed is not null)
            {
                await SettleAsync(failed);
                return new SmtpPreparation.Failed(failed);
            }
        }
        catch (Exception e) when (Deadline.IsConnectionFailure(e))
        {
            // The place where a broken connection becomes a value: nothing was transmitted yet.
            var stage = _session?.Stage ?? SmtpStage.Connect;
            await CloseAsync();
            return new SmtpPreparation.Failed(new SmtpOutcome.NotSent(stage, Deadline.Describe(e, cancellationToken)));
        }
        _prepared = envelope;
        return new SmtpPreparation.Ready();
    }

    /// <summary>Transmits the prepared message: DATA, text, final dot, reply.</summary>
    /// <exception cref="InvalidOperationException">Nothing is prepared.</exception>
    public async Task<SmtpOutcome> TransmitAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        if (_prepared is not { } envelope || _session is not { } session)
            throw new InvalidOperationException("Nothing is prepared.");
        _prepared = null;
        session.Stage = SmtpStage.Data;
        if (!envelope.EightBit && !envelope.Utf8Headers && !Ascii.IsValid(message.Span))
        {
            return new SmtpOutcome.NotSent(SmtpStage.Data, "the message holds bytes beyond ASCII that the envelope does not announce");
        }
        try
        {
            var go = await session.CommandAsync("DATA", cancellationToken);
            if (go.Code != 354)
                return await RejectedAsync(go, SmtpStage.Data);
            using var deadline = new Deadline(options.DataTimeout, cancellationToken);
            await session.Wire.WriteAsync(DotStuffing.Encode(message.Span), deadline.Token);
            deadline.Token.ThrowIfCancellationRequested();
            // What a server says before it has seen the final dot must not be taken for the reply to it.
            if (session.Wire.HasPendingInput)
                throw new WireException("The server spoke while the message was being transmitted.");
        }
        catch (Exception e) when (Deadline.IsConnectionFailure(e))
        {
            await CloseAsync();
            return new SmtpOutcome.NotSent(SmtpStage.Data, Deadline.Describe(e, cancellationToken));
        }
        return await FinishAsync(session, cancellationToken);
    }

    /// <summary>Gives up a prepared message; the connection stays usable if the server agrees.</summary>
    public async Task AbortAsync()
    {
        _prepared = null;
        if (_session is { } session && !await TryAsync(session, "RSET"))
            await CloseAsync();
    }

    /// <summary>Says QUIT where possible and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_session is { } session)
        {
            await TryAsync(session, "QUIT");
            await CloseAsync();
        }
    }

    /// <summary>From the first byte of the final dot on, nothing but a reply of the server makes the result certain.</summary>
    private async Task<SmtpOutcome> FinishAsync(SmtpSession session, CancellationToken cancellationToken)
    {
        session.Stage = SmtpStage.FinalReply;
        using var patience = new CancellationTokenSource(options.FinalReplyTimeout);
        await using var registration = cancellationToken.Register(() => patience.CancelAfter(options.CancellationGrace));
        try
        {
            await session.Wire.WriteAsync(DotStuffing.FinalDot, patience.Token);
            var reply = await SmtpReply.ReadAsync(session.Wire, patience.Token);
            if (reply.IsPositive)
                return new SmtpOutcome.Accepted(reply.Text, reply.QueueId);
            if (reply.Code >= 400)
                return await RejectedAsync(reply, SmtpStage.FinalReply);
            await CloseAsync();
            return new SmtpOutcome.Unknown(string.Create(CultureInfo.InvariantCulture, $"unexpected reply {reply.Code} to the final dot"));
        }
        catch (Exception e) when (Deadline.IsConnectionFailure(e))
        {
            await CloseAsync();
            return new SmtpOutcome.Unknown($"no reply to the final dot: {Deadline.Describe(e, cancellationToken)}");
        }
    }

    private async Task<SmtpOutcome?> OpenAsync(CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(options.ConnectTimeout, cancellationToken);
        var wire = await WireStream.ConnectAsync(options.Host, options.Port, deadline.Token);
        try
        {
            if (options.Tls == TlsMode.Implicit)
                await wire.UpgradeAsync(options.Host, options.CaFile, deadline.Token);
        }
        catch
        {
            await wire.DisposeAsync();
            throw;
        }
        _session = new SmtpSession(options, wire);
        var failed = await _session.OpenAsync(cancellationToken);
        if (failed is not null)
            await CloseAsync();
        return failed;
    }

    private static async Task<SmtpOutcome?> BeginAsync(SmtpSession session, SmtpEnvelope envelope, string sender, List<string> recipients, CancellationToken cancellationToken)
    {
        session.Stage = SmtpStage.MailFrom;
        var utf8 = envelope.Utf8Headers || !Ascii.IsValid(sender) || recipients.Exists(r => !Ascii.IsValid(r));
        if (utf8 && !session.Offers("SMTPUTF8"))
            return new SmtpOutcome.RejectedPermanent(SmtpStage.MailFrom, 553, "5.6.7", "decided here: the server does not offer SMTPUTF8", null);
        if (envelope.EightBit && !session.Offers("8BITMIME"))
            return new SmtpOutcome.RejectedPermanent(SmtpStage.MailFrom, 554, "5.6.3", "decided here: the server does not offer 8BITMIME", null);
        if (session.MaxSize is { } most && envelope.MessageSize > most)
            return new SmtpOutcome.RejectedPermanent(SmtpStage.MailFrom, 552, "5.3.4", string.Create(CultureInfo.InvariantCulture, $"decided here: the server takes at most {most} bytes"), null);
        var line = new StringBuilder("MAIL FROM:<").Append(sender).Append('>');
        if (session.Offers("SIZE"))
            line.Append(CultureInfo.InvariantCulture, $" SIZE={envelope.MessageSize}");
        if (envelope.EightBit || utf8 && session.Offers("8BITMIME"))
            line.Append(" BODY=8BITMIME");
        if (utf8)
            line.Append(" SMTPUTF8");
        var reply = await session.CommandAsync(line.ToString(), cancellationToken);
        if (!reply.IsPositive)
            return reply.ToRejection(SmtpStage.MailFrom, null);
        session.Stage = SmtpStage.RecipientTo;
        foreach (var recipient in recipients)
        {
            reply = await session.CommandAsync($"RCPT TO:<{recipient}>", cancellationToken);
            if (!reply.IsPositive)
                return reply.ToRejection(SmtpStage.RecipientTo, recipient);
        }
        return null;
    }

    private async Task<SmtpOutcome> RejectedAsync(SmtpReply reply, SmtpStage stage)
    {
        var outcome = reply.ToRejection(stage, null);
        await SettleAsync(outcome);
        return outcome;
    }

    /// <summary>Whether a kept connection still answers; a server may have closed it while it was idle.</summary>
    private async Task<bool> IsAliveAsync(CancellationToken cancellationToken) =>
        !cancellationToken.IsCancellationRequested && await TryAsync(_session!, "RSET");

    /// <summary>A refused transaction is cleared by the RSET of the next one; only a server that says goodbye is left at once.</summary>
    private async Task SettleAsync(SmtpOutcome after)
    {
        if (after is SmtpOutcome.NotSent or SmtpOutcome.RejectedTransient { Code: 421 })
            await CloseAsync();
    }

    private static async Task<bool> TryAsync(SmtpSession session, string command)
    {
        using var brief = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            return (await session.CommandAsync(command, brief.Token)).IsPositive;
        }
        catch (Exception e) when (Deadline.IsConnectionFailure(e))
        {
            // Courtesy commands on a connection that is given up anyway.
            return false;
        }
    }

    private async Task CloseAsync()
    {
        if (_session is not { } session)
            return;
        _session = null;
        try
        {
            await session.DisposeAsync();
        }
        catch (Exception e) when (Deadline.IsConnectionFailure(e))
        {
            // Closing TLS writes a farewell that a dead peer cannot take.
        }
    }
}
