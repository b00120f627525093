namespace Dunning.Mail.Zoning;

/// <summary>Words of confidentiality notes, gateway banners and company notices, folded by <see cref="Plain"/>.</summary>
internal static class DisclaimerPhrases
{
    /// <summary>Beginnings of paragraphs; a paragraph needs a word of <see cref="Words"/> besides.</summary>
    public static readonly string[] Beginnings = Plain.List(
        "confidentiality", "confidential:", "confidential notice", "disclaimer", "caution", "warning: external", "external email", "external sender", "external message", "[external", "external:", "this message is confidential", "this email and any", "this e-mail and any", "this email is confidential", "this e-mail is confidential", "this message and any", "this message (including", "this email (including", "this e-mail (including", "the information contained in", "the information in this e", "the contents of this e", "if you are not the intended", "please consider the environment", "p please consider", "think before you print", "virus-free", "this email has been scanned", "you don't often get email from", "some people who received this message", "this communication", "this transmission", "important notice", "legal notice", "privileged", "notice:", "[caution", "important: this",
        "diese e-mail", "diese mail", "diese nachricht", "der inhalt dieser", "dieses e-mail", "die information", "vertraulich", "haftungsausschluss", "hinweis", "wichtiger hinweis", "achtung", "[extern", "extern", "vorsicht", "bitte denken sie an die umwelt", "bitte prüfen sie, ob diese", "bitte prüfen sie vor", "sie erhalten nicht häufig e-mails", "sie erhalten nicht oft", "virenfrei", "rechtlicher hinweis", "sollten sie nicht der", "wenn sie nicht der", "informationen zum datenschutz", "datenschutz", "rechtsgeschäftliche",
        "ce message", "ce courriel", "cet e-mail", "cet email", "ce mail", "les informations contenues", "avertissement", "attention", "confidentialité", "avant d'imprimer", "pensez à l'environnement", "n'imprimez", "merci de n'imprimer", "si vous n'êtes pas le destinataire", "vous ne recevez pas souvent", "l'intégrité de ce message", "conformément au", "nous vous informons que", "vos données",
        "este mensaje", "este correo", "esta comunicación", "la información contenida", "la información incluida", "le informamos que", "les informamos", "aviso legal", "aviso de confidencialidad", "aviso:", "atención", "precaución", "antes de imprimir", "no suele recibir", "advertencia", "confidencialidad", "si usted no es el destinatario", "en cumplimiento", "de conformidad con", "protección de datos", "información básica sobre protección",
        "questo messaggio", "questa e-mail", "questa mail", "la presente e-mail", "la presente comunicazione", "il presente messaggio", "il contenuto di questa", "le informazioni contenute", "avviso di riservatezza", "attenzione", "avvertenza", "ai sensi del", "ai sensi dell", "prima di stampare", "rispetta l'ambiente", "non si ricevono spesso", "riservatezza", "informativa privacy", "la informiamo che", "vi informiamo che", "i suoi dati", "in ottemperanza",
        "aan de inhoud", "aan deze e-mail", "aan dit bericht", "dit bericht", "deze e-mail", "deze email", "deze mail", "de informatie in dit", "de informatie in deze", "de informatie verzonden", "de inhoud van dit", "de inhoud van deze", "denk aan het milieu", "disclaimer:", "let op", "vertrouwelijk", "u ontvangt niet vaak", "indien u niet de", "als u niet de", "aan dit bericht kunnen");

    /// <summary>Beginnings that people also write: such a paragraph needs several words of notes.</summary>
    public static readonly string[] Everyday = Plain.List(
        "attention", "achtung", "hinweis", "vorsicht", "atención", "attenzione", "let op", "notice:", "important: this", "nous vous informons que", "le informamos que", "les informamos", "la informiamo che", "vi informiamo che", "vertraulich", "this communication", "die information", "caution", "avertissement", "advertencia", "avvertenza", "precaución");

