using Dunning.Core.Conversation;
using Dunning.Core.Conversation.Extraction;
using Dunning.Core.Conversation.Amounts;
using Dunning.Mail.Zoning;

namespace Dunning.Flows.Reading;

/// <summary>New text that stands below a quoted line, with that line.</summary>
/// <param name="Question">The quoted paragraph, usually our own words; it gives the answer its meaning and says nothing itself.</param>
/// <param name="Answer">Where the answer stands in the new text.</param>
public sealed record AnsweredQuestion(UntrustedText Question, TextSpan Answer);

/// <summary>Inline answers, from zones to what they mean.</summary>
public static class AnsweredQuestions
{
    /// <summary>The answers of a mail with their places in its new text, in order.</summary>
    public static IReadOnlyList<AnsweredQuestion> Of(Zones zones)
    {
        List<AnsweredQuestion> found = [];
        var text = zones.NewText;
        var from = 0;
        foreach (var answer in zones.InlineAnswers)
        {
            var at = text.IndexOf(answer.Answer, from, StringComparison.Ordinal);
            if (at < 0) continue;
            found.Add(new(new UntrustedText(answer.Question), new TextSpan(at, answer.Answer.Length)));
            from = at + answer.Answer.Length;
        }

        return found;
    }

    /// <summary>
    /// An answer that names no invoice is about those its question names: below "When will you pay INV-1?", "On Friday" says
    /// when INV-1 is paid and nothing about the others.
    /// </summary>
    public static ReplyReading Scope(ReplyReading reading, IReadOnlyList<AnsweredQuestion> answers, IReadOnlyList<OpenItemRef> openItems)
    {
        if (answers.Count == 0) return reading;
        IReadOnlyList<string> For(IReadOnlyList<string> named, TextSpan? span) =>
            named.Count > 0 || span is not { } at || answers.FirstOrDefault(a => a.Answer.Start <= at.Start && at.Start < a.Answer.Start + a.Answer.Length) is not { } answer
                ? named : [.. InvoiceReader.Find(answer.Question.Reveal(), openItems).Where(i => i.Known).Select(i => i.Number)];
        return reading with
        {
            Promises = [.. reading.Promises.Select(p => p with { Invoices = For(p.Invoices, p.Span) })],
            Claims = [.. reading.Claims.Select(c => c with { Invoices = For(c.Invoices, c.Span) })],
            Documents = [.. reading.Documents.Select(d => d with { Invoices = For(d.Invoices, d.Span) })],
            Disputes = [.. reading.Disputes.Select(d => d with { Invoices = For(d.Invoices, d.Span) })],
        };
    }
}
