using Dunning.Core.Correspondence;
using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Grounding;

/// <summary>
/// Street and postcode in the closing block of a mail whose facts hold no postal address. They cannot be checked, but
/// they are told apart from figures of the account; where the facts hold an address, any other one stays unexplained.
/// </summary>
internal static class Streets
{
    private const int MostLines = 8;
    private const int LongestLine = 110;

    /// <summary>Adds the house numbers and postcodes of the closing block.</summary>
    internal static void Find(Part part, FactSet facts, List<Item> items, Ledger ledger)
    {
        if (!string.IsNullOrWhiteSpace(facts.PostalAddress) || part.Kind == PartKind.Subject) return;
        var text = part.Clean.Text;
        var start = ClosingStart(text, items, ledger);
        if (!text.AsSpan(start).Contains(CleanText.From(facts.Creditor).Text, StringComparison.OrdinalIgnoreCase)) return;
        var block = text[start..];
        var any = false;
        foreach (var match in Shapes.Street.EnumerateMatches(block)) any |= KnownNumbers.Place(items, Of(block, match.Index, match.Length, start));
        if (!any) return;
        foreach (var match in Shapes.Postcode.EnumerateMatches(block)) KnownNumbers.Place(items, Of(block, match.Index, match.Length, start));
    }

    private static Item Of(string block, int at, int length, int start) => new(ItemKind.Street, start + at, length, [], [], block.Substring(at, length));

    // Upwards from the end while the lines are short and say nothing about the account.
    private static int ClosingStart(string text, List<Item> items, Ledger ledger)
    {
        var start = text.Length;
        for (var lines = 0; lines < MostLines && start > 0;)
        {
            var from = text.LastIndexOf('\n', Math.Max(0, start - 2)) + 1;
            var line = text.AsSpan(from, start - from).Trim();
            var figures = items.Exists(item => item.Start >= from && item.Start < start && (item.Kind is ItemKind.Money or ItemKind.Date or ItemKind.DayCount or ItemKind.Duration || (item.Kind == ItemKind.Known && ledger.IsInvoice(item.Name))));
            if (line.Length > LongestLine || figures || line.EndsWith("?")) break;
            if (!line.IsEmpty) lines++;
            start = from;
        }

        return start;
    }
}
