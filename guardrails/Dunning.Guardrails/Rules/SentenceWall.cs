using Dunning.Core.Correspondence;
using Dunning.Guardrails.Text;
using Dunning.Guardrails.Text.Acts;

namespace Dunning.Guardrails.Rules;

/// <summary>
/// What the rules about wording have in common. A forbidden phrase blocks whatever else is thought of the sentence. A
/// suspicious word blocks unless the sentence is clearly harmless as a whole, and a sentence without any such word is
/// blocked or held when what it does is forbidden. The learned part can soften a word, never a phrase.
/// </summary>
public static class SentenceWall
{
    /// <summary>The vocabularies whose hits every sentence is read with, in the order of the catalogue.</summary>
    public static IReadOnlyList<(string Rule, Phrases Words)> Vocabularies { get; } =
    [
        ("G01", G01LegalThreat.Words), ("G02", G02ThirdParty.Words), ("G03", G03Admission.Words), ("G04", G04Discount.Words), ("G05", G05Extension.Words),
        ("G06", G06Fees.Words), ("G07", G07Receipt.Words), ("G08", G08Harassment.Words), ("G10", G10Impersonation.Words), ("G11", G11ForeignData.Words),
        ("G12", G12Credentials.Words), ("G19", G19BankDetails.Words), ("G36", G36Internal.Words),
    ];

    /// <summary>What the vocabularies find in a sentence.</summary>
    public static Sight See(Part part, Sentence sentence) => new(Vocabularies, part, sentence);

    /// <summary>The acts these facts allow, by rule id: what a person granted or the ledger shows may be spoken of.</summary>
    public static IReadOnlySet<string> Granted(FactSet facts)
    {
        HashSet<string> granted = new(StringComparer.Ordinal);
        if (facts.Granted.DiscountPercent is not null) granted.Add("G04");
        if (facts.Granted is { Plan: true } or { ExtensionUntil: not null }) granted.Add("G05");
        if (facts.PaymentsReceived.Count > 0) granted.Add("G07");
        return granted;
    }

    /// <summary>The rule's objection to the worst sentence, or null.</summary>
    /// <param name="settled">Sentences the facts have an answer to: there only the vocabulary counts, and a single word only beside a strong alarm.</param>
    public static Finding? First(Draft draft, string rule, Func<Part, Sentence, bool>? settled = null)
    {
        Finding? held = null;
        foreach (var part in draft.Parts)
        {
            foreach (var sentence in part.Sentences)
            {
                var finding = Judge(draft, part, sentence, rule, settled);
                if (finding is { Severity: Verdict.Block }) return finding;
                held ??= finding;
            }
        }

        return held;
    }

    private static Finding? Judge(Draft draft, Part part, Sentence sentence, string rule, Func<Part, Sentence, bool>? settled)
    {
        var seen = draft.Sight(part, sentence);
        var hit = seen.HitOf(rule);
        if (hit is { Suspicious: false } phrase) return part.Found(rule, Verdict.Block, phrase.Start, phrase.Length);
        // The phrases have had their say before the model is asked: without it they still block, and the rest is held.
        var reading = draft.Acts.Read(part, sentence, seen);
        var limits = reading.Limits(rule);
        var answered = settled?.Invoke(part, sentence) == true;
        if (hit is { } word && reading.Alarm >= (answered ? limits.Block : limits.Word)) return part.Found(rule, Verdict.Block, word.Start, word.Length);
        if (reading.Top != rule || reading.Alarm < limits.Hold || !ActText.Speaks(part, sentence) || answered) return null;
        return part.Found(rule, reading.Alarm >= limits.Block ? Verdict.Block : Verdict.Hold, sentence.Tokens[0].Start, sentence.Start + sentence.Length - sentence.Tokens[0].Start);
    }
}
