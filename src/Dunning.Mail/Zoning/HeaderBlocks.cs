namespace Dunning.Mail.Zoning;

/// <summary>The label a line of a header block begins with.</summary>
internal enum LineLabel { None, Blank, From, Mail, Other, Money }

/// <summary>Recognises the header of an older mail written out as text: "From: … Sent: … To: … Subject: …", in any order.</summary>
internal static class HeaderBlocks
{
    private const int Reach = 14;
    private const int LongestLabel = 24;

    /// <summary>Which label a line begins with; computed once per line.</summary>
    public static LineLabel LabelOf(string line)
    {
        var label = Label(line);
        if (label.Length == 0)
            return line.AsSpan().Trim().IsEmpty ? LineLabel.Blank : LineLabel.None;
        return Phrases.FromLabels.Contains(label) ? LineLabel.From
            : Phrases.MailLabels.Contains(label) ? LineLabel.Mail
            : Phrases.OtherLabels.Contains(label) ? LineLabel.Other
            : Phrases.MoneyLabels.Contains(label) ? LineLabel.Money : LineLabel.None;
    }

    /// <summary>How many lines from this one on are a header block; 0 when none.</summary>
    public static int Length(LineLabel[] labels, int at)
    {
        if (labels[at] is not (LineLabel.From or LineLabel.Mail or LineLabel.Other))
            return 0;
        int found = 0, length = 0, gap = 0;
        bool from = false, mail = false;
        for (var i = at; i < labels.Length && i < at + Reach; i++)
        {
            switch (labels[i])
            {
                case LineLabel.Money:
                    return 0;
                case LineLabel.From or LineLabel.Mail or LineLabel.Other:
                    from |= labels[i] == LineLabel.From;
                    mail |= labels[i] == LineLabel.Mail;
                    found++;
                    gap = 0;
                    length = i - at + 1;
                    break;
                case LineLabel.None:
                    gap++; // A long list of recipients goes on in the next line.
                    break;
                case LineLabel.Blank:
                    gap += found > 2 ? 3 : 1;
                    break;
            }
            if (gap > 2)
                break;
        }
        var first = labels[at] == LineLabel.From || at == 0 || labels[at - 1] is LineLabel.Blank or LineLabel.None;
        return from && mail && first && found >= 3 ? length : 0;
    }

    /// <summary>The folded label before the colon of a short "Label: value" line; bold marks of text versions are ignored.</summary>
    private static string Label(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon is <= 0 or > LongestLabel)
            return "";
        return Plain.Fold(line[..colon]).Trim('*', ' ', '\t', '|', '_');
    }
}
