using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Flows.Reading;

/// <summary>Everyday words around each intent in six languages. They prove nothing alone; the classifier weighs them.</summary>
internal static partial class CueWords
{
    private const RegexOptions Options = RegexOptions.CultureInvariant;

    public static readonly (string Cue, Regex Words)[] All =
    [
        ("request", Request()), ("time", MoreTime()), ("parts", Instalments()), ("person", WrongPerson()), ("away", Away()), ("vendor", Vendor()),
        ("thanks", Thanks()), ("ask", Ask()), ("poor", Hardship()), ("stop", Stop()), ("already", Already()), ("proof", Proof()), ("missing", Missing()), ("wrong", Wrong()),
        ("call", Call()), ("check", Check()),
    ];

    [GeneratedRegex(@"\b(?:please|kindly|could (?:you|we|u)|can (?:you|we|u|i)|would you|may we|we (?:need|require|request)|i need|send|forward|provide|supply|bitte\w*|benotig\w*|brauch\w*|konn(?:en|ten|tet)|schick\w*|send\w*|ubermitt\w*|ubersend\w*|erbitten|merci de|pourriez|pouvez|veuillez|besoin|envoy\w*|transmettre|sollicit\w*|il me faut|rog\w*|podrian?|pueden?|necesit\w*|envi\w*|mand\w*|solicit\w*|por favor|precisamos|potreste|preghiamo|serve|occorre|inviare|chiediamo|richied\w*|gelieve|graag|kunt|kun je|verzoek\w*|nodig|stuur\w*|toezenden)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Request();

    [GeneratedRegex(@"\b(?:more time|extension|extend|postpone\w*|defer\w*|push back|prolong\w*|respite|grace|later date|delay (?:the )?payment|a bit longer|wait (?:until|till|til)|hold off|few (?:more )?days|more (?:days|weeks)|aufschub|stundung|verlanger\w*|verschieb\w*|spater\w*|zahlungsziel|mehr zeit|fristverlangerung|prolongation|warten|delai|report(?:er)?|prorogation|plus de temps|repousser|prorroga|aplaz\w*|mas tiempo|unos dias|posponer|proroga|dilazione|posticip\w*|piu tempo|qualche giorno|rinvi\w*|uitstel\w*|meer tijd|later|paar dagen|verleng\w*)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex MoreTime();

    [GeneratedRegex(@"\b(?:instal?lments?|payment plan|in parts|monthly|(?:per|a|each|every) month|spread|split|tranches?|bit by bit|phased|schedule of payments|\w*raten\w*|teilbetrag\w*|teilzahlung\w*|abstottern|monatlich\w*|im monat|monatsbetrag\w*|tilgung\w*|echeancier|mensualites?|en \d+ fois|plusieurs fois|echelonn\w*|apurement|etaler|cuotas?|plazos|mensualidades|fraccion\w*|al mes|rat[ae]|rateal\w*|rateizz\w*|piano di rientro|al mese|un po' alla volta|termijnen|betalingsregeling|afbetal\w*|gespreid\w*|per maand|in \d+ keer)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Instalments();

    [GeneratedRegex(@"\b(?:wrong (?:person|address|company|email|contact|firm|department)|no longer (?:work\w*|with|employed|responsible|in)|not (?:responsible|in charge|the right|me)|left (?:the company|us|our)|doesn'?t work|contact (?:our|my colleague)|colleague|accounts payable|shared service|direct (?:all|your)|forward(?:ed)? (?:this|your)|responsib\w*|zustandig\w*|falsche\w*|ansprechpartner|nicht mehr|kollege\w*|buchhaltung|wenden sie sich|richten sie|ausgeschieden|trompe|mauvais\w*|ne travaille plus|quitte|en charge|compta\w*|equivocad\w*|ya no trabaja|confundido|responsable|contabilidad|sbaglia\w*|non lavora piu|non mi occupo|amministrazione|verkeerde|werkt hier niet|niet verantwoordelijk|administratie)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex WrongPerson();

    [GeneratedRegex(@"\b(?:out of|away|leave|vacation|holidays?|absent|absence|travel\w*|return|back (?:on|in)|office|abwesen\w*|urlaub|buro|ruckkehr|betriebsferien|unterwegs|erreichbar|absent\w*|conges?|vacances|de retour|bureau|ausente|vacaciones|regres\w*|fuera|assen\w*|ferie|vacanza|rientr\w*|afwezig\w*|vakantie|kantoor|bereikbaar)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Away();

    [GeneratedRegex(@"\b(?:vendor|supplier|portal|onboard\w*|regist\w*|form|ariba|coupa|upload\w*|e-?invoic\w*|master data|procurement|questionnaire|platform|lieferant\w*|kreditor\w*|formular\w*|stammdat\w*|hochlad\w*|fournisseurs?|portail|formulaire|inscri\w*|referenc\w*|proveedor\w*|formulario|plataforma|homolog\w*|alta|fornitor\w*|portale|modulo|albo|leverancier\w*|portaal|formulier|platform)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Vendor();

    [GeneratedRegex(@"\b(?:thanks?|thx|ty|cheers|appreciate\w*|noted|received|acknowledg\w*|got it|danke\w*|dank|besten|kenntnis\w*|erhalten|bestatigen den|alles klar|passt|merci|bien recu|note|accusons|remerci\w*|gracias|recibido|acusamos|agradec\w*|grazie|ricevuto|ringrazi\w*|ricezione|bedankt|dank\w*|ontvang\w*|kennisgenomen)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Thanks();

    [GeneratedRegex(@"\b(?:what|which|who|why|how|where|clarif\w*|explain|elaborate|wofur|worum|welche\w*|warum|wer|wie|was|worauf|erlauter\w*|quoi|quel\w*|pourquoi|comment|precis\w*|que es|cual|por que|como|aclar\w*|cosa|quale|perche|come|chiarire|wat|welke|waarom|hoe|wie|toelicht\w*)\b|\?", Options, PatternTime.Milliseconds)]
    private static partial Regex Ask();

    [GeneratedRegex(@"\b(?:no money|no funds|can'?t pay|cannot pay|unable to (?:pay|meet)|financial difficult\w*|closed|shut|broke|going under|lost everything|kein\w* geld|nicht zahlen|schwierigkeiten|dicht|einnahmen|plus (?:un sou|d'argent)|difficultes|no (?:tenemos|hay|queda) (?:dinero|nada)|arruinad\w*|dificultades|cerrar|non abbiamo soldi|difficolta|chiudere|geen geld|problemen|sluiten)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Hardship();

    [GeneratedRegex(@"\b(?:stop\w*|cease|refrain|remove|delete|erase|erasure|list|anymore|aufhor\w*|hort auf|loschen|entfern\w*|streich\w*|verteiler|untersag\w*|arret\w*|supprim\w*|cesser|oppose|liste|dej\w+ de|elimin\w*|lista|cese|opongo|smett\w*|rimuov\w*|cancell\w*|cessazione|oppongo|verwijder\w*|stoppen|staken|lijst)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Stop();

    [GeneratedRegex(@"\b(?:already|just (?:paid|sent|made|transferred)|ago|yesterday|was (?:paid|settled|sent|transferred)|has been (?:paid|settled|transferred|debited|effected)|bereits|schon|gerade|soeben|gestern|wurde|deja|viens de|hier|a ete|ya|acab\w* de|ayer|fue|gia|appena|ieri|e stat[ao]|al|reeds|net|gisteren|zojuist|inmiddels)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Already();

    [GeneratedRegex(@"\b(?:attach\w*|enclos\w*|remittance|proof of payment|screenshot|receipt|swift|evidenc\w*|ledger|records|value date|anbei|beleg\w*|nachweis\w*|avis|kontoauszug\w*|valuta|ci-?joint\w*|justificatif|preuve|adjunt\w*|justificante|comprobante|saldad\w*|allegat\w*|contabile|ricevuta|bijgaand|bijlage|betalingsbewijs|afgeletterd)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Proof();

    [GeneratedRegex(@"\b(?:can'?t find|cannot find|never (?:got|received)|don'?t have|dont have|no trace|unable to locate|missing|lost|not received|liegt (?:uns )?nicht|finde\w* (?:die|den|das)?|nicht auffindbar|hab\w* (?:ich |wir )?(?:die|den) \w+ nicht|retrouve|pas recu|no (?:tenemos|encuentro|hemos recibido)|non (?:trovo|abbiamo ricevuto|ricevuta)|niet (?:ontvangen|vinden)|nergens)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Missing();

    [GeneratedRegex(@"\b(?:wrong|incorrect|error|mistake|discrepan\w*|varian\w*|differ\w*|deviat\w*|mismatch\w*|not match\w*|doesn'?t match|reject\w*|block\w*|withh\w*|claim|complaint|object\w*|contest\w*|falsch|fehler\w*|abweich\w*|differenz\w*|gesperrt|zuruckbehalt\w*|rug\w+|bestreit\w*|erronee?|fausse|ecart|bloqu\w*|reserves?|reclamation|litige|incorrect\w*|erroneo|discrepancia|bloquead\w*|reclamacion|errat\w*|sbagliat\w*|difform\w*|bloccat\w*|reclamo|sospend\w*|onjuist|klopt niet|afwijking|geblokkeerd|opschort\w*|bezwaar)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Wrong();

    [GeneratedRegex(@"\b(?:call|phone|ring|telephone|anruf\w*|ruckruf|telefon\w*|appel\w*|rappel\w*|llam\w*|chiam\w*|bel|bellen)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Call();

    [GeneratedRegex(@"\b(?:check (?:with|internally)|look(?:ing)? into|investigat\w*|get back|revert|come back|review\w*|disregard|ignore my|prufen|klarung|melde\w* (?:mich|uns)|gegenstandslos|verification|revenons|examen|revis\w*|revisando|verific\w*|vaglio|zoeken|behandeling|nagaan)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Check();
}
