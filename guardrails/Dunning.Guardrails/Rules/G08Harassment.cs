using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Rules;

/// <summary>
/// G08: insults, accusations, ultimatums and shouting, in six languages. Capitals and rows of exclamation marks count
/// as shouting; ledger names do not.
/// </summary>
public static class G08Harassment
{
    internal static readonly Phrases Words = Phrases.Of("""
        @hard = unacceptable|disgraceful|shameful|shame|ashamed|embarrass*|pathetic|ridiculous|liar*|lying|dishonest|crook*|thief|thieves|stealing|steal|deadbeat*|incompetent|scam*|idiot*|stupid|disgrace|outrageous|cowardly|irresponsible|unprofessional|disappoint*|insolent|rude|lazy|unethical|immoral|contempt*|appalling|inexcusable|intolerable
        - sorry|apologise|apologize .. disappoint*
        ~ @hard
        ~ last|final|only|one chance|warning|opportunity|ultimatum
        ~ ultimatum*
        ~ last time .. ask*|warn*|tell*|remind*
        ~ or else
        - now or let|tell|reply|write|call|contact|give
        - ya|ahora o ?bien ?que ?nos explique*|diga*|indique*|cuente*|escrib*|respond*|llame*|contacte*
        - subito|adesso|ora o|oppure ?ci ?mi dica|dite|spieghi*|scriv*|rispond*|chiam*
        ~ now or
        ~ immediately|now|today|once or else|face|regret|suffer
        ~ you|you_re are|re|have|keep ?clearly|obviously|just|simply|deliberately|always|been avoid*|trying|lying|hiding|cheat*|ignor*|stalling|dodging|evading|refus*|delaying|pretend*|dragging
        ~ trying to .. avoid|dodge|escape|evade|wriggle
        ~ your behaviour|behavior|conduct|attitude|excuses|games|lies|failure|refusal|laziness|negligence|nonsense|silence
        ~ excuse|excuses
        ~ regret .. it|this|you|not|day
        ~ you will|ll regret
        ~ know where|who you
        ~ sick|tired of
        ~ fed up
        ~ patience
        ~ stop .. ignor*|excuse*|wasting|playing|lying|hiding|pretend*|stalling
        ~ wast* .. our|my time
        ~ how dare
        ~ what is|s wrong with
        ~ pay up
        ~ demand .. immediate|now|instantly|at_once
        ~ immediately and without
        ~ no more excuses|delays|games
        ~ final demand
        ~ you people|lot
        ~ bad faith
        ~ take you serious*
        ~ letzt* chance|warnung|gelegenheit|mahnwarnung|moglichkeit|aufforderung
        ~ unverschamt*|inakzeptab*|frech*|scham|schamen|schamt|betrug*|betrueg*|lugner*|lugen|lugt|dreist*|unserios*|unzumutbar*|peinlich*|skandal*|unfahig*|lacherlich*|verantwortungslos*|unmoglich*|ruckgratlos*|zechprell*|schmarotz*|faul|erbarmlich*|unanstandig*|nicht_hinnehmbar|enttausch*|armselig*|untragbar
        ~ geduld
        ~ sofort|umgehend|augenblicklich|unverzuglich .. sonst|andernfalls|ansonsten
        ~ sonst passiert|knallt|werden_sie|erleben
        ~ ihr verhalten|benehmen
        ~ druck* .. zahl*|verpflicht*|verantwortung
        ~ ausreden|hinhalt*|ignorieren|ignoriert .. wieder|bewusst|absichtlich|standig|sie|uns
        ~ ausreden
        ~ werden .. bereuen|noch_sehen
        ~ bereuen
        ~ ultimativ*
        ~ dernier* chance|avertissement|sommation|ultimatum|occasion
        ~ honte*|inadmissible*|inacceptable*|scandaleu*|malhonnet*|escroc*|menteu*|mensonge*|mauvaise_foi|irresponsable*|voleu*|incompet*|ridicule*|intolerable*|deplorable*|lamentable*|indigne*
        ~ mauvaise foi
        ~ patience .. limites|bout|perdu|epuise*
        ~ comportement|attitude
        ~ sinon
        ~ immediatement .. faute|sous_peine
        ~ sous peine
        ~ vous cherchez|essayez|tentez .. echapper|eviter|soustraire
        ~ regretter*
        ~ ultim* oportunidad|advertencia|ultimatum|aviso
        ~ verguenza|vergonzos*|inaceptable*|estafador*|mentiros*|mentira*|caradura*|sinverguenza*|irresponsable*|ladron*|incompeten*|ridicul*|intolerable*|lamentable*|indignante*
        ~ mala fe
        ~ paciencia
        ~ comportamiento|actitud
        ~ arrepent*|lamentar*
        ~ pague .. ya|ahora|inmediatamente .. o|sino
        ~ o si no
        ~ atengase
        ~ esta|estan intentando|tratando evitar|eludir|evadir
        ~ ultima|ultimo possibilita|occasione|avviso|chance|avvertimento|opportunita
        ~ vergogn*|inaccettabil*|truffator*|truff*|bugiard*|malafede|irresponsabil*|ladr*|incompetent*|ridicol*|intollerabil*|scandalos*|indecent*
        ~ pazienza
        ~ comportamento|atteggiamento
        ~ pentir*|pentirete
        ~ altrimenti|senno .. subito|immediatamente|guai
        ~ pagate|paghi .. subito|immediatamente .. o|altrimenti
        ~ cercando|tentando di .. evitare|sottrar*|eludere
        ~ laatste kans|waarschuwing|mogelijkheid
        ~ schandalig*|onacceptabel*|schaam*|schande*|oplichter*|leugen*|onbeschoft*|belachelijk*|onverantwoord*|dief|dieven|incompetent*|ongehoord*|ontoelaatbaar
        ~ geduld .. op
        ~ gedrag|houding
        ~ spijt .. krijgen
        ~ anders .. zwaait
        ~ meteen|onmiddellijk .. anders
        ~ probeert .. onderuit|ontlopen|ontwijken
        """ + "\n" + Sayings.G08Sayings.Lines);

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("G08", "harassment, insult, shouting, false urgency", "Pressure and insults are unlawful in many places and always cost a customer.", Verdict.Block, Judge)
    {
        PersonDecides = true,
        Vocabulary = Words.Source,
    };

    private static Finding? Judge(Draft draft, SendFacts facts) =>
        Shouting.Find(draft) ?? SentenceWall.First(draft, "G08");
}
