namespace Dunning.Mail.Delivery;

/// <summary>Enhanced status codes (RFC 3463) and what they mean for an address.</summary>
internal static class StatusCode
{
    /// <summary>The first class.subject.detail of class 4 or 5 in a text; class 2 only where the text is nothing else.</summary>
    public static string? Find(string? text)
    {
        if (text is null)
            return null;
        for (var i = 0; i + 4 < text.Length; i++)
        {
            if (text[i] is not ('4' or '5' or '2') || text[i + 1] != '.' || i > 0 && (char.IsLetterOrDigit(text[i - 1]) || text[i - 1] == '.'))
                continue;
            var second = Digits(text, i + 2);
            if (second == i + 2 || second >= text.Length || text[second] != '.')
                continue;
            var third = Digits(text, second + 1);
            if (third == second + 1 || third < text.Length && (text[third] == '.' && third + 1 < text.Length && char.IsAsciiDigit(text[third + 1]) || char.IsLetter(text[third])))
                continue;
            if (text[i] != '2' || i == 0)
                return text[i..third];
        }
        return null;
    }

    /// <summary>Whether a three-digit refusal such as 550 stands in the line.</summary>
    public static bool HasReplyCode(string line)
    {
        for (var i = 0; i + 3 < line.Length; i++)
        {
            if (line[i] is '4' or '5' && line[i + 1] is >= '0' and <= '5' && char.IsAsciiDigit(line[i + 2]) && line[i + 3] is ' ' or '-' && (i == 0 || !char.IsAsciiDigit(line[i - 1])))
                return true;
        }
        return false;
    }

    /// <summary>Hard, soft or policy; where the code says little, the words decide, and an unexplained permanent failure is hard.</summary>
    public static BounceKind Classify(string? status, string words)
    {
        var parts = status?.Split('.') ?? [];
        if (parts.Length == 3 && parts[0] == "4")
            return BounceKind.Soft;
        var text = words.ToLowerInvariant();
        if (parts.Length != 3)
            return ByWords(text);
        return (parts[1], parts[2]) switch
        {
            ("1", "7" or "8") => BounceKind.Policy, // Our own sender address was refused.
            ("1", _) => BounceKind.Hard,
            ("2", "2") => BounceKind.Soft,
            ("2", "3") => BounceKind.Policy,
            ("2", _) => BounceKind.Hard,
            ("3", "4") => BounceKind.Policy,
            ("3", _) => ByWords(text),
            ("4", "4" or "1" or "310") => BounceKind.Hard,
            ("4", _) => BounceKind.Soft,
            ("6", _) => BounceKind.Policy,
            // 5.7.x is a refusal by policy, yet some systems use it for addresses that do not exist.
            ("7", _) => MachinePhrases.Contains(text, MachinePhrases.UnknownUser) && !MachinePhrases.Contains(text, MachinePhrases.Policy) ? BounceKind.Hard : BounceKind.Policy,
            _ => ByWords(text),
        };
    }

    private static BounceKind ByWords(string text)
    {
        if (MachinePhrases.Contains(text, MachinePhrases.UnknownUser))
            return BounceKind.Hard;
        if (MachinePhrases.Contains(text, MachinePhrases.Full))
            return BounceKind.Soft;
        return MachinePhrases.Contains(text, MachinePhrases.Policy) ? BounceKind.Policy : BounceKind.Hard;
    }

    private static int Digits(string text, int at)
    {
        var start = at;
        while (at < text.Length && at < start + 3 && char.IsAsciiDigit(text[at]))
            at++;
        return at;
    }
}
