namespace Dunning.Core.Conversation.Commitments;

/// <summary>Slips of typing: a word one letter off a known one ("paymnet", "tranfer").</summary>
internal static class Slips
{
    // The last letters make another form of the word ("addebitate", "addebitato"), not a slip.
    private const int Ending = 2;

    /// <summary>Whether the word starts and ends like one of the names and is one letter more, less, other, or two neighbours swapped.</summary>
    public static bool IsOneOff(string word, IEnumerable<string> names)
    {
        foreach (var name in names)
            if (name[0] == word[0] && Math.Abs(name.Length - word.Length) <= 1 && word.EndsWith(name[^Ending..], StringComparison.Ordinal) && OneEdit(word, name)) return true;
        return false;
    }

    private static bool OneEdit(ReadOnlySpan<char> word, ReadOnlySpan<char> name)
    {
        var same = word.CommonPrefixLength(name);
        var left = word[same..];
        var right = name[same..];
        if (left.Length > right.Length) return left[1..].SequenceEqual(right);
        if (left.Length < right.Length) return left.SequenceEqual(right[1..]);
        return left.Length > 0 && (left[1..].SequenceEqual(right[1..]) || left.Length > 1 && left[0] == right[1] && left[1] == right[0] && left[2..].SequenceEqual(right[2..]));
    }
}
