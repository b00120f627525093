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
/// Promise dates phrase by phrase: lines <c>{lang, today, text, expect}</c>. Expected is a day, <c>none</c> (no sure day:
/// ambiguous, vague or not a promise). Measured on the whole reader as the product uses it, and on extraction alone with
/// every sentence taken for a promise, so that a phrase the classifier misses is told from a date that is read wrongly.
/// </summary>
internal static class DateSuite
{
    public sealed record Outcome(int Count, double Exact, int SilentlyWrong, double ExtractionExact, IReadOnlyList<DateMiss> Misses);

    public static Outcome Run(ReplyReader reader)
    {
        var (sure, exact, wrong, count, alone) = (0, 0, 0, 0, 0);
        List<DateMiss> misses = [];
        foreach (var file in Directory.EnumerateFiles(EvalPaths.Dates, "*.jsonl").Order(StringComparer.Ordinal))
            foreach (var line in File.ReadLines(file))
            {
                var row = JsonDocument.Parse(line).RootElement;
                var (lang, text, today, expect) = (Field(row, "lang"), Field(row, "text"), Field(row, "today"), Field(row, "expect"));
                var received = new DateTimeOffset(DateOnly.Parse(today, CultureInfo.InvariantCulture).ToDateTime(new TimeOnly(10, 0)), TimeSpan.Zero);
                var reading = reader.Read(new ReplyInput(new UntrustedText("Re: invoice"), new UntrustedText(text), null, MessageKind.Human, lang, received));
                var (got, extracted) = (Only(reading.Promises), Only(Extract(text, lang, DateOnly.Parse(today, CultureInfo.InvariantCulture))));
                count++;
                if (expect != "none") sure++;
                if (expect != "none" && got == expect) exact++;
                if (expect != "none" && extracted == expect) alone++;
                if (expect == "none" ? got is not null || extracted is not null : got is not null && got != expect || extracted is not null && extracted != expect) wrong++;
                if ((got ?? "none") != expect) misses.Add(new DateMiss(lang, text, today, expect, got));
                if (expect == "none" && got is null && extracted is not null) misses.Add(new DateMiss(lang, text, today, expect, $"{extracted} (extraction alone)"));
            }
        return new Outcome(count, (double)exact / sure, wrong, (double)alone / sure, misses);
    }

    private static string? Only(IReadOnlyList<PromiseReading> promises) =>
        promises is [{ Date: { } day, Conditional: false }] ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static IReadOnlyList<PromiseReading> Extract(string text, string lang, DateOnly today) =>
        PromiseReader.Read(text, [.. Sentences.Split(text).Select(s => new ScoredSentence(s, 0.9, 0, 0, 0, false))], new ReadingContext(today, lang, DateOrder.Unknown, null, [], true, false));

    private static string Field(JsonElement row, string name) => row.GetProperty(name).GetString()!;
}
