namespace Dunning.Guardrails.Grounding;

/// <summary>
/// Which value of a sentence belongs to which of the invoices it names. People put values behind their invoice, before
/// it, next to it, or list invoices and then values in the same order; a sentence is right when one of these readings
/// makes every value right. Exchanging two values breaks all of them, because each value is given to some invoice in
/// every reading.
/// </summary>
/// <param name="belongs">Whether a value may stand beside the invoice of this number.</param>
internal sealed class Pairing(Func<Item, string, bool> belongs)
{
    private sealed record Mark(Item Item, string? Invoice);

    /// <summary>The first value that stands beside the wrong invoice; null when all are right.</summary>
    /// <param name="items">Invoice numbers and values of one kind, in order of place.</param>
    /// <param name="invoiceOf">The invoice an item names; null for a value.</param>
    internal Item? Misplaced(IEnumerable<Item> items, Func<Item, string?> invoiceOf)
    {
        var marks = items.Select(item => new Mark(item, invoiceOf(item))).ToList();
        var invoices = marks.Select(static mark => mark.Invoice).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (invoices.Count == 0) return null;
        // What may stand beside all of them says nothing about which one is meant.
        marks.RemoveAll(mark => mark.Invoice is null && invoices.TrueForAll(invoice => belongs(mark.Item, invoice)));
        if (marks.TrueForAll(static mark => mark.Invoice is not null)) return null;
        if (invoices.Count == 1) return marks.Find(static mark => mark.Invoice is null)?.Item;
        var behind = Behind(Spread(marks, invoices.Count));
        if (behind is null) return null;
        return Behind([.. Enumerable.Reverse(marks)]) is null || Nearest(marks) is null ? null : behind;
    }

    // "A of 3 March and B of 9 March, due on the 2nd and the 8th": as many values at the end as invoices, each its own in their
    // order, are answered by themselves. An exchange among them, or with one before them, leaves some in the wrong place.
    private List<Mark> Spread(List<Mark> marks, int count)
    {
        var owners = marks.Select(static mark => mark.Invoice).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var before = marks.Count - count;
        if (before <= count || marks[before..].Exists(static mark => mark.Invoice is not null)) return marks;
        for (var i = 0; i < count; i++)
        {
            if (!belongs(marks[before + i].Item, owners[i])) return marks;
        }

        return marks[..before];
    }

    // Invoice by invoice, or a run of invoices and then a run of values; values before the first invoice are the first one's.
    private Item? Behind(List<Mark> marks)
    {
        var leading = marks.TakeWhile(static mark => mark.Invoice is null).Select(static mark => mark.Item).ToList();
        for (var at = leading.Count; at < marks.Count;)
        {
            var group = new List<string>();
            for (; at < marks.Count && marks[at].Invoice is { } invoice; at++)
            {
                if (!group.Contains(invoice, StringComparer.OrdinalIgnoreCase)) group.Add(invoice);
            }

            var values = marks.Skip(at).TakeWhile(static mark => mark.Invoice is null).Select(static mark => mark.Item).ToList();
            at += values.Count;
            if (leading.Count > 0)
            {
                if (leading.Find(value => !belongs(value, group[0]) || values.Exists(other => Same(value, other))) is { } wrong) return wrong;
                leading.Clear();
            }

            if (OutOfOrder(group, values) is { } misplaced) return misplaced;
        }

        return null;
    }

    private Item? OutOfOrder(List<string> group, List<Item> values)
    {
        if (group.Count == values.Count)
        {
            for (var i = 0; i < values.Count; i++)
            {
                if (!belongs(values[i], group[i])) return values[i];
            }

            return null;
        }

        // More values than invoices or fewer: their owners still come in the order of the invoices, and none says the same twice.
        var owner = 0;
        foreach (var value in values)
        {
            if (values.Exists(other => !ReferenceEquals(other, value) && Same(other, value))) return value;
            while (owner < group.Count && !belongs(value, group[owner])) owner++;
            if (owner == group.Count) return value;
        }

        return null;
    }

    private Item? Nearest(List<Mark> marks)
    {
        var given = new List<(Item Value, string Invoice)>();
        foreach (var mark in marks)
        {
            if (mark.Invoice is not null) continue;
            var nearest = marks.Where(static other => other.Invoice is not null).MinBy(other => Gap(other.Item, mark.Item))!.Invoice!;
            var twice = given.Exists(pair => Same(pair.Value, mark.Item) && string.Equals(pair.Invoice, nearest, StringComparison.OrdinalIgnoreCase));
            if (twice || !belongs(mark.Item, nearest)) return mark.Item;
            given.Add((mark.Item, nearest));
        }

        return null;
    }

    private static int Gap(Item left, Item right) => left.Start < right.Start ? right.Start - left.End : left.Start - right.End;

    private static bool Same(Item left, Item right) => left.Values.SequenceEqual(right.Values) && left.Dates.SequenceEqual(right.Dates);
}
