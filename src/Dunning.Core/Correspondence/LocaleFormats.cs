using System.Globalization;
using System.Text;
using Dunning.Core.Ledger;

namespace Dunning.Core.Correspondence;

/// <summary>
/// How a language writes amounts, dates and lists. The tables are our own, so that a mail reads the same whatever
/// locale data the machine has. Month names are always written out: a day-first and a month-first reader agree.
/// </summary>
/// <param name="Language">ISO 639-1 code.</param>
/// <param name="DatePattern">With <c>{0}</c> day, <c>{1}</c> month name, <c>{2}</c> year.</param>
/// <param name="Line">Template of an invoice line with days overdue.</param>
/// <param name="LineNotOverdue">Template of an invoice line that is not overdue yet.</param>
public sealed record LocaleFormats(
    string Language, char DecimalPoint, char GroupSeparator, IReadOnlyList<string> Months, string DatePattern,
    string FirstOfMonth, string And, string More, Template Line, Template LineNotOverdue)
{
    private const string SpanishE = " e ";

    /// <summary>The languages there are tables for.</summary>
    public static IReadOnlyList<string> Languages => [.. LocaleTables.All.Keys];

    /// <summary>The formats of a language.</summary>
    /// <exception cref="ArgumentException">There is no table for the language.</exception>
    public static LocaleFormats For(string language) => LocaleTables.All.TryGetValue(language, out var formats)
        ? formats
        : throw new ArgumentException($"There are no formats for the language '{language}'; known are {string.Join(", ", LocaleTables.All.Keys)}.", nameof(language));

    /// <summary>Writes an amount with its currency code, for example <c>1,234.56 EUR</c>.</summary>
    /// <exception cref="FormatException">The amount has more digits than the currency's minor unit.</exception>
    public string Write(Money money)
    {
        var digits = Money.MinorDigits(money.Currency);
        if (decimal.Round(money.Amount, digits) != money.Amount)
            throw new FormatException($"{money.Amount.ToString(CultureInfo.InvariantCulture)} has more than {digits} decimals of {money.Currency}.");
        var plain = Math.Abs(money.Amount).ToString($"F{digits}", CultureInfo.InvariantCulture);
        var whole = digits == 0 ? plain : plain[..^(digits + 1)];
        var text = new StringBuilder(money.Amount < 0 ? "-" : "");
        for (var i = 0; i < whole.Length; i++)
        {
            if (i > 0 && (whole.Length - i) % 3 == 0) text.Append(GroupSeparator);
            text.Append(whole[i]);
        }

        if (digits > 0) text.Append(DecimalPoint).Append(plain[^digits..]);
        return text.Append(' ').Append(money.Currency).ToString();
    }

    /// <summary>Reads an amount exactly as <see cref="Write(Money)"/> writes it; null when it is written otherwise.</summary>
    public Money? ReadMoney(string text)
    {
        if (text.Length < 5 || text[^4] != ' ') return null;
        var currency = text[^3..];
        if (!currency.All(char.IsAsciiLetterUpper)) return null;
        var number = text[..^4].Replace(GroupSeparator.ToString(), "", StringComparison.Ordinal).Replace(DecimalPoint, '.');
        return decimal.TryParse(number, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount)
            && Write(new Money(decimal.Round(amount, Money.MinorDigits(currency)), currency)) == text
            ? new Money(amount, currency)
            : null;
    }

    /// <summary>Writes a day with the month's name, for example <c>5 March 2026</c>.</summary>
    public string Write(DateOnly date) => string.Format(
        CultureInfo.InvariantCulture, DatePattern,
        date.Day == 1 ? FirstOfMonth : date.Day.ToString(CultureInfo.InvariantCulture),
        Months[date.Month - 1], date.Year.ToString(CultureInfo.InvariantCulture));

    /// <summary>Reads a day exactly as <see cref="Write(DateOnly)"/> writes it; null when it is written otherwise.</summary>
    public DateOnly? ReadDate(string text)
    {
        if (text.Length is < 8 or > 32 || !int.TryParse(text.AsSpan(text.Length - 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year < 1)
            return null;
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        var month = Months.TakeWhile(name => !text.Contains($" {name} ", StringComparison.Ordinal)).Count() + 1;
        if (month > Months.Count || !int.TryParse(text.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var day)) return null;
        if (day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        var date = new DateOnly(year, month, day);
        return Write(date) == text ? date : null;
    }

    /// <summary>Writes "A, B and C".</summary>
    public string WriteList(IReadOnlyList<string> items) =>
        items.Count < 2 ? string.Concat(items) : $"{string.Join(", ", items.SkipLast(1))}{AndBefore(items[^1])}{items[^1]}";

    /// <summary>Reads "A, B and C"; the items must not hold the separators themselves.</summary>
    public IReadOnlyList<string> ReadList(string text)
    {
        foreach (var word in (string[])[And, SpanishE])
        {
            var at = text.LastIndexOf(word, StringComparison.Ordinal);
            if (at >= 0 && AndBefore(text[(at + word.Length)..]) == word) return [.. text[..at].Split(", "), text[(at + word.Length)..]];
        }

        return [text];
    }

    // Spanish turns "y" into "e" before the sound of an i: "INV-1 e INV-2" (Ortografía de la lengua española, 2010).
    private string AndBefore(string item) =>
        Language == "es" && item.Length > 0 && "iIíÍ".Contains(item[0], StringComparison.Ordinal) ? SpanishE : And;
}
