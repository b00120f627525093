using Dunning.Core.Conversation;
using Dunning.Core.Conversation.Extraction;
using Wording = Dunning.Core.Conversation.Wording;
using Dunning.Learning.Text;

namespace Dunning.Flows.Reading;

/// <summary>What classifier and rules found in a text, intent by intent, before it becomes a probability.</summary>
/// <param name="Sentence">Probability of the strongest sentence.</param>
/// <param name="Meaning">Probability of the strongest sentence by its cues alone, whatever its words.</param>
/// <param name="Subject">Probability of the subject; empty where the sender did not write one.</param>
/// <param name="Message">Probability of the message as a whole, see <see cref="MessageEvidence"/>.</param>
/// <param name="Ruled">Whether a phrase of <see cref="SafetyRules"/> stands in it.</param>
/// <param name="Spans">The strongest sentence, or the one a rule hit; null in a text without sentences.</param>
/// <param name="Sentences">All sentences that are not part of the closing.</param>
public sealed record IntentEvidence(double[] Sentence, double[] Meaning, double[] Subject, double[] Message, bool[] Ruled, TextSpan?[] Spans, IReadOnlyList<ScoredSentence> Sentences)
{
    // Closings and names are shorter; a postscript is longer and is read.
    private const int ShortLine = 40;
    private const double Unlikely = 0.1;

    /// <summary>Weighs a text and its subject. Rules still look at what follows the closing: "PS: talk to our lawyers" counts.</summary>
    public static IntentEvidence Of(NGramModel model, string text, string language, string subject = "")
    {
        var closing = Closings.Start(text);
        var count = ReaderModel.IntentNames.Count;
        var meaning = new double[count];
        var (best, from, ruled, spans) = (new double[count], new int[count], new bool[count], new TextSpan?[count]);
        List<ScoredSentence> sentences = [];
        Dictionary<string, string> cues = new(StringComparer.Ordinal);
        foreach (var span in Wording.Sentences.Split(text))
        {
            var part = text.Substring(span.Start, span.Length);
            var rules = SafetyRules.In(part).ToArray();
            if (span.Start >= closing && part.Length < ShortLine && rules.Length == 0) continue;
            var p = Predict(model, part + (cues[part] = ReadingCues.Alone(part, language)));
            if (Remedies.Asks(part)) Remedy(p);
            var byCues = model.Predict(cues[part]).Probabilities;
            for (var i = 0; i < count; i++)
            {
                meaning[i] = Math.Max(meaning[i], byCues[i]);
                if (p[i] <= best[i]) continue;
                (best[i], from[i]) = (p[i], sentences.Count);
                if (!ruled[i]) spans[i] = span;
            }
            foreach (var hit in rules) (ruled[(int)hit], spans[(int)hit], p[(int)hit]) = (true, span, Math.Max(p[(int)hit], SafetyRules.Hit));
            sentences.Add(Score(span, p));
        }
        var own = SubjectLine.Own(subject);
        double[] title = own.Length == 0 ? [] : Predict(model, own + (cues[own] = ReadingCues.Alone(own, language)));
        var message = model.Predict(ReadingCues.AnnotateMessage(SubjectLine.Before(own, text[..closing]), language, cues)).Probabilities.ToArray();
        return new(best, meaning, title, [.. best.Select((_, i) => MessageEvidence.Of(i, message, best, from))], ruled, spans, sentences);
    }

    private static double[] Predict(NGramModel model, string text) => Array.ConvertAll(model.Predict(text).Probabilities.ToArray(), p => (double)p);

    // A corrected invoice does not exist yet: asking for it disputes the one there is.
    private static void Remedy(double[] p)
    {
        var asked = p[(int)Intent.DocumentRequest];
        (p[(int)Intent.Dispute], p[(int)Intent.DocumentRequest]) = (Math.Min(1, p[(int)Intent.Dispute] + asked), asked * Unlikely);
    }

    private static ScoredSentence Score(TextSpan span, double[] p) =>
        new(span, p[(int)Intent.PromiseToPay], p[(int)Intent.PaymentConfirmation], p[(int)Intent.DocumentRequest], p[(int)Intent.Dispute], p[(int)Intent.OutOfOffice] >= 0.5);
}
