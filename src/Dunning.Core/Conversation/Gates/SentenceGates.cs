using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Core.Conversation.Gates;

/// <summary>
/// Reads negation, condition, question, tense and attribution. A language without a lexicon is read by the English one.
/// </summary>
public static partial class SentenceGates
{
    private const RegexOptions Options = RegexOptions.CultureInvariant;

    private static readonly ConcurrentDictionary<string, Patterns> Known = new(StringComparer.Ordinal);

    /// <summary>Signs of one clause; <paramref name="sentence"/> is the whole sentence it stands in.</summary>
    public static SentenceSigns Read(string clause, string sentence, string language)
    {
        var p = Known.GetOrAdd(language, static l => Patterns.Of(GateWords.For(l)));
        var (part, whole) = (Masked(clause), Masked(sentence));
        return new SentenceSigns(
            Negated: p.Negation.IsMatch(part),
            Conditional: p.Condition.IsMatch(whole) || p.Hedge.IsMatch(part),
            Question: (part.TrimEnd().EndsWith('?') || whole.TrimEnd().EndsWith('?')) && (!Tagged().IsMatch(whole) || Asking().IsMatch(whole)),
            Past: p.Paid.IsMatch(part) && !p.Future.IsMatch(part),
            Attributed: Quoted().IsMatch(whole) || p.Attribution.IsMatch(whole) || p.Reported.IsMatch(part),
            Commits: p.Payment.IsMatch(part));
    }

    /// <summary>Clauses of a sentence, cut at "but" and semicolons: "we have not paid yet, but will on Friday".</summary>
    public static IReadOnlyList<TextSpan> Clauses(string sentence)
    {
        List<TextSpan> clauses = [];
        var start = 0;
        foreach (Match m in Turn().Matches(Folding.Fold(sentence)))
        {
            // "23 - 25 September" is one stretch of days.
            if (m.Value.Trim() == "-" && m.Index + m.Length < sentence.Length && char.IsDigit(sentence[m.Index + m.Length])) continue;
            if (m.Index > start) clauses.Add(new TextSpan(start, m.Index - start));
            start = m.Index + m.Length;
        }
        if (start < sentence.Length) clauses.Add(new TextSpan(start, sentence.Length - start));
        return clauses;
    }

    /// <summary>The folded text with turns of phrase that are negations or conditions in form only blanked out, one mark for one character.</summary>
    internal static string Mask(string folded, char mark) => Harmless().Replace(folded, m => new string(mark, m.Length));

    // Turns of phrase that hold a negation or condition in form only.
    private static string Masked(string text) => Harmless().Replace(Folding.Fold(text), " ");

