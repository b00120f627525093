using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Dates;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Core.Conversation.Extraction;

/// <summary>
/// Days of something else than a payment: a delivery, a call, a return to the office. The part of the sentence around
/// the date decides, and a word of payment in it wins.
/// </summary>
internal sealed class OtherEvents
{
    private const int LooksAround = 160;
    private const RegexOptions Options = RegexOptions.CultureInvariant;
    private static readonly ConcurrentDictionary<string, OtherEvents?> Known = new(StringComparer.Ordinal);

    private readonly Regex events;
    private readonly Regex payment;
    private readonly Regex turn;

    private OtherEvents(string events, string payment, string and) =>
        (this.events, this.payment, turn) = (new($@"\b(?:{events})\b", Options, PatternTime.Limit), new($@"\b(?:{payment})\b", Options, PatternTime.Limit), new($@"[,;:\n]\s|[^\d]\.\s|\s-\s|\s(?:{and})\s", Options, PatternTime.Limit));

    /// <summary>Whether the part of the text around a date tells of something else and of no payment.</summary>
    public static bool Governs(string folded, DateMention date, string language)
    {
        if (Known.GetOrAdd(language, Of) is not { } words) return false;
        var end = date.Span.Start + date.Span.Length;
        var (from, to) = (Math.Max(0, date.Span.Start - LooksAround), Math.Min(folded.Length, end + LooksAround));
        var (left, right) = (from, to);
        foreach (ValueMatch at in words.turn.EnumerateMatches(folded.AsSpan(left, right - left)))
        {
            var cut = left + at.Index;
            if (cut + at.Length <= date.Span.Start) from = cut + at.Length;
            else if (cut >= end) { to = cut; break; }
        }
        var part = folded.AsSpan(from, to - from);
        return words.events.IsMatch(part) && !words.payment.IsMatch(part);
    }

    /// <summary>Whether a clause tells of something else and nowhere of a payment.</summary>
    public static bool Tells(string folded, string language) =>
        Known.GetOrAdd(language, Of) is { } words && words.events.IsMatch(folded) && !words.payment.IsMatch(folded);

