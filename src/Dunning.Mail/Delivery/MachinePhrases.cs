namespace Dunning.Mail.Delivery;

/// <summary>Subjects and words of machines in English, German, French, Spanish, Italian and Dutch, in lower case.</summary>
internal static class MachinePhrases
{
    public static readonly string[] OutOfOffice =
    [
        "out of office", "out of the office", "ooo", "away from the office", "on vacation", "on holiday", "vacation reply", "absence notice",
        "abwesenheitsnotiz", "abwesenheit", "automatische abwesenheitsnotiz", "abwesend", "nicht im büro", "im urlaub", "urlaubsabwesenheit",
        "absence du bureau", "absence", "absent du bureau", "absent(e) du bureau", "message d'absence", "réponse automatique d'absence", "notification d'absence",
        "fuera de la oficina", "fuera de oficina", "ausencia", "aviso de ausencia", "ausente de la oficina", "mensaje de ausencia",
        "fuori sede", "fuori ufficio", "assenza dall'ufficio", "assente", "assenza", "messaggio di assenza",
        "afwezigheid", "afwezig", "niet aanwezig", "niet op kantoor", "afwezigheidsbericht", "afwezigheidsassistent",
    ];

    public static readonly string[] AutoReply =
    [
        "automatic reply", "auto reply", "auto-reply", "autoreply", "auto response", "auto-response", "autoresponse", "automated reply", "automated response", "auto:",
        "automatische antwort", "automatische rückantwort", "autom. antwort", "eingangsbestätigung",
        "réponse automatique", "réponse auto", "accusé de réception automatique",
        "respuesta automática", "respuesta automatica", "contestación automática",
        "risposta automatica", "risposta automatica:",
        "automatisch antwoord", "automatische beantwoording", "automatische antwoord",
    ];

    public static readonly string[] BounceSubjects =
    [
        "undelivered mail returned to sender", "delivery status notification", "mail delivery failed", "mail delivery failure", "undeliverable", "undeliverable mail", "delivery failure", "failure notice", "returned mail", "delivery has failed", "message not delivered", "mail failure", "nondeliverable", "non-delivery", "delivery notification", "failed delivery", "delivery problem", "mail could not be delivered", "permanent error", "address not found", "message blocked", "delivery report", "delivery incomplete", "failure delivery", "warning: could not send message", "mail system error", "delayed mail", "delivery delayed", "mail delivery subsystem", "non-deliverable",
        "unzustellbar", "nicht zustellbar", "übermittlungsfehler", "zustellbericht", "mail delivery failed", "nachricht blockiert", "adresse nicht gefunden", "zustellungsfehler", "zustellung fehlgeschlagen", "fehler bei der zustellung", "nachricht nicht zugestellt", "zustellung verzögert",
        "non remis", "non distribué", "échec de distribution", "échec d'envoi", "échec de la distribution", "avis de non-remise", "échec de la remise", "échec de remise", "message non distribué", "non distribuable", "echec de la remise",
        "no se puede entregar", "no se pudo entregar", "fallo en la entrega", "error de entrega", "aviso de no entrega", "no entregado", "error en la entrega", "no se ha podido entregar", "entrega fallida", "mensaje no entregado",
        "mancato recapito", "mancata consegna", "notifica di mancato recapito", "messaggio non recapitato", "errore di consegna", "non recapitabile", "recapito non riuscito", "impossibile recapitare",
        "onbestelbaar", "niet-afleverbaar", "niet afgeleverd", "kan niet worden afgeleverd", "aflevering mislukt", "niet bezorgd", "bezorging mislukt", "kan niet worden bezorgd",
    ];

    /// <summary>Sentences of delivery failures, for systems whose subject says nothing; asked only of daemons and null senders.</summary>
    public static readonly string[] BounceBodies =
    [
        "could not be delivered", "couldn't be delivered", "wasn't delivered", "was not delivered", "unable to deliver", "delivery to the following recipient", "delivery has failed", "did not reach the following", "undeliverable", "permanent fatal errors", "i wasn't able to deliver", "i'm afraid i wasn't able", "the following address failed", "a message that you sent could not", "this is the mail system at host", "returned mail", "message could not be delivered", "unable to accept your mail", "address couldn't be found", "user not listed in", "no route found to domain", "delivery failure",
        "konnte nicht zugestellt werden", "konnte nicht übermittelt werden", "nicht zugestellt werden", "zustellung ist fehlgeschlagen", "fehler bei der nachrichtenzustellung", "unzustellbar", "wurde nicht übermittelt", "nicht übermittelt werden", "ist fehlgeschlagen", "adresse nicht gefunden",
        "n'a pas pu être remis", "n'a pas pu être distribué", "échec de la remise", "n'a pas été remis", "impossible de remettre", "n'a pas pu être livré", "adresse introuvable",
        "no se pudo entregar", "no se ha podido entregar", "no se ha entregado", "error al entregar", "no pudo ser entregado", "no se encontró la dirección", "no se puede entregar",
        "non è stato recapitato", "non è stato possibile recapitare", "impossibile recapitare", "recapito non riuscito", "errore durante la consegna", "indirizzo non trovato", "mancato recapito",
        "kan niet worden bezorgd", "kon niet worden bezorgd", "kon niet worden afgeleverd", "is niet bezorgd", "bezorging is mislukt", "niet afgeleverd", "adres niet gevonden",
    ];

