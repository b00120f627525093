using System.Globalization;
using System.Net;
using System.Text;

namespace Dunning.Evals.Reading;

/// <summary>The report for people: text for the terminal, one plain page for the browser.</summary>
internal static class ReadingPage
{
    public static string Text(ReadingReport r)
    {
        var text = new StringBuilder();
        foreach (var split in r.Splits)
        {
            text.AppendLine(Line($"{split.Split,-12} {split.Lang,-6} {split.Messages,5} messages  macro-F1 mission {split.MacroF1Mission:0.000}  all {split.MacroF1All:0.000}"));
            if (split.Lang != "all") continue;
            foreach (var i in split.Intents) text.AppendLine(Line($"    {i.Intent,-30} n {i.Support,4}  P {i.Precision:0.000}  R {i.Recall:0.000}  F1 {i.F1:0.000}"));
        }
        text.AppendLine("recall with the lattice: " + string.Join(", ", r.SafetyRecall.Select(s => Line($"{s.Key} {s.Value:0.000}"))));
        text.AppendLine(Line($"messages without a safety intent listed or watched for one: {r.SafetyToPeople:0.000}; handled without a person: {r.HandledWithoutPerson:0.000}; coverage at 1 % error: {r.Coverage:0.000}"));
        text.AppendLine(Line($"debiased ECE of listed intents: seen {r.EceSeen:0.000}, unseen {r.EceUnseen:0.000}; language right: {r.LanguageAccuracy:0.000}; {r.MillisecondsPerMessage:0.00} ms a message"));
        text.AppendLine(Line($"promise dates: {r.DatePhrases} phrases, exact {r.DatesExact:0.0000} (extraction alone {r.DatesExactExtraction:0.0000}), silently wrong {r.DatesSilentlyWrong}"));
        foreach (var miss in r.DateMisses) text.AppendLine($"    {miss.Lang} [{miss.Today}] {miss.Text} → {miss.Got ?? "none"}, expected {miss.Expected ?? "none"}");
        text.AppendLine(Line($"fresh date phrases, extraction alone: exact {r.DatesFreshExact:0.0000}; amounts: {r.AmountPhrases} phrases, exact {r.AmountsExact:0.0000}, silently wrong {r.AmountsSilentlyWrong}"));
        foreach (var miss in r.AmountMisses) text.AppendLine($"    {miss.Lang} {miss.Text} → {miss.Got}, expected {miss.Expected}");
        foreach (var gate in r.Gates) text.AppendLine(Line($"{(gate.Passed ? "ok    " : "FAILED")} {gate.Name} {gate.Value:0.0000} ({(gate.AtLeast ? ">=" : "<=")} {gate.Limit})"));
        return text.ToString();
    }

    public static string Render(ReadingReport r) =>
        $"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Reading quality</title><style>body{{font:14px system-ui;margin:2rem;max-width:70rem}}td,th{{padding:.2rem .8rem;text-align:right}}th:first-child,td:first-child{{text-align:left}}.no{{color:#b00}}</style><h1>Reading quality</h1>"
        + Table("Gates", ["gate", "value", "limit", ""], r.Gates.Select(g => new[] { g.Name, Number(g.Value), (g.AtLeast ? "≥ " : "≤ ") + Number(g.Limit), g.Passed ? "passed" : "<b class=no>failed</b>" }))
        + string.Concat(r.Splits.Where(s => s.Lang == "all").Select(s => Table($"{s.Split}, {s.Lang}: {s.Messages} messages, macro-F1 {Number(s.MacroF1All)}", ["intent", "messages", "precision", "recall", "F1"],
            s.Intents.Select(i => new[] { i.Intent, i.Support.ToString(CultureInfo.InvariantCulture), Number(i.Precision), Number(i.Recall), Number(i.F1) }))))
        + Table("Dates read differently than expected", ["phrase", "today", "expected", "read"], r.DateMisses.Select(m => new[] { WebUtility.HtmlEncode(m.Text), m.Today, m.Expected ?? "none", m.Got ?? "none" }))
        + "</html>\n";

    private static string Table(string title, string[] heads, IEnumerable<string[]> rows) =>
        $"<h2>{title}</h2><table><tr>{string.Concat(heads.Select(h => $"<th>{h}</th>"))}</tr>{string.Concat(rows.Select(r => $"<tr>{string.Concat(r.Select(c => $"<td>{c}</td>"))}</tr>"))}</table>";

    private static string Number(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
