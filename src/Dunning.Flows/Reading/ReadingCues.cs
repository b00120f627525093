using System.Text;
using Dunning.Core.Conversation;
using Dunning.Core.Conversation.Dates;
using Dunning.Core.Conversation.Extraction;
using Dunning.Core.Conversation.Gates;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Flows.Reading;

/// <summary>
/// Adds to a sentence what grammar and word lists say about it, as made-up words. The classifier then learns from
/// "a future date and a paying verb" as well as from the letters, which carries over to wordings it never saw.
/// </summary>
public static class ReadingCues
{
    // Cue words share no letters with one another at their start, so that their n-grams stay apart; "q" keeps them from real words.
    private static readonly DateOnly AnyDay = new(2026, 3, 11);

    /// <summary>The sentence with its cues appended. Training and reading must use the same.</summary>
    public static string Annotate(string sentence, string language) => sentence + Alone(sentence, language);

    /// <summary>
    /// A whole message with the cues of its sentences appended, one sentence after the other: what stands in two sentences
    /// is no cue together, and no pattern ever looks at more than a sentence.
    /// </summary>
    /// <param name="known">Cues of sentences that are known already.</param>
    public static string AnnotateMessage(string message, string language, IReadOnlyDictionary<string, string>? known = null)
    {
        var text = new StringBuilder(message, message.Length + 400);
        foreach (var span in Sentences.Split(message))
        {
            var sentence = message.Substring(span.Start, span.Length);
            text.Append(known?.GetValueOrDefault(sentence) ?? Alone(sentence, language));
        }
        return text.ToString();
    }

    /// <summary>The cues without the sentence.</summary>
    public static string Alone(string sentence, string language)
    {
        var text = new StringBuilder(160);
        var signs = SentenceGates.Read(sentence, sentence, language);
        Add(text, signs.Negated, "neg");
        Add(text, signs.Conditional, "cond");
        Add(text, signs.Question, "quest");
        Add(text, signs.Past, "past");
        Add(text, signs.Attributed, "said");
        Add(text, signs.Commits, "pay");
        var dated = DateReader.Find(sentence, new DateContext(AnyDay, language, signs.Past ? DateOrder.DayFirst : DateOrder.Unknown)).Count > 0;
        Add(text, dated, "date");
        Add(text, dated && signs.Commits && !signs.Past && !signs.Question && !signs.Negated, "paydate");
        Add(text, signs.Past && !signs.Negated && !signs.Question, "paidnow");
        foreach (var kind in DocumentWords.Kinds(sentence)) Add(text, true, "doc" + (kind == DocumentKind.InvoiceCopy ? "copy" : "other"));
        Add(text, DisputeWords.Reason(sentence) is not (DisputeReason.Other or DisputeReason.Price or DisputeReason.PurchaseOrder), "flaw");
        foreach (var hit in SafetyRules.In(sentence)) Add(text, true, "rule" + hit.ToString().ToLowerInvariant());
        var folded = Folding.Fold(sentence);
        foreach (var (cue, words) in CueWords.All) Add(text, words.IsMatch(folded), cue);
        Add(text, sentence.Length < 25, "short");
        foreach (var concept in Concepts.In(folded, language)) text.Append(" qq").Append(concept.Replace("-", "", StringComparison.Ordinal));
        return text.ToString();
    }

    private static void Add(StringBuilder text, bool holds, string cue)
    {
        if (holds) text.Append(" qx").Append(cue);
    }
}
