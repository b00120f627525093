using Dunning.Core.Ledger;

namespace Dunning.Core.Correspondence.Layout;

/// <summary>A piece of a plain text as a page shows it.</summary>
internal abstract record TextBlock
{
    private TextBlock() { }

    /// <summary>Lines that belong together.</summary>
    public sealed record Paragraph(IReadOnlyList<string> Lines) : TextBlock;

    /// <summary>Lines of the account statement with the sums below them.</summary>
    public sealed record Statement(IReadOnlyList<StatementRow> Rows) : TextBlock;

    /// <summary>Cuts a text at its blank lines, and the account statement out of its paragraph.</summary>
    public static IReadOnlyList<TextBlock> Of(string text, LocaleFormats formats)
    {
        List<TextBlock> blocks = [];
        List<string> lines = [];
        List<StatementRow> rows = [];
        void EndLines()
        {
            if (lines.Count > 0) blocks.Add(new Paragraph([.. lines]));
            lines.Clear();
        }

        void EndRows()
        {
            if (rows.Count > 0) blocks.Add(new Statement([.. rows]));
            rows.Clear();
        }

        foreach (var line in text.Split('\n').Select(line => line.Trim()))
        {
            if (StatementRow.Read(line, formats, follows: rows.Count > 0) is { } row)
            {
                EndLines();
                rows.Add(row);
                continue;
            }

            EndRows();
            if (line.Length == 0) EndLines();
            else lines.Add(line);
        }

        EndLines();
        EndRows();
        return blocks;
    }
}

/// <summary>A row of the account statement in cells, which together are the line of the text.</summary>
internal abstract record StatementRow
{
    private StatementRow() { }

    /// <summary>An invoice: what it is, when it is due, what is open, and how late it is.</summary>
    public sealed record Invoice(string What, string When, string Open, string Late) : StatementRow;

    /// <summary>A sum with its label.</summary>
    public sealed record Sum(string Label, string Amount) : StatementRow;

    /// <summary>Reads a line; null when it is none of a statement.</summary>
    /// <param name="follows">A row stands above: only then an amount with a label is a sum of the statement.</param>
    public static StatementRow? Read(string line, LocaleFormats formats, bool follows)
    {
        if (line.StartsWith("- ", StringComparison.Ordinal)) return InvoiceLine.ReadAll(line, formats) is { } canonical ? Cells(canonical, formats) : null;
        if (!follows || line.LastIndexOf(": ", StringComparison.Ordinal) is not (> 0 and var at)) return null;
        return formats.ReadMoney(line[(at + 2)..]) is Money ? new Sum(line[..(at + 1)], line[(at + 2)..]) : null;
    }

    private static Invoice Cells(string canonical, LocaleFormats formats)
    {
        string[] cells = ["", "", "", ""];
        var at = 0;
        foreach (var (field, text) in InvoiceLine.Pieces(canonical, formats))
        {
            cells[at] += text;
            // The words between number and day belong to the day, those before the number to the number.
            if (field is "number" or "date" or "open" && at < 3) at++;
        }

        return new(cells[0]["- ".Length..], Bare(cells[1]), Bare(cells[2]), Bare(cells[3]));
    }

    private static string Bare(string cell) => cell.Trim(' ', ',', '(', ')');
}
