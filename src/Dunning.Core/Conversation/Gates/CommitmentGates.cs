using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Core.Conversation.Gates;

/// <summary>How far a sentence about a payment commits its writer.</summary>
public enum Commitment
{
    /// <summary>Nothing takes away from it.</summary>
    Plain,
    /// <summary>Hoped for, attempted, expected, or somebody's word: kept as conditional.</summary>
    Weak,
    /// <summary>No commitment: it asks for time, tells of a plan that came to nothing, or somebody else pays.</summary>
    NotOurs,
}

/// <summary>
/// Reads what <see cref="SentenceGates"/> does not: modal strength, hearsay, payments of others, requests for time. Each
/// language has its own words; English ones serve a language without.
/// </summary>
public static partial class CommitmentGates
{
    private const RegexOptions Options = RegexOptions.CultureInvariant;

    private static readonly ConcurrentDictionary<string, (Regex Weak, Regex NotOurs)> Known = new(StringComparer.Ordinal);

    /// <summary>The commitment of one clause.</summary>
    public static Commitment Of(string clause, string language)
    {
        var (weak, notOurs) = Known.GetOrAdd(language, static l => CommitmentWords.For(l) is var w ? (new Regex(w.Weak, Options, PatternTime.Limit), new Regex(w.NotOurs, Options, PatternTime.Limit)) : default);
        var folded = Certain().Replace(Folding.Fold(clause), " ");
        return notOurs.IsMatch(folded) ? Commitment.NotOurs : weak.IsMatch(folded) ? Commitment.Weak : Commitment.Plain;
    }

    /// <summary>The folded text with turns of phrase that weaken in form only blanked out, one mark for one character.</summary>
    internal static string Mask(string folded, char mark) => Certain().Replace(folded, m => new string(mark, m.Length));

    // "You should receive our payment confirmation" and the like hold a weak verb in form only.
    [GeneratedRegex(@"\b(?:\d{1,2}(?:st|nd|rd|th)?(?:,| of)?\s+may|may\s+(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?|(?:of|in|by|until|till|end|mid|early|late|for|last|next)[ -]may|sooner rather than later|rather than|should you (?:have|need)[^.]*|(?:i|we)(?:'ve| have)? (?:already |just )?(?:said|told(?: you)?|mentioned)|as (?:said|mentioned|told)|that said|according to plan|ci penso io|konnten? (?:[a-z]+ ){0,5}nicht|nicht (?:[a-z]+ ){0,3}konnten?|laut (?:vereinbarung|absprache|plan|vertrag|zusage|unserer vereinbarung)|volgens (?:afspraak|plan|de afspraak)|selon (?:l'accord|nos accords|la convention|notre accord)|segun (?:lo )?(?:acordado|convenido|hablado)|secondo (?:gli )?accordi|sollten sie (?:noch )?(?:fragen|ruckfragen)[^.]*|so (?:you|it|they|that) should (?:(?:see|have|receive|get|be|then|the|it|your|our|money|funds|payment|all|set|in|account|bank|there|with|you) ){1,8}(?:that (?:same )?day|then|shortly|soon|afterwards)|(?:we )?hope (?:this|that) helps|(?:we )?hope (?:you are|you're|this finds|for your understanding)[^.,]*|(?:wir )?hoffen auf (?:ihr )?verstandnis|en esperant (?:votre comprehension|que)[^.,]*|esperamos (?:su|vuestra) comprension|speriamo nella vostra comprensione|(?:wij |we )?hopen op (?:uw )?begrip|as (?:always|usual)|as you (?:asked|requested|wished|wanted|demanded)|como (?:me |nos |lo )?(?:pidi\w+|solicit\w+|ha pedido|han pedido)|come (?:da voi |da lei |ci )?(?:avete |ha )?(?:richiesto|chiesto)|zoals (?:u |jullie )?(?:vroeg|vraagt|heeft gevraagd|gevraagd|verzocht)|comme (?:vous (?:l'avez|le|nous l'avez) )?demand\w*|wie (?:von ihnen |sie )?(?:gebeten|verlangt|gefordert|erbeten|gewunscht)(?: haben)?|wie (?:immer|ublich)|comme (?:toujours|d'habitude)|como siempre|come sempre|zoals (?:altijd|gewoonlijk)|nothing to worry about|no reason to worry|nichts fur ungut|rien a craindre|nada que temer|niente paura|niets aan de hand|(?:would |'d )?(?:like|want|wish) to (?:confirm|inform|assure|let you know|reassure)|mochten? (?:\S+ ){0,3}(?:bestatigen|mitteilen|versichern|zusichern|informieren)|(?:souhait\w+|voudr\w+|tenons a) (?:vous )?(?:confirmer|informer|assurer)|(?:queremos|quisier\w+|deseamos|quiero) (?:confirmar\w*|informar\w*|asegurar\w*)|vorre\w+ (?:confermar\w*|informar\w*|assicurar\w*)|(?:willen|wil|zou) (?:\w+ )?graag bevestigen|(?:until|till|up to) now|so far|bis jetzt|bisher|jusqu'(?:a (?:present|maintenant)|ici)|hasta (?:ahora|el momento)|fin ?ora|fino ad ora|tot nu(?: toe)?)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Certain();
}
