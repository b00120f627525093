using System.Text.RegularExpressions;
using Dunning.Core.Conversation;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Flows.Reading;

/// <summary>
/// Phrases of six languages behind which the classifier may not fall: a hit raises the probability of its intent,
/// nothing here ever lowers one.
/// </summary>
public static partial class SafetyRules
{
    /// <summary>Probability a hit stands for.</summary>
    public const double Hit = 0.95;

    private const RegexOptions Options = RegexOptions.CultureInvariant;

    /// <summary>Intents whose phrases stand in a sentence.</summary>
    public static IEnumerable<Intent> In(string sentence)
    {
        var folded = Folding.Fold(sentence);
        if (Insolvency().IsMatch(folded)) yield return Intent.HardshipOrInsolvency;
        if (Legal().IsMatch(folded)) yield return Intent.LegalRepresentation;
        if (OptOut().IsMatch(folded)) yield return Intent.OptOut;
        if (Dispute().IsMatch(folded) || Flaws().IsMatch(folded) || GermanFlaws().IsMatch(folded)) yield return Intent.Dispute;
        if (Hostile().IsMatch(folded)) yield return Intent.ComplaintOrHostile;
        if (Bank().IsMatch(folded)) yield return Intent.BankChangeOrFraudAttempt;
        if (InjectionRules.Matches(folded)) yield return Intent.PromptInjection;
        if (Absence().IsMatch(folded) && !BackAgain().IsMatch(folded)) yield return Intent.OutOfOffice;
    }

