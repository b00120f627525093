using System.Globalization;
using Dunning.Mail.Wire;

namespace Dunning.Mail.Imap;

/// <content>Mailboxes: SELECT, EXAMINE, LIST, CREATE, APPEND.</content>
public sealed partial class ImapClient
{
    /// <summary>Opens a mailbox for reading and writing.</summary>
    /// <exception cref="ImapRefusedException">There is no such mailbox.</exception>
    public Task<ImapMailbox> SelectAsync(string mailbox, CancellationToken cancellationToken) => OpenAsync("SELECT", mailbox, cancellationToken);

    /// <summary>Opens a mailbox for reading only.</summary>
    /// <exception cref="ImapRefusedException">There is no such mailbox.</exception>
    public Task<ImapMailbox> ExamineAsync(string mailbox, CancellationToken cancellationToken) => OpenAsync("EXAMINE", mailbox, cancellationToken);

    /// <summary>Lists mailboxes below the root that match a pattern; <c>*</c> gives all.</summary>
    public Task<IReadOnlyList<ImapFolder>> ListAsync(string pattern, CancellationToken cancellationToken) => GuardAsync<IReadOnlyList<ImapFolder>>("LIST", async () =>
    {
        var folders = new List<ImapFolder>();
        var wanted = _capabilities.Contains("SPECIAL-USE") && _capabilities.Contains("LIST-EXTENDED") ? " RETURN (SPECIAL-USE)" : "";
        await CommandAsync("LIST", $"LIST \"\" {MailboxName.Quote(MailboxName.Encode(pattern), nameof(pattern))}{wanted}", response =>
        {
            if (response.IsKind("LIST") && response.Tokens.Count >= 4 && response.Tokens[3].AsString is { } name)
                folders.Add(new ImapFolder(MailboxName.Decode(name), response.Tokens[2].AsString is [var c, ..] ? c : null, [.. response.Tokens[1].AsList.Select(t => t.AsString ?? "")]));
        }, cancellationToken);
        return folders;
    }, cancellationToken);

    /// <summary>Creates a mailbox.</summary>
    /// <exception cref="ImapRefusedException">It exists already (code ALREADYEXISTS) or may not be created.</exception>
    public Task CreateAsync(string mailbox, CancellationToken cancellationToken) =>
        GuardAsync("CREATE", () => CommandAsync("CREATE", $"CREATE {Wire(mailbox)}", null, cancellationToken), cancellationToken);

    /// <summary>Adds a message to a mailbox, such as a sent copy.</summary>
    /// <returns>Where it went, or null when the server has no UIDPLUS.</returns>
    public Task<ImapAppended?> AppendAsync(string mailbox, ReadOnlyMemory<byte> message, IReadOnlyList<string> flags, DateTimeOffset? internalDate, CancellationToken cancellationToken) => GuardAsync("APPEND", async () =>
    {
        var connection = Connection;
        var tag = connection.NextTag();
        var date = internalDate is { } at ? $" \"{FormatDate(at)}\"" : "";
        await connection.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{tag} APPEND {Wire(mailbox)} ({Flags(flags)}){date} {{{message.Length}}}"), cancellationToken);
        var sent = false;
        var done = await FinishAsync("APPEND", tag, null, async _ =>
        {
            if (sent)
                throw new ImapProtocolException("APPEND: the server asked for the message twice.");
            sent = true;
            await connection.WriteAsync(message, cancellationToken);
            await connection.WriteLineAsync("", cancellationToken);
        }, cancellationToken);
        return done.HasCode("APPENDUID") && done.Code.Count >= 3 ? new ImapAppended(done.Code[1].AsNumber, done.Code[2].AsNumber) : null;
    }, cancellationToken);

    private Task<ImapMailbox> OpenAsync(string command, string mailbox, CancellationToken cancellationToken) => GuardAsync(command, async () =>
    {
        uint validity = 0, next = 0, exists = 0;
        var done = await CommandAsync(command, $"{command} {Wire(mailbox)}", response =>
        {
            if (response.IsKind("EXISTS") && response.Number is { } number)
                exists = number;
            else if (response.HasCode("UIDVALIDITY") && response.Code.Count > 1)
                validity = response.Code[1].AsNumber;
            else if (response.HasCode("UIDNEXT") && response.Code.Count > 1)
                next = response.Code[1].AsNumber;
        }, cancellationToken);
        return validity == 0
            ? throw new ImapProtocolException("The server gives no UIDVALIDITY; its messages cannot be told apart.")
            : new ImapMailbox(mailbox, validity, next, exists, done.HasCode("READ-ONLY") || command == "EXAMINE");
    }, cancellationToken);

    private static string Wire(string mailbox) => MailboxName.Quote(MailboxName.Encode(mailbox), "mailbox");

    private static string FormatDate(DateTimeOffset at) =>
        at.ToString("dd-MMM-yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + at.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);

    private static string Flags(IReadOnlyList<string> flags) =>
        flags.All(f => f.Length is > 0 and < 100 && f.All((c) => char.IsAsciiLetterOrDigit(c) || c is '\\' or '$' or '_' or '-' or '.'))
            ? string.Join(' ', flags) : throw new ArgumentException("A flag consists of letters, digits and \\ $ _ - .", nameof(flags));
}
