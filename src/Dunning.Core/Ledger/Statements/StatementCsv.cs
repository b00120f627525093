using System.Globalization;
using System.Text;

namespace Dunning.Core.Ledger.Statements;

/// <summary>
/// A statement as comma-separated values (RFC 4180): a header line, CRLF, texts in quotes; days as in ISO 8601, amounts with a
/// full stop, UTF-8 with byte order mark. A text that a spreadsheet would take for a formula gets an apostrophe in front
/// (OWASP, "CSV Injection"); amounts are ours and stay numbers, negative ones too. The sums stand in the last three rows.
/// </summary>
public static class StatementCsv
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    /// <summary>The file, with its byte order mark.</summary>
    public static byte[] Bytes(AccountStatement statement, string language) =>
        [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Concat(Rows(statement, StatementWords.For(language))))];

    /// <summary>The name of the file: of plain letters, so that it arrives everywhere as it was sent.</summary>
    public static string FileName(AccountStatement statement, string language)
    {
        var number = string.Concat(statement.CustomerNumber.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_').Take(40));
        return $"{StatementWords.For(language).FileName}-{(number.Length > 0 ? number + "-" : "")}{statement.Currency}-{Day(statement.AsOf)}.csv";
    }

    /// <summary>Row by row, each with its line end, the header first.</summary>
    public static IEnumerable<string> Rows(AccountStatement statement, StatementWords words)
    {
        var (currency, asOf) = (statement.Currency, Day(statement.AsOf));
        string Row(string type, string? number, DateOnly? issued, DateOnly? due, decimal? original, decimal open, int? days, string note) => string.Join(
            ',', Text(statement.CustomerNumber), Text(type), Text(number ?? ""), issued is { } day ? Day(day) : "", due is { } last ? Day(last) : "", Text(currency),
            original is { } first ? Amount(first, currency) : "", Amount(open, currency), days?.ToString(Plain) ?? "", Text(note), asOf) + "\r\n";

        yield return string.Join(',', words.Headings.Select(Text)) + "\r\n";
        foreach (var line in statement.Lines)
            yield return Row(words.Invoice, line.Number, line.Issued, line.Due, line.Original, line.Open, line.DaysOverdue, words.Of(line.Mark));
        foreach (var credit in statement.Credits)
            yield return Row(credit.IsPayment ? words.Payment : words.CreditNote, credit.Reference, credit.Day, null, null, -credit.Amount, null, "");
        yield return Row(words.Total, null, null, null, null, statement.Open, null, "");
        yield return Row(words.Credits, null, null, null, null, -statement.Credited, null, "");
        yield return Row(words.Balance, null, null, null, null, statement.Balance, null, "");
    }

    /// <summary>A text as a field: on one line, in quotes, and never a formula.</summary>
    public static string Text(string value)
    {
        var line = string.Join(' ', new string([.. value.Select(letter => char.IsControl(letter) ? ' ' : letter)]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return $"\"{(BeginsFormula(line) ? "'" : "")}{line.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    // Spreadsheets in East Asian settings take the full-width signs for the same. An apostrophe of the text's own is kept by a second one.
    private static bool BeginsFormula(string line) => line.Length > 0 && "=+-@'|%＝＋－＠".Contains(line[0], StringComparison.Ordinal);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", Plain);

    // More decimals than the currency has stay visible: an amount is never rounded to look right. Nought has no sign.
    private static string Amount(decimal amount, string currency)
    {
        var digits = Math.Max(Money.MinorDigits(currency), (amount / 1.0000000000000000000000000000m).Scale);
        return (amount == 0 ? 0 : amount).ToString($"F{digits}", Plain);
    }
}