    public static readonly string[] DelaySubjects = ["delay", "still being retried", "warning: could not send", "verzögert", "retard", "différé", "retraso", "retrasad", "ritardo", "in ritardo", "vertraag"];

    public static readonly string[] DelayBodies = ["this is a warning message only", "you do not need to resend", "will be retried", "has not yet been delivered", "delivery attempts will continue", "no action is required", "sie müssen die nachricht nicht erneut senden", "wird weiterhin versucht"];

    public static readonly string[] ChallengeSubjects =
    [
        "confirm your message", "confirm your email", "please confirm", "verification required", "verify your email", "sender verification", "sender address verification", "confirm delivery", "your message requires confirmation", "spamarrest", "boxbe", "anti-spam", "antispam", "human verification", "re: confirm", "challenge",
        "bestätigen sie ihre nachricht", "absenderbestätigung", "bitte bestätigen", "confirmez votre message", "confirmation requise", "vérification de l'expéditeur", "confirme su mensaje", "verificación de remitente", "conferma il tuo messaggio", "conferma richiesta", "bevestig uw bericht", "bevestiging vereist",
    ];

    public static readonly string[] ChallengeWords =
    [
        "spam", "approved sender", "guest list", "prove that you are human", "not a robot", "you are human", "click the link", "click on the link", "click here", "clicking", "reply to this message to", "reply to this email to", "before your message", "your message will be delivered",
        "klicken sie", "kein roboter", "zugestellt, sobald", "cliquez", "haga clic", "fare clic", "clicca", "klik op", "klik hier",
    ];

    public static readonly string[] UnknownUser =
    [
        "user unknown", "unknown user", "no such user", "does not exist", "doesn't exist", "recipient not found", "user not found", "mailbox unavailable", "mailbox not found", "no mailbox here", "address rejected", "invalid recipient", "unknown recipient", "recipient unknown", "no such recipient", "account has been disabled", "account disabled", "mailbox disabled", "unrouteable address", "couldn't be found", "wasn't found", "host not found", "domain not found", "no such domain", "name or service not known", "not listed in", "user doesn't", "no longer available", "no longer active", "recipient address rejected: user", "invalid mailbox", "bad destination mailbox", "adresse nicht gefunden", "nicht gefunden werden", "introuvable", "inconnu", "no se encontró", "desconocido", "non trovato", "sconosciuto", "niet gevonden", "onbekend", "existiert nicht", "unbekannt", "n'existe pas", "no existe", "non esiste", "bestaat niet",
    ];

    public static readonly string[] Full =
    [
        "mailbox full", "mailbox is full", "over quota", "quota exceeded", "exceeded storage", "out of storage", "insufficient system storage", "insufficient storage", "try again later", "temporarily", "timed out", "connection refused", "greylist", "graylist", "voll", "pleine", "llena", "piena", "vol ",
    ];

    public static readonly string[] Policy =
    [
        "spam", "blocked", "blacklist", "blocklist", "block list", "listed at", "reputation", "policy", "dmarc", "spf", "dkim", "unauthenticated", "not authorized", "not permitted", "access denied", "content rejected", "message rejected", "virus", "too large", "size limit", "message size exceeds", "relay",
    ];

    /// <summary>Words before the end of an absence.</summary>
    public static readonly string[] Until =
    [
        "until ", "back on ", "return on ", "returning on ", "back in the office on ", "back from ", "returning ", "return to the office on ", "be back ", " through ",
        "bis zum ", "bis einschließlich ", "bis einschliesslich ", "wieder am ", "bis ", "ab dem ", "wieder ab ", "zurück am ", "ab ",
        "jusqu'au ", "jusqu’au ", "de retour le ", "retour le ", "retour au bureau le ", "à partir du ",
        "hasta el ", "de vuelta el ", "regreso el ", "regresaré el ", "a partir del ", "volveré el ", "hasta ",
        "fino al ", "fino a ", "rientro il ", "rientrerò il ", "tornerò il ", "sarò di ritorno il ", "dal giorno ",
        "tot en met ", "tot ", "terug op ", "vanaf ", "weer aanwezig op ",
    ];

    public static readonly string[] Weekdays =
    [
        "monday", "tuesday", "wednesday", "thursday", "friday", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "lundi", "mardi", "mercredi", "jeudi", "vendredi",
        "lunes", "martes", "miércoles", "jueves", "viernes", "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag",
    ];

    public static bool Contains(string text, string[] phrases) => Array.Exists(phrases, p => text.Contains(p, StringComparison.Ordinal));

    /// <summary>Whether a subject begins with a phrase that ends there: "Out of office: …" counts, "Out of office next week, so …" does not.</summary>
    public static bool Begins(string subject, string[] phrases)
    {
        foreach (var phrase in phrases)
        {
            if (!subject.StartsWith(phrase, StringComparison.Ordinal))
                continue;
            var rest = subject[phrase.Length..].TrimStart(' ', '\u00A0');
            if (phrase.EndsWith(':') || rest.Length == 0 || rest[0] is ':' or '(' or '[' or '-' or '–' or '/' or '.' || rest.StartsWith("auto", StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
