using Dunning.Core.Ledger;

namespace Dunning.Core.Cadence;

/// <summary>
/// What the holds of an account take out of its lines on a day. Parts of an invoice are taken from its oldest
/// instalments first, whatever order rows come in; several holds on one line never take more than is open.
/// </summary>
public sealed class HeldLines
{
    private readonly HashSet<long> _invoices = [];
    private readonly HashSet<long> _instalments = [];
    private readonly Dictionary<long, decimal> _parts = [];

    private HeldLines() { }

    /// <summary>Reads the holds that name invoices; null when none holds on the day.</summary>
    public static HeldLines? Of(IReadOnlyList<Suppression> suppressions, IReadOnlyList<OpenItem> items, DateOnly today)
    {
        HeldLines? held = null;
        for (var i = 0; i < suppressions.Count; i++)
            if (!suppressions[i].WholeAccount && suppressions[i].HoldsOn(today))
                (held ??= new()).Add(suppressions[i], items);
        held?.Cap(items);
        return held;
    }

    /// <summary>The same for the disputes among them.</summary>
    public static HeldLines? Disputed(IReadOnlyList<Suppression> suppressions, IReadOnlyList<OpenItem> items, DateOnly today)
    {
        for (var i = 0; i < suppressions.Count; i++)
            if (suppressions[i] is { Kind: SuppressionKind.Dispute, WholeAccount: false })
                return Of([.. suppressions.Where(hold => hold.Kind == SuppressionKind.Dispute)], items, today);
        return null;
    }

    /// <summary>What may not be asked for on this instalment, between 0 and its residual.</summary>
    public decimal On(OpenItem item)
    {
        if (item.Residual <= 0) return 0;
        if (_invoices.Contains(item.InvoiceId) || _instalments.Contains(item.InstalmentId)) return item.Residual;
        return _parts.TryGetValue(item.InstalmentId, out var part) ? part : 0;
    }

    /// <summary>True when nothing of the instalment may be asked for.</summary>
    public bool IsWhole(OpenItem item) => On(item) >= item.Residual;

    private void Add(Suppression hold, IReadOnlyList<OpenItem> items)
    {
        foreach (var invoice in hold.InvoiceIds.Distinct())
        {
            if (hold.PartOf(invoice) is { } part) Spread(hold, invoice, part, items);
            else if (hold.InstalmentIds.Count == 0) _invoices.Add(invoice);
        }

        foreach (var item in items)
            if (hold.InstalmentIds.Contains(item.InstalmentId) && hold.PartOf(item.InvoiceId) is null) _instalments.Add(item.InstalmentId);
    }

    private void Spread(Suppression hold, long invoice, decimal amount, IReadOnlyList<OpenItem> items)
    {
        var lines = items.Where(item => item.Residual > 0 && item.InvoiceId == invoice && hold.Touches(item.InvoiceId, item.InstalmentId))
            .OrderBy(item => item.Due).ThenBy(item => item.InstalmentId);
        foreach (var line in lines)
        {
            var taken = Math.Min(amount, line.Residual);
            if (taken <= 0) return;
            _parts[line.InstalmentId] = _parts.GetValueOrDefault(line.InstalmentId) + taken;
            amount -= taken;
        }
    }

    private void Cap(IReadOnlyList<OpenItem> items)
    {
        if (_parts.Count == 0) return;
        foreach (var item in items)
            if (_parts.TryGetValue(item.InstalmentId, out var part)) _parts[item.InstalmentId] = Math.Min(part, item.Residual);
    }
}
