using System.Globalization;
using Dunning.Learning.Storage;
using Dunning.Learning.Trees;

namespace Dunning.Learning.LatePayment;

/// <summary>Turns attribute values into codes learnt from training rows: 0 is missing, rare or unknown; frequent values count from 1.</summary>
internal sealed class AttributeCodes
{
    private const int FewestRows = 20;
    private const int MostValues = 200;
    private readonly string[][] values;
    private readonly Dictionary<string, int>[] codes;

    private AttributeCodes(string[][] values)
    {
        this.values = values;
        codes = Array.ConvertAll(values, list => list.Select((v, i) => (v, i)).ToDictionary(p => p.v, p => p.i + 1, StringComparer.Ordinal));
    }

    public int Count => values.Length;

    public IEnumerable<TreeColumn> Columns => values.Select((_, i) => new TreeColumn("attribute_" + i.ToString(CultureInfo.InvariantCulture), Categorical: true));

    public static AttributeCodes Learn(IReadOnlyList<LatePaymentRow> rows)
    {
        var count = rows.Max(r => r.Invoice.Attributes?.Count ?? 0);
        return new AttributeCodes([.. Enumerable.Range(0, count).Select(position => rows
            .Select(r => ValueAt(r.Invoice, position)).OfType<string>()
            .GroupBy(v => v, StringComparer.Ordinal).Where(g => g.Count() >= FewestRows)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Take(MostValues).Select(g => g.Key).ToArray())]);
    }

    /// <summary>Numeric features followed by one code per attribute, for trees.</summary>
    public double[] ForTrees(LatePaymentRow row) =>
        [.. row.Values, .. Enumerable.Range(0, Count).Select(position => (double)CodeOf(row.Invoice, position))];

    /// <summary>Numeric features followed by one column per known attribute value, 0 or 1, for the linear model.</summary>
    public double[] ForLinear(LatePaymentRow row) =>
        [.. row.Values, .. Enumerable.Range(0, Count).SelectMany(position =>
            Enumerable.Range(1, values[position].Length).Select(code => CodeOf(row.Invoice, position) == code ? 1.0 : 0.0))];

    /// <summary>Attribute position a column of the linear model beyond the numeric features stands for.</summary>
    public IEnumerable<int> LinearOwners => values.SelectMany((list, position) => list.Select(_ => position));

    public void Write(BinaryWriter writer)
    {
        writer.Write(values.Length);
        foreach (var list in values)
        {
            writer.Write(list.Length);
            foreach (var value in list) writer.Write(value);
        }
    }

    public static AttributeCodes Read(BinaryReader reader) =>
        new([.. Enumerable.Range(0, reader.ReadCount("attributes", 1000)).Select(_ =>
            Enumerable.Range(0, reader.ReadCount("attribute values", MostValues)).Select(_ => reader.ReadString()).ToArray())]);

    private int CodeOf(PaidInvoice invoice, int position) =>
        ValueAt(invoice, position) is { } value && codes[position].TryGetValue(value, out var code) ? code : 0;

    private static string? ValueAt(PaidInvoice invoice, int position) =>
        invoice.Attributes is { } list && position < list.Count ? list[position] : null;
}
