using Dapper;
using Dunning.Core;
using Dunning.Postgres;
using Npgsql;

namespace Dunning.Flows.Receiving;

/// <summary>What a mail is taken for by its head; null leaves it on the server.</summary>
/// <param name="early">Whether it arrived before the mailbox was read live.</param>
internal delegate MailOrigin? MailSorting(MailHead head, bool early, IReadOnlySet<string> contacts);

/// <summary>
/// Brings mails of one folder into the raw store, before anything looks at them. Mail and watermark move in one transaction, so
/// a crash loses nothing and fetches nothing twice; a mail that is stored already is recognised by its hash, whatever its number.
/// </summary>
internal sealed class MailboxIntake(NpgsqlDataSource source, IMailbox mailbox, InstallationClock clock)
{
    // Clocks of mail servers differ, and INTERNALDATE has whole seconds: in doubt a mail is live.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private const string Contacts = "select distinct email from contacts where email = any(@addresses) and discarded_at is null";

    /// <summary>Notes from when on the folder is read live, if it was not known before.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await MailboxRows.BeginAsync(connection, mailbox.Name, cancellationToken);
    }

    /// <summary>Takes what came since the watermark; null when another agent owns the mailbox, otherwise how many mails were new.</summary>
    public Task<int?> RunAsync(MailSorting sort, CancellationToken cancellationToken) => OwningAsync(mailbox.Name, async (connection, state) =>
    {
        var mark = new MailboxMark((uint?)state?.KnownValidity, (uint)(state?.LastUid ?? 0), state?.LiveSince);
        var origins = new Dictionary<uint, MailOrigin>();
        var (stored, seen) = (0, (MailHead?)null);
        async Task<IReadOnlySet<uint>> ChooseAsync(IReadOnlyList<MailHead> heads, CancellationToken token)
        {
            if (heads.Count == 0) return new HashSet<uint>();
            var renumbered = mark.UidValidity is { } known && known != heads[0].UidValidity;
            await SortAsync(connection, heads, head => IsEarly(head, mark.LiveSince, renumbered), sort, origins, token);
            // All mails of the batches before are stored by now; unwanted ones among them need not be looked at again.
            if (seen is not null) await MailboxRows.AdvanceAsync(connection, mailbox.Name, seen.UidValidity, seen.Uid, clock.GetUtcNow(), token);
            seen = heads[^1];
            return origins.Keys.ToHashSet();
        }

        await foreach (var mail in mailbox.FetchAsync(mark, ChooseAsync, cancellationToken))
        {
            stored += await StoreAsync(connection, mail, origins[mail.Uid], advance: true, cancellationToken);
        }

        if (seen is not null) await MailboxRows.AdvanceAsync(connection, mailbox.Name, seen.UidValidity, seen.Uid, clock.GetUtcNow(), cancellationToken);
        return stored;
    }, cancellationToken);

    /// <summary>Takes one batch of what lay there before; null when nothing is left to take, otherwise how many mails were new.</summary>
    public Task<int?> RunEarlierAsync(TimeSpan reach, int most, MailSorting sort, CancellationToken cancellationToken) => OwningAsync($"{mailbox.Name} backfill", async (connection, state) =>
    {
        if (state is not { LiveSince: { } live, BackfilledAt: null }) return null;
        var wanted = new EarlierMails(live - reach, live, (uint?)state.BackfillValidity, (uint?)state.BackfillBelow, most);
        var origins = new Dictionary<uint, MailOrigin>();
        var (stored, lowest) = (0, (MailHead?)null);
        async Task<IReadOnlySet<uint>> ChooseAsync(IReadOnlyList<MailHead> heads, CancellationToken token)
        {
            await SortAsync(connection, heads.Where(head => head.ArrivedAt >= wanted.From && IsEarly(head, live, false)).ToList(), _ => true, sort, origins, token);
            foreach (var head in heads) lowest = lowest is null || head.Uid < lowest.Uid ? head : lowest;
            return origins.Keys.ToHashSet();
        }

        await foreach (var mail in mailbox.FetchEarlierAsync(wanted, ChooseAsync, cancellationToken))
        {
            stored += await StoreAsync(connection, mail, origins[mail.Uid], advance: false, cancellationToken);
        }

        // The cursor moves when the whole batch is stored: a killed run takes the batch again and recognises what it has.
        await MailboxRows.MoveCursorAsync(connection, mailbox.Name, lowest?.UidValidity, lowest?.Uid, clock.GetUtcNow(), cancellationToken);
        return stored;
    }, cancellationToken);

    /// <summary>The past has a lock of its own, so that new mail never waits for it.</summary>
    private async Task<int?> OwningAsync(string what, Func<NpgsqlConnection, MailboxRow?, Task<int?>> act, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        if (!await MailboxRows.OwnAsync(connection, what, cancellationToken)) return null;
        try
        {
            return await act(connection, await MailboxRows.GetAsync(connection, mailbox.Name, cancellationToken));
        }
        finally
        {
            await connection.ExecuteAsync("select pg_advisory_unlock_all()");
        }
    }

    /// <summary>Under new numbers a server may have set the dates of arrival anew; then the Date field has a say, too.</summary>
    private static bool IsEarly(MailHead head, DateTimeOffset? live, bool renumbered) =>
        live is { } since && (head.ArrivedAt < since - ClockSkew || (renumbered && head.WrittenOn < since - TimeSpan.FromDays(1)));

    private static async Task SortAsync(
        NpgsqlConnection connection, IReadOnlyList<MailHead> heads, Func<MailHead, bool> early, MailSorting sort, Dictionary<uint, MailOrigin> origins, CancellationToken cancellationToken)
    {
        origins.Clear();
        var addresses = heads.SelectMany(head => head.From.Concat(head.Recipients)).Distinct().ToArray();
        var contacts = (await connection.QueryAsync<string>(new CommandDefinition(Contacts, new { addresses }, cancellationToken: cancellationToken))).ToHashSet();
        foreach (var head in heads)
        {
            if (sort(head, early(head), contacts) is { } origin) origins[head.Uid] = origin;
        }
    }

    private async Task<int> StoreAsync(NpgsqlConnection connection, FetchedMail mail, MailOrigin origin, bool advance, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var now = clock.GetUtcNow();
        // On a simulated clock a mail of the past keeps its distance from the present.
        var arrived = !clock.IsSimulated ? mail.ArrivedAt : origin == MailOrigin.Earlier || !advance ? now - (TimeProvider.System.GetUtcNow() - mail.ArrivedAt) : now;
        var added = await MailboxRows.StoreAsync(connection, mailbox.Name, mail, Wire.Name(origin), arrived, now, cancellationToken);
        if (advance) await MailboxRows.AdvanceAsync(connection, mailbox.Name, mail.UidValidity, mail.Uid, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return added;
    }
}
