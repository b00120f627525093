using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Dunning.Flows.Auditing;

/// <summary>The hash over a range of the journal, in the order (txid, seq), continued from the previous hash.</summary>
internal static class JournalChain
{
    /// <summary>The hash before the first seal.</summary>
    public static readonly string Genesis = new('0', 64);

    private const string Rows =
        """
        select seq, at, kind, actor, case_id, touch_id, message_id, why, data::text
        from journal where txid >= $1::text::xid8 and txid < $2::text::xid8 order by txid, seq
        """;

    /// <summary>Streams the rows of [from, to) and hashes them; 0 rows leave the previous hash.</summary>
    public static async Task<(long Rows, long LastSeq, string Hash)> HashAsync(
        NpgsqlConnection connection, string from, string to, string previous, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Rows, connection) { Parameters = { new() { Value = from }, new() { Value = to } } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes(previous));
        long rows = 0, last = 0;
        while (await reader.ReadAsync(cancellationToken))
        {
            hash.AppendData(Canonical(reader));
            rows++;
            last = Math.Max(last, reader.GetInt64(0));
        }

        return (rows, last, rows == 0 ? previous : Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Each field with its length before it, so that no two rows share a canonical form.</summary>
    private static byte[] Canonical(NpgsqlDataReader reader)
    {
        var text = new StringBuilder();
        for (var i = 0; i < reader.FieldCount; i++)
        {
            var value = reader.IsDBNull(i) ? null : reader.GetValue(i) switch
            {
                DateTime at => at.ToString("yyyy-MM-ddTHH:mm:ss.ffffff", CultureInfo.InvariantCulture),
                IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
                var other => (string)other,
            };
            text.Append(CultureInfo.InvariantCulture, $"{value?.Length ?? -1}:{value};");
        }

        return Encoding.UTF8.GetBytes(text.Append('\n').ToString());
    }
}
