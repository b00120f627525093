using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Rules;

/// <summary>
/// G04: discounts, waivers, write-offs, settlements and refunds that nobody granted, in six languages. A discount
/// granted by a person is in the facts; then its percentage is checked by the grounding rules instead.
/// </summary>
public static class G04Discount
{
    internal static readonly Phrases Words = Phrases.Of("""
        @disc = discount*|reduction*|rebate*|concession*|rabatt*|nachlass*|preisnachlass*|skonto|skonti|remise|rabais|ristourne|escompte|descuento*|rebaja*|sconto|sconti|ribasso|korting*
        - agreed|contractual|vereinbart*|convenu*|acordad*|concordat*|afgesproken|overeengekomen ?volume|trade @disc ?of .. already|order|shown|agreed|invoice|bereits|rechnung
        - @disc ... agreed|vereinbart*|convenu*|acordad*|concordat*|afgesproken
        - agreed|vereinbart*|convenu*|acordad*|concordat*|afgesproken @disc
        - request|question|asked|enquir*|inquir*|anfrage|frage|bitte|wunsch|demande|question|solicitud|peticion|consulta|richiesta|domanda|verzoek|vraag .. @disc
        - discounted postage|label|shipping|freight
        - full amount|balance
        - waive ?any confidentiality
        ~ @disc|discounted|discounting
        ~ waive*|waiving|forgiv*|forego|forgo|goodwill|kulanz*|kulant*|coulance*|condon*|kwijtscheld*|kwijtgeschold*|erlass|erlassen|teilerlass|schuldenerlass|abbuon*|stralcio|quita|bonificacion*|bonificar*|bonificamos|rebajar*
        ~ good will|gesture
        ~ goodwill gesture
        ~ gesture .. credit|refund|reduce
        nous pouvons|pourrions|voulons ?vous faire|consentir|accorder un geste commercial
        ~ geste|gesto commercial*
        ~ write|writing|written|wrote off
        ~ write|writing|written ?it ?this ?the ?rest|remainder|balance off
        ~ full and final
        ~ in|as|for ?full settlement|satisfaction|discharge
        ~ settle .. for|at .. less|half|part|only|reduced|eur|euro*|%|usd|gbp|dollar*|pound*
        ~ accept|take|settle|happy|fine|content|satisfied|agree .. less|half|part|lower|reduced|smaller|partial|fraction|portion|thirds|quarter
        ~ less|lower|reduced|smaller|half|part .. will|would do|suffice|enough|fine|ok|okay|acceptable
        ~ call it even|quits|square|done|settled|closed
        ~ send|pay|transfer ?us half
        ~ rest|remainder|balance .. forgotten|forgot*|forgiven|gone|dropped
        ~ swallow*|absorb*
        ~ pay|paying|transfer|send .. half|less|only part|fraction|thirds
        ~ half .. now|today|is|of .. enough|fine|rest|forget*
        ~ knock .. off
        ~ take|taking|took|slice|shave .. off .. price|bill|invoice|total|balance|amount|what
        ~ money|something|bit|little|some|% off ?the|what|your|if
        ~ % off
        ~ euros|eur|dollars|pounds|percent off
        ~ deduct|deducting|subtract
        ~ reduce*|reducing|lower|lowering|cut|cutting|drop|dropping|shrink|trim .. by|invoice*|amount*|balance*|bill*|total|debt|price*|owe
        ~ reduced|lower|special|better amount|price|total|sum|balance|rate
        ~ cancel|cancelling|remove|removing|drop|dropping|strike|erase|scrap|delete|void|forget|ignore|skip|disregard|absorb|swallow|cover .. fee*|interest|charge*|balance|invoice*|debt*|remainder|rest|remaining|difference|amount|penalt*
        ~ let .. off
        ~ no need|obligation to pay
        ~ not|never|n_t|needn|don|doesn|won need|have|t ?to ?have ?need .. pay .. rest|remain*|difference|all|full|that|balance|fee|interest
        ~ refund*|reimburs*
        ~ credit you|your|back
        ~ we|i|will|can|could|happy .. credit .. eur|euro*|%|account|amount|half|you
        ~ compensat*|voucher|coupon|cashback|bonus
        ~ special offer|deal|price
        ~ save .. %|eur|euro*|money
        ~ early|prompt|quick payment bonus|incentive|reward|rate
        ~ meet .. halfway|half_way|middle|half
        ~ come to .. arrangement|agreement|compromise
        ~ compromise|settlement agreement|offer|figure|amount
        ~ on the house
        ~ free of charge
        ~ no charge|cost .. you|interest
        ~ round .. down
        ~ erlass* .. ihnen|restbetrag|betrag|gebuhr|zinsen|schuld|rechnung|forderung
        ~ verzicht*
        @we = wir|ich
        ~ entgegen .. komm*
        ~ komm* .. entgegen
        ~ entgegenkomm*
        ~ ermassig*|reduzier*|verringer*|herabsetz*|mindern|gemindert|minderung|senken|gesenkt
        ~ kurzen|abziehen|abzug|abzuziehen|gutschreiben|gutzuschreiben|erstatt*|ruckerstatt*
        ~ schreiben|schreibe .. gut
        ~ streich* .. rechnung|betrag|gebuhr|zins*|rest*|forderung|position
        ~ ausbuch*|abschreib*|storni* .. rest*|forderung*|betrag|gebuhr*|zinsen
        ~ vergleich|vergleichs|vergleichsangebot*|teilverzicht
        ~ teilzahlung .. genug|reicht|erledigt|akzept*
        ~ halfte|teil|teilbetrag|weniger .. reicht|genugt|genug|erledigt|akzeptier*|zufrieden
        ~ nur|lediglich .. halfte|teilbetrag|teil .. zahlen|uberweisen|begleichen
        ~ rest*|differenz|betrag .. vergessen|schenken|geschenkt|entfallt|entfallen|sparen|wegfall*
        ~ nicht mehr zahlen|bezahlen
        ~ lassen|belassen .. auf sich|sache|beruhen
        ~ sonderpreis|sonderkonditionen|vorzugspreis
        ~ accord* .. reduction|remise|rabais|baisse|avantage|geste
        ~ reduction|reduire|reduisons|reduirons|baisser|baissons|minor* .. montant|facture|solde|prix|dette|%
        ~ renonc*|abandonn*|effac*|annul*|exoner*|dispens* .. penalit*|frais|solde|reste|interet*|facture|dette|creance|somme|montant|paiement
        ~ faire|ferons|faisons ?vous .. effort|cadeau|geste|fleur
        ~ solde de tout compte
        ~ moitie .. suffi*|regl*|pay*|compte
        ~ deduire|deduisez|deduction|retrancher
        ~ rembours*|crediter|crediterons|creditons
        ~ contenter*|contentons|contenterons .. moitie|partie|moins|%
        ~ transaction amiable
        ~ descont*|reduc*|reduzc*|reduciremos .. importe|factura|deuda|total|saldo|%|le
        ~ reduccion|rebaja
        ~ perdon*|renunci*|anul*|elimin*|cancel* .. recargo*|deuda|interes*|resto|saldo|comision*|factura|importe
        saldo y finiquito
        ~ acept* .. mitad|parte|menos|inferior|reducid*
        ~ mitad .. suficiente|basta|resto|saldad*
        ~ reembols*|devolver*|abonaremos|abonarle|compensar*
        ~ gesto comercial|buena
        ~ sin|no ?es ?sera ?tendra ?hace .. pagar|abonar .. resto|totalidad
        ~ riduzione|ridurr*|ridurre|riduciamo|scal*|decurt*|detrar* .. importo|fattura|debito|prezzo|totale|%
        ~ rinunc*|annull*|cancell*|azzer*|condon*|abbon* .. mora|interess*|saldo|resto|debit*|penal*|importo|fattura|spese
        saldo e stralcio
        ~ accett* .. meta|parte|meno|ridott*|inferiore
        ~ meta .. sufficiente|basta|bast*|resto
        ~ rimbors*|accredit* .. vi|le|euro|eur|importo
        ~ venire*|veniamo|venirvi|verremo .. incontro
        ~ schelden|scheld ... kwijt
        ~ zien|zie ... af
        ~ afzien van
        - vraag|vragen|opmerking*|wensen .. kwijt
        ~ kwijt
        ~ verlag*|verminder*|vermindering|reducer* .. bedrag|factuur|schuld|totaal|%
        - zien|zie|ziet ... tegemoet
        ~ tegemoet*
        ~ helft|deel|minder .. voldoende|genoeg|volstaat|rest|akkoord
        ~ afboek*|crediteren|crediteer*|terugbetal*|vergoed*
        ~ finale kwijting
        ~ laten .. zitten|vallen
        """ + "\n" + Sayings.G04Sayings.Lines);

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("G04", "discount, waiver, settlement without a grant", "Giving money away needs authority; a promise in a mail binds the creditor.", Verdict.Block, Judge)
    {
        PersonDecides = true,
        Vocabulary = Words.Source,
    };

    private static Finding? Judge(Draft draft, SendFacts facts) =>
        facts.Facts.Granted.DiscountPercent is null ? SentenceWall.First(draft, "G04") : null;
}
