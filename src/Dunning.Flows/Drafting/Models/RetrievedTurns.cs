using Dapper;
using Dunning.Core.Conversation;
using Npgsql;

namespace Dunning.Flows.Drafting.Models;

/// <summary>A mail of the conversation, for fenced use in a prompt.</summary>
internal sealed record RetrievedTurn(bool FromCustomer, DateOnly Day, UntrustedText Text);

/// <summary>The words of the mails a draft's facts were drawn from. Only prose drafting reads them, and only for a person to decide about.</summary>
internal static class RetrievedTurns
{
    private const int MostTurns = 6;
    private const int LongestTurn = 1_500;

    private const string Signs =
        """
        select exists (select from messages where case_id = @caseId and direction = 'in' and at > @since and (reading->>'injection_probability')::float8 >= 0.5)
        """;

    // Proven senders we know, and ourselves: what a stranger wrote is no part of the conversation.
    private const string Texts =
        """
        select direction = 'in' as from_customer, at, left(coalesce(new_text, body), @longest) as text from messages
        where id = any(@ids) and case_id = @caseId and coalesce(new_text, body, '') <> ''
          and (direction = 'out' or (kind = 'human' and known_sender and authenticity = 'verified'))
        order by at desc, id desc limit @most
        """;

    /// <summary>The mails in order of time; null when one of the account's mails speaks to software.</summary>
    public static async Task<IReadOnlyList<RetrievedTurn>?> ReadAsync(NpgsqlConnection connection, TouchBrief brief, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var caseId = brief.File.Case.Id;
        if (await connection.ExecuteScalarAsync<bool>(new CommandDefinition(Signs, new { caseId, since = now.UtcDateTime.AddDays(-60) }, cancellationToken: cancellationToken))) return null;
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            Texts, new { ids = brief.Conversation.SourceMessages.ToArray(), caseId, longest = LongestTurn, most = MostTurns }, cancellationToken: cancellationToken));
        return [.. rows.Reverse().Select(row => new RetrievedTurn(row.FromCustomer, DateOnly.FromDateTime(row.At), new UntrustedText(row.Text)))];
    }

    private sealed record Row
    {
        public bool FromCustomer { get; init; }
        public DateTime At { get; init; }
        public required string Text { get; init; }
    }
}
