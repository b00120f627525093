using System.Text.RegularExpressions;

namespace Dunning.Core.Conversation.Commitments;

/// <summary>A marked clause cut into pieces at punctuation and conjunctions.</summary>
internal sealed class ClausePieces
{
    private readonly List<TextSpan> pieces = [];

    public ClausePieces(string text)
    {
        Text = text;
        var start = 0;
        foreach (ValueMatch cut in PlainPatterns.Cuts().EnumerateMatches(text))
        {
            Add(start, cut.Index);
            start = char.IsAsciiLetter(text[cut.Index]) ? cut.Index : cut.Index + cut.Length;
        }
        Add(start, text.Length);
    }

    /// <summary>The whole clause.</summary>
    public string Text { get; }

    public int Count => pieces.Count;

    public string this[int at] => this[at, at];

    /// <summary>From one piece to another, with what stands between them.</summary>
    public string this[int from, int to] => Text[pieces[from].Start..(pieces[to].Start + pieces[to].Length)];

    /// <summary>What stands before a piece.</summary>
    public string Before(int at) => Text[..pieces[at].Start];

    /// <summary>The pieces outside of a stretch of them.</summary>
    public IEnumerable<string> Outside(int from, int to) => Enumerable.Range(0, Count).Where(i => i < from || i > to).Select(i => this[i]);

    /// <summary>The piece in which a place lies; -1 where there is none.</summary>
    public int At(int place) => pieces.FindIndex(p => p.Start + p.Length > place);

    private void Add(int start, int end)
    {
        if (end > start && !string.IsNullOrWhiteSpace(Text[start..end])) pieces.Add(new TextSpan(start, end - start));
    }
}
