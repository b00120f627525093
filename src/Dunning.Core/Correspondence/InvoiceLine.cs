using System.Globalization;
using Dunning.Core.Ledger;

namespace Dunning.Core.Correspondence;

/// <summary>A line of the account statement. Canonical: number, due date, open amount and days, parted by tabs.</summary>
internal static class InvoiceLine
{
    /// <summary>The canonical line; days are left out while the invoice is not overdue.</summary>
    public static string Canonical(InvoiceFact invoice, string currency) => string.Join('\t',
        SlotText.Clean(invoice.Number), SlotText.Canonical(invoice.Due), SlotText.Canonical(new Money(invoice.Open, currency)),
        invoice.DaysOverdue > 0 ? invoice.DaysOverdue.ToString(CultureInfo.InvariantCulture) : "");

    public static string Write(string canonical, LocaleFormats formats) => string.Concat(Pieces(canonical, formats).Select(piece => piece.Text));

    /// <summary>The written line in pieces; the fields are <c>number</c>, <c>date</c>, <c>open</c> and <c>days</c>.</summary>
    public static IEnumerable<(string? Field, string Text)> Pieces(string canonical, LocaleFormats formats)
    {
        var fields = canonical.Split('\t');
        if (fields.Length != 4) throw new FormatException($"'{canonical}' is not an invoice line.");
        var values = new Dictionary<string, string> { ["number"] = fields[0], ["date"] = fields[1], ["open"] = fields[2], ["days"] = fields[3] };
        return (fields[3].Length == 0 ? formats.LineNotOverdue : formats.Line).Pieces(values, formats, KindOf);
    }

    public static string? ReadAll(string text, LocaleFormats formats)
    {
        List<string> lines = [];
        foreach (var line in text.Split('\n'))
        {
            if (Read(line, formats) is not { } canonical) return null;
            lines.Add(canonical);
        }

        return string.Join('\n', lines);
    }

    private static string? Read(string line, LocaleFormats formats)
    {
        foreach (var template in (Template[])[formats.Line, formats.LineNotOverdue])
        {
            foreach (var (end, slots) in TemplateMatch.At(template, line, 0, formats, KindOf))
            {
                if (end == line.Length)
                    return string.Join('\t', slots["number"], slots["date"], slots["open"], slots.GetValueOrDefault("days", ""));
            }
        }

        return null;
    }

    private static SlotKind KindOf(string slot) => slot switch
    {
        "number" => SlotKind.Number,
        "date" => SlotKind.Date,
        "open" => SlotKind.Money,
        _ => SlotKind.Count,
    };
}
