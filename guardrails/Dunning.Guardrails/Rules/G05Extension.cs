using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Rules;

/// <summary>
/// G05: extensions, instalments and payment plans that nobody granted. Taking up a request, asking for a date and
/// "if you need more time, tell us" are harmless.
/// </summary>
public static class G05Extension
{
    internal static readonly Phrases Words = Phrases.Of("""
        @plan = instalment*|installment*|raten|ratenzahl*|ratenplan*|zahlungsplan*|echeancier*|echelonnement|mensualite*|aplazamiento*|fraccionamiento|cuotas|plazos|rate|rateizzazione|dilazion*|proroga*|prorroga*|rientro|betalingsregeling*|uitstel|termijnen|extension*|stundung*|aufschub|zahlungsaufschub|fristverlangerung*|plan|plans|arrangement*|time|delai*|afbetalingsregeling
        - request|requested|wish|question|proposal|enquiry|suggestion|ask|asked|asking|suggested|propose|proposed|anfrage|wunsch|bitte|frage|vorschlag|antrag|demande|proposition|solicitud|peticion|propuesta|richiesta|proposta|verzoek|voorstel|vraag|aanvraag .. @plan
        - if|falls|wenn|sollte*|si|se|indien|als|mocht|whether|ob ... @plan
        - ihren|ihr|ihre|your|votre|su|vostra|uw ratenzahlungswunsch*|stundungswunsch*|stundungsantrag*
        - payment|delivery|first time
        - at|by|in|on|this|any|same|last|next|first|meantime|working|real time
        - in plan|business|project
        @give = offer*|grant*|give|giving|gave|allow*|accept*|agree*|approv*|confirm*|can|could|may|happy|fine|ok|okay|ready|willing|prepared|possible|welcome|arrange*
        ~ instalment*|installment*
        ~ payment|repayment|settlement plan|plans|arrangement*|schedule|scheme|holiday|deferral
        ~ split|spread|stagger*|divide .. payment*|amount*|balance|bill|invoice*|sum|over|into|month*|week*
        ~ pay|paying|settle .. parts|stages|portions|tranches|steps|bits|chunks|monthly|later|gradually|time_to_time|over_time
        ~ over .. months|weeks|quarters
        ~ monthly|weekly|partial|staged payment*|amount*|rate*
        ~ extend*|extension*|postpon*|defer|defers|deferr*|grace|respite|prolong*|moratorium|leeway|breathing
        - last|past|recent few|two|three|couple ?of days|weeks|months
        ~ extra|additional|more|further|another|longer|couple|few ?few ?two ?three ?four ?of ?more time|week|weeks|days|month|months|period|respite
        ~ two|three|four|five|six|ten|few more|extra|additional|further days|weeks|months
        ~ take .. until|till|your_time|as_long|time|all_the
        ~ your time
        ~ no|not rush|hurry|urgent|need_to_hurry
        ~ until|till|by .. end of ?the .. next|following|quarter|year .. fine|ok|okay|enough|acceptable|suits|instead
        ~ hold|holding off .. until|payment|for|till
        ~ can|could|may wait
        ~ wait .. until|another|longer|for_your .. payment|week*|month*|then|pay
        ~ push*|move|moving|shift*|change|extend .. due_date|deadline|payment_date
        ~ new|later|revised|different|extended due|payment date|deadline|terms|term
        ~ due date .. to|moved|change*|new|later
        ~ pay|settle|transfer .. later|afterwards|when .. convenient|suits|can|able|like
        ~ whenever .. convenient|suits|can|able|like|ready
        ~ raten|ratenzahl*|ratenplan*|*ratenzahlung*|teilzahlung*|teilbetrage*|teilbetragen|etappen|monatsrate*|abschlagszahlung*|zahlungsplan*|abzahl*|abstotter*
        ~ in raten
        ~ stundung*|gestundet|stunden .. forderung|betrag|zahlung|ihnen
        ~ zahlungsaufschub|aufschub|fristverlangerung*|schonfrist|nachfrist|zahlungspause|moratorium
        ~ verlanger*|verlang* .. frist|ziel|zahlungs*|falligkeit
        ~ zahlungsfrist|zahlungsziel|frist|falligkeit .. verlanger*|verschieb*|verschoben|neu*|erweiter*|hinaus*|spater|aufgeschoben
        ~ mehr|weitere|zusatzlich*|noch|etwas ?etwas ?mehr zeit|wochen|woche|tage|monat|monate|aufschub
        ~ lassen sie sich .. zeit
        ~ zeit .. lassen|geben|nehmen|bis
        ~ geben|gewahren|raumen .. zeit|woche*|tage|monat*|luft|aufschub
        ~ spater zahlen|bezahlen|uberweisen|begleichen
        ~ reicht|genugt .. bis|ende|nachste*|wenn .. zahl*|uberweis*|monat*|woche*
        ~ bis ende .. reicht|genugt|zeit|in_ordnung|ok
        ~ verschieb*|verschoben|hinausschieb*|aufschieb* .. zahl*|falligkeit|termin|frist
        ~ keine eile
        ~ warten .. bis|noch|gern*
        ~ echeancier*|echelonn*|mensualite*|etal*|moratoire .. pai*|dette|regl*
        ~ echeancier*|echelonn*|mensualites
        ~ plusieurs fois|versements|echeances
        ~ plan de paiement|reglement|remboursement|apurement
        ~ delai ... accord*|octroy*
        ~ delai* .. supplementaire*|accord*|prolong*|paiement .. accord*|plus|nouveau
        ~ accord*|donn*|laiss*|octroy* .. delai*|semaine*|mois|jours|temps|report|sursis
        ~ prorog*|prolong*|repouss*|differ* .. echeance|date|delai|paiement|reglement
        ~ report*|differer .. echeance|paiement|date|reglement
        ~ plus de temps
        ~ prenez .. temps
        ~ sursis
        ~ regler|payer .. plus_tard|tard|tranches
        ~ temps .. qu il
        ~ jusqu .. fin|mois .. suffi*|accept*|convien*
        ~ plan de pago*|amortizacion
        ~ prorroga*|aplaz*|fraccion*|moratoria|pospon*|posterg*
        ~ plazos|cuotas|mensualidades
        ~ ampli*|extend*|prolong*|alarg* .. plazo|vencimiento|fecha
        ~ conced*|damos|dar*|otorg* .. plazo|tiempo|semana*|dias|mes|meses|margen
        ~ mas|dos|tres|otra|otras tiempo|semanas|dias|meses mas
        ~ mas tiempo
        ~ pagar|abonar .. tarde|partes|despacio|poco
        ~ sin prisa
        ~ tomese .. tiempo
        ~ puede|pueden esperar|pagar .. siguiente|proximo|despues|plazo*
        ~ hasta fin*|final* .. mes .. bien|problema|acuerdo
        ~ proroga*|prorog*|dilazion*|rateal*|rateizz*|rateazion*|posticip*|differ*|rinvi* .. scadenza|pagamento|termine|data
        ~ proroga*|dilazion*|rateal*|rateizz*|rateazion*
        ~ rate .. mensil*|pagare|pagamento|in
        ~ in|a|tre|due|quattro|piu|comode rate
        ~ piano di rientro|pagamento|rimborso|rateizz*
        ~ piu tempo
        ~ conced*|dare|diamo|accord* .. tempo|settiman*|giorni|mes*|termine|respiro
        ~ tutto il tempo
        ~ con calma
        ~ pagare .. piu_tardi|tardi|seguito|dopo
        ~ due|tre|altre|altri|ulteriori settimane|giorni|mesi|settimana .. in|ulteriori|altri|altre|piu
        ~ ulteriori|altre|altri settimane|giorni|mesi|tempo
        ~ entro fine .. va_bene|bene
        ~ spost* .. scadenza|pagamento|termine|data
        ~ betalingsregeling*|afbetal*|aflossing*|gespreid*|spreid*|termijnbetaling*
        ~ termijnen .. betal*
        ~ betal* .. termijnen|delen|later|gespreid
        ~ uitstel|respijt
        ~ verleng*|uitstel*|verschuif*|verschuiv*|opschuiv* .. termijn|betaaltermijn|vervaldatum|datum|betaling
        ~ verlengen|verlengt|verlengd|verlenging
        ~ meer|extra|nog|langer tijd|weken|week|dagen|maand|maanden
        ~ geven|gunnen|krijgt|heeft .. tijd|weken|week|dagen|maand*|langer
        ~ rustig de tijd
        ~ geen haast
        ~ tot eind* .. goed|prima|akkoord|oke
        ~ later .. betalen|voldoen|overmaken
        """ + "\n" + Sayings.G05Sayings.Lines);

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("G05", "extension or payment plan without a grant", "More time is credit, and credit needs authority.", Verdict.Block, Judge)
    {
        PersonDecides = true,
        Vocabulary = Words.Source,
    };

    private static Finding? Judge(Draft draft, SendFacts facts) =>
        facts.Facts.Granted is { Plan: false, ExtensionUntil: null } ? SentenceWall.First(draft, "G05") : null;
}