    [GeneratedRegex(@"\b(?:\w*insolven\w*|(?:have|got|is|there's|there is) no (?:money|funds|cash)|went bust|kein geld (?:mehr|fur|da|um)|haben (?:\w+ ){0,2}kein geld|ist kein geld|bankrupt\w*|chapter (?:7|11|13)|receivership|winding[- ](?:up|down)|in administration|(?:enter\w*|into|call\w* in)(?: the)? administrat\w+|(?:voluntary|compulsory|in|into|under) liquidation|liquidator|administrator (?:has been|was|is) appointed|ceased trading|moratorium|pleite|zahlungsunfahig\w*|konkurs\w*|in liquidation|schutzschirm\w*|glaubiger\w*versammlung|geschaftsbetrieb eingestellt|(?:liquidation|redressement) judiciaire|depot de bilan|depose\w* le bilan|procedure collective|procedure de sauvegarde|faillite|mandataire judiciaire|cessation des paiements|concurso de acreedores|administrador\w* concursal\w*|quiebra|preconcurso|fallimento|fallit[aoi]|curatore|concordato preventivo|liquidazione (?:giudiziale|coatta)|faillissement|failliet\w*|surseance|bewindvoerder|curator|wsnp|schuldsanering)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Insolvency();

    [GeneratedRegex(@"\b(?:(?:my|our|their|his|a|the|to|by) (?:lawyers?|attorneys?|solicitors?|legal (?:counsel|department|team|adviser|advisor|representatives?)|law firm|advocate)|instructed (?:solicitors|counsel)|general counsel|see you in court|law office|we (?:act|are acting) (?:for|on behalf of)|our client|rechtsanwalt\w*|anwalt\w*|kanzlei|sozietat|mandant\w*|\w*rechtsabteilung|(?:is|matter) with legal|vor gericht|(?:notre|mon|nos|aux?) avocats?|cabinet d'avocats|service juridique|au tribunal|(?:nuestros?|mi|los|un) abogad\w+|asesoria juridica|en los tribunales|(?:nostr[oi]|mio|miei|un) (?:avvocat\w|legali)|studio legale|ufficio legale|in tribunale|advoca\w+|juridische (?:afdeling|dienst)|rechtszaal|raadsman)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Legal();

    [GeneratedRegex(@"\b(?:unsubscrib\w*|opt[- ]?out|(?:take|remove) (?:me|us|this|our|my) [^.]{0,30}(?:list|database|mailing|system|address)|(?:remove|delete) (?:me|my (?:data|email|e-mail|address))|(?:delete|remove|erase|strike|struck) (?:\w+ ){0,3}(?:e-?mail|address|contact details|data)|(?:object\w*|cease|refrain|discontinue) (?:\w+ ){0,4}(?:e-?mails?|contact\w*|(?:electronic )?communications?|correspondence|messages|mailings)|stop (?:e-?mailing|mailing|contacting|writing|sending)|(?:do not|don't|dont|never) (?:e-?mail|contact|write to|write|mail) (?:me|us)\b|no (?:more|further) (?:e-?mails?|mails?|messages|reminders)|cease (?:all )?(?:contact|contacting|communication)|gdpr|dsgvo|rgpd|avg-verzoek|aus (?:dem|ihrem|eurem) verteiler|keine (?:weiteren )?(?:e-?mails?|mails|nachrichten) mehr|(?:mich|uns) abmelden|losch\w+ (?:\w+ ){0,2}(?:e-?mail|adresse|daten|kontaktdaten)\w*|loschung meiner daten|widersprech\w* (?:\S+ ){0,4}(?:verarbeitung|nutzung|daten|kontaktdaten|kontaktaufnahme|kontaktierung|zusendung)|(?:verarbeitung|nutzung|speicherung|kontaktaufnahme|zusendung) (?:\S+ ){0,6}widersprochen|keine? (?:e-?)?mails? mehr|nicht (?:weiter|mehr) (?:kontaktieren|anschreiben)|schreiben sie (?:mir|uns) nicht mehr|desinscri\w+|desabonn\w+|ne (?:plus|me) (?:m'ecri\w+|contact\w+)|ne m'ecrivez plus|plus de (?:mails|courriels|messages)|arretez de m'(?:ecrire|envoyer)|darme de baja|dar(?:nos|me)? de baja de|no (?:me|nos) (?:escriban?|contacten?|envien?)|eliminen? (?:mi|nuestra) direccion|cancellat\w+ (?:dalla|il mio)|cancellatemi|non (?:scrivetemi|contattatemi|scrivetec\w)|disiscri\w+|uitschrijven|afmelden|geen (?:mails?|e-?mails|berichten) meer|stop met mailen)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex OptOut();

    [GeneratedRegex(@"\b(?:(?:we|i|must|hereby|formally|to) (?:dispute|contest|object to)|disput(?:e|ed|ing) (?:the|this|invoice|that|your)|(?:invoice|bill|amount|price|rechnung) (?:\S+ )?(?:is|was) (?:wrong|incorrect|not correct)|do(?:n't| not) (?:owe|agree with)|never ordered|credit note|refus\w+ to pay|overcharg\w+|reklam\w+|beanstand\w+|widersprechen (?:wir )?(?:der|ihrer|dieser) (?:rechnung|forderung|mahnung)|bestreiten|mangelhaft\w*|gutschrift|falsch\w* (?:berechnet|abgerechnet)|nicht korrekt|contest(?:ons|er|ation)|litige|avoir de|pas conforme|non conforme|disconformidad|nota de (?:abono|credito)|no estamos (?:conformes|de acuerdo)|contest(?:iamo|azione)|nota di credito|betwist\w*|creditnota|niet akkoord|bezwaar tegen (?:de|deze|uw) (?:factuur|rekening|kosten))\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Dispute();

    // What is wrong with goods, work, price or order. "Never arrived" alone may speak of the invoice, so these name the thing.
    [GeneratedRegex(@"\b(?:(?:goods|delivery|deliveries|parcel|order|shipment|items?|boxes|pallets?|crates?|parts?|machine) (?:\S+ ){0,4}(?:never|not|didn't|damaged|broken|faulty|defective|missing|short|incomplete|returned|wrong)|(?:damaged|broken|faulty|defective|mouldy|substandard|unusable) (?:goods|on arrival|items?|parts?)|(?:were|was|arrived|came|is|are) (?:\w+ )?(?:damaged|broken|faulty|defective|incomplete)|wrong (?:price|quantity|amount|vat|goods|items?|article|rate|size|colou?r|entity)|(?:price|amount|quantity|total|sum|rate|discount) (?:\S+ ){0,3}(?:is|are|was|does|do|looks|isn't|doesn't) (?:\S+ )?(?:wrong|incorrect|off|not|too high|higher|match)|(?:billed|charged|invoiced) (?:\w+ )?(?:twice|double|two times|in error|too much)|(?:short|under)[- ](?:shipped|delivered|delivery)|(?:returned|sent back|refused) (?:the|these|those|them|it|this|half|that|all)\b|sent (?:it|them|those|this|that|half|the \w+) back|(?:cancelled|canceled|terminated) (?:the|this|that|our|it|before|in)|not (?:as|what) (?:we )?(?:agreed|ordered|quoted)|(?:not|never|nobody|no one) (?:\w+ )?(?:ordered|authori[sz]ed)|didn't order|nothing is owed|not (?:owed|ours|justified)|withhold\w*|(?:knock|take) (?:it )?off the (?:bill|invoice))\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Flaws();

    [GeneratedRegex(@"\b(?:(?:preis\w*|betrag|menge|summe|stundensatz|rabatt|steuersatz|\w*rechnung|position|konditionen|stunden) (?:\S+ ){0,4}(?:falsch|stimm\w+ (?:\w+ )?nicht|passt (?:\w+ )?nicht|zu hoch|weich\w+|abweich\w*|nicht (?:richtig|vereinbart|nachvollziehbar|berechtigt))|(?:stimmt|passt) (?:so |hier |uberhaupt |auch )*nicht|falsche\w* (?:preis|menge|betrag|ware|artikel|steuersatz|firma|gesellschaft|grose|farbe)|(?:ware|lieferung|paket|palette|kiste\w*|sendung|teile?|material|gerat|maschine|artikel) (?:\S+ ){0,5}(?:nie|nicht|kaputt|beschadigt|defekt|fehl\w*|unvollstandig|zuruck\w*|retour\w*|falsch)|(?:kaputt|beschadigt|zerbrochen|unbrauchbar|verschimmelt) (?:an|geliefert|angekommen|war\w*)|(?:doppelt|zweimal|mehrfach) (?:berechnet|abgerechnet|fakturiert|in rechnung|abgebucht|gestellt)|zuruck(?:geschickt|gesandt|gesendet|gegeben)|retourniert|(?:nie|nicht|niemand|keiner) (?:\w+ )?(?:bestellt|beauftragt|geordert|vereinbart)|\w*storniert|(?:haben|habe|wurde) (?:\S+ ){0,3}gekundigt|einbehalt\w*|behalten (?:\S+ ){0,4}(?:ein|zuruck)|kurzen (?:die|den|um)|fehlmenge|falschlieferung|preisdifferenz|mengendifferenz|in klarung wegen|mangel|mangel\w*ruge|nicht einverstanden|einspruch|strittig|nicht anerkennen|erkennen (?:\S+ ){0,4}nicht an)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex GermanFlaws();

    [GeneratedRegex(@"\b(?:harass\w*|f\*+|fuck\w*|f off|bullshit|idiots?|scammers?|thieves|crooks|fraudsters|disgrace\w*|shame on|ashamed|go to hell|get lost|sick (?:and tired )?of|formal complaint|ombudsman|belastig\w*|frechheit|unverschamt\w*|betruger\w*|saftladen|abzock\w*|idioten|schamen|beschwer(?:de|en)|nase voll|harcelement|escroc\w*|inadmissible|honte|voleurs?|acoso|ladrones|verguenza|estafa\w*|estoy harto|molestie|ladri|vergogna|truffator\w*|oplichter\w*|schandalig|spuugzat|intimidatie|dieven)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Hostile();

    [GeneratedRegex(@"\b(?:(?:new|changed?|different|updated?|other|revised) (?:bank|iban|account (?:number|details)|banking|payment details|remittance|settlement instructions|beneficiary)|(?:bank|banking|account|iban|remittance|payment) (?:\w+ )?(?:details |instructions |account )?(?:has |have |was |were )?(?:changed|been changed|been updated|is wrong)|switched banks|change(?:d)? (?:the |our |your )?(?:bank|iban|account)|(?:neue|geanderte|andere)[nrs]? (?:bankverbindung|iban|konto\w*|bank\b|bankdaten)|(?:iban|konto\w*|bankverbindung|bankdaten) (?:hat|haben) sich geandert|bank gewechselt|kontonummer andern|nouve(?:au|l|lles?) (?:rib|iban|compte|coordonnees bancaires)|(?:rib|iban|banque) (?:a|ont) change|change(?:ment)? (?:de|votre) (?:banque|rib)|nuev[oa]s? (?:iban|cuenta|datos bancarios)|cambi(?:o|ado|ar) (?:de|la|el) (?:banco|cuenta|iban)|nuov[oei] (?:iban|conto|coordinate)|cambi(?:o|ato|are) (?:banca|iban|conto)|nieuwe? (?:iban|bankrekening|rekening|rekeningnummer|bankgegevens)|rekeningnummer is gewijzigd)\b|\b[a-z]{2}\d{2} ?(?:[a-z0-9]{4} ?){2,7}[a-z0-9]{1,4}\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Bank();

    [GeneratedRegex(@"\b(?:out of (?:the )?office|auto(?:matic)?[- ]?(?:reply|response)|automated response|on (?:annual|parental|sick|maternity) leave|nicht im buro|abwesenheit\w*|automatische antwort|absence du bureau|reponse automatique|fuera de la oficina|respuesta automatica|fuori ufficio|risposta automatica|niet op kantoor|automatisch antwoord|afwezigheid\w*)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Absence();

    // "I was on leave, now I will pay": somebody who writes of an absence that is over is not absent.
    [GeneratedRegex(@"\b(?:(?:was|were|been|back from|returned from|after|got back) (?:\w+ ){0,3}(?:leave|office|holiday|vacation)|(?:war|waren) (?:\w+ ){0,3}(?:nicht im buro|im urlaub|abwesend)|zuruck aus)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex BackAgain();
}
