using System.Globalization;

namespace Dunning.Core.Tests.Guardrails.Prose;

/// <summary>How one writer writes amounts and dates.</summary>
/// <param name="MoneyForm">The number stands for <c>#</c>.</param>
/// <param name="Grouping">Thousands and decimal separator.</param>
internal sealed record ProseStyle(string Language, string Currency, string MoneyForm, (string Group, string Decimal) Grouping, string DateForm)
{
    private static readonly Dictionary<string, (string Currency, string Form, string Group, string Decimal)[]> MoneyForms = new()
    {
        ["en"] = [("EUR", "€#", ",", "."), ("EUR", "EUR #", ",", "."), ("EUR", "# EUR", ",", "."), ("EUR", "# euros", "", "."), ("GBP", "£#", ",", "."), ("GBP", "GBP #", "", "."), ("GBP", "# pounds", ",", "."), ("USD", "$#", ",", "."), ("USD", "US$ #", ",", ".")],
        ["de"] = [("EUR", "# €", ".", ","), ("EUR", "EUR #", ".", ","), ("EUR", "# Euro", "", ","), ("EUR", "€ #", ".", ","), ("CHF", "CHF #", "'", "."), ("CHF", "# CHF", "\u2019", "."), ("CHF", "# Franken", "'", "."), ("EUR", "#\u00a0€", "\u202f", ",")],
        ["fr"] = [("EUR", "# €", "\u202f", ","), ("EUR", "# euros", " ", ","), ("EUR", "# EUR", "\u00a0", ","), ("EUR", "#\u00a0€", ".", ","), ("GBP", "# livres", " ", ","), ("CHF", "CHF #", "'", "."), ("EUR", "#€", "", ",")],
        ["es"] = [("EUR", "# €", ".", ","), ("EUR", "# euros", ".", ","), ("EUR", "EUR #", "", ","), ("USD", "# dólares", ".", ","), ("EUR", "# €", " ", ",")],
        ["it"] = [("EUR", "€ #", ".", ","), ("EUR", "# euro", ".", ","), ("EUR", "EUR #", "", ","), ("CHF", "# franchi", "'", "."), ("GBP", "# sterline", ".", ","), ("EUR", "# €", ".", ",")],
        ["nl"] = [("EUR", "€ #", ".", ","), ("EUR", "€#", ".", ","), ("EUR", "# euro", ".", ","), ("EUR", "EUR #", "", ","), ("GBP", "£ #", ".", ",")],
    };

    private static readonly Dictionary<string, string[]> DateForms = new()
    {
        ["en"] = ["d MMMM yyyy", "MMMM d, yyyy", "ddd MMMM yyyy", "d MMM yyyy", "yyyy-MM-dd", "MMMM ddd", "d MMMM", "MMM d, yyyy"],
        ["de"] = ["d. MMMM yyyy", "dd.MM.yyyy", "d.M.yyyy", "d. MMMM", "d.M.yy", "yyyy-MM-dd"],
        ["fr"] = ["d MMMM yyyy", "dd/MM/yyyy", "d MMMM", "ddd MMMM yyyy", "dd.MM.yyyy"],
        ["es"] = ["d 'de' MMMM 'de' yyyy", "dd/MM/yyyy", "d 'de' MMMM", "d-M-yyyy", "d 'de' MMMM 'del' yyyy"],
        ["it"] = ["d MMMM yyyy", "dd/MM/yyyy", "d/M/yyyy", "d MMMM", "dd.MM.yyyy"],
        ["nl"] = ["d MMMM yyyy", "dd-MM-yyyy", "d MMMM", "d-M-yyyy", "d MMM yyyy"],
    };

    internal bool HasYear => DateForm.Contains('y', StringComparison.Ordinal);

    internal static ProseStyle Of(Random random, string language)
    {
        var money = MoneyForms[language][random.Next(MoneyForms[language].Length)];
        var dates = DateForms[language];
        return new(language, money.Currency, money.Form, (money.Group, money.Decimal), dates[random.Next(dates.Length)]);
    }

    internal string Money(decimal amount)
    {
        var plain = amount.ToString("N2", CultureInfo.InvariantCulture).Replace(",", "\u0001", StringComparison.Ordinal);
        return MoneyForm.Replace("#", plain.Replace(".", Grouping.Decimal, StringComparison.Ordinal).Replace("\u0001", Grouping.Group, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    internal string Date(DateOnly date)
    {
        // "ddd" stands for the ordinal: 1st, 22nd, 1er.
        var ordinal = Language == "fr" ? (date.Day == 1 ? "1er" : $"{date.Day}") : $"{date.Day}{(date.Day % 10, date.Day / 10 == 1) switch { (1, false) => "st", (2, false) => "nd", (3, false) => "rd", _ => "th" }}";
        return date.ToString(DateForm.Replace("ddd", "'#'", StringComparison.Ordinal), CultureInfo.GetCultureInfo(Language)).Replace("#", ordinal, StringComparison.Ordinal);
    }

    internal string Weekday(DateOnly date) => CultureInfo.GetCultureInfo(Language).DateTimeFormat.DayNames[(int)date.DayOfWeek];
}
