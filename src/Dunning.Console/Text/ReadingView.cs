using System.Text.Json;
using Dunning.Core;
using Dunning.Core.Cases;
using Dunning.Core.Conversation;
using Dunning.Flows;
using Dunning.Flows.Receiving;

namespace Dunning.Console.Text;

/// <summary>An intent as a chip.</summary>
/// <param name="Css"><c>sure</c> when code may act on it by itself, otherwise <c>unsure</c>.</param>
public sealed record IntentChip(string Name, string Percent, string Css);

/// <summary>What the reader made of a mail, for a collector: intents, values, reasons, and the passages they stand in.</summary>
/// <param name="Values">What was extracted, one sentence each.</param>
/// <param name="Why">Why a person is asked, one sentence each.</param>
/// <param name="Marks">The new text cut into stretches; they are written out encoded.</param>
public sealed record ReadingView(IReadOnlyList<IntentChip> Intents, IReadOnlyList<string> Values, IReadOnlyList<string> Why, IReadOnlyList<Mark> Marks)
{
    private const double Sure = 0.85;

    /// <summary>The view of a stored reading; null when there is none.</summary>
    /// <param name="text">The new text the spans point into.</param>
    /// <param name="saidOn">The day of the mail.</param>
    public static ReadingView? Of(string? reading, string? text, DateOnly saidOn)
    {
        if (reading is null) return null;
        ReplyReading read;
        try
        {
            read = Json.Read<ReplyReading>(reading);
        }
        catch (JsonException)
        {
            // A reading stored by another version still leaves the mail readable.
            return new([], ["The stored reading is of another version."], [], Plain(text));
        }

        return new(
            [.. read.Intents.OrderByDescending(intent => intent.Probability).Select(intent => new IntentChip(Name(intent.Intent), Show.Percent(intent.Probability), intent.Probability >= Sure ? "sure" : "unsure"))],
            [.. ReadValues.Of(read)], Reasons(read, text ?? "", saidOn), Marked(text, read));
    }

    private static IReadOnlyList<string> Reasons(ReplyReading read, string text, DateOnly saidOn)
    {
        var exact = ReasonSentences.Of(read, text.Normalize(), [], saidOn);
        return [.. read.Why.Select(reason => Sentence(exact.GetValueOrDefault(reason) ?? PersonReasons.Words(reason)))];
    }

    private static IReadOnlyList<Mark> Plain(string? text) => string.IsNullOrEmpty(text) ? [] : [new(text, "", "")];

    // Where passages overlap, the first found keeps its place: values before intents.
    private static IReadOnlyList<Mark> Marked(string? text, ReplyReading read)
    {
        if (string.IsNullOrEmpty(text)) return [];
        // The reader counts in normalised text.
        var shown = text.Normalize();
        var titles = new string?[shown.Length];
        void Fill(TextSpan? span, string title)
        {
            if (span is not { Start: >= 0, Length: > 0 } at || at.Start >= shown.Length) return;
            for (var i = at.Start; i < Math.Min(at.Start + at.Length, shown.Length); i++) titles[i] ??= title;
        }

        foreach (var promise in read.Promises) Fill(promise.Span, "promise to pay");
        foreach (var claim in read.Claims) Fill(claim.Span, "says it was paid");
        foreach (var document in read.Documents) Fill(document.Span, $"asks for: {Show.Words(Wire.Name(document.Kind))}");
        foreach (var dispute in read.Disputes) Fill(dispute.Span, $"disputes: {Show.Words(Wire.Name(dispute.Reason))}");
        foreach (var intent in read.Intents) Fill(intent.Span, $"{Name(intent.Intent)} {Show.Percent(intent.Probability)}");
        List<Mark> marks = [];
        for (var from = 0; from < shown.Length;)
        {
            var to = from + 1;
            while (to < shown.Length && titles[to] == titles[from]) to++;
            marks.Add(new(shown[from..to], titles[from] is null ? "" : "read", titles[from] ?? ""));
            from = to;
        }

        return marks;
    }

    private static string Name(Intent intent) => Show.Words(Wire.Name(intent));

    private static string Sentence(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..]}.";
}
