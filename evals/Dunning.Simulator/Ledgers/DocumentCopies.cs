namespace Dunning.Simulator.Ledgers;

/// <summary>Fills the document folder with copies of the open invoices; every twelfth is missing, as in real archives.</summary>
internal static class DocumentCopies
{
    public static async Task<int> WriteAsync(string root, SampleLedger ledger, CancellationToken cancellationToken)
    {
        var written = 0;
        foreach (var customer in ledger.Customers)
        {
            var folder = Path.Combine(root, customer.Creditor.Entity.Id, customer.Number);
            foreach (var (invoice, index) in customer.Invoices.Where(invoice => !invoice.IsCredit && invoice.Open > 0).Select((invoice, index) => (invoice, index)))
            {
                if ((invoice.Issued.DayNumber + index) % 12 == 0) continue;
                Directory.CreateDirectory(folder);
                await File.WriteAllBytesAsync(Path.Combine(folder, invoice.Number + ".pdf"), InvoicePdf.Of(customer, invoice), cancellationToken);
                written++;
            }
        }

        return written;
    }
}
