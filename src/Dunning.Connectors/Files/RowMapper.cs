using System.Security.Cryptography;
using System.Text;
using Dunning.Core.Ledger;
using Dunning.Flows;
using Dunning.Postgres.Ledger;

namespace Dunning.Connectors.Files;

/// <summary>Makes a ledger record of a row.</summary>
internal sealed class RowMapper(LedgerMapping mapping, RowReader reader)
{
    private const string Paid = "paid";

    private readonly Dictionary<UInt128, int> occurrences = [];
    private readonly StringBuilder rowText = new();

    /// <summary>The record, and whether an equal row came before it.</summary>
    /// <exception cref="RowProblemException">A field is missing or cannot be read.</exception>
    public (LedgerRecord Record, bool Repeats) Map(RawRow row)
    {
        reader.Take(row);
        var signed = reader.Amount(Field.Amount) ?? throw reader.Bad(Field.Amount, "", "is empty");
        var kind = Kind(signed);
        var amount = Math.Abs(signed);
        var issued = reader.Date(Field.Issued);
        var status = Status(out var settled);
        var customer = reader.Required(Field.Customer);
        var country = reader.Coded(Field.Country, Wording.Country, "is not a two-letter country code");
        var (key, number, repeats) = Identity(row, kind);
        var record = new LedgerRecord(
            key, kind, number, customer, reader.Text(Field.CustomerName) ?? customer,
            reader.Coded(Field.Language, Wording.Language, "is not a two-letter language code"), country,
            reader.Coded(Field.TimeZone, Wording.Zone, "is not an IANA time zone") ?? CountryZones.Of(country),
            reader.Word(Field.DebtorKind, DebtorKind.Company), reader.Text(Field.Segment) ?? "default", reader.Word(Field.Exclusion, Exclusion.None),
            reader.Text(Field.Contact), reader.Coded(Field.Email, Wording.Email, "is not a mail address"),
            issued, reader.Coded(Field.Currency, Currency, "is not a three-letter currency code") ?? mapping.Entity.Currency, amount,
            Instalments(amount, issued), reader.Date(Field.PaidOn), PaidAmount(amount, settled), status,
            Level(), reader.Date(Field.LastContact), reader.Text(Field.Reference))
        {
            ParentNumber = reader.Text(Field.Parent), CollectOn = reader.Date(Field.CollectOn),
        };
        return (record, repeats);
    }

    /// <summary>The payment a row tells of, and whether an equal row came before it; null when it is an invoice or a credit note.</summary>
    /// <exception cref="RowProblemException">A field is missing or cannot be read.</exception>
    public (StagedPayment Payment, bool Repeats)? Payment(RawRow row)
    {
        reader.Take(row);
        if (!mapping.Payments && !string.Equals(reader.Text(Field.Kind), "payment", StringComparison.OrdinalIgnoreCase)) return null;
        var amount = reader.Amount(Field.Amount) ?? throw reader.Bad(Field.Amount, "", "is empty");
        if (amount == 0) throw reader.Bad(Field.Amount, reader.Text(Field.Amount) ?? "", "is zero: no money moved");
        var day = reader.Date(Field.ValueDate) ?? reader.Date(Field.PaidOn) ?? throw reader.Bad(Field.ValueDate, "", "is empty: a payment needs the day it arrived");
        // The bank's own number where the file has one; else the row itself and its ordinal among equal rows.
        var (key, _, repeats) = reader.Text(Field.Number) is not null && !mapping.KeyIsRow ? Identity(row, "payment") : HashIdentity(row);
        return (new(
            key.StartsWith("payment:", StringComparison.Ordinal) ? key : $"payment:{key}", amount, reader.Coded(Field.Currency, Currency, "is not a three-letter currency code") ?? mapping.Entity.Currency, day,
            reader.Text(Field.Text), reader.Text(Field.Reference), reader.Text(Field.Payer) ?? reader.Text(Field.CustomerName),
            reader.Text(Field.PayerAccount)?.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant(), reader.Text(Field.Customer)), repeats);
    }

