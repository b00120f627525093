namespace Dunning.Mail.Zoning;

/// <summary>Beginnings of closing formulas and words around names, in six languages, folded by <see cref="Plain"/>.</summary>
internal static class ClosingPhrases
{
    /// <summary>Formulas that close a mail wherever they stand alone on their line.</summary>
    public static readonly string[] Formulas = Plain.List(
        "best regards", "kind regards", "kindest regards", "regards", "warm regards", "warmest regards", "with kind regards", "with best regards", "with regards", "best wishes", "with best wishes", "yours sincerely", "yours faithfully", "yours truly", "sincerely", "sincerely yours", "many thanks and regards", "many thanks and best regards", "many thanks and kind regards", "thanks and regards", "thanks and kind regards", "thanks and best regards", "thanks & regards", "thanks, regards", "cheers", "best,", "all the best", "rgds", "brgds", "br,", "kr,", "respectfully",
        "mit freundlichen grüßen", "mit freundlichem gruß", "mit freundlichem grüßen", "mit freundliche grüßen", "freundliche grüße", "freundlicher gruß", "freundlichst", "beste grüße", "besten gruß", "bester gruß", "viele grüße", "vielen gruß", "liebe grüße", "liebe gruße", "lieben gruß", "schöne grüße", "schönen gruß", "herzliche grüße", "herzlichen gruß", "herzlichst", "sonnige grüße", "mit besten grüßen", "mit herzlichen grüßen", "mit vielen grüßen", "mit bestem gruß", "mit der bitte um verständnis", "mit der bitte um kenntnisnahme", "es grüßt", "es grüßen", "hochachtungsvoll", "mfg", "m.f.g.", "lg", "vg", "bg,", "grüße", "gruß", "grüßle",
        "danke und viele grüße", "danke und beste grüße", "danke und gruß", "danke und freundliche grüße", "vielen dank und viele grüße", "vielen dank und beste grüße", "vielen dank und freundliche grüße", "vielen dank und mit freundlichen grüßen", "besten dank und freundliche grüße", "besten dank und viele grüße", "besten dank und gruß", "mit bestem dank und",
        "cordialement", "bien cordialement", "très cordialement", "cordiales salutations", "cordialy", "bien à vous", "bien à toi", "amicalement", "meilleures salutations", "sincères salutations", "salutations", "salutations distinguées", "veuillez agréer", "veuillez recevoir", "veuillez croire", "je vous prie d'agréer", "je vous prie de croire", "nous vous prions d'agréer", "nous vous prions de croire", "recevez, madame", "agréez, madame", "respectueusement", "sincèrement", "cdlt", "cdt", "bonne journée", "bonne réception", "bonne fin de journée", "belle journée", "bonne semaine", "bon week-end", "bonne fin", "merci et bonne", "merci et bonne journée", "merci et bien cordialement", "avec mes meilleures salutations", "avec nos meilleures salutations",
        "saludos", "slds", "sds", "un saludo", "saludos cordiales", "un cordial saludo", "cordiales saludos", "cordial saludo", "reciba un cordial saludo", "reciban un cordial saludo", "reciba un saludo", "muchas gracias y un saludo", "gracias y un saludo", "gracias y saludos", "cordialmente", "atentamente", "muy atentamente", "le saluda atentamente", "les saluda atentamente", "atte", "un abrazo", "saluda atentamente", "quedo a su disposición. un saludo", "que tenga un buen día",
        "cordiali saluti", "saluti cordiali", "distinti saluti", "saluti", "un saluto", "un cordiale saluto", "cari saluti", "i migliori saluti", "migliori saluti", "porgo cordiali saluti", "porgiamo distinti saluti", "cordialità", "con i migliori saluti", "grazie e saluti", "grazie e cordiali saluti", "grazie e buona giornata", "buona giornata", "buon lavoro", "in attesa di riscontro, cordiali saluti", "in attesa, cordiali saluti", "cordialmente,",
        "met vriendelijke groet", "met vriendelijke groeten", "vriendelijke groet", "vriendelijke groeten", "met hartelijke groet", "hartelijke groet", "met vr. groet", "met beste groet", "beste groet", "beste groeten", "groeten", "groetjes", "groet", "met groet", "met dank en vriendelijke groet", "hoogachtend", "mvg", "m.v.g.", "gr.", "vr. gr.", "fijne dag", "gr,", "bedankt en groet", "alvast bedankt en groet", "bedankt en groeten");

    /// <summary>What a greeting at the end may begin with; with a word of <see cref="Greetings"/> it closes a mail.</summary>
    public static readonly string[] GreetingBeginnings = Plain.List(
        "mit ", "viele ", "vielen ", "liebe ", "lieben ", "beste ", "besten ", "schöne ", "herzliche ", "sonnige ", "freundliche ", "winterliche ", "sommerliche ", "weihnachtliche ", "ganz ", "nette ", "es grüßt ", "danke und ", "dankend ", "with ", "best ", "kind ", "kindest ", "warm ", "many thanks ", "thanks ", "avec ", "meilleures ", "sincères ", "cordiales ", "bien ", "toutes ", "merci et ", "merci, ", "un ", "muchos ", "cordiales ", "con ", "reciba", "gracias ", "cordiali ", "distinti ", "porgo ", "porgiamo ", "le porgo ", "vi porgo ", "invio ", "inviamo ", "cari ", "i miei ", "i nostri ", "grazie ", "tanti ", "met ", "vriendelijke ", "hartelijke ", "zonnige ", "veel ", "bedankt ");

