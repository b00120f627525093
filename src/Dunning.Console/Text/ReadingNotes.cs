using System.Text.Json;
using Dunning.Core;
using Dunning.Core.Conversation;
using Dunning.Flows;

namespace Dunning.Console.Text;

/// <summary>What the reader found in a mail, in short.</summary>
public static class ReadingNotes
{
    /// <summary>Intents with their probability, the days a promise may mean, and why a person was asked.</summary>
    public static IReadOnlyList<string> Of(string? reading)
    {
        if (reading is null) return [];
        try
        {
            var read = Json.Read<ReplyReading>(reading);
            var intents = read.Intents.OrderByDescending(intent => intent.Probability).Take(3)
                .Select(intent => $"{Show.Words(Wire.Name(intent.Intent))} {Show.Percent(intent.Probability)}");
            var doubts = read.Promises.Where(promise => promise.Ambiguous).Select(promise => promise.Doubt.InWords(promise.Alternatives));
            return [.. intents, .. doubts, .. read.Why.Select(why => $"to a person: {Show.Words(Wire.Name(why))}")];
        }
        catch (JsonException)
        {
            // A reading stored by another version still leaves the mail readable.
            return ["the stored reading is of another version"];
        }
    }
}