    private static string? Currency(string text) => text.ToUpperInvariant() is var code && Wording.IsCurrency(code) ? code : null;

    // A file without a kind marks credits by their sign.
    private string Kind(decimal signed) => reader.Text(Field.Kind)?.ToLowerInvariant() switch
    {
        null => signed < 0 ? "credit_note" : "invoice",
        "invoice" when signed >= 0 => "invoice",
        "invoice" => "credit_note",
        "credit_note" => "credit_note",
        var other => throw reader.Bad(Field.Kind, other, "is neither invoice nor credit_note; translate it under values.kind"),
    };

    private InvoiceStatus Status(out bool settled)
    {
        settled = string.Equals(reader.Text(Field.Status), Paid, StringComparison.OrdinalIgnoreCase);
        return settled ? InvoiceStatus.Open : reader.Word(Field.Status, InvoiceStatus.Open);
    }

    private decimal? PaidAmount(decimal amount, bool settled)
    {
        if (settled) return amount;
        if (reader.Amount(Field.Open) is { } open)
        {
            if (Math.Abs(open) > amount) throw reader.Bad(Field.Open, reader.Text(Field.Open) ?? "", "is more than the amount");
            return amount - Math.Abs(open);
        }

        return reader.Amount(Field.Paid) is { } paid ? paid >= 0 ? paid : throw reader.Bad(Field.Paid, reader.Text(Field.Paid) ?? "", "is negative") : null;
    }

    private IReadOnlyList<LedgerInstalment> Instalments(decimal amount, DateOnly? issued)
    {
        if (mapping.Instalments.Count > 0 && SeveralInstalments(amount) is { Count: > 0 } several) return several;
        var due = reader.Date(Field.Due)
            ?? (issued is { } day && mapping.TermsDays is { } terms ? day.AddDays(terms) : throw reader.Bad(Field.Due, "", "is empty"));
        return [new(1, due, amount)];
    }

    private List<LedgerInstalment> SeveralInstalments(decimal amount)
    {
        List<LedgerInstalment> parts = [];
        foreach (var columns in mapping.Instalments)
        {
            if (reader.DateIn(columns.Due) is not { } due) continue;
            var share = reader.AmountIn(columns.Amount) ?? throw new RowProblemException(columns.Amount, "", "is empty although its due date is given");
            parts.Add(new(parts.Count + 1, due, Math.Abs(share)));
        }

        var sum = parts.Sum(part => part.Amount);
        return parts.Count == 0 || sum == amount ? parts
            : throw new RowProblemException(mapping.Instalments[0].Amount, FormattableString.Invariant($"{sum}"), FormattableString.Invariant($"the instalments do not add up to {amount}"));
    }

    private int Level() => reader.Text(Field.Level) switch
    {
        null => 0,
        [>= '0' and <= '4' and var digit] => digit - '0',
        var other => throw reader.Bad(Field.Level, other, "is not a dunning level from 0 to 4"),
    };

    private (string Key, string Number, bool Repeats) Identity(RawRow row, string kind)
    {
        if (!mapping.KeyIsRow)
        {
            var number = reader.Required(Field.Number);
            return (mapping.Key.Count == 0 ? $"{kind}:{number}" : string.Join('|', mapping.Key.Select(reader.Cell)), number, false);
        }

        return HashIdentity(row);
    }

    private (string Key, string Number, bool Repeats) HashIdentity(RawRow row)
    {
        Span<byte> hash = stackalloc byte[32];
        rowText.Clear().AppendJoin('\u001f', row.Cells.Select(cell => cell.Text));
        SHA256.HashData(Encoding.UTF8.GetBytes(rowText.ToString()), hash);
        var id = System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash);
        var ordinal = occurrences[id] = occurrences.GetValueOrDefault(id) + 1;
        var hex = Convert.ToHexStringLower(hash[..16]);
        return ($"{hex}-{ordinal}", reader.Text(Field.Number) ?? $"{mapping.NumberPrefix}-{hex[..8]}-{ordinal}", ordinal > 1);
    }
}