    /// <summary>Nouns of greetings.</summary>
    public static readonly string[] Greetings = Plain.List("grüße", "grüßen", "gruß", "regards", "wishes", "salutations", "bonne journée", "bonne fin de journée", "bonne soirée", "saludo", "saludos", "saluti", "buona giornata", "buona serata", "groet", "groeten", "groetjes");

    /// <summary>Last words of company names.</summary>
    public static readonly string[] LegalForms = ["ltd", "ltd.", "limited", "plc", "llp", "llc", "inc", "inc.", "corp", "corp.", "gmbh", "ag", "kg", "ohg", "mbh", "e.k.", "ug", "se", "sarl", "sas", "sa", "srl", "s.r.l.", "spa", "s.p.a.", "s.l.", "sl", "s.a.", "s.l.u.", "slu", "bv", "b.v.", "nv", "n.v.", "bvba", "vof"];

    /// <summary>Formulas that close a mail only above a name; alone they are an answer.</summary>
    public static readonly string[] Thanks = Plain.List(
        "thanks", "many thanks", "thank you", "thanks a lot", "thanks again", "thanks in advance", "thank you in advance", "thx", "best", "beste", "ringrazio", "ringraziamo", "la ringrazio", "vi ringrazio",
        "danke", "vielen dank", "besten dank", "herzlichen dank", "danke schön", "danke im voraus", "vielen dank im voraus",
        "merci", "merci d'avance", "merci beaucoup", "en vous remerciant", "en vous remerciant par avance", "avec mes remerciements",
        "gracias", "muchas gracias", "gracias de antemano", "gracias por adelantado",
        "grazie", "molte grazie", "grazie mille", "grazie in anticipo",
        "bedankt", "dank u", "dank u wel", "dank je", "alvast bedankt", "bij voorbaat dank", "hartelijk dank", "met dank");

    /// <summary>Long formulas, whose first words leave up to twenty to follow.</summary>
    public static readonly string[] Courtly = Plain.List("veuillez", "je vous prie", "nous vous prions", "recevez,", "agréez,", "dans l'attente", "en vous remerciant", "restant à votre", "dans cette attente", "agradeciendo", "agradeciéndole", "ringraziando", "nell'attesa", "dankend", "quedo a la espera", "quedamos a la espera", "a la espera de", "in attesa di", "restiamo in attesa", "resto in attesa", "in afwachting van", "in de hoop", "looking forward", "quedo a su", "sin otro particular", "sin más", "vertrouwende");

    /// <summary>What a courtly formula must end with to close a mail.</summary>
    public static readonly string[] CourtlyEnds = Plain.List("salutations", "sentiments", "considération", "salutations distinguées", "cordial saludo", "un saludo", "saludos", "atentamente", "cordiali saluti", "distinti saluti", "saluti", "hoogachtend", "vriendelijke groet", "vriendelijke groeten", "regards", "cordialement", "sincerely");

    /// <summary>Lower-case words that stand in names and job titles.</summary>
    public static readonly string[] NameParticles = ["de", "da", "di", "del", "della", "der", "den", "des", "du", "dos", "la", "le", "van", "von", "vom", "zu", "zur", "y", "e", "et", "und", "en", "and", "of", "für", "per", "i.a.", "i.v.", "p.p.", "pp", "ppa.", "ppa", "i.", "a.", "v.", "el", "los", "las", "ter", "ten", "te", "'t", "op", "het"];

    /// <summary>What marks a line as part of a name block whatever else it holds.</summary>
    public static readonly string[] Footers = Plain.List(
        "office:", "office ", "work:", "desk:", "pec:", "for and on behalf of", "on behalf of", "im auftrag", "pour le compte de", "por poder", "per conto di", "namens ",
        "tel.", "tel:", "tel ", "tél", "telefon", "telefono", "teléfono", "telefoon", "téléphone", "tfno", "tlf", "port.", "phone", "fax", "mobile", "mobil:", "mobil ", "móvil", "cell:", "cell.", "cell ", "fon ", "fon:", "handy:", "cellulare", "portable :", "gsm", "direct:", "durchwahl", "www.", "http", "e-mail:", "email:", "mail:", "web:", "linkedin",
        "hrb ", "hra ", "amtsgericht", "handelsregister", "geschäftsführer", "geschäftsführung:", "ust-id", "ust.-id", "ustid", "sitz der gesellschaft", "sitz:", "vorstand:", "aufsichtsrat", "steuernummer", "registered in england", "registered office", "company no", "company number", "company registration", "vat no", "vat reg", "vat number", "registered number",
        "siret", "siren", "rcs ", "r.c.s", "capital de", "capital social", "tva intra", "siège social", "registro mercantil", "c.i.f", "cif:", "cif ", "nif:", "n.i.f", "domicilio social", "partita iva", "p.iva", "p. iva", "c.f.", "cod. fisc", "rea ", "sede legale", "cap. soc", "kvk", "k.v.k", "btw-nr", "btw nr", "btw:", "btw nummer", "statutair gevestigd", "po box", "postfach", "postbus", "cedex", "p.o. box", "bp ");
}
