using System.Text;

namespace Dunning.Core.Correspondence.Layout;

/// <summary>The account statement as a table. Row by row and cell by cell it reads like the lines of the text.</summary>
internal static class HtmlTable
{
    private const string Rule = "border-bottom:1px solid #808080;";

    private const string Words = "padding:8px 10px 8px 0;text-align:left;vertical-align:top";

    private const string Figure = "padding:8px 10px 8px 0;text-align:right;vertical-align:top";

    private const string Last = "padding:8px 0 8px 0;text-align:right;vertical-align:top";

    public static void Write(StringBuilder page, IReadOnlyList<StatementRow> rows, HtmlWords words)
    {
        page.Append("<table width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"width:100%;margin:0 0 16px 0;border-collapse:collapse;font-size:14px\">\n");
        foreach (var row in rows)
        {
            switch (row)
            {
                case StatementRow.Invoice line:
                    page.Append("<tr>");
                    Cell(page, "", Rule + Words, line.What, words);
                    Cell(page, "", Rule + Words, line.When, words);
                    Cell(page, "", Rule + Figure, Unbroken(line.Open), words);
                    Cell(page, "", Rule + Last, line.Late, words);
                    page.Append("</tr>\n");
                    break;
                case StatementRow.Sum sum:
                    page.Append("<tr>");
                    Cell(page, " colspan=\"2\"", Words + ";font-weight:bold", sum.Label, words);
                    Cell(page, "", Figure + ";font-weight:bold", Unbroken(sum.Amount), words);
                    page.Append("<td></td></tr>\n");
                    break;
            }
        }

        page.Append("</table>\n");
    }

    // An amount and its currency stay on one line.
    private static string Unbroken(string amount) => amount.Replace(' ', '\u00a0');

    private static void Cell(StringBuilder page, string span, string style, string text, HtmlWords words) =>
        page.Append("<td").Append(span).Append(" style=\"").Append(style).Append("\">").Append(words.Linked(text)).Append("</td>");
}
