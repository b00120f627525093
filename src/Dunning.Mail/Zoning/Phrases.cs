namespace Dunning.Mail.Zoning;

/// <summary>What mail programs write around quotes, in English, German, French, Spanish, Italian and Dutch; all languages apply at once, because threads mix them.</summary>
internal static class Phrases
{
    /// <summary>First words and verbs of attribution lines; a line needs both, a digit, and a colon at its end.</summary>
    public static readonly (string Start, string Verb)[] Attributions =
    [
        ("on ", " wrote"), ("am ", " schrieb"), ("am ", " geschrieben"), ("le ", " a écrit"), ("el ", " escribió"), ("il ", " ha scritto"),
        ("op ", " schreef"), ("op ", " geschreven"), ("em ", " escreveu"), ("den ", " skrev"), ("dnia ", " napisał"),
    ];

    /// <summary>Verbs of attribution lines that begin with the sender's name; these need an address or a time as well.</summary>
    public static readonly string[] BareVerbs = [" wrote:", " wrote on ", " schrieb:", " schrieb am ", " a écrit :", " a écrit:", " escribió:", " ha scritto:", " schreef:", " schreef op "];

    /// <summary>Texts between rows of hyphens that begin a quoted mail.</summary>
    public static readonly string[] Originals =
    [
        "original message", "original appointment", "ursprüngliche nachricht", "originalnachricht", "ursprünglicher termin", "message d'origine", "message d’origine", "message original",
        "mensaje original", "messaggio originale", "oorspronkelijk bericht", "origineel bericht", "mensagem original",
    ];

    /// <summary>The same for forwarded mails, also without hyphens.</summary>
    public static readonly string[] Forwards =
    [
        "forwarded message", "begin forwarded message", "weitergeleitete nachricht", "anfang der weitergeleiteten nachricht", "weitergeleitete e-mail", "message transféré", "message transmis",
        "début du message transféré", "début du message réexpédié", "mensaje reenviado", "inicio del mensaje reenviado", "messaggio inoltrato", "inizio messaggio inoltrato",
        "doorgestuurd bericht", "begin doorgestuurd bericht",
    ];

    /// <summary>Sender labels of header blocks.</summary>
    public static readonly string[] FromLabels = ["from", "von", "de", "da", "van"];

    /// <summary>Labels that follow a sender label in a header block.</summary>
    public static readonly string[] OtherLabels =
    [
        "sent", "date", "to", "cc", "subject", "gesendet", "datum", "an", "betreff", "envoyé", "envoyé le", "date", "à", "objet", "enviado", "enviado el", "fecha", "para", "asunto",
        "inviato", "data", "a", "oggetto", "verzonden", "aan", "onderwerp", "importance", "reply-to", "antwort an",
    ];

    /// <summary>Beginnings of lines that phones and mail programs add.</summary>
    public static readonly string[] Devices =
    [
        "sent from my ", "sent from outlook", "sent from mail for", "sent from yahoo", "sent from proton", "sent with proton", "get outlook for", "sent via ",
        "von meinem ", "gesendet von ", "gesendet mit ", "holen sie sich outlook", "outlook für ios", "diese nachricht wurde von meinem",
        "envoyé de mon ", "envoyé depuis ", "envoyé à partir ", "obtenez outlook", "télécharger outlook", "envoyé avec ",
        "enviado desde ", "enviado do meu", "enviado con ", "obtener outlook", "enviado desde mi",
        "inviato da ", "inviato dal ", "scarica outlook", "ottieni outlook", "inviato con ",
        "verzonden vanaf ", "verstuurd vanaf ", "verzonden met ", "outlook voor ", "verzonden via ", "download outlook",
    ];

