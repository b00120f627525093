namespace Dunning.Mail.Zoning;

/// <summary>Lines that phones, mail programs and web mail add, folded by <see cref="Plain"/>.</summary>
internal static class DevicePhrases
{
    /// <summary>Beginnings that say enough.</summary>
    public static readonly string[] Whole = Plain.List(
        "get outlook for", "sent with proton", "sent from proton", "holen sie sich outlook", "laden sie outlook", "outlook für ios", "outlook für android", "outlook for ios", "outlook for android", "obtenez outlook", "obtenir outlook", "télécharger outlook", "téléchargez outlook", "obtener outlook", "descarga outlook", "descargar outlook", "scarica outlook", "ottieni outlook", "outlook per ios", "outlook per android", "outlook pour ios", "outlook pour android", "outlook para ios", "outlook para android", "outlook voor ios", "outlook voor android", "download outlook",
        "yahoo mail:", "microsoft teams", "join on your computer", "click here to join", "join zoom", "join with google meet", "hier klicken, um an", "nehmen sie auf dem computer", "cliquez ici pour participer", "cliquez ici pour rejoindre", "rejoindre sur votre ordinateur", "haga clic aquí para unirse", "unirse a través de su", "fare clic qui per partecipare", "partecipa dal computer", "klik hier om deel te nemen", "neem deel via uw", "virus-free", "virenfrei", "garanti sans virus", "libre de virus", "senza virus", "virusvrij", "diese e-mail wurde von avast", "this email has been checked for viruses", "sent using zoho", "sent via zoho", "envoyé par mail pour windows");

    /// <summary>Beginnings that need a device or program in the same line.</summary>
    public static readonly string[] Begin = Plain.List(
        "sent from", "sent via", "sent with", "sent by", "sent using", "sent on", "mobile mail", "typed on", "written on my", "please excuse", "excuse typos", "excuse brevity",
        "von meinem", "von mein", "vom iphone", "vom ipad", "gesendet", "gesandt", "geschickt", "diese nachricht wurde", "diese e-mail wurde", "diese mail wurde", "unterwegs gesendet", "mobil gesendet", "mit meinem", "versendet",
        "envoyé", "envoye", "message envoyé", "provenance", "transmis depuis",
        "enviado", "mensaje enviado", "inviato", "messaggio inviato", "verzonden", "verstuurd", "bericht verzonden", "vanaf mijn");

    /// <summary>Beginnings after which a name with "Mail" or "App" in it is a program.</summary>
    public static readonly string[] SentWith = Plain.List("sent with", "sent from", "sent using", "gesendet mit", "gesendet von", "gesendet aus", "versendet mit", "envoyé avec", "envoyé depuis", "envoyé à partir", "envoyé de", "enviado con", "enviado desde", "inviato con", "inviato da", "inviato dal", "verzonden met", "verzonden vanaf", "verzonden vanuit", "verstuurd met", "verstuurd vanaf", "verstuurd vanuit");

    /// <summary>Devices and programs.</summary>
    public static readonly string[] Devices = Plain.List(
        "l'app", "the app", "dall'app", "la app", "laptop", "notebook", "la poste", "mail.com", "mobile app", "iphone", "ipad", "ipod", "ios", "android", "outlook", "samsung", "galaxy", "huawei", "xiaomi", "redmi", "pixel", "blackberry", "nokia", "oneplus", "motorola", "smartphone", "handy", "mobiltelefon", "mobilgerät", "mobile device", "mobile phone", "my mobile", "my phone", "phone", "tablet", "gmx", "web.de", "yahoo", "proton", "mail app", "mail-app", "mail for", "mail für", "mail pour", "mail para", "mail per", "mail voor", "courrier pour", "correo para", "posta per", "windows", "libero", "orange", "sfr", "t-online", "telekom", "aol", "thunderbird", "zoho", "spark", "blue mail", "bluemail", "fairemail", "k-9", "gmail", "icloud", "macbook", "telefoon", "mobiel", "móvil", "téléphone", "portable", "mobile", "cellulare", "telefono", "telefonino", "dispositivo", "appareil", "apparaat", "typos", "brevity", "tippfehler");
}
