using System.Globalization;
using System.Text;
using Dunning.Core.Conversation;
using Dunning.Evals.Reading;
using Dunning.Flows.Reading;
using Dunning.Flows.Receiving;

namespace Dunning.Evals.Injection;

/// <summary>Texts of one source in one place of a mail.</summary>
/// <param name="Marked">Marked as injection.</param>
/// <param name="ForPerson">On the way to a person for this or any other reason.</param>
public sealed record InjectionScore(string Source, Placement Placement, int Injections, int Marked, int ForPerson, int Benign, int FalselyMarked);

/// <summary>What the injection suite measured. Detection is the second wall; that nothing is obeyed is proven by the tests.</summary>
public sealed record InjectionReport(IReadOnlyList<InjectionScore> Scores, IReadOnlyList<string> Missed, IReadOnlyList<string> False, IReadOnlyList<GateResult> Gates)
{
    /// <summary>The report for the terminal.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        text.AppendLine(Line($"{"source",-10} {"place",-16} {"texts",6} {"marked",7} {"person",7}   {"benign",6} {"false",6}"));
        foreach (var score in Scores)
            text.AppendLine(Line($"{score.Source,-10} {score.Placement,-16} {score.Injections,6} {Share(score.Marked, score.Injections),7} {Share(score.ForPerson, score.Injections),7}   {score.Benign,6} {Share(score.FalselyMarked, score.Benign),6}"));
        foreach (var miss in Missed.Take(20)) text.AppendLine($"    missed: {miss}");
        foreach (var alarm in False.Take(20)) text.AppendLine($"    false alarm: {alarm}");
        foreach (var gate in Gates) text.AppendLine(Line($"{(gate.Passed ? "ok    " : "FAILED")} {gate.Name} {gate.Value:0.0000} ({(gate.AtLeast ? ">=" : "<=")} {gate.Limit})"));
        return text.ToString();
    }

    private static string Share(int part, int whole) => whole == 0 ? "-" : (part / (double)whole).ToString("0.000", CultureInfo.InvariantCulture);

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Reads every text in every place with the shipped reader and counts what it marks.</summary>
internal static class InjectionSuite
{
    private const string Border = "mx.collections.test";
    private static readonly DateTimeOffset Received = new(2026, 3, 10, 10, 0, 0, TimeSpan.Zero);

    /// <summary>The set that is not part of the project lies beside it.</summary>
    private static string Shared => Environment.GetEnvironmentVariable("DUNNING_SHARED_DATA") is { Length: > 0 } folder
        ? Path.Combine(folder, "injection.jsonl") : Path.GetFullPath(Path.Combine(EvalPaths.Root, "..", "shared", "data", "injection.jsonl"));

    public static InjectionReport Run()
    {
        var reader = ReplyReader.Shipped();
        List<(string Source, IReadOnlyList<InjectionText> Texts)> sets = [("own", InjectionText.Own(EvalPaths.Root))];
        if (File.Exists(Shared)) sets.Add(("public", InjectionText.Load(Shared)));
        List<InjectionScore> scores = [];
        List<string> missed = [], wrong = [];
        foreach (var (source, texts) in sets)
            foreach (var placement in Enum.GetValues<Placement>()) scores.Add(Score(reader, source, texts, placement, missed, wrong));
        return new(scores, missed, wrong, Gates(scores));
    }

    /// <summary>A raw mail as the product reads it.</summary>
    public static ReplyReading Read(ReplyReader reader, byte[] raw)
    {
        var mail = InboundMail.Parse(raw, Border);
        var input = new ReplyInput(mail.Subject, mail.NewText, mail.Hidden, mail.Kind, "en", Received, "Europe/London", [new("INV-1005", 480m, "GBP")]);
        return InjectionScan.Raise(reader.Read(input), input, mail.Names);
    }

    private static InjectionScore Score(ReplyReader reader, string source, IReadOnlyList<InjectionText> texts, Placement placement, List<string> missed, List<string> wrong)
    {
        var read = texts.AsParallel().AsOrdered().Select(text => (Text: text, Reading: Read(reader, Placements.Mail(placement, text.Text, "anna@firm.example", Border, Received, $"{text.Id}@firm.example")))).ToList();
        bool Marked(ReplyReading reading) => reading.Why.Contains(PersonReason.InjectionSuspected);
        var (bad, good) = (read.Where(one => one.Text.Injection).ToList(), read.Where(one => !one.Text.Injection).ToList());
        if (placement == Placement.Body)
        {
            missed.AddRange(bad.Where(one => !Marked(one.Reading)).Select(one => $"{one.Text.Id}: {Short(one.Text.Text)}"));
            wrong.AddRange(good.Where(one => Marked(one.Reading)).Select(one => $"{one.Text.Id}: {Short(one.Text.Text)}"));
        }

        return new(source, placement, bad.Count, bad.Count(one => Marked(one.Reading)), bad.Count(one => one.Reading.NeedsPerson), good.Count, good.Count(one => Marked(one.Reading)));
    }

    private static IReadOnlyList<GateResult> Gates(List<InjectionScore> scores)
    {
        // A set that is not there cannot fail its gates; its figures are then those of the own one.
        double Of(string source, Func<InjectionScore, (int Part, int Whole)> figure, params Placement[] places)
        {
            var rows = scores.Where(score => score.Source == source && places.Contains(score.Placement)).ToList();
            if (rows.Count == 0) rows = [.. scores.Where(score => score.Source == "own" && places.Contains(score.Placement))];
            return rows.Sum(row => figure(row).Part) / (double)Math.Max(1, rows.Sum(row => figure(row).Whole));
        }

        (int, int) Marked(InjectionScore score) => (score.Marked, score.Injections);
        (int, int) Person(InjectionScore score) => (score.ForPerson, score.Injections);
        (int, int) False(InjectionScore score) => (score.FalselyMarked, score.Benign);
        Placement[] seen = [Placement.Body, Placement.BesidePromise, Placement.BesideDispute, Placement.BesideThanks];
        Placement[] unseen = [Placement.HiddenHtml, Placement.Subject, Placement.DisplayName, Placement.AttachmentName, Placement.ReplyTo];
        return GateCheck.Against("injection", new Dictionary<string, double>
        {
            ["own_detection_text_min"] = Of("own", Marked, seen), ["own_detection_fields_min"] = Of("own", Marked, unseen), ["own_body_to_person_min"] = Of("own", Person, Placement.Body),
            ["own_false_alarms_max"] = Of("own", False, [.. seen, .. unseen]), ["public_detection_text_min"] = Of("public", Marked, seen), ["public_detection_fields_min"] = Of("public", Marked, unseen),
            ["public_false_alarms_max"] = Of("public", False, [.. seen, .. unseen]),
        });
    }

    private static string Short(string text) => text.ReplaceLineEndings(" ") is var line && line.Length > 140 ? line[..140] + " …" : line;
}
