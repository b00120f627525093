using System.Globalization;
using System.Text.Json;
using Dunning.Core.Conversation;
using Dunning.Core.Conversation.Dates;
using Dunning.Core.Conversation.Extraction;
using Dunning.Core.Conversation.Wording;
using Dunning.Evals.Reading;
using Dunning.Flows.Reading;

namespace Dunning.Evals.Dates;

/// <summary>
/// Promise dates phrase by phrase: lines <c>{lang, today, text, expect}</c>. Expected is a day, several joined by <c>+</c>,
/// or <c>none</c> (no sure day: ambiguous, vague or not a promise). Measured on the whole reader as the product uses it, and
/// on extraction alone with every sentence taken for a promise, so that a phrase the classifier misses is told from a date
/// that is read wrongly. Every sure day counts, also one beside the right one.
/// </summary>
internal static class DateSuite
{
    public sealed record Outcome(int Count, double Exact, int SilentlyWrong, double ExtractionExact, IReadOnlyList<DateMiss> Misses);

    /// <summary>What one side made of a phrase.</summary>
    private sealed record Read(IReadOnlyList<string> Days, bool InDoubt)
    {
        public string Text => Days.Count == 0 ? "none" : string.Join('+', Days);
        public bool IsExact(string expect) => Text == expect && (expect == "none" || !InDoubt);
        public bool IsWrong(string expect) => Days.Any(d => !expect.Split('+').Contains(d));
    }

    /// <param name="folder">Where the phrases lie; folders below are not read.</param>
    public static Outcome Run(ReplyReader reader, string folder)
    {
        var (sure, exact, wrong, count, alone) = (0, 0, 0, 0, 0);
        List<DateMiss> misses = [];
        foreach (var file in Directory.EnumerateFiles(folder, "*.jsonl").Order(StringComparer.Ordinal))
            foreach (var line in File.ReadLines(file))
            {
                var row = JsonDocument.Parse(line).RootElement;
                var (lang, text, today, expect) = (Field(row, "lang"), Field(row, "text"), Field(row, "today"), Field(row, "expect"));
                var day = DateOnly.Parse(today, CultureInfo.InvariantCulture);
                var (whole, extracted) = (Of(Whole(reader, text, lang, day)), Of(Extract(text, lang, day)));
                count++;
                if (expect != "none") (sure, exact, alone) = (sure + 1, exact + (whole.IsExact(expect) ? 1 : 0), alone + (extracted.IsExact(expect) ? 1 : 0));
                if (whole.IsWrong(expect) || extracted.IsWrong(expect)) wrong++;
                if (!whole.IsExact(expect)) misses.Add(new DateMiss(lang, text, today, expect, whole.Text));
                else if (extracted.IsWrong(expect)) misses.Add(new DateMiss(lang, text, today, expect, $"{extracted.Text} (extraction alone)"));
            }
        return new Outcome(count, (double)exact / sure, wrong, (double)alone / sure, misses);
    }

    private static Read Of(IReadOnlyList<PromiseReading> promises) => new(
        [.. promises.Where(p => p is { Date: not null, Conditional: false }).Select(p => p.Date!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Distinct().Order(StringComparer.Ordinal)],
        promises.Any(p => p.Ambiguous || p.Conditional));

    private static IReadOnlyList<PromiseReading> Whole(ReplyReader reader, string text, string lang, DateOnly today) =>
        reader.Read(new ReplyInput(new UntrustedText("Re: invoice"), new UntrustedText(text), null, MessageKind.Human, lang, new DateTimeOffset(today.ToDateTime(new TimeOnly(10, 0)), TimeSpan.Zero))).Promises;

    private static IReadOnlyList<PromiseReading> Extract(string text, string lang, DateOnly today) =>
        PromiseReader.Read(text, [.. Sentences.Split(text).Select(s => new ScoredSentence(s, 0.9, 0, 0, 0, false))], new ReadingContext(today, lang, DateOrder.Unknown, null, [], true, false));

    private static string Field(JsonElement row, string name) => row.GetProperty(name).GetString()!;
}
