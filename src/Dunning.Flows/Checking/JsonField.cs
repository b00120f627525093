using System.Globalization;
using System.Text.Json;

namespace Dunning.Flows.Checking;

/// <summary>A field of a JSON line together with its path, so that an error can say where it is.</summary>
internal readonly record struct JsonField(JsonElement Value, string Path)
{
    internal bool IsAbsent => Value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    internal JsonField this[string name] =>
        Value.ValueKind != JsonValueKind.Object ? throw Wrong("an object") :
        Value.TryGetProperty(name, out var found) ? new(found, Join(name)) : new(default, Join(name));

    internal string Text() => Value.ValueKind == JsonValueKind.String ? Value.GetString()! : throw Wrong("a text");

    internal string? OptionalText() => IsAbsent ? null : Text();

    internal decimal Number() =>
        Value.ValueKind == JsonValueKind.Number && Value.TryGetDecimal(out var number) ? number :
        Value.ValueKind == JsonValueKind.String && decimal.TryParse(Value.GetString(), NumberStyles.Number, CultureInfo.InvariantCulture, out number) ? number :
        throw Wrong("a number");

    internal int Integer() => Value.ValueKind == JsonValueKind.Number && Value.TryGetInt32(out var number) ? number : throw Wrong("a whole number");

    internal DateOnly Date() =>
        Value.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(Value.GetString()!.Split('T')[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Wrong("a date as yyyy-MM-dd");

    internal DateOnly? OptionalDate() => IsAbsent ? null : Date();

    internal bool Flag() => Value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False or JsonValueKind.Null or JsonValueKind.Undefined => false,
        // A plan may be given as an object or a text that describes it: then there is one.
        JsonValueKind.Object or JsonValueKind.String or JsonValueKind.Array or JsonValueKind.Number => true,
        _ => throw Wrong("true or false"),
    };

    internal IReadOnlyList<JsonField> List()
    {
        if (IsAbsent) return [];
        if (Value.ValueKind != JsonValueKind.Array) throw Wrong("a list");
        var path = Path;
        return [.. Value.EnumerateArray().Select((element, index) => new JsonField(element, $"{path}[{index}]"))];
    }

    internal IReadOnlyList<string> Texts() => [.. List().Select(static field => field.Text())];

    internal FormatException Wrong(string wanted) => new($"field {Path}: {(IsAbsent ? "missing" : "wrong value")}, {wanted} is needed");

    private string Join(string name) => Path.Length == 0 ? name : $"{Path}.{name}";
}