    /// <summary>Beginnings of closing formulas.</summary>
    public static readonly string[] Closings =
    [
        "best regards", "kind regards", "regards", "warm regards", "with kind regards", "with best regards", "best wishes", "yours sincerely", "yours faithfully", "yours truly", "sincerely", "many thanks and regards", "thanks and regards", "thanks & regards", "cheers", "best,", "all the best",
        "mit freundlichen grüßen", "mit freundlichen grüssen", "mit freundlichem gruß", "mit freundlichem gruss", "freundliche grüße", "freundliche grüsse", "beste grüße", "beste grüsse", "viele grüße", "viele grüsse", "liebe grüße", "liebe grüsse", "schöne grüße", "herzliche grüße", "mit besten grüßen", "hochachtungsvoll", "mfg", "lg", "vg", "gruß", "gruss",
        "cordialement", "bien cordialement", "bien à vous", "meilleures salutations", "sincères salutations", "salutations distinguées", "veuillez agréer", "veuillez recevoir", "je vous prie d'agréer", "respectueusement", "cdlt",
        "saludos", "un saludo", "saludos cordiales", "un cordial saludo", "cordialmente", "atentamente", "muy atentamente", "reciba un cordial saludo",
        "cordiali saluti", "distinti saluti", "saluti", "un saluto", "cordialità", "con i migliori saluti",
        "met vriendelijke groet", "met vriendelijke groeten", "vriendelijke groet", "vriendelijke groeten", "met hartelijke groet", "hartelijke groet", "groeten", "groet", "hoogachtend", "mvg",
    ];

    /// <summary>Beginnings of paragraphs that lawyers and gateways add.</summary>
    public static readonly string[] Disclaimers =
    [
        "confidentiality notice", "disclaimer", "caution: this email", "caution: this e-mail", "caution: external", "external email", "external sender", "[external", "this message is confidential", "this email and any", "this e-mail and any", "this email is confidential", "this e-mail is confidential", "this message and any", "this message (including", "the information contained in this", "the information in this e", "the contents of this e", "if you are not the intended recipient", "please consider the environment", "think before you print", "virus-free", "this email has been scanned", "you don't often get email from", "some people who received this message",
        "diese e-mail enthält", "diese e-mail und", "diese nachricht ist vertraulich", "diese nachricht enthält", "der inhalt dieser e-mail", "vertraulichkeitshinweis", "haftungsausschluss", "hinweis: diese e-mail", "achtung: diese e-mail", "bitte denken sie an die umwelt", "bitte prüfen sie, ob diese", "sie erhalten nicht häufig e-mails", "virenfrei",
        "ce message et", "ce courriel et", "cet e-mail et", "ce message est confidentiel", "ce courriel est confidentiel", "les informations contenues dans ce", "avertissement", "avant d'imprimer", "pensez à l'environnement",
        "este mensaje y", "este correo electrónico y", "este mensaje es confidencial", "este mensaje contiene", "la información contenida en este", "aviso legal", "aviso de confidencialidad", "antes de imprimir",
        "questo messaggio e", "questo messaggio è", "questa e-mail e", "questa e-mail è", "le informazioni contenute in", "avviso di riservatezza", "ai sensi del regolamento", "prima di stampare",
        "dit bericht is", "dit bericht en", "deze e-mail is", "deze e-mail en", "de informatie in dit", "de informatie verzonden in", "denk aan het milieu",
    ];

    /// <summary>One of these must occur in a paragraph for it to be a note of confidentiality and not a sentence of the sender.</summary>
    public static readonly string[] DisclaimerWords =
    [
        "confidential", "privileged", "intended recipient", "disclaimer", "outside", "environment", "virus", "scanned", "external", "print", "don't often get", "learn why",
        "vertraulich", "empfänger", "umwelt", "viren", "extern", "nicht häufig", "haftung",
        "confidentiel", "destinataire", "imprimer", "environnement", "confidencial", "destinatario", "imprimir", "riservat", "destinatari", "stampare", "vertrouwelijk", "bestemd", "milieu", "aviso legal",
    ];
}
