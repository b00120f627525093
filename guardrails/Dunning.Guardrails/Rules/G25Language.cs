using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Rules;

/// <summary>
/// G25: one language, the one the customer reads. Told by the small words of the six languages; short or nameless
/// sentences say nothing and are not counted.
/// </summary>
public static class G25Language
{
    private const int FewestHits = 3;

    private static readonly Dictionary<string, HashSet<string>> SmallWords = new(StringComparer.Ordinal)
    {
        ["en"] = Set("the and you your please is are for with this that have has been we our of to not from any if will would by was it on as at"),
        ["de"] = Set("und sie ihre ihr ihnen bitte ist sind fur mit der die das dass den dem ein eine wir uns von zu nicht auf werden haben hat wenn falls bei noch bis unser unsere im zur zum"),
        ["fr"] = Set("et vous votre vos est sont pour avec le les des du une nous notre de ne pas dans cette ce qui que sur au aux si par nos"),
        ["es"] = Set("usted su sus es son para con el los las del una nos nuestra nuestro que esta este por si en se le y al ha han sido lo"),
        ["it"] = Set("voi vostra vostro vi e sono per con il gli della del dei una ci nostra nostro che questa questo di non se nel alla al da la le in"),
        ["nl"] = Set("en u uw is zijn voor met de het een wij ons onze van niet op deze dit dat te heeft worden als bij nog aan wordt is er om"),
    };

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("G25", "wrong or mixed language", "A message the reader does not understand collects nothing.", Verdict.Hold, Judge)
    {
        PersonDecides = true,
        Vocabulary = string.Join('|', SmallWords.Values.SelectMany(static words => words.Order(StringComparer.Ordinal))),
    };

    private static Finding? Judge(Draft draft, SendFacts facts)
    {
        var wanted = draft.Mail.Language;
        if (wanted != facts.Facts.Language) return new("G25", Verdict.Hold, $"written in {wanted}, the customer reads {facts.Facts.Language}", null);
        if (!SmallWords.ContainsKey(wanted)) return new("G25", Verdict.Hold, $"language {wanted} cannot be checked", null);
        foreach (var part in draft.Parts)
        {
            if (part.Kind == PartKind.Subject) continue;
            foreach (var sentence in part.Sentences)
            {
                if (LanguageOf(sentence) is { } language && language != wanted)
                    return part.Found("G25", Verdict.Hold, sentence.Tokens[0].Start, sentence.Length, $"this is {language}");
            }
        }

        return null;
    }

    // A language is told only when it has clearly more of the small words than every other.
    private static string? LanguageOf(Sentence sentence)
    {
        string? best = null;
        int most = 0, second = 0;
        foreach (var (language, words) in SmallWords)
        {
            var hits = sentence.Tokens.Count(token => words.Contains(token.Word));
            if (hits > most) (best, second, most) = (language, most, hits);
            else if (hits > second) second = hits;
        }

        return most >= FewestHits && most >= second * 2 ? best : null;
    }

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
