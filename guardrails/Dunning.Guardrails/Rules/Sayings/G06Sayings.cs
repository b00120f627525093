namespace Dunning.Guardrails.Rules.Sayings;

/// <summary>G06 in other words: sayings and turns of phrase that name none of the terms of the trade, with their harmless neighbours.</summary>
internal static class G06Sayings
{
    internal const string Lines = """
        ~ truck*|lorr*|van|vans|driver*|container*|pallet*|parcel* .. stay*|empty|held|parked|wait|until|no_longer
        ~ no|nothing .. truck*|lorr*|goods|parcel*|pallet*|driver* .. leave*|go|goes|come|until
        ~ nothing .. leave*|ship*|goes .. warehouse|yard|depot|until|you
        ~ on top of what|that|this|the
        ~ meter .. running
        ~ clock .. ticking
        ~ grow* .. every|each|daily
        ~ cost* you|more more|extra|dearly|money
        ~ get*|become* .. expensive|dear*|costly
        ~ bill|charge|invoice you for .. reminder*|letter*|time|effort|mail
        ~ tap .. off|close*
        ~ kein*|nichts .. lkw|lastwagen|laster|fahrer|ware|paket*|palette* .. mehr|verlasst|verlassen|raus|ihnen
        ~ lkw|lastwagen|laster|fahrer|lieferwagen .. leer|steht|stehen|kein*|nicht
        ~ rollt|fahrt|kommt kein ?lkw|lastwagen|wagen mehr|?zu
        ~ unkostenbeitrag*|kostenbeitrag*|unkosten|mahnspesen|spesen|strafzins*|teurer|teuer
        ~ fur diese|jede|die mahnung|erinnerung|schreiben ... rechnung|kosten|gebuhr*|berechn*|euro|%
        ~ hahn .. zu|ab|abdreh*
        ~ ware .. bleibt|behalten .. lager|?hier
        plus|aucun*|pas .. camion*|colis|palette*|marchandise* .. partir*|quitter*|sortir*|envoy*|exped*|prepar*
        ~ camion* .. reste*|vide*|plus|arret*
        ~ robinet*|surcout*
        ~ supplement* .. factur*|ajout*|retard
        ~ factur* .. rappel|relance|courrier
        ~ coutera cher|plus
        ~ forfait* .. ajout*|retard
        ~ ningun|ninguna|mas .. camion*|pedido*|mercancia|paquete*|palet* .. saldra*|sale|salir*|enviar*
        no .. saldra*|sale|saldran .. camion*|mercancia|pedido*|nada|paquete*
        ~ grifo|sobrecoste*|suplemento|suplementos
        ~ saldra caro
        ~ encarec*
        ~ cobrar*|cobraremos .. por .. recordatorio|carta|aviso|demora|retraso
        ~ nessun*|non|piu .. camion|corriere|merce|pacco|pacchi|spedizion* .. partir*|uscir*|lascer*|piu
        ~ rubinett*|sovrapprezzo*|rincar*
        ~ supplement* .. addebit*|ritardo
        ~ costera cara|caro|piu
        ~ addebit* .. per .. sollecito|promemoria|ritardo
        ~ geen|niets .. vrachtwagen*|bestelbus*|pakket*|zending*|pallet* .. meer|vertrekt|weg|uit
        ~ rijdt|vertrekt|gaat|komt .. geen .. vrachtwagen*|zending*|pakket*|pallet*|chauffeur
        ~ kraan .. dicht
        ~ meerkosten|strafkosten|duurder|opslag
        ~ slot .. account|rekening
        ~ op slot
        ~ keep|hold|holding|retain*|withhold* .. your ?remaining ?next goods|stock|merchandise|items|parcels|pallets
        each|every ?further ?additional ?other ?next letter|reminder|day|mail .. cost*|extra|adds|charge*
        jede*|weitere* .. schreiben|brief|mahnung|tag .. kostet|kosten
        ~ kostet sie
        ~ gibt|geben|ruckt .. ware|waren|guter|lieferung .. nicht|vorerst .. heraus|frei|raus
        chaque|toute .. lettre|courrier|relance|rappel|jour .. coute*|coutera*|frais|factur*
        ~ coutera de|?des ?l argent
        ~ garde|gardons|garderons|retient|retenons|retiendr* .. produits|marchandise*|commande*|colis|palettes
        ~ cada|otra .. carta|aviso|recordatorio|dia .. cost*|gastos
        ~ costara dinero
        ~ retien*|retendr*|guardar* .. mercancia|pedido*|genero|palet*|paquete*
        ogni|ulteriore .. lettera|sollecito|avviso|giorno .. cost*|spes*
        ~ costera|costa dei|?del soldi|denaro
        ~ trattien*|tratten*|tiene .. merce|ordin*|bancali|pacchi
        elke|iedere .. brief|herinnering|aanmaning|dag .. kost|kosten
        ~ kost u
        ~ houdt|houden .. goederen|bestelling*|spullen|pallets .. vast|achter
        """;
}
