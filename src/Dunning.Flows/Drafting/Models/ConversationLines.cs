using System.Globalization;
using Dunning.Core;
using Dunning.Core.Conversation;

namespace Dunning.Flows.Drafting.Models;

/// <summary>The typed facts of a conversation in words for a prompt: enums, dates, amounts and counts, never words of a mail.</summary>
internal static class ConversationLines
{
    /// <summary>One fact a line.</summary>
    public static string Of(ConversationFacts facts)
    {
        List<string> lines = [];
        void Line(FormattableString line) => lines.Add("- " + line.ToString(CultureInfo.InvariantCulture));
        if (facts.FirstContact) Line($"nothing was ever sent about this account");
        Line($"last to write: {Wire.Name(facts.LastSpeaker)}{(facts.LastMessageOn is { } on ? FormattableString.Invariant($" on {on:yyyy-MM-dd}") : "")}");
        if (facts.LastStageSent is { } stage) Line($"last reminder: the {Wire.Name(stage)} stage{(facts.LastStageSentOn is { } sent ? FormattableString.Invariant($" on {sent:yyyy-MM-dd}") : "")}");
        if (facts.LastPromise is { } promise) Line($"last promise: {promise.Amount:0.00} {promise.Currency} for {promise.PromisedFor:yyyy-MM-dd}, {Wire.Name(promise.Outcome)}");
        if (facts.OpenQuestion is { } question) Line($"open question: {Wire.Name(question.Kind)} since {question.AskedOn:yyyy-MM-dd}, {question.Invoices.Count} invoices named");
        if (facts.LastDispute is { } dispute) Line($"last dispute: raised {dispute.RaisedOn:yyyy-MM-dd}, {(dispute.Resolved ? "closed" : "open")}");
        if (facts.PartPaymentReceived is { } part) Line($"part payment: {part:0.00}{(facts.PartPaymentOn is { } day ? FormattableString.Invariant($" on {day:yyyy-MM-dd}") : "")}");
        if (facts.DocumentsSent.Count > 0) Line($"invoice copies sent earlier: {facts.DocumentsSent.Count}");
        Line($"pays reliably as a rule: {(facts.GoodPayer ? "yes" : "no")}");
        return string.Join('\n', lines);
    }
}

/// <summary>What languages are called in prompts.</summary>
internal static class Languages
{
    public static string NameOf(string language) => language switch
    {
        "en" => "English",
        "de" => "German",
        "fr" => "French",
        "es" => "Spanish",
        "it" => "Italian",
        "nl" => "Dutch",
        _ => language,
    };
}
