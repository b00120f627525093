using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dunning.Core;
using Dunning.Core.Correspondence;
using Dunning.Flows.Models;
using Dunning.Flows.Reading.Models;

namespace Dunning.Flows.Drafting.Models;

/// <summary>What a model is told to word a mail by, and the form of its answer.</summary>
internal static class ProsePrompt
{
    /// <summary>Names of the values.</summary>
    public static readonly string[] Names = ["language", "purpose", "stage", "today", "reviewed", "statement", "ending", "must_say", "conversation", "fence", "turns", "objections"];

    private const int LongestAnswer = 12_000;

    /// <summary>The schema of an answer.</summary>
    public static JsonElement Schema { get; } =
        ModelJson.Schema(((string[])["subject", "opening", "closing"]).Select(name => KeyValuePair.Create(name, (JsonNode)new JsonObject { ["type"] = "string" })));

    /// <summary>The values of the prompt. Words of mails stand only behind the mark, line by line.</summary>
    /// <param name="reviewed">The mail as the composer writes it.</param>
    /// <param name="objections">What was wrong with the first try; empty for the first try.</param>
    public static IReadOnlyDictionary<string, string> Values(
        TouchBrief brief, ComposedMail reviewed, ProseFrame frame, IReadOnlyList<RetrievedTurn> turns, IReadOnlyList<string> objections)
    {
        var mark = MailFence.Mark();
        return new Dictionary<string, string>
        {
            ["language"] = Languages.NameOf(brief.Facts.Language), ["purpose"] = PlanPrompt.Words(Wire.Name(brief.Touch.Purpose)),
            ["stage"] = brief.Touch.Stage is { } stage ? Wire.Name(stage) : "none: an answer", ["today"] = brief.Facts.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["reviewed"] = $"{reviewed.Mail.Subject}\n\n{reviewed.Mail.Text}", ["statement"] = frame.Statement ?? "(none)", ["ending"] = frame.Ending,
            ["must_say"] = frame.MustSay.Count == 0 ? "(nothing in particular)" : string.Join('\n', frame.MustSay.Select(wanted => $"- {wanted}")),
            ["conversation"] = ConversationLines.Of(brief.Conversation), ["fence"] = mark,
            ["turns"] = turns.Count == 0 ? $"{mark}| (no mail)" : string.Join('\n', turns.Select(turn => Turn(turn, mark))),
            ["objections"] = objections.Count == 0 ? "(this is the first try)" : string.Join('\n', objections.Select(objection => $"- {objection}")),
        };
    }

    /// <summary>The words in an answer; null when it is not of the agreed form.</summary>
    public static ProseWords? Read(string answer)
    {
        if (ModelJson.Members(answer, LongestAnswer) is not { Count: 3 } members) return null;
        string? Of(string name) => members.FirstOrDefault(member => member.Key == name).Value;
        return Of("subject") is { } subject && Of("opening") is { } opening && Of("closing") is { } closing ? new(subject, opening, closing) : null;
    }

    private static string Turn(RetrievedTurn turn, string mark) =>
        FormattableString.Invariant($"{mark}| [{(turn.FromCustomer ? "the customer" : "we")}, {turn.Day:yyyy-MM-dd}]\n") + MailFence.Marked(turn.Text, mark);
}
