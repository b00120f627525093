using Dunning.Mail.Zoning;

namespace Dunning.Evals.NewTexts;

/// <summary>A mail's text with what is new in it.</summary>
/// <param name="Batch">Mails written at one time by one writer.</param>
/// <param name="Fold">Which fifth it belongs to when word counts must not know the mail they are used on.</param>
internal sealed record EndingExample(string Id, string Batch, int Fold, string Text, string Sender, string Expected)
{
    /// <summary>Whether only its words are counted.</summary>
    public bool OnlyWords { get; init; }

    private const int ContentLines = 3;
    private const int MostCounted = 6;

    /// <summary>The last lines which the rules leave, each with whether it belongs to a signature; content only of the last few lines.</summary>
    public List<(EndLine Line, bool Ends)> Lines(EndModel words)
    {
        var zones = NewText.ExtractWith(Text, Sender, EndModel.RulesOnly);
        string[] lines = [.. zones.All.SelectMany(z => z.Text.Split('\n'))];
        ZoneKind[] kinds = [.. zones.All.SelectMany(z => Enumerable.Repeat(z.Kind, z.LineCount))];
        var expected = Expect(lines);
        var found = new List<(EndLine, bool)>();
        for (var i = 0; i < lines.Length; i++)
        {
            var end = i;
            while (end < lines.Length && kinds[end] is not (ZoneKind.Quoted or ZoneKind.Attribution)) end++;
            if (end > i) found.AddRange(Tail(EndBlocks.Tail(lines, i, end, kinds, Sender, words), expected));
            i = Math.Max(i, end);
        }
        return found;
    }

    /// <summary>The lines above any quote for counting words, without the salutation: content, and what stands below it.</summary>
    public IReadOnlyList<(string Line, bool Ends)> Counted => _counted ??= [.. Count()];

    private IReadOnlyList<(string Line, bool Ends)>? _counted;

    private IEnumerable<(string Line, bool Ends)> Count()
    {
        var zones = NewText.ExtractWith(Text, Sender, EndModel.RulesOnly).All;
        string[] lines = [.. zones.TakeWhile(z => z.Kind is not (ZoneKind.Quoted or ZoneKind.Attribution)).Where(z => z.Kind != ZoneKind.Disclaimer).SelectMany(z => z.Text.Split('\n'))];
        var expected = Expect(lines);
        var last = Array.LastIndexOf(expected, true);
        for (var i = 1; i < lines.Length && i < last + MostCounted; i++)
            if (lines[i].Length > 0) yield return (lines[i], !expected[i]);
    }

    private static IEnumerable<(EndLine, bool)> Tail(List<EndLine> tail, bool[] expected)
    {
        var kept = 0;
        for (var i = tail.Count - 1; i > 0 && kept < ContentLines; i--)
        {
            kept += expected[tail[i].Index] ? 1 : 0;
            if (!EndBlocks.MustStay(tail[i])) yield return (tail[i], !expected[tail[i].Index]);
        }
    }

    /// <summary>Which lines are expected, in order from the end of the expected text.</summary>
    private bool[] Expect(string[] lines)
    {
        string[] wanted = [.. Expected.Split('\n').Where(l => l.Trim().Length > 0)];
        var result = new bool[lines.Length];
        var next = 0;
        for (var i = 0; i < lines.Length && next < wanted.Length; i++)
        {
            if (MailAssembly.Normal(lines[i]) != wanted[next].Trim()) continue;
            result[i] = true;
            next++;
        }
        return result;
    }
}
