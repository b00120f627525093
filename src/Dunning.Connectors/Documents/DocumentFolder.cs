using Dunning.Flows;

namespace Dunning.Connectors.Documents;

/// <summary>
/// Copies of invoices in a folder tree: <c>entity/customer number/invoice number.pdf</c>. A document is only ever
/// looked for in the folder of its own customer.
/// </summary>
public sealed class DocumentFolder(string root) : IDocumentStore
{
    private const long LargestDocument = 10 * 1024 * 1024;

    /// <inheritdoc/>
    public async Task<StoredDocument?> FindAsync(string entityId, string customerNumber, string invoiceNumber, CancellationToken cancellationToken)
    {
        if (!IsPlain(entityId) || !IsPlain(customerNumber) || !IsPlain(invoiceNumber)) return null;
        var file = new FileInfo(Path.Combine(root, entityId, customerNumber, invoiceNumber + ".pdf"));
        if (!file.Exists || file.Length > LargestDocument || file.LinkTarget is not null) return null;
        return new(file.Name, "application/pdf", await File.ReadAllBytesAsync(file.FullName, cancellationToken));
    }

    /// <summary>Names that could leave the folder are refused.</summary>
    private static bool IsPlain(string name) =>
        name.Length is > 0 and <= 100 && name[0] != '.' && name.All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.' or ' ');
}
