namespace Dunning.Mail.Zoning;

/// <summary>Words that show the end of a mail by their place in it, in six languages, folded by <see cref="Plain"/>.</summary>
internal static class SignaturePhrases
{
    /// <summary>Beginnings of sentences that await an answer; with a word of <see cref="Answers"/> such a sentence says nothing else.</summary>
    public static readonly string[] Waiting = Plain.List(
        "looking forward to", "i look forward to", "we look forward to", "awaiting", "i await", "we await", "hoping to hear", "hope to hear", "i hope to hear",
        "ich freue mich", "wir freuen uns", "in erwartung", "für eine rückmeldung", "über eine rückmeldung", "über ihre rückmeldung", "ich erwarte", "wir erwarten", "ich warte auf", "wir warten auf",
        "dans l'attente", "en l'attente", "en attente d", "dans cette attente", "au plaisir de", "en attendant", "je reste dans l'attente", "nous restons dans l'attente", "restant dans l'attente", "je reste à votre", "nous restons à votre", "restant à votre",
        "quedo a la espera", "quedando a", "quedando a la espera", "quedamos a la espera", "a la espera de", "quedo pendiente", "quedo atent", "quedamos atent", "estaré atent", "quedamos pendientes", "quedo a su", "quedamos a su", "esperando su", "espero su", "esperamos su", "quedo a tu", "en espera de",
        "in attesa", "resto in attesa", "restiamo in attesa", "rimango in attesa", "rimaniamo in attesa", "attendo", "attendiamo", "resto a disposizione", "restiamo a disposizione", "rimango a disposizione", "rimaniamo a disposizione", "resto a vostra", "rimango a vostra",
        "in afwachting", "ik zie uw", "wij zien uw", "ik hoor graag", "wij horen graag", "graag hoor ik", "graag horen wij", "ik kijk uit naar", "wij kijken uit naar", "graag verneem ik", "graag vernemen wij");

    /// <summary>What such a sentence awaits.</summary>
    public static readonly string[] Answers = Plain.List(
        "hearing from", "hear from", "your reply", "your response", "your answer", "your feedback", "your prompt", "antwort", "rückmeldung", "von ihnen zu hören", "retour", "réponse", "vous lire", "votre disposition",
        "respuesta", "comentarios", "noticias", "disposición", "riscontro", "risposta", "disposizione", "notizie", "reactie", "antwoord", "uw bericht", "van u", "van je");

    /// <summary>Words that make such a sentence a demand or a condition, which is content.</summary>
    public static readonly string[] Conditions = Plain.List(" before ", " until ", " unless ", "today", "tomorrow", "week", " bevor ", " erst ", "heute", "morgen", "woche", " bis ", " avant ", "semaine", "demain", " antes ", "semana", "mañana", " prima ", "domani", "settimana", " voor ", "vandaag", " but ", " aber ", " mais ", " pero ", " ma ", " maar ", "credit", "gutschrift", "avoir ", "invoice", "rechnung");

    /// <summary>Words that announce a name block as content: somebody gives an address or names a contact.</summary>
    public static readonly string[] Announcing = Plain.List("address", "contact", "anschrift", "adress", "kontakt", "ansprechpartner", "zuständig", "dirección", "direccion", "contacto", "indirizzo", "contatt", "referente", "adres", "contacter", "coordonnées", "domicilio", "sede");

