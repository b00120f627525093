namespace Dunning.Mail.Zoning;

/// <summary>Pairs new text with the quoted paragraph above it.</summary>
internal static class InlineAnswers
{
    public static List<InlineAnswer> Of(List<Zone> zones)
    {
        var answers = new List<InlineAnswer>();
        for (var i = 1; i < zones.Count; i++)
        {
            if (zones[i].Kind == ZoneKind.New && zones[i - 1].Kind == ZoneKind.Quoted && zones[i].Text.AsSpan().Trim().Length > 0)
                answers.Add(new InlineAnswer(LastParagraph(zones[i - 1].Text), zones[i].Text.Trim()));
        }
        return answers;
    }

    private static string LastParagraph(string quoted)
    {
        var lines = quoted.Split('\n').Select(QuoteMarks.Unquote).ToList();
        while (lines.Count > 0 && lines[^1].Trim().Length == 0)
            lines.RemoveAt(lines.Count - 1);
        var start = lines.FindLastIndex(l => l.Trim().Length == 0) + 1;
        return string.Join('\n', lines.Skip(start)).Trim();
    }
}
