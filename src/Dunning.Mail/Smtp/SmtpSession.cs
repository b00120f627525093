using System.Globalization;
using System.Text;
using Dunning.Mail.Wire;

namespace Dunning.Mail.Smtp;

/// <summary>One connection up to the point where a transaction can begin: greeting, EHLO, STARTTLS, AUTH. Methods return null to go on.</summary>
internal sealed class SmtpSession(SmtpOptions options, WireStream wire) : IAsyncDisposable
{
    private Dictionary<string, string> _extensions = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Where the dialogue stands; names the place when it breaks.</summary>
    public SmtpStage Stage { get; set; } = SmtpStage.Greeting;

    public WireStream Wire => wire;

    public bool Offers(string extension) => _extensions.ContainsKey(extension);

    /// <summary>The largest message the server takes, or null (RFC 1870).</summary>
    public long? MaxSize =>
        _extensions.TryGetValue("SIZE", out var text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0 ? size : null;

    public async Task<SmtpOutcome?> OpenAsync(CancellationToken cancellationToken)
    {
        var greeting = await ReadAsync(cancellationToken);
        if (greeting.Code != 220)
            return greeting.ToRejection(Stage, null);
        if (await HelloAsync(cancellationToken) is { } refused)
            return refused;
        if (options.Tls == TlsMode.StartTls && await StartTlsAsync(cancellationToken) is { } failed)
            return failed;
        return options.User is null ? null : await AuthenticateAsync(options.User, cancellationToken);
    }

    public async Task<SmtpReply> CommandAsync(string line, CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(options.CommandTimeout, cancellationToken);
        await wire.WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"), deadline.Token);
        return await SmtpReply.ReadAsync(wire, deadline.Token);
    }

    public ValueTask DisposeAsync() => wire.DisposeAsync();

    private async Task<SmtpReply> ReadAsync(CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(options.CommandTimeout, cancellationToken);
        return await SmtpReply.ReadAsync(wire, deadline.Token);
    }

    private async Task<SmtpOutcome?> HelloAsync(CancellationToken cancellationToken)
    {
        Stage = SmtpStage.Hello;
        _extensions = new(StringComparer.OrdinalIgnoreCase);
        var reply = await CommandAsync("EHLO " + options.LocalName, cancellationToken);
        if (reply.Code is 500 or 501 or 502 or 504)
            reply = await CommandAsync("HELO " + options.LocalName, cancellationToken);
        if (reply.Code != 250)
            return reply.ToRejection(Stage, null);
        foreach (var line in reply.Lines.Skip(1))
        {
            // "AUTH=LOGIN" is the form of old servers; some send both forms, each with a part of the mechanisms.
            var parts = line.Trim().Replace("AUTH=", "AUTH ", StringComparison.OrdinalIgnoreCase).Split(' ', 2, StringSplitOptions.TrimEntries);
            _extensions[parts[0]] = $"{_extensions.GetValueOrDefault(parts[0])} {(parts.Length > 1 ? parts[1] : "")}".Trim();
        }
        return null;
    }

    private async Task<SmtpOutcome?> StartTlsAsync(CancellationToken cancellationToken)
    {
        Stage = SmtpStage.StartTls;
        if (!Offers("STARTTLS"))
            return new SmtpOutcome.NotSent(Stage, "the server does not offer STARTTLS");
        var reply = await CommandAsync("STARTTLS", cancellationToken);
        if (reply.Code != 220)
            return reply.ToRejection(Stage, null);
        // What the server said before TLS counts for nothing (RFC 3207 §4.2); bytes sent along with the 220 make Upgrade throw.
        using var deadline = new Deadline(options.ConnectTimeout, cancellationToken);
        await wire.UpgradeAsync(options.Host, options.CaFile, deadline.Token);
        return await HelloAsync(cancellationToken);
    }

    private async Task<SmtpOutcome?> AuthenticateAsync(string user, CancellationToken cancellationToken)
    {
        Stage = SmtpStage.Authenticate;
        if (!wire.IsEncrypted && !options.AllowPlaintextAuthentication)
            return new SmtpOutcome.NotSent(Stage, "authentication without TLS is not allowed");
        var mechanisms = _extensions.GetValueOrDefault("AUTH", "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return await new SmtpAuthentication(options, mechanisms, CommandAsync).RunAsync(user, cancellationToken);
    }
}
