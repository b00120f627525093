using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dunning.Core;
using Dunning.Core.Conversation;
using Dunning.Core.Correspondence;
using Dunning.Flows.Models;

namespace Dunning.Flows.Drafting.Models;

/// <summary>
/// What a model is told to choose clauses by, and the form of its answer. It gets reviewed sentences, amounts, dates and
/// what the conversation comes to in closed values: no text of a mail, no name, no address.
/// </summary>
internal static class PlanPrompt
{
    /// <summary>Names of the values.</summary>
    public static readonly string[] Names = ["language", "purpose", "stage", "tone", "facts", "conversation", "parts"];

    private const int LongestAnswer = 8_000;

    /// <summary>The values of the prompt.</summary>
    public static IReadOnlyDictionary<string, string> Values(DraftOffer offer, ConversationFacts conversation) => new Dictionary<string, string>
    {
        ["language"] = Languages.NameOf(offer.Language), ["purpose"] = Words(Wire.Name(offer.Purpose)), ["stage"] = offer.Stage is { } stage ? Wire.Name(stage) : "none: an answer",
        ["tone"] = Wire.Name(offer.Tone), ["facts"] = Facts(offer), ["conversation"] = ConversationLines.Of(conversation), ["parts"] = Parts(offer),
    };

    /// <summary>A schema that admits the offer and nothing else: a member per part, its wordings by id.</summary>
    public static JsonElement Schema(DraftOffer offer) => ModelJson.Schema(offer.Parts.Select(part =>
    {
        List<JsonNode?> ids = [.. part.Wordings.Select(wording => (JsonNode?)wording.Id)];
        if (part.MayBeLeftOut) ids.Add(null);
        JsonNode type = part.MayBeLeftOut ? new JsonArray("string", "null") : "string";
        return KeyValuePair.Create(Wire.Name(part.Act), (JsonNode)new JsonObject { ["type"] = type, ["enum"] = new JsonArray([.. ids]) });
    }));

    /// <summary>The choice in an answer; null when it is not of the agreed form.</summary>
    public static PlanChoice? Read(string answer)
    {
        if (ModelJson.Members(answer, LongestAnswer) is not { } members) return null;
        List<ChosenWording> wordings = [];
        foreach (var (name, id) in members)
        {
            if (!Wire.TryParse<SpeechAct>(name, out var act)) return null;
            if (id is not null) wordings.Add(new(act, id));
        }

        return new(wordings);
    }

    // Figures by slot name, canonical. Of everything else only that it is known, since no choice depends on a name.
    private static string Facts(DraftOffer offer)
    {
        var text = new StringBuilder();
        foreach (var (slot, value) in offer.Filled.OrderBy(slot => slot.Key, StringComparer.Ordinal))
        {
            var told = SlotCatalog.Kinds.GetValueOrDefault(slot) switch
            {
                SlotKind.Money or SlotKind.Date or SlotKind.Count or SlotKind.Plural => value,
                SlotKind.Numbers or SlotKind.ShortNumbers or SlotKind.Lines => (value.Count(letter => letter == '\n') + 1).ToString(CultureInfo.InvariantCulture),
                SlotKind.Name or SlotKind.Number or SlotKind.Iban or SlotKind.Literal or SlotKind.Address => "known",
            };
            text.Append(CultureInfo.InvariantCulture, $"{slot}: {told}\n");
        }

        return text.Append("holds: ").AppendJoin(", ", offer.Holds.Select(condition => Wire.Name(condition))).ToString();
    }

    private static string Parts(DraftOffer offer)
    {
        var text = new StringBuilder();
        foreach (var part in offer.Parts)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Wire.Name(part.Act)}{(part.MayBeLeftOut ? " (may be null: left out)" : "")}\n");
            foreach (var wording in part.Wordings) text.Append(CultureInfo.InvariantCulture, $"  {wording.Id}: {wording.Text.ReplaceLineEndings(" / ")}\n");
        }

        return text.ToString().TrimEnd('\n');
    }

    internal static string Words(string name) => name.Replace('_', ' ');
}
