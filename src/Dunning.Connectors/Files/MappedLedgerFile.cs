using System.Runtime.CompilerServices;
using Dunning.Core.Correspondence.Layout;
using Dunning.Core.Ledger;
using Dunning.Flows;

namespace Dunning.Connectors.Files;

/// <summary>A CSV or XLSX ledger read through a mapping, one row at a time.</summary>
public sealed class MappedLedgerFile(string path, LedgerMapping mapping, string? entityId) : ILedgerFile
{
    /// <inheritdoc/>
    public Entity Entity { get; } = EntityOf(mapping.Entity, entityId);

    /// <inheritdoc/>
    public BrandSettings Brand { get; } = new(mapping.Entity.AccentColour, mapping.Entity.Footer, mapping.Entity.TextOnly);

    /// <inheritdoc/>
    /// <exception cref="LedgerFileException">The file cannot be read, or its header lacks a mapped column.</exception>
    public async IAsyncEnumerable<LedgerRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!System.IO.File.Exists(path)) throw new LedgerFileException($"{path}: there is no such file.");
        RowMapper? mapper = null;
        var width = 0;
        await foreach (var row in RowsAsync(cancellationToken))
        {
            if (mapper is null)
            {
                mapper = new(mapping, new(mapping, row, path));
                width = row.Cells.Count;
                continue;
            }

            yield return MapRow(mapper, row, width);
        }

        if (mapper is null) throw new LedgerFileException($"{path}: the file is empty; a header line with column names is expected.");
    }

    private static LedgerRow MapRow(RowMapper mapper, RawRow row, int width)
    {
        if (row.Problem is { } problem) return Rejected(row, new("", row.Cells.Count > 0 ? row.Cells[0].Text : "", problem));
        if (row.Cells.Count != width) return Rejected(row, new("", row.Cells[0].Text, $"has {row.Cells.Count} columns where the header has {width}"));
        try
        {
            if (mapper.Payment(row) is { } payment) return new(row.Line, null, null, payment.Repeats) { Payment = payment.Payment };
            var (record, repeats) = mapper.Map(row);
            return new(row.Line, record, null, repeats);
        }
        catch (RowProblemException bad)
        {
            return Rejected(row, bad);
        }
    }

    private static LedgerRow Rejected(RawRow row, RowProblemException bad) =>
        new(row.Line, null, new(row.Line, bad.Column, bad.Value, bad.Message), false);

    private IAsyncEnumerable<RawRow> RowsAsync(CancellationToken cancellationToken) =>
        Path.GetExtension(path).Equals(".xlsx", StringComparison.OrdinalIgnoreCase)
            ? WorkbookRows.ReadAsync(path, mapping.File, cancellationToken)
            : DelimitedRows.ReadAsync(path, mapping.File, cancellationToken);

    private static Entity EntityOf(EntityMapping entity, string? id) => new(
        id ?? entity.Id, entity.Name, entity.Country, entity.TimeZone, entity.Language, entity.Currency, entity.Iban?.Replace(" ", "", StringComparison.Ordinal),
        entity.Bic, entity.PayUrl, entity.FromAddress, entity.ReplyTo, entity.PersonaName, entity.Phone, entity.PostalAddress);
}
