using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Rules;

/// <summary>
/// G12: passwords, PINs, TANs, card numbers and security codes, asked for or even mentioned, except to say that they
/// are never asked for.
/// </summary>
public static class G12Credentials
{
    internal static readonly Phrases Words = Phrases.Of("""
        - never|not|n_t|t|no|niemals|nie|nicht|keine|jamais|pas|nunca|no|mai|non|nooit|niet|geen ... password*|passwort*|passworter*|pin|tan|cvv|cvc|kennwort*|wachtwoord*|contrasena*|mot|mots|kreditkartennummer*|zugangsdaten|card|login|credentials|codes
        - nach passwort*|kennwort*|pin|zugangsdaten|kreditkartendaten ... nicht|nie|niemals
        - tan pronto
        ~ password*|passcode*|passphrase*|passwort*|kennwort*|wachtwoord*|contrasena*|cvv|cvv2|cvc|cvc2|credentials
        ~ mot|mots de passe
        ~ card|cards number*|details|data|expiry|security|code|information
        ~ number|details|digits|photo|scan|copy|front|back .. of|on|from .. card
        ~ expiry|expiration date .. card
        ~ security|access|verification|one_time|auth|authentication|confirmation|unlock code|codes
        ~ one time code|password
        ~ your|online|bank|banking|e ?e ?online login|logins|username|user_name|credentials|access|signin
        ~ login|log_in details|data|credentials|name
        ~ online banking .. access|details|login|password|data|code
        ~ your|my|card|the|ihre|ihren|uw|votre|su|vostro|vostra|tuo|code|sms|bank pin|pins|tan|tans|otp
        ~ pin|tan|puk code|nummer|number|codes
        ~ date of birth
        mother s maiden
        ~ social security
        ~ copy of .. passport|id|identity|licence
        ~ kreditkart* nummer|daten|angaben|pruf*
        ~ kreditkartennummer*|kartennummer*|kreditkartendat*|kartendat*|prufnummer|prufziffer|sicherheitscode|zugangsdat*|anmeldedat*|logindat*|benutzername*|geheimzahl*|geheimnummer|freischaltcode|bestatigungscode|zugangscode
        ~ ablaufdatum .. karte
        ~ numero*|coordonnees|code|cryptogramme|date .. carte
        ~ carte .. numero*|cryptogramme|code
        ~ identifiant* .. bancaire*|connexion|banque
        ~ code|codes secret|confidentiel|securite|acces|verification|sms
        ~ cryptogramme
        ~ numero*|datos|codigo|caducidad .. tarjeta
        ~ tarjeta .. numero|codigo|cvv
        ~ codigo*|clave|claves secret*|seguridad|acceso|verificacion|banca|sms|bancaria*
        ~ credenciales
        ~ claves
        ~ numero*|dati|codice|scadenza .. carta
        ~ carta .. numero|codice|cvv
        ~ codice|codici segreto|sicurezza|accesso|verifica|otp|sms
        ~ credenziali
        ~ nummer|gegevens|code|vervaldatum .. kaart|creditcard|pas|bankpas
        ~ creditcardnummer*|kaartnummer*|pasnummer|creditcardgegevens|inloggegevens|inlogcode*|pincode*|beveiligingscode|gebruikersnaam|verificatiecode|toegangscode
        """ + "\n" + Sayings.G12Sayings.Lines);

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("G12", "asking for credentials or card data", "A creditor never needs them; a message that asks is fraud or teaches customers to fall for it.", Verdict.Block, Judge)
    {
        PersonDecides = true,
        Vocabulary = Words.Source,
    };

    private static Finding? Judge(Draft draft, SendFacts facts) =>
        SentenceWall.First(draft, "G12");
}