    private static OtherEvents? Of(string language) => language switch
    {
        "en" => new(
            @"deliver(?:y|ed|s)|arriv(?:e|es|ed|al|ing)|shipped|shipment|goods|meet(?:ing)?|meets|call(?:ing)? you|call you back|phone you|speak|discuss|back (?:in|to|at|on|from|by)|returns?|returning|closed|shut|bank holiday|public holiday|re-?open\w*|open again|received|got (?:your|the|it)|turned up|landed|came in|came through|hired|signed|close[sd]? (?:for|until|from)|reopens?|holidays?|vacation|leave|away|out of (?:the )?office|absent|visit|audit|inspection|check(?:ing)? (?:it|this|with|on)|look into|come back to you|get back to you|let you know|reply|respond|answer|update you|inform you|confirm (?:by|on|the)|started?|starts|board|order(?:ed|ing)?|travel\w*|trade fair|collect(?:ed|ion)|expires?|credit note|chang(?:e|es|ed|ing)|moved?|(?:the|your|our) call|phone call|telephone|discussed|agreed|spoke|talked|stock-?tak\w+|inventory|training|conference|workshop|relocat\w+|invoiced|billed",
            @"pay\w*|paid|payment|transfer\w*|settl\w+|remit\w*|wir(?:e|ed|ing)|money|funds?|cheque|cash|clear(?:ed|ing)?|due|amount|bank transfer", "and|but|then|while|because|since|so|therefore|hence|with"),
        "de" => new(
            @"liefer\w*|ankomm\w*|eintreff\w*|ware[n]?|treffen|besprech\w*|termin|telefonier\w*|anruf\w*|rufe?n?|melde\w*|ruckmeldung|zuruck|urlaub|betriebsferien|geschlossen|abwesend|aufgetaucht|erhalten|bekommen|eingegangen|angekommen|reingekommen|zugegangen|offnen|geoffnet|ruhetag|feiertag|wieder (?:da|im|erreichbar)|buro|prufe\w*|prufen|klare\w*|antwort\w*|telefonat|telefonisch|telefoniert|besprochen|vereinbart|inventur|umzug|umgezogen|schulung|krank|geandert|bescheid|informier\w*|messe|bestell\w*|abgehol\w*|gutschrift|reklamier\w*|beschwer\w*",
            @"\w*zahl\w*|\w*uberw\w*|uberweis\w*|begleich\w*|beglichen|geld|angewiesen|anweis\w*|ausgleich\w*|betrag|lastschrift|scheck|regulier\w*", "und|aber|dann|wahrend|weil|da|sondern|daher|deshalb|deswegen|also"),
        "fr" => new(
            @"livr\w+|arriv\w+|recep\w+|marchandises?|reunion|appel\w*|rappel\w*|rev(?:ien|en)\w+|retour|de retour|ferme\w*|rouv\w+|parvenue?s?|recue?s?|tombee?s?|rentre\w*|ferie|conges?|vacances|absen\w+|verifi\w+|recontact\w+|repond\w+|reponse|inform\w+|tiens au courant|salon|command\w+|avoir|telephone|convenu|discut\w+|parle\w*|inventaire|formation|demenag\w+|malade",
            @"pai\w+|pay\w+|regl\w+|vir\w+|argent|sold\w+|somme|montant|cheque|prelev\w+|echeance|fonds", "et|mais|puis|pendant|car|donc|alors|ainsi|du coup"),
        "es" => new(
            @"entreg\w+|lleg\w+|mercanci\w+|reunion|llam\w+|vuelv\w+|vuelta|regres\w+|cerrad\w+|recib\w+|abri\w+|reabri\w+|festivo|fiesta|puente|vacaciones|ausente|revis\w+|contest\w+|respond\w+|respuesta|inform\w+|feria|pedido|recog\w+|comprob\w+|telefono|hablamos|acordamos|hablado|acordado|inventario|formacion|mudanza|mudam\w+|mudad\w+|trasladam\w+|de baja",
            @"pag\w+|abon\w+|transf\w+|dinero|importe|liquid\w+|ingres\w+|remesa|cheque|cobr\w+|fondos", "y|e|pero|luego|mientras|porque|pues|asi que|por lo que|por eso|por tanto"),
        "it" => new(
            @"consegn\w+|arriv\w+|merce|merci|riunione|chiam\w+|richiam\w+|torn\w+|rientr\w+|chius\w+|riapr\w+|ricevut\w+|pervenut\w+|festivo|festa|fest[ae]|ponte|ferie|assent\w+|verific\w+|rispond\w+|rispost\w+|inform\w+|fiera|ordin\w+|ritir\w+|controll\w+|faremo sapere|aggiorn\w+|telefono|detto|concordato|parlato|inventario|formazione|trasloc\w+|trasferit\w+|malattia",
            @"pag\w+|bonific\w*|sald\w+|soldi|importo|somma|versa\w*|assegno|liquid\w+|accredit\w+|fondi", "e|ed|ma|poi|mentre|perche|quindi|percio|pertanto|cosi"),
        "nl" => new(
            @"lever\w+|gelever\w+|aankom\w+|goederen|vergader\w+|bel(?:len)?|terug|gesloten|dicht|heropen\w*|ontvangen|binnengekomen|kwam|kwamen|binnen gekregen|vrije dag|vrij|feestdag|vakantie|afwezig|kantoor|controle\w+|nakijken|laten (?:\w+ ){0,3}weten|zoeken|antwoord\w*|reactie|informer\w+|beurs|bestel\w+|ophal\w+|creditnota|telefonisch|besproken|afgesproken|gesproken|inventaris\w*|training|verhui\w+|ziek",
            @"beta\w+|overma\w+|overgemaakt|maken|maak|geld|bedrag|voldo\w+|voldaan|overboek\w*|geboekt|stort\w*", "en|maar|dan|terwijl|omdat|want|dus|daarom|zodat"),
        _ => null,
    };
}
