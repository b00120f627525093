using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dunning.Core.Conversation;
using Dunning.Core.Conversation.Amounts;

namespace Dunning.Flows.Reading;

/// <summary>One input line of <c>read</c>, and the shape of its answer.</summary>
internal sealed record ReadLine(string Id, string? Lang, DateTimeOffset? ReceivedAt, string Subject, string? Body, byte[]? Eml, IReadOnlyList<OpenItemRef>? OpenItems)
{
    /// <summary>ISO 3166 code of the sender's country, whose holidays are no working days.</summary>
    public string? Country { get; init; }

    private static readonly JsonSerializerOptions Shape = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadLine Parse(string line)
    {
        using var json = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = 8 });
        var root = json.RootElement;
        if (root.ValueKind != JsonValueKind.Object) throw new FormatException("a line must be a JSON object");
        var id = Text(root, "id") ?? throw new FormatException("field id is missing");
        var eml = Text(root, "eml");
        var body = Text(root, "body");
        if (eml is null && body is null) throw new FormatException("field body (or eml) is missing");
        var at = Text(root, "received_at");
        DateTimeOffset? received = at is null ? null
            : DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value) ? value : throw new FormatException($"field received_at is no ISO 8601 time: \"{at}\"");
        if (eml is null && received is null) throw new FormatException("field received_at is missing");
        return new ReadLine(id, Text(root, "lang"), received, Text(root, "subject") ?? "", body, eml is null ? null : Raw(eml), Items(root)) { Country = Text(root, "country") };
    }

    public static string Write(string id, string newText, ReplyReading reading) => new JsonObject
    {
        ["id"] = id,
        ["kind"] = Name(reading.Kind),
        ["lang"] = reading.Language,
        ["new_text"] = newText,
        ["intents"] = Array(reading.Intents, i => new JsonObject { ["intent"] = Name(i.Intent), ["p"] = Math.Round(i.Probability, 4) }),
        ["promises"] = Array(reading.Promises, p => new JsonObject
        {
            ["date"] = Day(p.Date), ["amount"] = p.Amount, ["currency"] = p.Currency, ["conditional"] = p.Conditional, ["invoices"] = Array(p.Invoices, n => n),
            ["ambiguous"] = p.Ambiguous, ["alternatives"] = Array(p.Alternatives, d => Day(d)), ["doubt"] = p.Doubt == DateDoubt.None ? null : Name(p.Doubt),
        }),
        ["paid"] = Array(reading.Claims, c => new JsonObject
        {
            ["date"] = Day(c.Date), ["amount"] = c.Amount, ["currency"] = c.Currency, ["reference"] = c.Reference, ["invoices"] = Array(c.Invoices, n => n),
        }),
        ["documents"] = Array(reading.Documents, d => new JsonObject { ["kind"] = Name(d.Kind), ["invoices"] = Array(d.Invoices, n => n) }),
        ["disputes"] = Array(reading.Disputes, d => new JsonObject { ["reason"] = Name(d.Reason), ["amount"] = d.Amount, ["quantity"] = d.Quantity, ["invoices"] = Array(d.Invoices, n => n) }),
        ["injection_p"] = Math.Round(reading.InjectionProbability, 4),
        ["needs_human"] = reading.NeedsPerson,
        ["why"] = Array(reading.Why, w => Name(w)),
        ["returns_on"] = Day(reading.ReturnsOn),
    }.ToJsonString(Shape);

    private static string Name<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    private static JsonArray Array<T>(IEnumerable<T> values, Func<T, JsonNode?> shape) => new([.. values.Select(shape)]);

    private static string? Text(JsonElement root, string field) => !root.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString() : value.ValueKind == JsonValueKind.Number && field == "id" ? value.GetRawText()
        : throw new FormatException($"field {field} must be a string");

    // A whole mail stands in the line as Base64, wrapped or not, or as its text. Every mail has a colon; Base64 has none.
    private static byte[] Raw(string eml)
    {
        if (eml.Contains(':', StringComparison.Ordinal)) return Encoding.UTF8.GetBytes(eml);
        var buffer = new byte[eml.Length];
        return Convert.TryFromBase64String(eml, buffer, out var length) && length > 0 ? buffer[..length] : throw new FormatException("field eml is neither the text of a mail nor Base64");
    }

    private static List<OpenItemRef>? Items(JsonElement root)
    {
        if (!root.TryGetProperty("open_items", out var items) || items.ValueKind == JsonValueKind.Null) return null;
        if (items.ValueKind != JsonValueKind.Array) throw new FormatException("field open_items must be an array");
        return [.. items.EnumerateArray().Select((item, i) => item.ValueKind == JsonValueKind.Object
            ? new OpenItemRef(Text(item, "number") ?? throw new FormatException($"field open_items[{i}].number is missing"), Open(item, i), Text(item, "currency") ?? throw new FormatException($"field open_items[{i}].currency is missing")) { Issued = Issued(item, i) }
            : throw new FormatException($"field open_items[{i}] must be an object"))];
    }

    private static DateOnly? Issued(JsonElement item, int index) => Text(item, "issued") is not { } day ? null
        : DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : throw new FormatException($"field open_items[{index}].issued is no day (YYYY-MM-DD): \"{day}\"");

    private static decimal Open(JsonElement item, int index)
    {
        foreach (var field in new[] { "open", "open_amount", "amount" })
            if (item.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var amount)) return amount;
        throw new FormatException($"field open_items[{index}].open is not a number");
    }
}
