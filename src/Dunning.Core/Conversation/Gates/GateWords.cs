namespace Dunning.Core.Conversation.Gates;

/// <summary>
/// The words of one language that take away or add to a commitment, as expressions over folded text. Kept apart by
/// language, since a small word of one is another word in the next ("mai", "als", "se", "once").
/// </summary>
internal sealed record GateWords(
    string Negation, string Condition, string Hedge, string Paid, string Future, string Attribution, string Reported, string Payment)
{
    public static GateWords For(string language) => language switch
    {
        "de" => German,
        "fr" => French,
        "es" => Spanish,
        "it" => Italian,
        "nl" => Dutch,
        _ => English,
    };

    private static readonly GateWords English = new(
        Negation: @"\b(?:not|never|cannot|cant|can't|won't|wont|unable|refus\w+|without|no (?:money|way|payment|funds|promise|commitment|intention)|neither|\w+n't)\b",
        Condition: @"\b(?:if|whether|unless|once|as soon as|provided|providing|subject to|on condition|until (?:we|you|the|i|our)|as long as|assuming|depend\w*|pending|when (?:we|you|the|our|i|they)|after (?:we|you|your|the|our|receipt|receiving|approval|verification)|upon (?:receipt|approval|delivery)|only (?:after|when|if))\b",
        Hedge: @"\b(?:hopefully|hope to|we hope|i hope to|should be able|might|may be able|maybe|perhaps|probably|possibly|try to|trying to|will try|we'll try|attempt to|i think|i guess|not sure|if possible|likely|aim to|expect(?:ing)? to)\b",
        Paid: @"\b(?:paid|payed|transferred|wired|remitted|settled|sent|made|executed|effected|debited|cleared|cashed|booked|collected|left our (?:account|bank)|left my (?:account|bank)|(?:went|gone) (?:out|through)|(?:transfer|payment) (?:\S+ ){0,3}was)\b",
        Future: @"\b(?:will|'ll|shall|going to|gonna|to be|is being|are being|scheduled|planned|plan to|due to|set to|can|intend\w*|booked for|tomorrow|next|by|promise\w*|undertake|arrang\w+|approved for|get (?:it|this) paid|coming)\b|\w'll\b",
        Attribution: @"\b(?:you|they|he|she|your (?:mail|email|letter|colleague|reminder))\s+(?:\w+\s+){0,2}(?:said|say|says|wrote|write|claim\w*|stat\w+|told|mention\w*|promised|assum\w+|suggest\w*|ask\w*|demand\w*|expect\w*)\b|\b(?:according to (?:you|your|them)|as per your|who (?:promised|said|told)|nobody (?:promised|said|here)|no ?one (?:promised|said)|supposed to|allegedly|alleged)\b",
        Reported: @"\b(?:would (?:pay|be paid|transfer|settle|have)|had (?:promised|agreed)|was supposed|were supposed|should have (?:been )?paid)\b",
        Payment: @"\b(?:pay\w*|paid|settl\w*|transfer\w*|remit\w*|wire\w*|cheque|check|money|funds?|scheduled|clear(?:ed|ing)?|disburs\w*|payment|send (?:it|you)|go(?:es|ing)? out|sort(?:ed)?|released?|it'?s done|have it|execution)\b");

    private static readonly GateWords German = new(
        Negation: @"\b(?:nicht|kein\w*|niemals|nie|keinesfalls|verweigern|ausserstande)\b",
        Condition: @"\b(?:wenn|ob|falls|sofern|sobald|vorausgesetzt|vorbehaltlich|solange|nachdem|bevor|erst (?:nach|wenn|dann)|nach (?:erhalt|eingang|prufung|freigabe|klarung|korrektur|lieferung)|unter der (?:bedingung|voraussetzung)|abhangig|je nachdem)\b",
        Hedge: @"\b(?:hoffentlich|hoffen|voraussichtlich|vermutlich|wahrscheinlich|vielleicht|eventuell|versuch\w+|moglicherweise|evtl|ich denke|denke ich|sollte klappen)\b",
        Paid: @"\b(?:bezahlt|gezahlt|uberwiesen|ueberwiesen|beglichen|angewiesen|ausgeglichen|abgebucht|ausgefuhrt|abgegangen|eingezogen|rausgegangen|ging (?:\S+ ){0,4}raus|(?:zahlung|uberweisung) (?:\S+ ){0,3}(?:war|erfolgte))\b",
        Future: @"\b(?:wird|werden|werde|zahlen|zahle|uberweise|uberweisen|eingeplant|vorgesehen|geplant|soll|morgen|kann|konnen|bis|erfolgt|veranlasse\w*)\b",
        Attribution: @"\b(?:sie (?:schreiben|schrieben|behaupten|sagten|sagen|verlangen|fordern)|ihr (?:schreibt|sagt|behauptet)|laut ihnen|laut ihrer|angeblich|wer hat|wie sie schreiben|hatten? (?:wir )?\w+ zugesagt)\b",
        Reported: @"\b(?:hatten? (?:zugesagt|versprochen)|wurden (?:zahlen|bezahlen)|hatte (?:bezahlt|gezahlt) werden)\b",
        Payment: @"\b(?:\w*zahl\w*|\w*uberw\w*|ueberw\w*|beglich\w*|begleich\w*|geld|angewiesen|eingeplant|ausgleich\w*|regulier\w*|erledigt|raus)\b");

    private static readonly GateWords French = new(
        Negation: @"\b(?:ne|n')\s?\w+[^.]{0,25}\b(?:pas|jamais|plus|rien)\b|\b(?:pas|aucun\w*|impossible|jamais)\b",
        Condition: @"\b(?:si|s'il\w*|des (?:que|reception|validation|l'accord)|une fois|a condition|sous reserve|lorsque|quand|apres (?:reception|validation|verification|accord)|pourvu|tant que|a reception)\b",
        Hedge: @"\b(?:peut-etre|esper\w+|probablement|essa(?:ier|yer|yons|ierons|ie)|normalement|sans doute|en principe)\b",
        // "Je règle" and "réglé" fold to one word: an auxiliary, or a noun it belongs to, makes it past.
        Paid: @"\b(?:ai|as|a|avons|avez|ont|est|sont|ete|avait|avions|etait|fut|deja|viens de|venons de|virements?|paiements?|reglements?|cheques?)\s+(?:\S+\s+){0,3}(?:paye|regle|vire|effectue|solde|envoye|transmis|execute)e?s?\b|\b(?:ai|avons|a|deja|viens de|venons de)\s+(?:\S+\s+){0,2}(?:payer|regler|virer|solder)\b|^\W*(?:paye|regle|vire|effectue|solde)e?s?\b",
        Future: @"\b(?:sera|seront|serez|allons|vais|va etre|prevu\w*|programme\w*|demain|\w+erons|\w+erai|procederons|interviendra|effectuera)\b",
        Attribution: @"\b(?:vous (?:dites|ecrivez|avez (?:ecrit|dit|demande)|pretendez)|selon vous|d'apres vous|qui a (?:dit|promis))\b",
        Reported: @"\b(?:aurait|aurions|aurait du)\b",
        Payment: @"\b(?:pai\w+|pay\w+|regl\w+|vir\w+|argent|solder\w*)\b");

    private static readonly GateWords Spanish = new(
        Negation: @"\b(?:nunca|jamas|ningun\w*|imposible|no)\s+\w+",
        Condition: @"\b(?:si (?:pag\w+|abon\w+|podemos|podremos|puedo|esta|estan|va|sale|nos|no|lo|la|se|los|el|es|me|hay|todo|ustedes|recib\w*|envi\w*|cobr\w*|pued\w*|llega\w*|corrig\w*)|cuando|una vez|en cuanto|siempre (?:que|y cuando)|a condicion|tras|mientras|salvo que|previa|sujeto a|despues de)\b",
        Hedge: @"\b(?:quizas?|tal vez|ojala|probablemente|intentar\w*|a lo mejor|en principio)\b",
        Paid: @"\b(?:pagado|pagada|pague|pagamos|abonado|abonada|abonamos|transferido|realizado|realizo|hecho)\b",
        Future: @"\b(?:sera|seran|vamos a|voy a|previst\w+|programad\w+|manana|pagaremos|abonaremos|pagare|realizara|efectuara|procederemos|haremos|hare)\b",
        Attribution: @"\b(?:ustedes? (?:dicen?|escriben?|afirman?)|segun ustedes?|dicen que|quien (?:dijo|prometio)|habeis (?:dicho|escrito))\b",
        Reported: @"\b(?:habria\w*|pagariamos)\b",
        Payment: @"\b(?:pag\w+|abon\w+|transf\w+|dinero|importe)\b");

    private static readonly GateWords Italian = new(
        Negation: @"\b(?:non|mai|nessun\w*|impossibile)\b",
        Condition: @"\b(?:se|appena|una volta|a condizione|quando|purche|salvo|previa|dopo (?:aver|il|la|che|verifica)|non appena|finche)\b",
        Hedge: @"\b(?:forse|speriamo|spero|probabilmente|cercher\w*|dovrebbe|dovremmo|in linea di massima)\b",
        Paid: @"\b(?:pagato|pagata|saldato|saldata|bonificato|eseguito|effettuato|fatto)\b",
        Future: @"\b(?:sara|saranno|verra|verranno|previst\w+|programmat\w+|domani|pagheremo|paghero|provvederemo|effettuera|faremo|faro|avverra)\b",
        Attribution: @"\b(?:voi (?:dite|scrivete|affermate)|secondo voi|avete (?:scritto|detto)|chi ha (?:detto|promesso))\b",
        Reported: @"\b(?:avremmo|avrebbe|pagheremmo)\b",
        Payment: @"\b(?:pag\w+|bonific\w*|sald\w+|soldi|importo)\b");

    private static readonly GateWords Dutch = new(
        Negation: @"\b(?:niet|nooit|geen)\b",
        Condition: @"\b(?:als|of (?:we|wij|ik|u|het|dit|dat)|zodra|indien|mits|wanneer|onder voorbehoud|nadat|tenzij|na (?:ontvangst|goedkeuring|controle)|afhankelijk)\b",
        Hedge: @"\b(?:hopelijk|misschien|waarschijnlijk|proberen|wellicht|vermoedelijk|mogelijk)\b",
        Paid: @"\b(?:betaald|overgemaakt|voldaan)\b",
        Future: @"\b(?:zal|zullen|zult|wordt|worden|gepland|ingepland|morgen|gaan|gaat)\b",
        Attribution: @"\b(?:u (?:schrijft|zegt|stelt|beweert)|jullie (?:schrijven|zeggen)|volgens u|wie heeft)\b",
        Reported: @"\b(?:zouden|zou)\s+(?:\w+\s+){0,3}betalen\b",
        Payment: @"\b(?:\w*betaa?l\w*|beta\w+|overmak\w*|over te maken|overgemaakt|overboek\w*|overgeboekt|voldoe\w*|voldaan|vereffen\w*|geld|maakt?|maken|(?:boek|stort|schrijf|schrijv)\w*|gestort|geboekt|aanzuiver\w*|afloss\w*|overschrijv\w*)\b");
}
