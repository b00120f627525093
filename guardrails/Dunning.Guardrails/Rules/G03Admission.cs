using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Rules;

/// <summary>
/// G03: the creditor admits a mistake, takes responsibility or agrees that the customer is right. Reporting what the
/// customer said, and conditions such as "if there is an error", are harmless.
/// </summary>
public static class G03Admission
{
    internal static readonly Phrases Words = Phrases.Of("""
        @wrong = wrong*|incorrect*|erroneous*|faulty|defective|inflated|mistaken*|inaccurate*|flawed|broken|damaged|late
        @fault = fault|faults|mistake|mistakes|error|errors|oversight*|blame|failure|failing|failings|negligence|slip|blunder*|miscalculation*|mix|mixup|shortcoming*|omission*|liab*|responsib*|breach|defect*|carelessness|wrongdoing|doing
        @fehler = fehler*|verschulden|schuld|versehen|irrtum*|versaumnis*|panne*|nachlassigkeit*|verantwortung|haftung|mangel*|fehlleistung*|missgeschick*|patzer*|unrecht
        - if|unless|should|whether|case|falls|sollte*|wenn|sofern|ob|si|sauf|salvo|se|mocht|indien|wanneer|qualora ... @fault|@wrong|@fehler|erreur*|errores|error|errore|errori|fout|fouten|croises|crossed|gekreuzt
        - if|should|whether|falls|sollte*|wenn|si|se|indien|mocht ... not|nicht|pas|no|non|niet right|correct|korrekt|richtig|correcte|correcto|correcta|corretto|corretta|juist
        - en cas ... erreur*
        - in caso ... error*
        - you mentioned|told|wrote|reported|said|say|stated|believe|think|feel|informed|indicated|raised|pointed|noted|describe* ... @fault|@wrong|missing|late|damaged|overcharg*|twice
        - sie schreiben|schrieben|teilten|erwahnten|sagten|berichte*|meinen|gaben|melden|meldeten ... @fehler|mangelhaft*|fehlerhaft*|falsch*|verspatet|beschadigt
        - vous nous|avez|indiquez|signalez ?nous ?avez indiqu*|signal*|ecrit|dit|mention* ... erreur*|defectueu*|erron*|incorrect*|retard
        - nos|usted* ha|han ?ha indica*|comunica*|dicho|escrito|senala* ... error*|defectuos*|incorrect*
        - ci avete|ha segnalat*|scritto|indicat*|comunicat* ... error*|difettos*|errat*
        - u schrijft|schreef|meldde|meldt|gaf|heeft ... fout*|defect*|onjuist|gemeld
        - by default
        - trial and error
        - technical error .. opening|attachment
        - your|ihr*|votre|su|vostro|uw @fault|@fehler|erreur|error|errore|fout
        ~ our|my|ours @fault
        ~ our ?own|very|internal|own @fault
        @fault .. on|by|of our|ours|us ?side|part|end|us|own
        ~ fault .. ours|our|us|mine
        ~ we|i ... admit*|acknowledg*|accept*|concede|recogni*|own|take|took|assume|bear|regret|apolog* ?full|the|this|all|any|that .. @fault|overcharg*|wrong*
        ~ admit*|concede .. that|we|our
        ~ apolog*|sorry|regret* .. @fault|@wrong|overcharg*|overbill*|delay*|confusion|mess|double|twice|duplicate
        ~ apolog*|sorry .. for .. invoic*|bill*|charg*|deliver*|shipment|goods|quality|service
        ~ we|i|our ?team|system|staff|colleague*|department|warehouse|software .. made|committed .. @fault
        ~ we|i|our ?team|system|staff|colleague*|department|warehouse|software .. erred|overcharg*|overbill*|overinvoic*|misbill*|miscalculat*|miscount*|misread|messed|botched|slipped|goofed|mishandled|misplaced|forgot|neglected|dropped
        ~ we|our|system|warehouse|team|you|were|was .. charged|billed|invoiced|calculated|priced|delivered|shipped|sent .. wrong*|incorrect*|twice|too_much|late|double|mistake|error|erroneously|mistakenly|more_than
        ~ wrong*|incorrect*|mistakenly|erroneously|accidentally .. charged|billed|invoiced|calculated|priced|delivered|shipped|sent
        ~ charged|billed|invoiced|asked .. too much|twice|more than
        ~ too much .. charged|billed|invoiced
        ~ failed|failure to .. deliver*|provide|inform|meet|send|perform|notice|apply
        ~ you|you_re are|re ?absolutely|quite|completely|entirely|perfectly right|correct ?to ?about
        ~ you have|had|ve .. point|every reason|reason
        ~ got .. wrong
        ~ our|the|this|that|your invoice|bill|amount|price|total|charge|delivery|goods|product*|statement|calculation was|is|were|are|contains|contained|had|has ?indeed|clearly|in|not|the|an|a|too ?fact @wrong|error*|mistake*|high|correct|right|much
        ~ should|ought not|never .. have .. charged|billed|invoiced|sent|happened|been
        ~ shouldn t have
        ~ down to us
        ~ on us
        ~ our bad
        mea culpa
        ~ we|i let you down
        ~ to blame|at fault|in the wrong
        ~ did not|didn t .. deliver|meet|perform|live .. time|standard*|promise*|agreed|you|up
        ~ responsib*|liab* .. lies|rests|is|with .. us|ours
        ~ your complaint|objection|claim|dispute .. justified|valid|correct|legitimate|founded
        ~ unser*|uns|meinerseits|mein* ?eigen*|klar*|interner @fehler
        ~ @fehler .. unser*|unsererseits|uns|seiten
        ~ uns|mir ist|war|sind ... @fehler
        ~ entschuldig*|bedauer*|verzeih*|leid ... @fehler|falsch*|verspat*|mangelhaft*|fehlerhaft*|zu_spat|doppelt
        ~ wir|ich haben|habe|hatten ... falsch*|fehlerhaft*|zuviel|doppelt|irrtumlich*|versehentlich|verspatet|mangelhaft|verrechnet|geirrt|vertan|versaumt|vergessen|verwechselt|ubersehen
        ~ wir|ich haben|habe|hatten ... zu viel|hoch|spat|wenig
        ~ ubernehm*|trag*|raum*|geben|erkenn*|gesteh*|gebe|steh*|bekenn* ... @fehler|zu_unrecht
        ~ zu unrecht
        ~ irrtumlich*|versehentlich|falschlich* .. berechn*|gestellt|gebucht|geschickt|versandt|versendet
        ~ sie haben ?vollig|vollkommen|absolut|naturlich recht
        ~ recht gegeben|geben
        ~ rechnung|betrag|preis|lieferung|ware|abrechnung war|ist|waren ?leider ?tatsachlich falsch*|fehlerhaft*|mangelhaft*|unrichtig*|uberhoht*|verspatet|inkorrekt|unkorrekt
        ~ rechnung|betrag|preis|lieferung|ware war|ist ?leider nicht|zu korrekt|richtig|hoch|spat
        ~ liegt|lag .. an|bei uns
        ~ auf unserer seite .. liegt|lag|gelegen
        ~ fehlberechnung|falschberechnung|falschlieferung|doppelberechnung
        ~ reklamation|beanstandung|einwand|widerspruch .. berechtigt|zu_recht|begrundet|anerk*
        - sauf|salvo ?un|?nostro error*|erreur* ?ou ?omission* ?de|?por ?da ?notre|nuestra|parte|parte
        ~ notre|nos|mon ?propre ?seule erreur*|faute*|tort*|negligence*|manquement*|responsabilite|oubli|defaillance
        ~ erreur*|faute*|negligence|oubli|manquement|retard .. de .. notre|nous|nos ?part|service*|cote
        ~ notre faute|tort
        ~ a tort
        ~ par erreur
        ~ nous ?vous ?avons ?vous avons|sommes|aurions ... trop|mal|erron*|incorrect*|retard|trompe*|oublie|deux_fois|commis
        ~ reconnaiss*|assum*|admett*|regrett*|excus* ... erreur*|faute*|responsabilite|retard|defaut|tort*|manquement*|defectueu*
        ~ vous avez ?tout ?a ?fait ?parfaitement ?bien raison
        ~ facture|montant|livraison|marchandise etait|est|comport* .. erron*|incorrect*|fausse|faux|defectueu*|retard|erreur*|trop
        ~ nuestr*|mi ?propi* error*|culpa|fallo*|equivocacion*|responsabilidad|descuido|negligencia
        ~ error*|culpa|fallo|equivocacion|descuido .. nuestr*|nosotros
        ~ reconoc*|admit*|asum*|lament*|disculp*|perdon*|sentimos ... error*|culpa|responsabilidad|retraso|defecto*|fallo*|equivoca*
        ~ cobrado|facturado|cargado|enviado|entregado .. de_mas|mas|error|veces|erronea*|indebidamente|incorrecta*|tarde|mal
        ~ cobrado|facturado|cargado de mas
        ~ nos|me equivocamos|hemos|habiamos|equivoque ?equivocado
        ~ tiene|tienen ?usted ?toda ?la razon
        ~ factura|importe|entrega|mercancia era|es|estaba|esta|contiene|contenia .. erroneo*|erronea*|incorrect*|equivocad*|error*|defectuos*
        ~ nostr* ?proprio error*|colpa|sbagli*|svista|responsabilita|mancanza|negligenza|disguido
        ~ error*|colpa|sbaglio|svista|responsabilita .. nostr*|noi
        ~ riconosc*|ammett*|assum*|scus*|spiac*|rammaric* ... error*|colpa|responsabilita|ritardo|difett*|sbagl*|svista
        ~ addebitato|fatturato|inviato|consegnato ... troppo|errore|eccesso|volte|erroneamente|ritardo|sbagliat*
        ~ abbiamo|ho ?vi sbagliato|errato|dimenticato|commesso
        ~ avete|ha|hai ?pienamente ?perfettamente ragione
        ~ fattura|importo|consegna|merce era|e|conteneva|contiene .. errat*|sbagliat*|error*|difettos*|scorrett*
        ~ onze|ons|mijn ?eigen fout*|schuld|vergissing*|nalatigheid|verantwoordelijk*|verzuim|misser
        ~ fout*|schuld|vergissing .. van|aan|bij onze|ons ?kant|zijde
        ~ fout*|schuld|vergissing van|aan ons|onze
        ~ erken*|geven|nemen|bieden|betreur*|spijt ... fout*|schuld|verantwoordelijk*|vergissing|aansprakelijk*|gebrek*|vertraging
        ~ te veel|hoog .. gefactureerd|rekening|berekend|gebracht|gerekend
        ~ ten onrechte
        ~ per abuis|ongeluk|vergissing
        ~ wij|we|ik hebben|heb|zijn ... verkeerd|foutief|laat|vergist|vergeten|dubbel|onjuist
        ~ u heeft|hebt ?volkomen ?helemaal gelijk
        ~ factuur|bedrag|levering|goederen was|is|waren .. onjuist|fout|verkeerd|incorrect|gebrekkig
        """ + "\n" + Sayings.G03Sayings.Lines);

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("G03", "admission of fault or liability", "An admission in a reminder decides a dispute that people have not decided.", Verdict.Block, Judge)
    {
        PersonDecides = true,
        Vocabulary = Words.Source,
    };

    private static Finding? Judge(Draft draft, SendFacts facts) =>
        SentenceWall.First(draft, "G03");
}
