using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Rules;

/// <summary>
/// G06: fees, interest and stopping of supply. The ledger facts hold no such charge, so every mention is without a
/// fact; interest in a product and bank charges are harmless.
/// </summary>
public static class G06Fees
{
    internal static readonly Phrases Words = Phrases.Of("""
        - bank|transfer|transaction fee|fees|charges|charge
        - fees .. paid|borne by the sender|payer
        - bankgebuhr*|uberweisungsgebuhr*|frais bancaires|comisiones bancarias|spese bancarie|bankkosten
        - frais|spese|gastos de transport*|livraison|trasporto|envio|spedizione
        - your|great|much|any|continued|of|the|an|public interest .. in|to
        - best|mutual|common interest*
        - interested
        - stop*|pause*|suspend* .. reminder*|sending|chasing|writing|contact*|mailing
        - reminder* .. stop*|suspend*|paused
        - delivery|service stopped at
        - free of charge
        - in|take|taking charge
        - person|colleague in charge
        ~ fee|fees|surcharge*|penalt*|fine|fines .. add*|charg*|appl*|due|late|default|administ*|collection|reminder|late|of|will|incur*|impos*|plus|pay|cost*|process*
        ~ late|reminder|dunning|administration|administrative|admin|processing|default|arrears fee|fees|charge|charges|cost|costs|penalty|penalties|surcharge
        ~ surcharge*|penalty|penalties|penalise*
        ~ charge ?you ?us .. late|extra|fee*|interest|cost*|additional|eur|euro*|%|statutory|handling
        ~ additional|extra|further|recovery|collection cost|costs|charge|charges|fee|fees|expenses
        ~ costs .. passed|borne|yours|recover*|added
        ~ interest ... %|add*|charg*|accru*|appl*|rate|late|default|statutory|run*|calculat*|claim*|bear*|grow*|mount*|daily|per
        ~ statutory|default|late|accru*|overdue|moratory interest
        ~ accru*
        ~ base rate
        ~ service*|account*|deliver*|suppl*|access|shipment*|order*|subscription*|contract*|licen*|goods|credit|connection|line ... suspend*|stop|stops|stopped|block*|cut|halt*|disconnect*|terminat*|freez*|froze*|withh*|deactivat*|interrupt*|paused|cancel*|revok*|restrict*|lock*|discontinu*|switched_off|closed|ended|end
        ~ suspend*|stop|stopping|halt*|cut*|freez*|withhold*|withdraw*|terminat*|disconnect*|block*|deactivat*|cancel*|pause|pausing|discontinu*|restrict*|lock|interrupt*|revok*|hold|holding|refuse|switch|shut|pull .. service*|account*|deliver*|suppl*|access|shipment*|order*|subscription*|contract*|licen*|goods|credit|connection|plug
        ~ no ?more ?further|longer .. deliver*|shipment*|order*|suppl*|ship|service*
        ~ no more|further|longer .. supply|ship|serve|work
        ~ order*|shipment*|deliver*|goods .. not|n_t .. shipped|delivered|sent|released|processed
        ~ not|n_t|unable|cannot .. deliver|ship|supply|serve|process .. until|anymore|order*|you|your|further
        ~ lose|losing .. access|service*
        ~ prepayment|prepay|payment_in_advance|cash_on_delivery|cash_in_advance|upfront
        ~ payment in advance
        ~ credit limit|line|terms .. reduc*|withdraw*|cancel*|cut|review*|remov*
        ~ goods back|retention of title
        ~ turn*|switch* .. off
        ~ mahngebuhr*|saumnis*|verzugs*|*zinsen|zinssatz*|*zinssatz*|mahnkosten|mahnpauschale|verzugspauschale|strafgebuhr*|vertragsstrafe*|bearbeitungsgebuhr*|zuschlag*|aufschlag|strafe
        ~ gebuhr*|pauschale|kosten|zinsen|aufwand .. erheb*|berechn*|anfall*|anfallen|aufschlag*|zusatzlich|auferleg*|rechnung|lasten|entsteh*|hinzu*|weitere|tragen
        ~ zusatzlich*|weitere|erhebliche|unnotige kosten|gebuhren
        ~ kosten .. zu ihren lasten
        ~ stell*|stopp*|unterbrech*|setz*|sperr*|halt*|einstell*|beend*|pausier* .. lieferung*|leistung*|konto|zugang|dienst*|service|versorgung|belieferung|auftrag*|bestellung*|account ?.. ein|aus|gesperrt|zuruck
        ~ lieferung*|leistung*|konto|zugang|dienst*|service|versorgung|belieferung|account|auftrag*|bestellung* .. gesperrt|sperr*|eingestellt|einstell*|gestoppt|ausgesetzt|unterbroch*|blockier*|deaktiv*|gekundigt|abgeschaltet|zuruckgehalt*|zuruckhalt*|pausiert
        ~ nicht mehr|weiter beliefern|liefern|bedienen
        ~ keine weiteren|neuen lieferungen|auftrage|bestellungen|leistungen
        ~ behalten|halten .. lieferung*|ware* .. zuruck
        ~ liefersperre|lieferstopp|lieferstop|sperrung|kontosperr*|vorkasse|vorauskasse|vorauszahlung|kundig*|abschalt*|eigentumsvorbehalt
        ~ beliefer* .. nur|nicht|einstellen
        ~ penalite*|majoration*|agios
        ~ interet* .. retard|moratoire*|appliqu*|factur*|legal|taux|courir|courent
        ~ frais .. recouvrement|relance|supplementaires|dossier|retard|rappel|gestion|impaye*
        indemnite .. forfaitaire|recouvrement|retard
        ~ suspend*|suspens*|bloqu*|interromp*|interruption|coup*|stopp*|arret*|gel*|desactiv*|cess* .. livraison*|service*|compte|acces|commande*|fourniture*|prestation*|contrat
        ~ livraison*|service*|compte|acces|commande*|fourniture*|prestation*|contrat .. suspend*|suspens*|bloqu*|interromp*|coup*|arret*|gel*|desactiv*|resili*
        ~ resili*
        ~ plus ?vous livrer|servir|livrerons
        ~ paiement d avance|anticipe|prealable
        interes* .. demora|mora|moratorio*|legal*|aplic*|devenga*|cobrar*
        ~ recargo*|penalizacion*|penalidad*|multa*
        ~ gastos|comision*|cargos|costes .. demora|gestion|reclamacion|adicional*|devolucion|impago|cobro
        ~ suspend*|suspens*|bloque*|interrump*|cort*|paraliz*|deten*|cancel*|congel*|dejar* .. servicio*|suministr*|cuenta|entrega*|acceso|pedido*|contrato|envios|servir|suministrar
        ~ servicio*|suministr*|cuenta|entrega*|acceso|pedido*|contrato .. suspend*|suspens*|bloque*|interrump*|cort*|cancel*|congel*|rescind*
        ~ pago por adelantado|anticipado
        ~ rescind*|rescision
        interess* .. mora|moratori|legali|applic*|decorr*|matur*|%
        ~ mora
        ~ penale|penali|sovrattass*|maggiorazion*|sanzion*
        ~ spese|costi|commissioni .. sollecito|recupero|aggiuntiv*|gestione|ritardo|ulterior*|addebit*
        ~ sospend*|sospens*|blocc*|interromp*|interruz*|ferm*|disattiv*|cess* .. fornitur*|serviz*|account|conto|consegn*|accesso|ordin*|contratt*
        ~ fornitur*|serviz*|account|conto|consegn*|accesso|ordin*|contratt* .. sospe*|blocc*|interrott*|disattiv*|risolt*|cessat*
        ~ risoluzione del contratto
        ~ pagamento anticipato
        ~ rente|rentevergoeding|boete|boetes|toeslag*|aanmaningskosten|incassokosten|administratiekosten|herinneringskosten|vertragingsrente|handelsrente
        ~ kosten .. rekening|extra|bijkomende|brengen|verhog*|verschuldigd
        ~ extra|bijkomende kosten
        opschort*|schorten|stopzet*|stop*|blokk*|staken|onderbrek*|afsluit*|bevriez* .. lever*|dienst*|account|toegang|bestelling*|order*|abonnement
        ~ lever*|dienst*|account|toegang|bestelling*|order*|abonnement .. opgeschort|opschort*|stopgezet|geblokk*|blokk*|gestaakt|onderbroken|afgesloten|bevroren|beeindig*|opgezegd
        ~ niet|geen meer|verder leveren|leveringen
        ~ vooruitbetaling
        ~ opzeggen|opzegging|ontbind*
        """ + "\n" + Sayings.G06Sayings.Lines);

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("G06", "fee, interest or suspension without a ledger fact", "A charge that is not in the ledger is not owed; stopping supply is a decision of people.", Verdict.Block, Judge)
    {
        PersonDecides = true,
        Vocabulary = Words.Source,
    };

    private static Finding? Judge(Draft draft, SendFacts facts) =>
        SentenceWall.First(draft, "G06");
}
