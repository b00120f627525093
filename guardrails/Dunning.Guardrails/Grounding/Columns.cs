using System.Globalization;
using Dunning.Core.Correspondence;
using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Grounding;

/// <summary>
/// Bare numbers in the columns of a table row, whose unit stands in the heading: they are read as the days or the
/// whole amount of the row's invoice when they are exactly that, and stay unexplained otherwise.
/// </summary>
internal static class Columns
{
    private const int LongestCell = 32;

    /// <summary>Whether the line at this place is a row whose short cells semicolons part, one of them with a figure.</summary>
    internal static bool PartedBySemicolons(string text, int at)
    {
        var from = text.LastIndexOf('\n', at) + 1;
        var to = text.IndexOf('\n', at);
        var line = text.AsSpan(from, (to < 0 ? text.Length : to) - from);
        var (cells, longest) = (0, 0);
        foreach (var cell in line.Split(';'))
        {
            cells++;
            longest = Math.Max(longest, line[cell].Trim().Length);
        }

        return longest <= LongestCell && cells > 1 && line.ContainsAnyInRange('0', '9');
    }

    /// <summary>Gives bare numbers of rows their meaning.</summary>
    internal static void Read(string text, List<Item> items, Ledger ledger)
    {
        var row = 0;
        for (var start = 0; start < text.Length;)
        {
            var at = text.IndexOf('\n', start);
            var end = at < 0 ? text.Length : at;
            var line = text.AsSpan(start, end - start);
            if (line.Contains('|') || line.Trim().Contains("  ", StringComparison.Ordinal) || line.Contains(';')) row = ReadRow(start, end, items, ledger, row);
            start = end + 1;
        }
    }

    /// <summary>"INV-1 is 40 days late and INV-2 12": a number that leaves its unit to the one before it.</summary>
    internal static void ReadEllipses(Part part, List<Item> items, FactSet facts, Ledger ledger)
    {
        foreach (var sentence in part.Sentences)
        {
            var own = items.Where(item => item.Start >= sentence.Start && item.Start < sentence.Start + sentence.Length).ToList();
            var unit = own.Find(static item => item.Kind == ItemKind.DayCount);
            if (unit is null) continue;
            foreach (var item in own)
            {
                if (item.Kind != ItemKind.UnknownNumber || item.Start < unit.Start || !decimal.TryParse(item.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var value)) continue;
                if (facts.Invoices.Any(invoice => ledger.DaysOverdue(invoice) == value)) items[items.IndexOf(item)] = item with { Kind = ItemKind.DayCount, Values = [value] };
            }
        }
    }

    private static int ReadRow(int start, int end, List<Item> items, Ledger ledger, int before)
    {
        var row = items.Where(item => item.Start >= start && item.Start < end).ToList();
        var numbers = row.Where(item => item.Kind == ItemKind.Known && ledger.Invoice(item.Name) is not null).Select(static item => item.Name).Distinct().ToList();
        if (numbers.Count != 1) return before;
        // A first column that counts the rows.
        if (row[0] is { Kind: ItemKind.UnknownNumber } first && first.Name.TrimStart('#') == (before + 1).ToString(CultureInfo.InvariantCulture))
            items[items.IndexOf(first)] = first with { Kind = ItemKind.ListMarker };
        var invoice = ledger.Invoice(numbers[0])!;
        foreach (var item in row)
        {
            if (item.Kind != ItemKind.UnknownNumber || !items.Contains(item) || !decimal.TryParse(item.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var value)) continue;
            var kind = value == ledger.DaysOverdue(invoice) ? ItemKind.DayCount : value == invoice.Open ? ItemKind.Money : item.Kind;
            items[items.IndexOf(item)] = item with { Kind = kind, Values = [value] };
        }

        return before + 1;
    }
}
