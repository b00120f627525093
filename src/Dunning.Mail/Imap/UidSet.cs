using System.Globalization;
using System.Text;

namespace Dunning.Mail.Imap;

/// <summary>UID sets such as <c>3:5,9</c> (RFC 3501 §9, sequence-set).</summary>
internal static class UidSet
{
    private const int Most = 1_000_000;

    public static string Format(IEnumerable<uint> uids)
    {
        var output = new StringBuilder();
        uint first = 0, last = 0;
        void Flush()
        {
            if (first == 0)
                return;
            output.Append(output.Length > 0 ? "," : "").Append(CultureInfo.InvariantCulture, $"{first}");
            if (last != first)
                output.Append(CultureInfo.InvariantCulture, $":{last}");
        }
        foreach (var uid in uids.Where(u => u > 0).Distinct().Order())
        {
            if (first != 0 && uid == last + 1)
            {
                last = uid;
                continue;
            }
            Flush();
            first = last = uid;
        }
        Flush();
        return output.ToString();
    }

    public static IReadOnlyList<uint> Parse(string text)
    {
        var uids = new List<uint>();
        foreach (var part in text.Split(','))
        {
            var ends = part.Split(':');
            if (!uint.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first))
                continue;
            if (!uint.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var last))
                last = first;
            for (ulong uid = Math.Min(first, last); uid <= Math.Max(first, last) && uids.Count < Most; uid++)
                uids.Add((uint)uid);
        }
        return uids;
    }
}
