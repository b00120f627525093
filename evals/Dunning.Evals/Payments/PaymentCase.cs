using System.Globalization;
using System.Text.Json;
using Dunning.Core.Ledger.CashApplication;

namespace Dunning.Evals.Payments;

/// <summary>A payment with its candidates and what it was really for. An empty truth means: a person has to decide.</summary>
/// <param name="Ids">The set's own names of the items, by position in <paramref name="Items"/>; ids in the core are these positions.</param>
internal sealed record PaymentCase(
    string Id, string Type, IncomingPayment Payment, IReadOnlyList<PayableItem> Items, IReadOnlyList<string> Ids, IReadOnlyDictionary<long, decimal> Truth);

/// <summary>Reads sets of payments from JSON lines; a line that cannot be read stops with file, line, field and cause.</summary>
internal static class PaymentFile
{
    public static IEnumerable<PaymentCase> Read(string path)
    {
        if (!File.Exists(path)) throw new FormatException($"{path}: there is no such file.");
        var line = 0;
        foreach (var text in File.ReadLines(path))
        {
            line++;
            if (text.Length > 0) yield return Parse(text, $"{path}, line {line}");
        }
    }

    private static PaymentCase Parse(string text, string place)
    {
        JsonElement root;
        try
        {
            root = JsonDocument.Parse(text).RootElement;
        }
        catch (JsonException broken)
        {
            throw new FormatException($"{place}: not JSON: {broken.Message}", broken);
        }

        var payment = Of(root, "payment", place);
        var rows = Of(root, "items", place).EnumerateArray().ToList();
        List<string> ids = [.. rows.Select(row => Text(row, "id", place) ?? throw Missing("items.id", place))];
        List<PayableItem> items = [.. rows.Select((row, at) => new PayableItem(
            at, Required(row, "number", place), Required(row, "customer", place), Text(row, "customer_name", place), Required(row, "currency", place),
            Amount(row, "open", place), Day(row, "due", place), []))];
        var customer = Text(payment, "customer", place) ?? (items.Select(item => item.Customer).Distinct().Take(2).ToList() is [var only] ? only : null);
        var truth = Of(root, "truth", place).EnumerateArray().ToDictionary(
            row => ids.IndexOf(Required(row, "id", place)) is >= 0 and var at ? (long)at : throw new FormatException($"{place}: truth names an id that is not among the items."), row => Amount(row, "amount", place));
        return new(Required(root, "id", place), Text(root, "type", place) ?? "all", new(
            Amount(payment, "amount", place), Required(payment, "currency", place), Day(payment, "value_date", place), Text(payment, "text", place) ?? "",
            Text(payment, "reference", place), Text(payment, "payer", place), Text(payment, "account", place), customer), items, ids, truth);
    }

    private static JsonElement Of(JsonElement row, string field, string place) => row.TryGetProperty(field, out var value) ? value : throw Missing(field, place);

    private static string? Text(JsonElement row, string field, string place) => !row.TryGetProperty(field, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Null => null,
        JsonValueKind.Undefined or JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.True or JsonValueKind.False => throw new FormatException($"{place}: field {field} is neither text nor number."),
    };

    private static string Required(JsonElement row, string field, string place) => Text(row, field, place) ?? throw Missing(field, place);

    private static decimal Amount(JsonElement row, string field, string place) =>
        decimal.TryParse(Required(row, field, place), NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) ? amount : throw new FormatException($"{place}: field {field} is not an amount.");

    private static DateOnly Day(JsonElement row, string field, string place) =>
        DateOnly.TryParseExact(Required(row, field, place), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw new FormatException($"{place}: field {field} is not a date of the form yyyy-MM-dd.");

    private static FormatException Missing(string field, string place) => new($"{place}: field {field} is missing.");
}
