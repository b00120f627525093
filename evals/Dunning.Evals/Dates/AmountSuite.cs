using System.Globalization;
using System.Text.Json;
using Dunning.Core.Conversation;
using Dunning.Core.Conversation.Amounts;
using Dunning.Core.Conversation.Dates;
using Dunning.Core.Conversation.Extraction;
using Dunning.Core.Conversation.Wording;
using Dunning.Evals.Reading;

namespace Dunning.Evals.Dates;

/// <summary>
/// Amounts of promises phrase by phrase, against two open invoices: the amount of each promise in order, <c>all</c> for
/// everything that is open, <c>?</c> where the text leaves it open. Silently wrong is a wrong amount that nobody is asked about.
/// </summary>
internal static class AmountSuite
{
    public sealed record Outcome(int Count, double Exact, int SilentlyWrong, IReadOnlyList<DateMiss> Misses);

    private static readonly OpenItemRef[] Open = [new("INV-1001", 1000m, "EUR"), new("INV-1002", 500m, "EUR")];

    public static Outcome Run()
    {
        var (count, exact, wrong) = (0, 0, 0);
        List<DateMiss> misses = [];
        foreach (var file in Directory.EnumerateFiles(EvalPaths.Amounts, "*.jsonl").Order(StringComparer.Ordinal))
            foreach (var line in File.ReadLines(file))
            {
                var row = JsonDocument.Parse(line).RootElement;
                string Field(string name) => row.GetProperty(name).GetString()!;
                var promises = Read(Field("text"), Field("lang"), DateOnly.Parse(Field("today"), CultureInfo.InvariantCulture));
                var got = string.Join('+', promises.Select(Amount));
                count++;
                if (got == Field("expect")) exact++;
                else misses.Add(new DateMiss(Field("lang"), Field("text"), Field("today"), Field("expect"), got));
                if (got != Field("expect") && promises.Any(p => p.Confidence > 0)) wrong++;
            }
        return new Outcome(count, (double)exact / count, wrong, misses);
    }

    private static string Amount(PromiseReading promise) =>
        promise.Confidence == 0 ? "?" : promise.Amount is { } amount ? amount.ToString("0.##", CultureInfo.InvariantCulture) : "all";

    private static IReadOnlyList<PromiseReading> Read(string text, string lang, DateOnly today) =>
        PromiseReader.Read(text, [.. Sentences.Split(text).Select(s => new ScoredSentence(s, 0.9, 0, 0, 0, false))], new ReadingContext(today, lang, DateOrder.Unknown, null, Open, true, false));
}
