namespace Dunning.Guardrails.Text.Acts;

/// <summary>
/// Tells whether a word belongs to a link or a mail address. Those are cut at their dots and slashes; what stands between
/// two spaces tells, and is looked at once for all the words in it.
/// </summary>
internal sealed class LinkPieces(string text)
{
    private int start, end;
    private bool isLink;

    /// <summary>Whether the stretch between two spaces around the word is an address.</summary>
    public bool IsLink(Token token)
    {
        int from = token.Start, to = token.Start + token.Length;
        if (from >= start && to <= end) return isLink;
        while (from > 0 && !char.IsWhiteSpace(text[from - 1])) from--;
        while (to < text.Length && !char.IsWhiteSpace(text[to])) to++;
        var piece = text.AsSpan(from, to - from);
        var found = piece.Contains('@') || piece.Contains("://", StringComparison.Ordinal) || piece.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
        // A word that was spelled out holds spaces itself; its neighbours have shorter pieces of their own.
        if (text.AsSpan(token.Start, token.Length).ContainsAny(' ', '\t', '\n')) return found;
        (start, end, isLink) = (from, to, found);
        return found;
    }
}
