using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dunning.Evals.Reading;
using Dunning.Flows.Reading;

namespace Dunning.Evals.Inbox;

/// <summary>Figures of one set of whole mails.</summary>
/// <param name="FourF1">Macro-F1 over promise, dispute, payment confirmation and document request.</param>
/// <param name="AllF1">Macro-F1 over every intent that occurs or was said.</param>
/// <param name="DisputesSeen">Share of disputes listed or brought to a person.</param>
/// <param name="Handled">Share of mails no person had to see.</param>
/// <param name="HandledWrong">Share of those with an intent too many or too few.</param>
/// <param name="DatesExact">Share of outright promises whose day is read, sure and right.</param>
/// <param name="DatesWrong">Mails with a sure day that is none of a promise's.</param>
internal sealed record InboxFigures(
    string Set, int Mails, double FourF1, double AllF1, double DisputesSeen, double NewTextExact, double Handled, double HandledWrong, double NeedlesslyToPerson, double DatesExact, int DatesWrong);

internal sealed record InboxReport(IReadOnlyList<InboxFigures> Sets, IReadOnlyList<GateResult> Gates);

/// <summary>Whole mails through <c>read</c>, from the body with its signature and quotes to intents and days.</summary>
internal static partial class InboxSuite
{
    private static readonly string[] Four = ["promise_to_pay", "dispute", "payment_confirmation", "document_request"];

    private sealed record Answer(InboxMail Mail, IReadOnlySet<string> Intents, string NewText, bool ToPerson, IReadOnlySet<DateOnly> SureDays);

    public static async Task<InboxReport> RunAsync(CancellationToken cancellationToken)
    {
        var mails = InboxMail.Load(EvalPaths.Inbox);
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', mails.Select(mail => mail.Line))));
        using var output = new MemoryStream();
        var result = await new ReadBatch(ReplyReader.Shipped()).RunAsync(input, output, cancellationToken);
        if (result.Errors.Count > 0) throw new InvalidDataException($"{EvalPaths.Inbox}: {result.Errors[0]}");
        Answer[] answers = [.. Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Zip(mails, Of)];
        IReadOnlyList<InboxFigures> sets = [.. answers.GroupBy(answer => answer.Mail.Set).Select(group => Figures(group.Key, [.. group])), Figures("all", answers)];
        var all = sets[^1];
        return new(sets, GateCheck.Against("inbox", new Dictionary<string, double>
        {
            ["four_f1_min"] = all.FourF1, ["all_f1_min"] = all.AllF1, ["disputes_seen_min"] = all.DisputesSeen, ["new_text_exact_min"] = all.NewTextExact,
            ["handled_min"] = all.Handled, ["handled_wrong_max"] = all.HandledWrong, ["dates_exact_min"] = all.DatesExact, ["dates_wrong_max"] = all.DatesWrong,
        }));
    }

    private static Answer Of(string line, InboxMail mail)
    {
        var root = JsonNode.Parse(line)!;
        bool Sure(JsonNode promise) => !promise["ambiguous"]!.GetValue<bool>() && !promise["conditional"]!.GetValue<bool>() && promise["doubt"] is null;
        return new(
            mail, root["intents"]!.AsArray().Select(intent => intent!["intent"]!.GetValue<string>()).ToHashSet(), root["new_text"]!.GetValue<string>(), root["needs_human"]!.GetValue<bool>(),
            root["promises"]!.AsArray().Where(promise => Sure(promise!)).Select(promise => InboxMail.Day(promise!["date"])).OfType<DateOnly>().ToHashSet());
    }

    private static InboxFigures Figures(string set, Answer[] answers)
    {
        var handled = answers.Where(answer => !answer.ToPerson).ToArray();
        var disputes = answers.Where(answer => answer.Mail.Intents.Contains("dispute")).ToArray();
        var dated = answers.Where(answer => answer.Mail.Days.Count > 0).ToArray();
        var plain = answers.Where(answer => !answer.Mail.MayGoToPerson).ToArray();
        return new(
            set, answers.Length, Four.Average(intent => F1(answers, intent)),
            answers.SelectMany(answer => answer.Mail.Intents.Concat(answer.Intents)).Distinct().Order(StringComparer.Ordinal).Average(intent => F1(answers, intent)),
            Share(disputes, answer => answer.ToPerson || answer.Intents.Contains("dispute")), Share(answers, answer => Flat(answer.NewText) == Flat(answer.Mail.NewText)),
            Share(answers, answer => !answer.ToPerson), Share(handled, answer => !answer.Intents.SetEquals(answer.Mail.Intents)), Share(plain, answer => answer.ToPerson),
            Share(dated, answer => answer.SureDays.SetEquals(answer.Mail.Days)), answers.Count(answer => !answer.SureDays.IsSubsetOf(answer.Mail.Days)));
    }

    private static double F1(Answer[] answers, string intent)
    {
        var both = answers.Count(answer => answer.Intents.Contains(intent) && answer.Mail.Intents.Contains(intent));
        var either = answers.Count(answer => answer.Intents.Contains(intent)) + answers.Count(answer => answer.Mail.Intents.Contains(intent));
        return either == 0 ? 1 : 2.0 * both / either;
    }

    private static double Share(Answer[] answers, Func<Answer, bool> holds) => answers.Length == 0 ? 1 : (double)answers.Count(holds) / answers.Length;

    private static string Flat(string text) => Blanks().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();
}
