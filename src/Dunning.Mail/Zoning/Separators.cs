namespace Dunning.Mail.Zoning;

/// <summary>Lines below which everything belongs to an older mail.</summary>
internal static class Separators
{
    /// <summary>What <see cref="HtmlWalker"/> writes where a program marks the older mail by markup only.</summary>
    public const string FromHtml = "-----Original Message-----";

    /// <summary>"-----Original Message-----" and its translations.</summary>
    public static bool IsOriginal(string line)
    {
        if (Between(line) is not { } text)
            return false;
        return Phrases.Originals.Contains(text) || IsNotesLine(text);
    }

    /// <summary>"---------- Forwarded message ---------", "Begin forwarded message:" and their translations.</summary>
    public static bool IsForward(string line)
    {
        if (line.Length is < 8 or > 160)
            return false;
        if (Between(line) is { } text)
            return Phrases.Forwards.Contains(text) || text.StartsWith("forwarded by ", StringComparison.Ordinal) || text.StartsWith("weitergeleitet von ", StringComparison.Ordinal);
        var trimmed = line.AsSpan().TrimEnd();
        return trimmed.Length is > 0 and < 60 && trimmed[^1] == ':' && Phrases.Forwards.Contains(Plain.Fold(line).Trim('>', ' ', ':'));
    }

    /// <summary>"##- Please type your reply above this line -##" and its kin.</summary>
    public static bool IsReplyMarker(string line)
    {
        var trimmed = line.AsSpan().Trim();
        if (trimmed.Length is < 12 or > 140)
            return false;
        if (trimmed.StartsWith("##-") && trimmed.EndsWith("-##"))
            return true;
        // A sentence of a person names the line in passing; a marker is nothing but the line.
        var text = Plain.Fold(line).Trim('#', '-', '=', '*', '_', ' ', '[', ']', '+', '.', '~', '>', '<', '(', ')', ':');
        return text.Split(' ').Length <= 12 && Array.Exists(Phrases.ReplyMarkers, m => Plain.ContainsAny(text, m.Answer) && Plain.ContainsAny(text, m.Above));
    }

    /// <summary>Notes writes "-----AR wrote: -----" above its header block.</summary>
    private static bool IsNotesLine(string text) =>
        text.Length < 80 && Array.Exists(Phrases.Attributions, a => text.EndsWith(a.Verb, StringComparison.Ordinal));

    /// <summary>The folded text between two rows of hyphens or underscores, or null.</summary>
    private static string? Between(string line)
    {
        if (line.Length is < 8 or > 160)
            return null;
        var trimmed = line.AsSpan().Trim(" \t*");
        if (!trimmed.StartsWith("--") && !trimmed.StartsWith("__") && !trimmed.StartsWith("=="))
            return null;
        var text = Plain.Fold(line).Trim('-', '_', '=', ' ', '*', ':', '\t');
        return text.Length > 0 ? text : null;
    }
}
