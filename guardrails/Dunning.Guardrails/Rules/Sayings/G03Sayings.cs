namespace Dunning.Guardrails.Rules.Sayings;

/// <summary>G03 in other words: sayings and turns of phrase that name none of the terms of the trade, with their harmless neighbours.</summary>
internal static class G03Sayings
{
    internal const string Lines = """
        - if|should|whether|falls|sollte*|wenn|ob|si|se|als|indien|mocht ... overcharg*|overbill*|zu_viel|zu_hoch|trop|de_mas|troppo|doppio|te_veel|te_hoog|doppelt|dubbel
        - please|let|tell ... overcharg*|overbill*
        ~ you were|are|have_been .. overcharg*|overbilled|shortchanged|misled|misinformed
        ~ mix|mess|muddle|hiccup|glitch|mishap|slip|slipup|delay|confusion|damage|trouble|problem .. our|ours|us ?own side|end|part|warehouse|system|team|doing|making|people
        ~ happened|occurred|arose|began|started on|at our side|end|part
        ~ dropped the ball
        ~ fell short|behind
        ~ hands up
        ~ we|i .. should have|not_have sent|checked|noticed|told|shipped|delivered|been|caught|informed
        ~ we|i should|ought ?not ?never have
        ~ stand corrected
        ~ mishandl*|misdeliver*|misquot*|mislabel*|misprint*
        ~ typo|typing .. our|ours|us|invoice
        ~ you|your ?complaint are|is|were justified|right|vindicated|entitled
        ~ malheur|lapsus|schnitzer|schlamassel|durcheinander|fauxpas|patzer
        ~ bock geschossen
        unsere kappe
        ~ im recht
        ~ liegen .. vollig|ganz|absolut|da richtig
        ~ richtig liegen
        ~ recht haben|hatten
        ~ bei uns ... schiefgelaufen|schief|passiert|verbockt|vertauscht|verwechselt|danebengegangen|untergegangen
        ~ schiefgelaufen|schiefgegangen|verbockt|verschlampt|vermasselt|versemmelt|verschludert|schlampig
        ~ geht|gehen|ging|nehmen auf uns
        ~ hatte|hatten|durfte ?so ?uns nicht .. passieren|vorkommen|durfen
        ~ zu viel|hoch .. berechnet|abgerechnet|angesetzt|fakturiert
        ~ nous|on .. trompe*|plante*|emmele*|fourvoye*|embrouille*
        ~ bevue|bourde|gaffe|cafouillage|maladresse|couac
        ~ nous|avons|ai|notre .. loupe|rate
        ~ dysfonctionnement|incident|probleme|retard|couac .. chez|notre|nos|interne ?nous ?cote ?fait ?part
        ~ notre fait
        ~ par notre faute
        ~ aurait|aurions|aurait_pas|n_aurions ?pas ?jamais du
        ~ factur*|compt*|prelev* .. trop|deux_fois|double|plus_que
        ~ erreur s est|etait
        ~ erreur .. glissee|venait|vient|incombe
        ~ donn* .. raison
        metimos|metido|metio la pata
        ~ despiste|metedura|lapsus|chapuza|desliz|torpeza|patinazo
        ~ lleva|llevan|doy|damos ?usted ?la ?toda razon
        ~ cobramos|cobraron|facturamos|cargamos|enviamos .. de_mas|mas|doble|veces|mal
        ~ no debio|deberia|debimos|tendria .. pasar|pasado|ocurrir|ocurrido|cobrar*|enviar*|facturar*|haber
        ~ fallo|problema|retraso|error .. nuestr* ?lado ?parte ?almacen
        ~ por nuestra culpa
        ~ lapsus|pasticcio|gaffe|cantonata|disattenzione|disservizio|papera|leggerezza
        ~ sbaglio|errore|problema|ritardo|guaio .. stat*|colpa|dipes*|dipend* .. nostr*|noi
        ~ dipes* .. noi
        ~ per colpa nostra
        ~ addebitat*|fatturat*|contat* .. troppo|piu|doppio|due_volte
        ~ non doveva|dovevamo|avremmo|sarebbe .. accadere|succedere|dovuto|capitare
        ~ torto
        ~ vergissing*|fout*|misverstand|blunder|slordigheid|flater|verwisseling|probleem lag|ligt|zat|zit|komt .. bij|aan|door|van ons|onze
        ~ steken laten|lieten vallen
        ~ te veel|hoog .. berekend|gefactureerd|rekening
        ~ had|hadden niet .. mogen|gebeuren|moeten
        ~ slordig*|blunder*|miskleun*|misgegaan|foutje*
        ~ mis gegaan|gelopen
        ~ door ons|onze toedoen|schuld
        ~ our|we|crew|team|staff|driver .. put|packed|picked|loaded|printed|attached|entered|used .. wrong*
        ~ price|figure|amount|rate|quantity .. far|way|well|much|too above|high|higher|over|low
        ~ price|figure .. above ?the ?original quote|quotation|offer
        ~ in|bei unserem|unserer|uns .. vertauscht|verwechselt|verloren|verlegt|ubersehen|liegengeblieben
        ~ preis|betrag|menge|summe ... uns|wir .. zu hoch|niedrig|viel
        ~ preis|betrag|menge ... viel|deutlich|weit zu hoch|niedrig
        ~ notre|nos|nous .. interverti*|egare*|melange*|confondu*
        ~ prix|montant|quantite ... trop|bien_trop|beaucoup_trop eleve*|haut|bas
        ~ nuestr* .. confund*|extravi*|mezcl*|traspapel*
        ~ nuestro almacen .. cambi*
        ~ precio|importe|cantidad ... demasiado alto|alta|elevad*|bajo
        ~ nostr* .. scambiat*|confus*|smarrit*
        ~ prezzo|importo|quantita ... troppo alto|alta|elevat*|basso
        ~ ons|onze|wij .. verwisseld|kwijtgeraakt|zoekgeraakt|vergist
        ~ prijs|bedrag|aantal ... te hoog|laag|veel
        """;
}
