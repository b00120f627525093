using System.Globalization;
using System.Text;

namespace Dunning.Simulator.Ledgers;

/// <summary>A copy of an invoice as the smallest valid PDF (ISO 32000-1): one page, one standard font, a few lines of text.</summary>
public static class InvoicePdf
{
    /// <summary>The document's bytes.</summary>
    public static byte[] Of(SampleCustomer customer, SampleInvoice invoice)
    {
        var seller = customer.Creditor.Entity;
        string[] lines =
        [
            seller.Name, seller.PostalAddress ?? "", "", $"Invoice {invoice.Number}", $"Customer {customer.Number}  {customer.Name}",
            string.Create(CultureInfo.InvariantCulture, $"Issued {invoice.Issued:yyyy-MM-dd}"),
            .. invoice.Instalments.Select(part => string.Create(CultureInfo.InvariantCulture, $"Due {part.Due:yyyy-MM-dd}  {invoice.Currency} {part.Amount:0.00}")),
            string.Create(CultureInfo.InvariantCulture, $"Total {invoice.Currency} {invoice.Amount:0.00}"), "", "Copy",
        ];
        var page = $"BT /F1 12 Tf 16 TL 72 770 Td {string.Concat(lines.Select(line => $"({Escape(line)}) Tj T* "))}ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {Encoding.Latin1.GetByteCount(page)} >>\nstream\n{page}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        ];
        return Assemble(objects);
    }

    private static byte[] Assemble(IReadOnlyList<string> objects)
    {
        var text = new StringBuilder("%PDF-1.4\n");
        List<int> offsets = [];
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) text.Append(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n");
        text.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        // One byte per character, so that the offsets counted above hold.
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    private static string Escape(string line) =>
        line.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal);
}
