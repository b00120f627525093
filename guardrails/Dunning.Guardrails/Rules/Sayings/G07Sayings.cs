namespace Dunning.Guardrails.Rules.Sayings;

/// <summary>G07 in other words: sayings and turns of phrase that name none of the terms of the trade, with their harmless neighbours.</summary>
internal static class G07Sayings
{
    internal const string Lines = """
        - confirm*|conferm*|bestatigen|bevestig* .. fecha|date|data|datum|termin|dia|giorno|jour|tag|betaaldatum .. pago|pagamento|paiement|payment|betaling|zahlung
        - if|once|when|should|unless|falls|sobald|wenn|si|lorsque|quand|des|cuando|cuanto|no|se|quando|appena|non|qualora|als|zodra|wanneer|indien|mocht|ne|n|nicht|kein*|niet|geen|not|no ... arrive*|parvenu*|tombe*|llegado|llego|dinero|fondos|soldi|denaro|fondi|arrivat*|arrivar*|geld|landed|money|funds
        - si|verif*|que|als|of|indien|is|wenn|falls|ob|ist|se|whether|if ... tout|alles|todo|tutto|everything ?est ?is ?esta .. ordre|orde|ordnung|orden|ordine|bien|order
        - sehen|voyons|vemos|vediamo|zien|see ... nicht|pas|no|non|niet|not|yet|noch|kein*|nog
        ~ ledger|books|records|slate .. clean|clear|even|balanced|square
        ~ you can relax
        ~ sorted
        ~ came|come|coming|gone in .. this|today|yesterday|morning|monday|tuesday|wednesday|thursday|friday
        ~ bank .. shows|confirms|confirmed|sees .. payment|money|funds|receipt|transfer
        - if ... payment is needed
        ~ no further|more|additional payment|payments ?is ?are needed|required|necessary|due
        ~ debt .. gone|history|behind
        you|we re|are even|quits|square
        ~ money|funds|cash .. account|bank|hand|hands|here
        ~ quitt|schuldenfrei
        ~ sommes|etes|est|zijn|staan quitte|quittes
        ~ alles bezahlt|beglichen|bestens|ausgeglichen|ordnung
        ~ geld|summe .. konto|da|drauf|gelandet|eingelaufen|angekommen|eingetroffen|gebucht
        ~ fonds|argent|somme|versement .. arrive*|recu*|parvenu*|encaisse*|entre|entres|compte|tombe*|credite*
        ~ tout est|a regle|ordre|paye|solde|jour
        ~ tout est en_ordre|a_jour
        ~ dinero|fondos .. cuenta
        ~ dinero|fondos|transferencia .. llegado|llego|entrado|entro|recibid*|ingres*
        ~ debe|deben|debes ?usted ?ustedes ?nos nada
        ~ en paz
        ~ todo .. pagado|saldado|orden|arreglado|liquidado
        ~ soldi|denaro|fondi|somma .. arrivat*|entrat*|conto|ricevut*|accreditat*
        siamo pari
        ~ tutto .. pagato|saldato|posto|regolato|ordine
        ~ geld|bedrag .. staat|stond ... rekening
        ~ alles .. betaald|voldaan|geregeld|orde
        ~ schuldenvrij
        - not|no|nicht|kein*|pas|aucun*|ne|no|non|niet|geen|yet|noch|encore|todavia|ancora|nog ... see|sehen|voyons|vemos|vediamo|zien
        - zien|zie ... tegemoet
        - once|soon|when|until|if|sobald|wenn|bis|des|quand|cuando|cuanto|quando|appena|zodra|als ... see|sehen|gesehen|voyons|vu|vemos|visto|vediamo|zien
        - not|no|nicht|kein*|pas|aucun*|ne|no|non|niet|geen ... seen|found|saw|gesehen|vu|visto
        see|saw|spotted|found .. your ?the money|payment|transfer|funds
        ~ owe|owed us nothing|a_cent|a_penny
        ~ kontoauszug|konto .. sehen|sieht|gesehen .. zahlung|geld|uberweisung
        ~ sehen|gesehen .. ihre|die|ihren zahlung|uberweisung|geldeingang
        ~ schulden|schuldet .. kein*|nichts
        ~ voyons|vu|vois .. votre|le paiement|virement|reglement
        devez .. plus ?un ?aucun centime|rien|sou
        ~ vemos|visto .. su|el pago|transferencia
        ~ debe|deben ni un|?el centimo|euro
        ~ debe|deben .. centimo
        ~ vediamo|visto .. vostro|il|suo pagamento|bonifico
        ~ dovete|deve .. un|alcun|nessun centesimo|euro
        ~ zien|gezien .. uw|de betaling|overboeking
        ~ geen cent|euro .. schuldig|verschuldigd
        """;
}
