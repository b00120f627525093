using System.Globalization;
using Dunning.Core.Ledger;

namespace Dunning.Core.Correspondence;

/// <summary>Writes canonical slot values in a language, and reads them back.</summary>
internal static class SlotText
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    public static string Canonical(Money money) =>
        $"{money.Amount.ToString($"F{Money.MinorDigits(money.Currency)}", Plain)} {money.Currency}";

    public static string Canonical(DateOnly date) => date.ToString("yyyy-MM-dd", Plain);

    /// <summary>Names and numbers come from other systems: one line, no doubled or outer blanks.</summary>
    public static string Clean(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static string Write(SlotKind kind, string value, LocaleFormats formats) => kind switch
    {
        SlotKind.Money => formats.Write(MoneyOf(value)),
        SlotKind.Date => formats.Write(DateOnly.ParseExact(value, "yyyy-MM-dd", Plain)),
        SlotKind.Count or SlotKind.Name or SlotKind.Number or SlotKind.Literal or SlotKind.Address => value,
        SlotKind.Numbers => formats.WriteList(value.Split('\n')),
        SlotKind.ShortNumbers => WriteShort(value.Split('\n'), formats),
        SlotKind.Lines => string.Join('\n', value.Split('\n').Select(line => InvoiceLine.Write(line, formats))),
        SlotKind.Iban => string.Join(' ', value.Chunk(4).Select(group => new string(group))),
        SlotKind.Plural => throw new FormatException("A plural slot only chooses a form and prints nothing."),
    };

    /// <summary>The canonical value, or null when the text is not what <see cref="Write"/> makes of a value.</summary>
    public static string? Read(SlotKind kind, string text, LocaleFormats formats)
    {
        if (text.Length == 0 || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])) return null;
        var value = kind switch
        {
            SlotKind.Money => formats.ReadMoney(text) is { } money ? Canonical(money) : null,
            SlotKind.Date => formats.ReadDate(text) is { } date ? Canonical(date) : null,
            SlotKind.Count => text.Length < 10 && text.All(char.IsAsciiDigit) ? text : null,
            SlotKind.Name or SlotKind.Number or SlotKind.Literal or SlotKind.Address => text,
            SlotKind.Numbers => string.Join('\n', formats.ReadList(text)),
            SlotKind.ShortNumbers => ReadShort(text, formats),
            SlotKind.Lines => InvoiceLine.ReadAll(text, formats),
            SlotKind.Iban => text.Replace(" ", "", StringComparison.Ordinal) is { Length: >= 15 and <= 34 } iban
                && iban.All(char.IsAsciiLetterOrDigit) ? iban : null,
            SlotKind.Plural => null,
        };
        return value is not null && Write(kind, value, formats) == text ? value : null;
    }

    /// <summary>How far a value may reach: the end of the line, or of the paragraph for blocks.</summary>
    public static int Limit(SlotKind kind, string text, int at)
    {
        var end = text.IndexOf(kind is SlotKind.Lines or SlotKind.Address ? "\n\n" : "\n", at, StringComparison.Ordinal);
        return end < 0 ? text.Length : end;
    }

    /// <summary>Whether a value takes the word form of "one". French also counts nought as one.</summary>
    public static bool IsOne(SlotKind kind, string value, LocaleFormats formats) => kind switch
    {
        SlotKind.Plural => value == "one",
        SlotKind.Count => value == "1" || (value == "0" && formats.Language == "fr"),
        SlotKind.Numbers or SlotKind.Lines or SlotKind.ShortNumbers => !value.Contains('\n', StringComparison.Ordinal),
        SlotKind.Money or SlotKind.Date or SlotKind.Name or SlotKind.Number or SlotKind.Iban or SlotKind.Literal
            or SlotKind.Address => throw new FormatException($"A slot of kind {kind} has no number."),
    };

    private static Money MoneyOf(string value)
    {
        var blank = value.IndexOf(' ', StringComparison.Ordinal);
        return blank > 0 && decimal.TryParse(value.AsSpan(0, blank), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, Plain, out var amount)
            ? new(amount, value[(blank + 1)..])
            : throw new FormatException($"'{value}' is not an amount.");
    }

    // How many more is left unsaid: a count is no fact of the ledger, and no figure goes out that is none.
    private static string WriteShort(string[] items, LocaleFormats formats) =>
        items is [.. var named, "+"] ? string.Join(", ", named) + formats.More : formats.WriteList(items);

    private static string ReadShort(string text, LocaleFormats formats) => string.Join('\n', text.EndsWith(formats.More, StringComparison.Ordinal)
        ? [.. text[..^formats.More.Length].Split(", "), "+"]
        : formats.ReadList(text));
}