    [GeneratedRegex(@"you (?:can|may) expect|(?:grateful|thankful|obliged|appreciate it) if you(?:'d| would| could)? (?:please )?(?:bear with|wait|be patient)|as soon as the bank opens|(?:sobald|wenn) die bank (?:aufmacht|offnet)|des que la banque ouvre|des l'ouverture de la banque|en cuanto abra el banco|cuando abra el banco|(?:non )?appena apre la banca|zodra de bank (?:opengaat|open is|opent)|als volgt|(?:apres|tras|na|dopo|nach|after) (?:\w+ ){0,2}\w+[,:]? (?:blijkt |is |e |è |all |)(?:tout est|todo (?:esta )?(?:correcto|conforme|bien|en orden)|alles (?:te kloppen|klopt|correct|korrekt|in orde|in ordnung|ok)|tutto (?:e |è )?(?:corretto|conforme|in ordine|a posto)|(?:everything|all) (?:is )?(?:correct|fine|in order))|as (?:you|we) (?:asked|requested|discussed|agreed|suggested|mentioned)|not (?:a|one) (?:single )?(?:day|minute|moment) (?:later|longer|more)|\w+ or not|(?:that|this)(?:'s| is| will be) when (?:we|i|you|the)|is when (?:we|i|you|the)|no later than|not later than|no problem|no worries|no probs?|no bother|no sweat|never fear|don't panic|(?:no need|you need not|you don't need|you don't have) to (?:worry|chase|panic|remind\w*|fret)(?: us| me)?|not a problem|without fail|if you have (?:any )?(?:further )?questions?[^.]*|if you need anything[^.]*|if (?:it|this|that)(?: is|'s) (?:ok|okay|fine|alright)[^,.]*(?:let|tell)[^.]*|as soon as possible|do not hesitate|don't hesitate|don't worry|do not worry|not only|sorry for not|(?:sorry|apolog\w+|entschuldigung)[^,.]*(?:not|nicht)[^,.]*paid[^,.]*|kein problem|keine sorge|keine (?:panik|bange|angst)|machen sie sich (?:\w+ )?keine (?:gedanken|sorgen)|gar kein problem|nicht spater als|keinen tag (?:spater|langer)|\w+ oder nicht|wenn sie (?:noch )?fragen[^.]*|falls sie (?:noch )?fragen[^.]*|so bald wie moglich|schnellstmoglich|sobald wie moglich|nicht nur|pas (?:de|d')\s?(?:problemes?|soucis?|panique|inquietude)|aucun (?:probleme|souci)|ne (?:vous|t')\s?(?:inquiete\w*|en faites|faites|tracasse\w*) pas(?: de souci)?|sans (?:souci|probleme|faute)|soyez sans crainte|n'hesitez pas[^.]*|si vous avez des questions[^.]*|au plus tard|des que possible|pas plus tard que|en (?:une|deux|trois|plusieurs) fois|pas un jour de plus|\w+ ou (?:pas|non)|ni un dia mas(?: tarde)?|despues de (?:reyes|navidad|pascua|semana santa|agosto|(?:las |los )?(?:fiestas|vacaciones|festivos))|\w+ o no\b|no mas tarde del?|sin falta|a mas tardar|si tienen? alguna duda[^.]*|lo antes posible|en cuanto sea posible|non oltre|non un giorno (?:di piu|piu tardi|dopo)|\w+ o meno|senza problemi|nessun problema|non (?:c'[eè]|ci sono) (?:alcun )?problem[ai]|non (?:vi|si|ti) preoccup\w+|non preoccup\w+|no se preocupen?|no os preocupeis|no te preocupes|ningun problema|no hay (?:ningun )?problema|sin (?:ningun )?problemas?|no pasa nada|se avete domande[^.]*|non appena possibile|appena possibile|niet later dan|geen dag later|\w+ of niet|als (?:uiterste |definitieve |vaste |de |onze )?(?:bevestiging|toezegging|betaaldatum|betaaldag|betalingsdatum|datum|dag|betaling)|geen probleem|geen zorgen|geen paniek|maakt? u zich geen zorgen|niet getreurd|geen enkel probleem|zo spoedig mogelijk|zo snel mogelijk|mocht u vragen[^.]*|als u vragen[^.]*", Options, PatternTime.Milliseconds)]
    private static partial Regex Harmless();

    [GeneratedRegex(@"[,;:]?\s+(?:but|however|sondern|sino|bensi|aber|jedoch|mais|cependant|pero|sin embargo|ma|pero'|tuttavia|maar|echter)\s+|;\s+|\s+-\s+", Options, PatternTime.Milliseconds)]
    private static partial Regex Turn();

    // "I'll make it Wednesday, ok?" says rather than asks, unless the words before it are put as a question.
    [GeneratedRegex(@"[\s,.-](?:ok|okay|oke|alright|all right|in ordnung|d'accord|va bene|vale|goed)\s?\?\s*$", Options, PatternTime.Milliseconds)]
    private static partial Regex Tagged();

    [GeneratedRegex(@"^\W*(?:(?:and|so|und|et|y|e|en) )?(?:can|could|may|might|would|will|shall|is|are|do|does|if|what|when|how|konn\w*|kann|durf\w*|darf|ist|sind|ware|passt|geht|wenn|est-ce|pou\w+|peut|puis|on peut|si|c'est|ca|quand|pod\w+|puedo|puede|te parece|le parece|cuando|possiamo|posso|puo|e possibile|quando|se|kun\w*|kan|mag|mogen|zou|is|als|wanneer)\b|\b(?:ware|would|if|wenn|est-ce|peut-on|kunnen we|zou)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Asking();

    [GeneratedRegex("""^\s*["'>]|"[^"]{10,}"\s*[.?!]?\s*$""", Options, PatternTime.Milliseconds)]
    private static partial Regex Quoted();

    private sealed record Patterns(Regex Negation, Regex Condition, Regex Hedge, Regex Paid, Regex Future, Regex Attribution, Regex Reported, Regex Payment)
    {
        public static Patterns Of(GateWords w) => new(
            new(w.Negation, Options, PatternTime.Limit), new(w.Condition, Options, PatternTime.Limit), new(w.Hedge, Options, PatternTime.Limit), new(w.Paid, Options, PatternTime.Limit),
            new(w.Future, Options, PatternTime.Limit), new(w.Attribution, Options, PatternTime.Limit), new(w.Reported, Options, PatternTime.Limit), new(w.Payment, Options, PatternTime.Limit));
    }
}