    /// <summary>Words of the banners that gateways set above a mail from outside.</summary>
    public static readonly string[] Banner = Plain.List(
        "email", "e-mail", "courriel", "correo electrónico", "organi", "attachments", "click", "links", "klick", "anhänge", "cliquez", "liens", "pièces jointes", "haga clic", "enlaces", "collegamenti", "allegati", "mittente", "afzender", "klik", "absender", "expéditeur", "remitente", "sender", "provient de l'ext", "proviene da", "proviene de", "afkomstig");

    /// <summary>Words of notes on the protection of data.</summary>
    public static readonly string[] Privacy = Plain.List("datenschutz", "data protection", "privacy", "rgpd", "protección de datos", "datos personales", "dati personali", "données personnelles", "données à caractère", "persoonsgegevens");

    /// <summary>One of these must occur in a paragraph for it to be a note and not a sentence of the sender.</summary>
    public static readonly string[] Words = Plain.List(
        "confidential", "privileged", "intended recipient", "disclaimer", "outside of", "outside your", "outside the", "originated from", "environment", "virus", "scanned", "external sender", "external email", "[external", "external", "before printing", "you print", "don't often get", "learn why", "legally binding", "legal notice", "unauthori",
        "vertraulich", "richtige empfänger", "nicht der empfänger", "richtige adressat", "umwelt", "viren", "extern", "außerhalb", "nicht häufig", "nicht oft", "haftung", "datenschutz", "unbefugt", "rechtsverbindlich",
        "confidentiel", "le destinataire", "imprimer", "environnement", "extérieur", "externe", "pas souvent", "rgpd", "responsabilité",
        "confidencial", "destinatario", "imprimir", "fuera de", "externo", "no suele recibir", "aviso legal", "protección de datos", "rgpd", "medio ambiente",
        "riservat", "destinatari", "stampare", "esterno", "esterna", "privacy", "gdpr", "679/2016", "2016/679", "ambiente",
        "vertrouwelijk", "bestemd", "geadresseerde", "milieu", "buiten de", "buiten uw", "niet vaak", "rechten worden ontleend");

    /// <summary>What a note on saving paper wants to protect.</summary>
    public static readonly string[] Nature = Plain.List("environment", "planet", "trees", "umwelt", "bäume", "environnement", "planète", "arbres", "medio ambiente", "medioambiente", "planeta", "árboles", "ambiente", "pianeta", "alberi", "milieu", "bomen");

    /// <summary>What it asks not to do.</summary>
    public static readonly string[] Printing = Plain.List("print", "druck", "imprim", "stamp", "afdruk");

    /// <summary>What it asks not to print.</summary>
    public static readonly string[] Mails = Plain.List("mail", "message", "nachricht", "courriel", "correo", "mensaje", "messaggio", "bericht", "document");

    /// <summary>Words of which a paragraph needs three different ones to be a note wherever it begins.</summary>
    public static readonly string[] Strong = Plain.List(
        "confidential", "privileged", "intended recipient", "intended solely", "notify the sender", "inform the sender", "delete", "unauthori", "distribution", "disclos", "copying", "dissemination", "addressee", "in error", "prohibited",
        "vertraulich", "empfänger", "irrtümlich", "absender", "vernichten", "löschen", "unbefugt", "weitergabe", "nicht gestattet", "untersagt", "ausschließlich für",
        "confidentiel", "destinataire", "par erreur", "expéditeur", "supprimer", "détruire", "interdite", "exclusive", "diffusion",
        "confidencial", "destinatario", "por error", "remitente", "eliminar", "borrar", "prohibid", "exclusivamente", "privilegiad", "divulgación",
        "riservat", "destinatari", "per errore", "mittente", "cancellare", "distruggere", "vietat", "esclusivamente", "diffusione",
        "vertrouwelijk", "geadresseerde", "afzender", "verwijderen", "vernietigen", "niet toegestaan", "verboden", "uitsluitend", "per abuis", "abusievelijk", "onrechte");
}
