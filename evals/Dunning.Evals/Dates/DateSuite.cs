using System.Globalization;
using System.Text.Json;
using Dunning.Core.Conversation;
using Dunning.Evals.Reading;
using Dunning.Flows.Reading;

namespace Dunning.Evals.Dates;

/// <summary>
/// Promise dates phrase by phrase: lines <c>{lang, today, text, expect}</c>. Expected is a day, <c>none</c> (no sure day:
/// ambiguous, vague or not a promise), measured on the whole reader as the product uses it.
/// </summary>
internal static class DateSuite
{
    public sealed record Outcome(int Count, double Exact, int SilentlyWrong, IReadOnlyList<DateMiss> Misses);

    public static Outcome Run(ReplyReader reader)
    {
        var (sure, exact, wrong, count) = (0, 0, 0, 0);
        List<DateMiss> misses = [];
        foreach (var file in Directory.EnumerateFiles(EvalPaths.Dates, "*.jsonl").Order(StringComparer.Ordinal))
            foreach (var line in File.ReadLines(file))
            {
                var row = JsonDocument.Parse(line).RootElement;
                var (lang, text, today, expect) = (Field(row, "lang"), Field(row, "text"), Field(row, "today"), Field(row, "expect"));
                var received = new DateTimeOffset(DateOnly.Parse(today, CultureInfo.InvariantCulture).ToDateTime(new TimeOnly(10, 0)), TimeSpan.Zero);
                var reading = reader.Read(new ReplyInput(new UntrustedText("Re: invoice"), new UntrustedText(text), null, MessageKind.Human, lang, received));
                var got = reading.Promises is [{ Date: { } day, Conditional: false }] ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
                count++;
                if (expect != "none") sure++;
                if (expect != "none" && got == expect) exact++;
                if (expect == "none" && got is not null) wrong++;
                if ((got ?? "none") != expect) misses.Add(new DateMiss(lang, text, today, expect, got));
            }
        return new Outcome(count, (double)exact / sure, wrong, misses);
    }

    private static string Field(JsonElement row, string name) => row.GetProperty(name).GetString()!;
}
