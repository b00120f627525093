namespace Dunning.Guardrails.Rules.Sayings;

/// <summary>G04 in other words: sayings and turns of phrase that name none of the terms of the trade, with their harmless neighbours.</summary>
internal static class G04Sayings
{
    internal const string Lines = """
        - discount*|remise|korting* ... invoice|factuur ... already|al
        - rechnung ... rabatt*|nachlass*|skonto ... bereits
        - deja|ya|gia ... remise|rabais|descuento*|sconto ... facture|factura|fattura
        ~ shave|trim|knock*|lop*|chop .. off
        ~ let .. slide|slip|pass
        ~ strike|cut|make .. deal
        ~ deal .. price|you|between
        ~ round .. number|thousand|hundred|figure|up|off
        ~ keep .. rest|difference|change
        ~ our treat
        ~ give .. break|price
        ~ tear .. up .. invoice|bill
        ~ draw .. line under|through|below
        ~ wipe*|wiping .. slate|debt|balance|off|out|clean
        ~ slate .. clean
        ~ we .. meet .. halfway|you
        ~ close .. eye|eyes
        ~ cheaper
        ~ komm* ... entgegen
        ~ druck* .. auge
        ~ auge .. zu
        ~ funfe gerade
        ~ rund* .. ab
        ~ abrund*|aufrund*
        ~ unter den|fallen tisch|lassen
        ~ schwamm druber|daruber
        ~ schenk*|geschenkt|gunstiger|billiger|*rabatt*|sondernachlass*
        ~ vom|am|beim|mit ?dem preis .. runter|nach|machen|tun|herunter|entgegen|lassen|drin
        ~ strich drunter|darunter
        ~ halfte .. vergessen|gut|quitt|rest
        ~ *eponge
        ~ fermer|fermons|fermerons .. yeux
        ~ versez|payez|reglez|envoyez|virez .. moitie|partie|tiers
        ~ moitie .. reste|oubli*|quitte*
        ~ oublions|oublier|oublierons|oublie .. reste|solde|difference
        ~ ristourn*|rabot*|rogn*|arrondi*|bradons
        ~ prix d|reduit|special|doux|ami
        ~ faire|ferons|faisons .. prix
        ~ coup de pouce
        ~ tirer|tirons .. trait
        ~ mitad .. olvid*|listo|paz|basta
        ~ olvidamos|olvidar*|olvidaremos .. resto|deuda|diferencia
        ~ borron
        ~ rebajita|redonde*|descuentito
        ~ quitar*|quitamos|restar|restamos .. euros|parte|poco|importe|precio|factura
        ~ dejar*|dejamos .. en .. mitad|menos
        ~ cerramos|cerrar .. ojos
        ~ hacer*|hacemos .. precio|favor
        ~ meta .. resto|pari|chius*|dimentic*
        ~ dimentich* .. resto|differenza
        ~ chiud* .. occhio
        ~ pietra sopra
        ~ arrotond*|scontare|scontiamo|abbass*|ribass*
        ~ togl* .. prezzo|euro|importo|%|qualcosa|fattura
        ~ prezzo di|favore favore|speciale
        ~ omaggio|regal*
        ~ helft .. vergeten|rest|klaar|goed
        ~ vergeten .. rest|verschil
        ~ van|op ?de ?het prijs|bedrag .. af|afhalen|doen|halen
        ~ afhalen|aftrekken|afdoen|afronden|afgerond
        ~ door de vingers
        ~ vriendenprijs*|matsen|schrappen|schrapt|goedkoper
        ~ prijsje
        ~ shaving|trimming|knocking|chopping
        ~ send|pay|transfer .. %|percent|per_cent|cent .. keep|rest|forget
        ~ keep .. remaining|remainder|rest|difference|change
        ~ price .. negotiable|discuss*|flexible|talk
        ~ prozent .. reich*|genug*|zufrieden
        ~ behalten .. rest|differenz
        ~ rest|differenz .. behalten
        ~ preis|betrag .. reden|verhandel*|diskutier*|spielraum|luft
        ~ gardez|garder|gardiez .. reste|difference|solde
        ~ prix|montant .. discut*|negoci*|parler
        ~ discut*|negoci*|parler .. prix|montant
        ~ quede*|quedar* .. con lo|el resto|demas|diferencia
        ~ precio|importe .. hablar|negoci*|discut*
        ~ teneter*|tenete*|tenga .. resto|differenza
        ~ prezzo|importo .. parlare|parlarne|trattabil*|negozia*|discut*
        ~ houd|houdt|behoud|houden .. rest|verschil
        ~ prijs|bedrag .. praten|onderhandel*|bespreekbaar
        """;
}
