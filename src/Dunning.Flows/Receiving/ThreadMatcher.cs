using System.Text.RegularExpressions;
using Dapper;
using Dunning.Flows.Drafting;
using Dunning.Mail.Mime;
using Npgsql;

namespace Dunning.Flows.Receiving;

/// <summary>How a mail was assigned.</summary>
public enum ThreadEvidence { OwnMessageId, SubjectToken, SenderAndInvoice, SenderOnly, None }

/// <summary>The case a mail belongs to. It never proves who sent it.</summary>
/// <param name="TouchId">The message of ours it answers, when it cites one.</param>
public sealed record ThreadMatch(long? CaseId, string? TouchId, ThreadEvidence Evidence);

/// <summary>
/// Assigns a mail: by a Message-ID of ours (keyed hash), by our subject token, by a known sender who names an invoice,
/// by a known sender with a single open case; otherwise not at all.
/// </summary>
public sealed partial class ThreadMatcher(MessageIds messageIds)
{
    private const string KnownSender =
        """
        select distinct c.id from contacts k join cases c on c.customer_id = k.customer_id
        where k.email = lower(@address) and k.discarded_at is null and (c.status <> 'closed' or c.closed_on > @since)
          and (@numbers::text[] is null or exists (select from invoices i where i.customer_id = c.customer_id and i.currency = c.currency and upper(i.number) = any(@numbers)))
        limit 3
        """;

    /// <summary>Finds the case of a mail.</summary>
    public async Task<ThreadMatch> MatchAsync(NpgsqlConnection connection, MimeMessage mail, string newText, DateOnly today, CancellationToken cancellationToken)
    {
        foreach (var reference in Cited(mail))
        {
            if (messageIds.TouchOf(reference) is not { } touch) continue;
            var caseId = await connection.ExecuteScalarAsync<long?>(new CommandDefinition(
                "select case_id from touches where id = @touch", new { touch }, cancellationToken: cancellationToken));
            if (caseId is { } found) return new(found, touch, ThreadEvidence.OwnMessageId);
        }

        if (Token().Match(mail.Subject) is { Success: true } token
            && long.TryParse(token.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture, out var named)
            && messageIds.SubjectToken(named) == token.Value
            && await connection.ExecuteScalarAsync<bool>(new CommandDefinition("select exists (select from cases where id = @named)", new { named }, cancellationToken: cancellationToken)))
            return new(named, null, ThreadEvidence.SubjectToken);

        if (mail.From is not [var sender]) return new(null, null, ThreadEvidence.None);
        var numbers = Words($"{mail.Subject}\n{newText}");
        return await BySenderAsync(connection, sender.Address, numbers, today, ThreadEvidence.SenderAndInvoice, cancellationToken)
            ?? await BySenderAsync(connection, sender.Address, null, today, ThreadEvidence.SenderOnly, cancellationToken)
            ?? new(null, null, ThreadEvidence.None);
    }

    private static async Task<ThreadMatch?> BySenderAsync(
        NpgsqlConnection connection, string address, string[]? numbers, DateOnly today, ThreadEvidence evidence, CancellationToken cancellationToken)
    {
        if (numbers is { Length: 0 }) return null;
        var cases = (await connection.QueryAsync<long>(new CommandDefinition(
            KnownSender, new { address, numbers, since = today.AddDays(-60) }, cancellationToken: cancellationToken))).ToList();
        return cases is [var only] ? new(only, null, evidence) : null;
    }

    private static IEnumerable<string> Cited(MimeMessage mail) =>
        (mail.InReplyTo is { } parent ? [parent] : Array.Empty<string>()).Concat(mail.References.Reverse());

    /// <summary>Words that could be an invoice number, in upper case.</summary>
    internal static string[] Words(string text) =>
        [.. text.Split([' ', '\n', '\t', ',', ';', ':', '(', ')', '[', ']', '"', '#'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Trim('.', '!', '?').ToUpperInvariant()).Where(word => word.Length is >= 3 and <= 64 && word.Any(char.IsAsciiDigit)).Distinct().Take(200)];

    [GeneratedRegex(@"\[D(\d{1,18})-[0-9A-F]{6}\]", RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
