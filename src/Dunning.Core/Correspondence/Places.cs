namespace Dunning.Core.Correspondence;

/// <summary>The places of a text that have been accounted for; the first claim stands.</summary>
internal sealed class Places(string text, LocaleFormats formats, string currency)
{
    private const string Joins = ".,'’/-:";
    private readonly bool[] taken = new bool[text.Length];
    private readonly List<SourcedSpan> spans = [];

    /// <summary>What was claimed, in order of place.</summary>
    public IReadOnlyList<SourcedSpan> Spans => [.. spans.OrderBy(span => span.Start)];

    /// <summary>Where the words stand by themselves and nothing is claimed yet.</summary>
    public IEnumerable<int> Find(string written)
    {
        for (var at = text.IndexOf(written, StringComparison.Ordinal); at >= 0; at = text.IndexOf(written, at + 1, StringComparison.Ordinal))
        {
            if (IsFree(at, written.Length) && StandsAlone(at, written.Length) && !IsOtherFigure(written, at + written.Length)) yield return at;
        }
    }

    /// <summary>Claims every place of the words.</summary>
    public void ClaimAll(string written, IReadOnlyList<FactSource> sources)
    {
        foreach (var at in Find(written)) Claim(at, written.Length, sources);
    }

    /// <summary>Claims a place.</summary>
    public void Claim(int start, int length, IReadOnlyList<FactSource> sources)
    {
        if (!IsFree(start, length)) return;
        Array.Fill(taken, true, start, length);
        spans.Add(new(start, length, sources));
    }

    /// <summary>Claims what is left of figures, without a source: "INV-99" and "1,200.00" each as a whole.</summary>
    public void ClaimFigures()
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (taken[at] || !char.IsDigit(text[at])) continue;
            var (from, to) = (at, at + 1);
            while (from > 0 && !taken[from - 1] && (char.IsLetterOrDigit(text[from - 1]) || JoinsAt(from - 1))) from--;
            while (to < text.Length && !taken[to] && (char.IsLetterOrDigit(text[to]) || JoinsAt(to))) to++;
            Claim(from, to - from, []);
        }
    }

    private bool IsFree(int start, int length) => taken.AsSpan(start, length).IndexOf(true) < 0;

    private bool JoinsAt(int at) => Joins.Contains(text[at], StringComparison.Ordinal)
        && at > 0 && char.IsLetterOrDigit(text[at - 1]) && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]);

    // "100" is no fact inside "1,100.00", nor INV-7 inside INV-71; a full stop after a figure ends the sentence.
    private bool StandsAlone(int at, int length)
    {
        var end = at + length;
        if (at > 0 && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at])) return false;
        if (end < text.Length && char.IsLetterOrDigit(text[end]) && char.IsLetterOrDigit(text[end - 1])) return false;
        if (at > 1 && char.IsDigit(text[at]) && JoinsAt(at - 1) && char.IsLetterOrDigit(text[at - 2])) return false;
        return end + 1 >= text.Length || !char.IsDigit(text[end - 1]) || !JoinsAt(end) || !char.IsDigit(text[end + 1]);
    }

    // A number of digits only may be that of an invoice, but not before a currency or a month.
    private bool IsOtherFigure(string written, int end)
    {
        if (!written.All(char.IsAsciiDigit)) return false;
        var after = text.AsSpan(end).TrimStart(' ').TrimStart('.').TrimStart(' ');
        foreach (var unit in (string[])[currency, "€", "$", "£", "%", .. formats.Months])
        {
            if (after.StartsWith(unit, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
