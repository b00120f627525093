using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dunning.Evals.Inbox;

/// <summary>A promise a mail really makes.</summary>
internal sealed record InboxPromise(DateOnly? Date, bool Conditional);

/// <summary>A whole mail, and what a careful person reads in it.</summary>
/// <param name="Line">The input of <c>read</c>.</param>
/// <param name="MayGoToPerson">Nobody would mind if a person looked at it.</param>
internal sealed record InboxMail(
    string Set, string Id, string Lang, string Line, string NewText, IReadOnlyList<string> Intents, IReadOnlyList<InboxPromise> Promises, bool DateAmbiguous, bool MayGoToPerson)
{
    private static readonly string[] Input = ["id", "lang", "received_at", "subject", "body", "open_items"];
    private static readonly JsonSerializerOptions Shape = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The days on which payment is outright promised; none where it has two readings.</summary>
    public IReadOnlySet<DateOnly> Days => DateAmbiguous ? new HashSet<DateOnly>() : [.. Promises.Where(promise => !promise.Conditional).Select(promise => promise.Date).OfType<DateOnly>()];

    public static IReadOnlyList<InboxMail> Load(string folder) =>
        [.. Directory.GetFiles(folder, "*.jsonl").Order(StringComparer.Ordinal).SelectMany(file => File.ReadLines(file).Select(line => Parse(Path.GetFileNameWithoutExtension(file), line)))];

    private static InboxMail Parse(string set, string line)
    {
        var root = JsonNode.Parse(line)!.AsObject();
        var input = new JsonObject(Input.Where(root.ContainsKey).Select(name => KeyValuePair.Create(name, root[name]?.DeepClone())));
        return new(
            set, Text(root, "id"), Text(root, "lang"), input.ToJsonString(Shape), Text(root, "new_text"), [.. root["intents"]!.AsArray().Select(intent => intent!.GetValue<string>())],
            [.. root["promises"]!.AsArray().Select(promise => new InboxPromise(Day(promise!["date"]), promise["conditional"]!.GetValue<bool>()))],
            root["date_ambiguous"]!.GetValue<bool>(), root["may_go_to_person"]!.GetValue<bool>());
    }

    internal static DateOnly? Day(JsonNode? node) => node is null ? null : DateOnly.ParseExact(node.GetValue<string>(), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Text(JsonObject root, string field) => root[field]!.GetValue<string>();
}