    /// <summary>Words of which no person's name consists: what a short last line may say instead.</summary>
    public static readonly string[] NoNames = Plain.List(
        "monday", "tuesday", "wednesday", "thursday", "friday", "next", "please", "thank", "thanks", "yes", "no", "not", "paid", "invoice", "payment", "order", "account", "amount", "total", "date", "ok", "okay", "see", "the", "we", "our", "hi", "hello", "dear", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
        "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "bitte", "danke", "dank", "vielen", "ja", "nein", "rechnung", "rechnungen", "zahlung", "betrag", "konto", "summe", "ende", "anfang", "mitte", "siehe", "januar", "februar", "märz", "mai", "juni", "juli", "oktober", "dezember", "kein", "keine", "guten", "hallo",
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "merci", "oui", "non", "facture", "paiement", "bonjour", "voir", "lunes", "martes", "miércoles", "jueves", "viernes", "gracias", "sí", "factura", "pago", "hola", "buenos",
        "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "grazie", "fattura", "pagamento", "buongiorno", "salve", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "bedankt", "nee", "factuur", "betaling", "graag", "goedemorgen", "beste");

    /// <summary>What systems write under their messages.</summary>
    public static readonly string[] Unanswered = Plain.List(
        "do not reply", "not monitored", "no signature", "system generated", "automatically generated", "automated notification", "nicht antworten", "antworten sie nicht", "maschinell erstellt", "maschinell erzeugt", "automatisch erstellt", "ohne unterschrift", "ne pas répondre", "automatiquement", "message automatique", "sans signature", "no respond", "no contest", "automáticamente", "mensaje automático", "sin firma", "non rispondere", "automaticamente", "comunicazione automatica", "senza firma", "niet beantwoorden", "niet gelezen", "automatisch verzonden", "automatisch gegenereerd", "automatisch ondertekend", "niet mogelijk");

    /// <summary>Words of which one makes a line content: days, payment, promises, refusals, requests.</summary>
    public static readonly string[] Said = Plain.List(
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "tomorrow", "paid", "yes", "nein", "nee", "oui", "ja", "sorry", "done", "erledigt", "promise", "promised", "approved", "rejected", "cancelled", "confirm", "ask", "try", "contact", "send", "call", "never", "not", "wrong", "unsubscribe", "stop", "attached", "instalments", "ours", "disputed", "damaged", "received", "refund",
        "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "bezahlt", "bezahlen", "überwiesen", "zahlen", "versprochen", "versprochen", "fragen", "nicht", "nie", "kein", "keine", "falsch", "abmelden", "anbei", "anhang", "anlage", "woche", "wochen", "monats", "storniert", "freigegeben", "abgelehnt", "fehlt", "erhalten", "folgt",
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "demain", "payé", "payée", "payer", "réglé", "réglée", "viré", "promis", "demandez", "voyez", "pas", "jamais", "congé", "joint", "jointe", "semaine", "annulée", "rejetée", "reçu", "manque", "arrêtez", "bloquée", "litige",
        "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "pagado", "pagada", "pagar", "prometo", "prometido", "pregunte", "vacaciones", "nunca", "dejen", "adjunto", "adjunta", "semana", "anulada", "rechazada", "recibido", "faltan", "bloqueada", "disputa", "transferido",
        "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domani", "pagato", "pagata", "pagare", "prometto", "promesso", "chieda", "ferie", "allegato", "allegata", "settimana", "stornata", "respinta", "ricevuto", "manca", "mancano", "bloccata", "bonifico", "non",
        "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "betaald", "betalen", "betaling", "beloofd", "vraag", "niet", "nooit", "geen", "vakantie", "bijlage", "geannuleerd", "afgekeurd", "ontvangen", "ontbreekt", "geblokkeerd", "overgemaakt", "volgt");

    /// <summary>Where "regards" is no greeting.</summary>
    public static readonly string[] Concerning = Plain.List("regards to the", "regards to our", "regards to your inv", "regards to this", "regards to inv", "regards to that", "as regards", "in regards");

    /// <summary>Words between a greeting and a place or persons greeted.</summary>
    public static readonly string[] Places = Plain.List("from", "aus", "vom", "von", "an", "de", "du", "desde", "a", "da", "dal", "dalla", "uit", "vanuit", "aan", "to", "nach", "in", "i.a", "i.v");

    /// <summary>Beginnings of wishes.</summary>
    public static readonly string[] Wishing = Plain.List(
        "have a ", "wish", "enjoy ", "schön", "einen ", "ein ", "eine ", "noch ", "ich wünsche", "wir wünschen", "guten ", "gute ", "bon ", "bonne ", "belle ", "beau ", "excellent", "très ", "passez ", "je vous souhaite", "à très ", "à bient",
        "buen ", "buena ", "buenas ", "feliz ", "que tenga", "que pase", "que tengas", "buon ", "buona ", "felice ", "le auguro", "vi auguro", "fijn ", "fijne ", "prettig", "goed ", "goede ", "nog een ", "een ");

    /// <summary>What is wished.</summary>
    public static readonly string[] Wished = Plain.List(
        "day", "sunday", "sonntag", "dimanche", "domingo", "domenica", "zondag", "rest", "weekend", "evening", "afternoon", "week", "morning", "tag", "wochenende", "abend", "woche", "nachmittag", "feierabend", "start", "wochenstart", "journée", "soirée", "week-end", "après-midi", "semaine", "bientôt", "vite", "fêtes",
        "día", "tarde", "noche", "semana", "finde", "giornata", "serata", "settimana", "weekend", "dag", "avond", "middag", "feestdagen");

    /// <summary>First words of salutations, which end with a comma too.</summary>
    public static readonly string[] Salutations = Plain.List("hello", "hi", "dear", "good ", "hey", "hallo", "guten ", "liebe", "sehr geehrte", "moin", "servus", "grüezi", "grüß gott", "bonjour", "bonsoir", "cher", "chère", "madame", "monsieur", "salut ", "hola", "estimad", "buenos", "buenas", "querid", "buongiorno", "buonasera", "gentil", "egregi", "spett", "salve", "ciao", "beste ", "geachte", "goede", "dag ", "yes", "no", "ja", "nein", "oui", "non", "sí", "si,", "ok", "nee");

    /// <summary>Beginnings of words of greeting; thanks are not among them, for "Merci, c'est payé" is an answer.</summary>
    public static readonly string[] GreetingRoots = Plain.List("regard", "wünschen", "rgds", "wishes", "sincerely", "faithfully", "cordially", "gruß", "grüß", "gruess", "hochachtung", "cordial", "salutation", "cdt", "cdlt", "amicalement", "amitié", "salud", "atentamente", "atte", "abrazo", "saluti", "saluto", "ossequi", "osservanza", "groet", "hoogacht", "mvg", "mfg");

    /// <summary>Words that only stress thanks.</summary>
    public static readonly string[] Stressing = Plain.List("in", "advance", "again", "so", "very", "much", "a", "lot", "million", "and", "vorab", "im", "voraus", "schon", "mal", "schonmal", "nochmals", "sehr", "schön", "d'avance", "par", "beaucoup", "infiniment", "bien", "de", "por", "antemano", "adelantado", "anticipadas", "mil", "mille", "in", "anticipo", "ancora", "tante", "bij", "voorbaat", "alvast", "wel", "hoor", "kindly", "team", "all", "guys");

    /// <summary>What stands before the name of one who signs.</summary>
    public static readonly string[] Signing = Plain.List("fdo.", "fdo:", "fdo ", "firmado", "signé", "gez.", "gez ", "sgd", "signed", "getekend", "w.g.", "f.to", "firmato");

    /// <summary>Words of company notices below a signature; a line with two of them is one.</summary>
    public static readonly string[] Legal = Plain.List(
        "legally binding", "liability", "accept no", "terms and conditions", "registered", "working hours", "obliged to", "outside yours", "outside of your", "regulated by", "authorised and", "authorised by", "authorized by", "follow us", "rechtsverbindlich", "rechtsgeschäftlich", "unverbindlich", "haftung", "dieses medium", "allgemeinen geschäftsbedingungen", "geschäftsbedingungen", "e-mail", "amtsgericht", "ausschließlich", "einsehbar", "sitz der",
        "conditions générales", "de vente", "données", "consulter", "responsabilité", "valeur contractuelle", "condiciones generales", "datos", "tratamiento", "condizioni generali", "dati personali", "trattamento", "algemene voorwaarden", "van toepassing", "gedeponeerd", "kamer van koophandel", "aansprakelijk", "persoonsgegevens");
}
