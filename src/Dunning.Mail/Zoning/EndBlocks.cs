namespace Dunning.Mail.Zoning;

/// <summary>
/// Finds the signature that no rule finds: scores each of the last lines and cuts where the sum of the scores is highest. A
/// line that could be something said is kept: noise costs less than a lost promise.
/// </summary>
internal static class EndBlocks
{
    private const int MostLines = 24;
    private const int QuotedLooked = 30;

    /// <summary>What the lines of a signature must score together, in log-odds.</summary>
    public const double Least = 2.0;

    /// <summary>What every one of them must score.</summary>
    public const double LeastEach = -1.0;

    /// <summary>Marks the signature at the end of a block of new lines.</summary>
    public static void Mark(IReadOnlyList<string> lines, int start, int end, ZoneKind[] kinds, string sender, EndModel model)
    {
        var tail = Tail(lines, start, end, kinds, sender, model);
        var cut = Cut(tail, model);
        for (var i = cut < 0 ? end : tail[cut].Index; i < end; i++)
        {
            if (kinds[i] == ZoneKind.New)
                kinds[i] = ZoneKind.Signature;
        }
    }

    /// <summary>The last new lines in order, without empty ones.</summary>
    public static List<EndLine> Tail(IReadOnlyList<string> lines, int start, int end, ZoneKind[] kinds, string sender, EndModel model)
    {
        var texts = new List<(int Index, bool Gap)>();
        for (var i = end - 1; i >= start && texts.Count < MostLines; i--)
        {
            if (kinds[i] == ZoneKind.New && !IsBlank(lines[i]))
                texts.Add((i, i == start || kinds[i - 1] != ZoneKind.New || IsBlank(lines[i - 1])));
        }
        if (texts.Count == 0)
            return [];
        var around = Around(lines, start, end, texts[0].Index, kinds, sender);
        texts.Reverse();
        var tail = texts.ConvertAll(t => new EndLine(t.Index, lines[t.Index], t.Gap, around, model));
        Connect(tail);
        return tail;
    }

    /// <summary>Index in the tail at which the signature begins; -1 when there is none.</summary>
    private static int Cut(List<EndLine> tail, EndModel model)
    {
        var (best, at, sum) = (Least, -1, 0.0);
        for (var i = tail.Count - 1; i > 0; i--)
        {
            var score = model.Score(tail[i]);
            if (score < LeastEach || MustStay(tail[i]))
                break;
            sum += score;
            if (sum > best && score > 0 && MayBegin(tail, i))
                (best, at) = (sum, i);
        }
        return at;
    }

    /// <summary>Whether a signature may begin here: what stays above it must say something.</summary>
    private static bool MayBegin(List<EndLine> tail, int at) =>
        tail[at - 1] is var above && !above.EndsWith(':') && (at > 1 || !IsSalutation(above.Text));

    /// <summary>What is content whatever it looks like: a question, an amount of money.</summary>
    private static bool MustStay(EndLine line) => line.Text.Contains('?', StringComparison.Ordinal) && line.Words.Count > 0 || EndFeatures.IsMoney(line.Text) && !Signatures.IsLegal(line.Text);

    private static bool IsSalutation(string text) => text.Length < 60 && Plain.StartsWithAny(Plain.Fold(text), SignaturePhrases.Salutations) && !text.TrimEnd(',').Contains(',', StringComparison.Ordinal);

    private static EndSurroundings Around(IReadOnlyList<string> lines, int start, int end, int last, ZoneKind[] kinds, string sender)
    {
        var below = last + 1;
        while (below < end && kinds[below] == ZoneKind.New)
            below++;
        var follows = below < end;
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (var i = end; i < Math.Min(lines.Count, end + QuotedLooked); i++)
        {
            var text = Plain.Fold(QuoteMarks.Unquote(lines[i].Length > 200 ? lines[i][..200] : lines[i]));
            if (Plain.StartsWithAny(text, SignaturePhrases.Salutations) || Plain.StartsWithAny(text, Receivers))
                words.UnionWith(EndWords.Of(text).Skip(1));
        }
        var first = start;
        while (first < last && IsBlank(lines[first]))
            first++;
        return new EndSurroundings(sender, end < lines.Count, follows, words, lines[first].AsSpan().TrimStart() is [var c, ..] && char.IsLower(c));
    }

    private static void Connect(List<EndLine> tail)
    {
        for (int i = 0, first = 0; i < tail.Count; i++)
        {
            tail[i].FromEnd = tail.Count - 1 - i;
            tail[i].Above = i > 0 ? tail[i - 1] : null;
            tail[i].Below = i + 1 < tail.Count ? tail[i + 1] : null;
            if (i + 1 < tail.Count && !tail[i + 1].AfterGap)
                continue;
            var contact = tail.GetRange(first, i + 1 - first).Exists(l => l.IsContact);
            for (var k = first; k <= i; k++)
                (tail[k].Siblings, tail[k].ContactBeside) = (i + 1 - first, contact);
            first = i + 1;
        }
    }

    private static readonly string[] Receivers = ["to:", "an:", "a:", "para:", "aan:", "pour:"];

    private static bool IsBlank(string line) => line.AsSpan().Trim().IsEmpty;
}
