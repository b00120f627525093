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
    public const double Least = 1.5;

    /// <summary>What every one of them must score.</summary>
    public const double LeastEach = -1.0;

    /// <summary>Marks the signature at the end of a block of new lines.</summary>
    public static void Mark(IReadOnlyList<string> lines, int start, int end, ZoneKind[] kinds, string sender, EndModel model)
    {
        var tail = Tail(lines, start, end, kinds, sender, model);
        // A closing formula already found below begins the signature.
        if (tail.Count > 0 && tail[^1].Around.SignatureFollows && ClosingFollows(lines, tail[^1].Index, end))
            return;
        var cut = Cut(tail, model);
        // Below a quote a name block can stand alone; above it the first line is never one.
        if (cut < 0 && tail.Count > 1 && start > 0 && Array.IndexOf(kinds, ZoneKind.New, 0, start) >= 0 && tail.TrueForAll(l => l.IsName && !MustStay(l) && model.Score(l) > 0))
            cut = 0;
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

    private static bool ClosingFollows(IReadOnlyList<string> lines, int last, int end)
    {
        var next = last + 1;
        while (next < end && IsBlank(lines[next]))
            next++;
        return next < end && Closings.Is(lines[next]);
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

    /// <summary>Whether a signature may begin here: what stays above it must say something, and must not announce it.</summary>
    private static bool MayBegin(List<EndLine> tail, int at) =>
        !IsAnnounced(tail[at]) && (at > 1 || !IsSalutation(tail[0].Text));

    /// <summary>What a colon above it in its paragraph or right above the paragraph announces is content, as is what an open line about an address or a contact does.</summary>
    private static bool IsAnnounced(EndLine line)
    {
        for (var at = line; at.Above is { } above; at = above)
        {
            if (above.EndsWith(':') && !above.Closes && !Greets(above.Text))
                return true;
            if (at.AfterGap)
                return !above.EndsSentence && Plain.ContainsAny(Plain.Fold(above.Text), SignaturePhrases.Announcing) && above.LowerWords > 1;
        }
        return false;
    }

    /// <summary>What is content whatever it looks like: a question, an amount, a bare figure, an answer with its author's name before it, a word such as "paid", "Friday" or "not".</summary>
    public static bool MustStay(EndLine line) =>
        line.Text[0] == '[' || line.Words.Count == 0 && line.Text.Any(char.IsAsciiDigit) && !line.IsContact
        || line.Text.Contains('?', StringComparison.Ordinal) && line.Words.Count > 0
        || EndFeatures.IsMoney(line.Text) && !Signatures.IsLegal(line.Text)
        || line.Words.Any(SaidWords.Contains) && !line.IsContact && !line.Closes && !EndFeatures.IsUnanswered(line.Text);

    private static bool IsSalutation(string text) => text.Length < 60 && (text is [.., ',' or ':'] && text.Split(' ').Length < 5 || Greets(text));

    private static bool Greets(string text) => Plain.StartsWithAny(Plain.Fold(text), SignaturePhrases.Salutations) && !text.TrimEnd(',').Contains(',', StringComparison.Ordinal);

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

    private static readonly HashSet<string> SaidWords = new(SignaturePhrases.Said, StringComparer.Ordinal);

    private static readonly string[] Receivers = ["to:", "an:", "a:", "para:", "aan:", "pour:"];

    private static bool IsBlank(string line) => line.AsSpan().Trim().IsEmpty;
}
