using Dapper;
using Dunning.Core.Cadence;
using Dunning.Postgres;
using Dunning.Postgres.Sending;
using Npgsql;

namespace Dunning.Flows.Timing;

/// <summary>What one run learned from.</summary>
/// <param name="Contacts">Contacts whose time to answer is over.</param>
/// <param name="Learned">Customers for whom an hour is preferred.</param>
/// <param name="Varied">Customers whose hour is varied, because too little is known.</param>
/// <param name="Suggestions">Customers for whom another channel is proposed to a person.</param>
public sealed record TimingCounts(int Contacts, int Customers, int Learned, int Varied, int Suggestions);

/// <summary>
/// Learns when customers answer, from all contacts and what followed each, and puts the result in place of the last. It
/// is read where the instant of a message is set; it never makes a contact.
/// </summary>
public sealed class LearnContactTimes(NpgsqlDataSource source, Policy policy, TimeProvider clock)
{
    /// <summary>The setting that keeps hours from being varied; its value is <c>off</c>.</summary>
    public const string VarySetting = "vary_contact_hours";

    private const string Vary = "select value from settings where key = @key";

    /// <summary>Learns anew from everything known now.</summary>
    public async Task<TimingCounts> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        List<ContactRow> contacts = [];
        await foreach (var row in ContactTimeRows.ReadAsync(source, now, cancellationToken)) contacts.Add(row);

        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var vary = await connection.ExecuteScalarAsync<string?>(new CommandDefinition(Vary, new { key = VarySetting }, cancellationToken: cancellationToken)) != "off";
        var counts = new TimingCounts(contacts.Count, 0, 0, 0, 0);
        await ContactTimeRows.StoreAsync(connection, new ContactTimeBook(contacts, policy.Window, vary ? day : null).Rows().Select(Counted), day, cancellationToken);
        await connection.AppendAsync(
            new("contact_times_learned", "agent", null, null, null, "learned from contacts when customers answer",
                new { contacts = counts.Contacts, customers = counts.Customers, learned = counts.Learned, varied = counts.Varied, policy = policy.Version }),
            now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return counts;

        PreferenceRow Counted(PreferenceRow row)
        {
            if (row.CustomerId is null) return row;
            var mail = row.Preference.Channel == Channel.Mail;
            counts = counts with
            {
                Customers = counts.Customers + (mail ? 1 : 0), Learned = counts.Learned + (mail && row.Preference.Basis == PreferenceBasis.Learned ? 1 : 0),
                Varied = counts.Varied + (mail && row.Preference.Basis == PreferenceBasis.Varied ? 1 : 0), Suggestions = counts.Suggestions + (row.Suggestion is null ? 0 : 1),
            };
            return row;
        }
    }
}
