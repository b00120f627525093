using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Rules;

/// <summary>
/// G25: one language, the one the customer reads, in every sentence. Names, figures and quoted invoice texts say
/// nothing and are not counted; a subject must speak more clearly than a sentence, since it is made of few words.
/// </summary>
public static class G25Language
{
    private const int FewestInSubject = 4;

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("G25", "wrong or mixed language", "A message the reader does not understand collects nothing.", Verdict.Hold, Judge)
    {
        PersonDecides = true,
        Vocabulary = SentenceLanguage.Source,
    };

    private static Finding? Judge(Draft draft, SendFacts facts)
    {
        var wanted = draft.Mail.Language;
        if (wanted != facts.Facts.Language) return new("G25", Verdict.Hold, $"written in {wanted}, the customer reads {facts.Facts.Language}", null);
        if (!SentenceLanguage.Knows(wanted)) return new("G25", Verdict.Hold, $"language {wanted} cannot be checked", null);
        foreach (var part in draft.Parts)
        {
            foreach (var sentence in part.Sentences)
            {
                var language = part.Kind == PartKind.Subject ? SentenceLanguage.Foreign(part, sentence, wanted, FewestInSubject) : SentenceLanguage.Foreign(part, sentence, wanted);
                if (language is not null) return part.Found("G25", Verdict.Hold, sentence.Tokens[0].Start, sentence.Length, $"this is {language}");
            }
        }

        return null;
    }
}
