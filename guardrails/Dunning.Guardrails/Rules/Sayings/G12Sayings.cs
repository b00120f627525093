namespace Dunning.Guardrails.Rules.Sayings;

/// <summary>G12 in other words: sayings and turns of phrase that name none of the terms of the trade, with their harmless neighbours.</summary>
internal static class G12Sayings
{
    internal const string Lines = """
        ~ digits|figures|numbers .. back|reverse|front|card|plastic
        ~ ziffern|zahlen|stellen .. ruckseite|karte|vorderseite|kreditkarte
        ~ chiffres .. dos|carte|verso|recto
        ~ numeros|cifras|digitos .. reverso|tarjeta|dorso|detras|anverso
        ~ cifre|numeri .. retro|carta|fronte
        ~ cijfers|nummers .. achterkant|kaart|voorkant|pas|achterzijde
        ~ photo|foto|scan|selfie|bild|imagen|immagine|kopie|copie|copia .. card|id|passport|karte|kreditkarte|ausweis*|personalausweis*|carte|identite|passeport|tarjeta|dni|pasaporte|carta|documento|passaporto|kaart|paspoort|identiteits*
        ~ secret question|word|phrase
        ~ sign|log in|on|into .. bank|banking
        ~ bank* .. log_in|login|einlog*|anmeld*|inlog*
        ~ nutzername*|benutzerkennung|ausweisnummer*|sms_code
        ~ nom d utilisateur
        usuario|utente|utilisateur|gebruiker .. contrasena|clave|password|mot|wachtwoord|bancario
        ~ code|codes .. bank|phone|mobile
        ~ bank .. texted|sent .. you|code
        ~ nummer|code|zahl|tan ... bank ... handy|sms
        ~ numero|code|codigo|codice ... banque|banco|banca ... sms|mensaje|messaggio
        ~ nummer|code ... bank ... sms|app
        ~ stuurde .. bank ... sms|code
        """;
}
