namespace Dunning.Mail.Zoning;

/// <summary>What mail programs write around quotes, in English, German, French, Spanish, Italian and Dutch; all languages apply at once, because threads mix them. Folded by <see cref="Plain"/>.</summary>
internal static class Phrases
{
    /// <summary>First words and verbs of attribution lines; a line needs both, a digit or an address, and a colon at its end.</summary>
    public static readonly (string Start, string Verb)[] Attributions =
    [
        ("on ", " wrote"), ("on ", " writes"), ("am ", " schrieb"), ("am ", " geschrieben"), ("vom ", " schrieb"), ("le ", " a ecrit"), ("le ", " ecrit"), ("el ", " escribio"), ("el ", " ha escrito"),
        ("il ", " ha scritto"), ("in data ", " ha scritto"), ("op ", " schreef"), ("op ", " geschreven"), ("em ", " escreveu"), ("den ", " skrev"), ("dnia ", " napisal"),
    ];

    /// <summary>Verbs of attribution lines that begin with the sender's name; these need an address or a time as well.</summary>
    public static readonly string[] BareVerbs =
        Plain.List(" wrote:", " wrote on ", " wrote (", " wrote the following", " schrieb:", " schrieb am ", " schrieb (", " schrieb folgendes", " a écrit :", " a écrit:", " a écrit le ", " escribió:", " escribió el ", " ha scritto:", " ha scritto il ", " ha scritto in data ", " schreef:", " schreef op ", " het volgende geschreven", " folgendes geschrieben");

    /// <summary>First words of attributions that name only the author.</summary>
    public static readonly string[] Quoting = Plain.List("quoting ", "zitat von ", "citando a ", "citando ", "citation de ", "citeren ", "citaat van ", "message de ", "message du ", "nachricht von ", "quote from ");

    /// <summary>Texts between rows of hyphens that begin a quoted mail.</summary>
    public static readonly string[] Originals = Plain.List(
        "original message", "original appointment", "original email", "original e-mail", "reply message", "ursprüngliche nachricht", "originalnachricht", "original-nachricht", "original nachricht", "ursprünglicher termin", "urspr. nachricht", "ursprüngliche e-mail",
        "message d'origine", "message original", "message initial", "courriel original", "e-mail d'origine", "mail original", "rendez-vous d'origine",
        "mensaje original", "mensaje de origen", "correo original", "messaggio originale", "messaggio di origine", "messaggio original", "oorspronkelijk bericht", "oorspronkelijke bericht", "origineel bericht", "oorspronkelijke afspraak", "mensagem original");

    /// <summary>The same for forwarded mails, also without hyphens.</summary>
    public static readonly string[] Forwards = Plain.List(
        "forwarded message", "begin forwarded message", "forwarded by", "weitergeleitete nachricht", "anfang der weitergeleiteten nachricht", "anfang der weitergeleiteten e-mail", "weitergeleitete e-mail", "message transféré", "message transmis", "message réexpédié", "courriel transféré", "e-mail transféré",
        "début du message transféré", "début du message réexpédié", "début de l'e-mail transféré", "mensaje reenviado", "inicio del mensaje reenviado", "comienzo del mensaje reenviado", "messaggio inoltrato", "inizio messaggio inoltrato", "inizio del messaggio inoltrato",
        "doorgestuurd bericht", "begin doorgestuurd bericht", "begin van doorgestuurd bericht", "doorgestuurde bericht");

    /// <summary>Sender labels of header blocks.</summary>
    public static readonly string[] FromLabels = Plain.List("from", "von", "de", "da", "van", "absender", "expéditeur", "remitente", "mittente", "afzender");

    /// <summary>Labels of the subject and of the sending time: no transfer, address or table has them beside a sender label.</summary>
    public static readonly string[] MailLabels = Plain.List("sent", "subject", "gesendet", "gesendet am", "betreff", "thema", "envoyé", "envoyé le", "objet", "sujet", "enviado", "enviado el", "asunto", "inviato", "inviato il", "oggetto", "verzonden", "verstuurd", "onderwerp");

    /// <summary>Further labels of header blocks.</summary>
    public static readonly string[] OtherLabels = Plain.List(
        "date", "to", "cc", "bcc", "importance", "priority", "attachments", "reply-to", "datum", "an", "kopie", "antwort an", "wichtigkeit", "anlagen", "empfänger", "à", "pour", "destinataire", "copie", "répondre à", "pièces jointes",
        "fecha", "para", "responder a", "destinatario", "datos adjuntos", "data", "a", "rispondi a", "allegati", "aan", "antwoord aan", "bijlagen", "prioriteit");

    /// <summary>Labels that show a block to be a transfer or a table, and not a mail's header.</summary>
    public static readonly string[] MoneyLabels = Plain.List("amount", "iban", "bic", "betrag", "verwendungszweck", "montant", "importe", "importo", "bedrag", "account", "konto", "compte", "cuenta", "conto", "rekening", "reference", "referenz", "invoice", "rechnung");

    /// <summary>Words of a ticket system's line above which the answer stands; a line needs one of each pair.</summary>
    public static readonly (string[] Answer, string[] Above)[] ReplyMarkers =
    [
        (["reply", "respond", "answer", "response"], ["above this line", "above the line", "above this text"]),
        (Plain.List("antwort"), Plain.List("über dieser zeile", "oberhalb dieser zeile", "über diese zeile", "oberhalb der linie", "über dieser linie")),
        (Plain.List("réponse", "répond"), Plain.List("au-dessus de cette ligne", "au dessus de cette ligne")),
        (Plain.List("respuesta", "respond", "escrib"), Plain.List("encima de esta línea", "arriba de esta línea", "sobre esta línea")),
        (Plain.List("risposta", "rispond"), Plain.List("sopra questa riga", "al di sopra di questa riga", "sopra questa linea")),
        (Plain.List("antwoord", "reactie", "reageer"), Plain.List("boven deze regel", "boven deze lijn")),
    ];
}
