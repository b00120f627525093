using Dunning.Guardrails.Grounding;
using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Rules;

/// <summary>
/// G07: confirms a payment, or that nothing is owed, although the facts show no payment or a balance. Conditions
/// ("if you have paid"), denials ("we have not received") and what the customer said are harmless.
/// </summary>
public static class G07Receipt
{
    internal static readonly Phrases Words = Phrases.Of("""
        @got = received|arrived|cleared|booked|credited|reached|landed|posted|eingegangen|erhalten|gutgeschrieben|verbucht|angekommen|recu|recue|encaisse*|parvenu*|credite*|recibido|recibida|ingresad*|abonad*|ricevut*|pervenut*|accreditat*|incassat*|ontvangen|binnen|binnengekomen|bijgeschreven|settled|paid|beglichen|bezahlt|voldaan|regle*|pagad*|pagat*|saldat*|saldad*|betaald|ausgeglichen
        - if|once|when|whether|should|until|unless|soon|case|where|after|falls|sollte*|sobald|wenn|ob|sofern|si|sauf|des|lorsque|cuando|caso|se|qualora|appena|quando|indien|mocht|zodra|als|wanneer|of ... @got
        - not|no|never|n_t|n|t|yet|nicht|kein*|ohne|weder|noch|ne|n|pas|aucun*|sin|ningun*|non|senza|nessun*|niet|geen|unable|without|cannot ... @got
        - you told|wrote|said|informed|mentioned|reported|let|indicated|state|stated|say ... @got|paid|payment
        - telling|informing|letting|notifying us ... @got|paid|payment
        - information|mitteilung|nachricht|hinweis ... gezahlt|bezahlt|uberwiesen
        - please confirm|tell|check|let ... @got|paid|sent
        - promise|promised|announced payment
        - query|question|dispute|enquiry|complaint ... closed|resolved|settled
        - nachricht|mitteilung|ruckmeldung|mail|frage|ruckfrage|hinweis zur|zu|zum|uber|bezuglich ?ihrer|ihre|die|der ?geplanten|geplante zahlung|uberweisung
        - message|mail|email|note|question|reply|answer|call about|regarding|on ?the|your|this payment
        - payment promise|commitment|notice|advice|confirmation|date|plan|proposal|reference|details|information|intention|instruction*
        - invoice|invoices|mail|email|message|request|reminder|order|document|copy .. received
        - received your|the|an|a ?e mail|email|message|request|question|enquiry|query|reply|note|letter|response|feedback
        ~ payment|payments|money|funds|transfer|remittance|amount|wire|cheque|check|sum ... @got|with_us|through|safely
        ~ @got ... payment|payments|money|funds|transfer|remittance|wire|cheque|sum|zahlung|uberweisung|geld|zahlungseingang|paiement|reglement|virement|pago|transferencia|pagamento|bonifico|betaling|overboeking
        ~ payment|money|funds|transfer .. in our account|with us|come_in|came
        ~ payment|money|funds|transfer .. has|is|came|come ?come|came|gone in|through
        ~ receipt of .. payment|transfer|funds|money|amount
        ~ payment|transfer|receipt confirm*
        ~ confirm* .. payment|receipt
        ~ thank*|thanks .. for .. payment|paying|transfer|settl*
        ~ account|invoice|invoices|balance|bill|matter|debt|everything .. is|are|was|has|now|been ?now|been|fully settled|cleared|balanced|paid|zero|nil|closed|square|discharged|done|up_to_date
        ~ up to date
        ~ zero|nil balance
        ~ balance .. zero|nil|0
        ~ paid in full|off
        ~ fully|completely paid|settled
        ~ owe .. nothing|us_nothing
        ~ nothing ?further|more|else|left ?is|left|to .. owe*|outstanding|due|pay|open|owing
        ~ no|longer ?further|more|longer .. outstanding|owed|owing|balance|debt
        ~ all settled|paid|clear|square|done|good
        ~ you are|re ?all|now clear|square|even|settled
        ~ case|file|matter .. closed
        ~ consider .. settled|closed|paid
        ~ zahlung*|betrag|uberweisung|geld|zahlungseingang ... @got|da|eingetroffen
        ~ eingang|erhalt|zahlungseingang .. bestatig*
        ~ bestatig* .. eingang|erhalt|zahlung*
        ~ dank .. zahlung|uberweisung|begleich*
        ~ konto|rechnung|rechnungen|forderung|saldo|posten .. ist|sind|nun|damit|jetzt .. ausgeglichen|beglichen|bezahlt|erledigt|null|getilgt|gezahlt
        ~ nichts ?mehr offen|schuldig|schulden|ausstehend|zahlen
        ~ nichts mehr
        ~ schulden .. nichts
        ~ vollstandig|restlos bezahlt|beglichen|ausgeglichen
        ~ erledigt
        ~ paiement|reglement|virement|somme ... @got|arrive
        ~ accus* .. reception .. paiement|reglement|virement
        ~ confirm* .. reception|paiement|reglement
        ~ merci pour|de|du ?votre|le|ce paiement|reglement|virement
        ~ compte|facture|solde|creance .. solde*|jour|apure*|regle*|acquitte*|payee|nul|zero
        ~ plus rien
        ~ rien .. devez|devoir|payer|regler
        ~ devez .. rien
        ~ pago|transferencia|importe|dinero ... @got|llegado
        ~ acus* recibo .. pago|transferencia
        ~ confirm* .. recepcion|pago
        ~ gracias .. por .. pago|transferencia
        ~ cuenta|factura|deuda|saldo .. saldad*|liquidad*|cancelad*|corriente|al_dia|cero|pagad*
        ~ nada .. debe|deben|pendiente|pagar
        ~ debe|deben nada
        ~ no debe
        ~ pagamento|bonifico|importo|somma ... @got|arrivat*
        ~ conferm* .. ricezione|pagamento|incasso
        ~ grazie .. per|del .. pagamento|bonifico
        ~ conto|fattura|fatture|debito|posizione .. saldat*|pagat*|pareggiat*|chius*|regolat*|zero|estint*
        ~ nulla|niente .. dov*|sospeso|pagare
        ~ dovete ?piu nulla|niente
        ~ betaling|bedrag|overboeking|geld ... @got
        ~ bevestig* .. ontvangst|betaling
        ~ ontvangst .. bevestig*
        ~ bedankt|dank .. voor .. betaling|overboeking
        ~ rekening|factuur|facturen|saldo|vordering .. voldaan|betaald|vereffend|nul|afgerond|afgesloten
        ~ niets ?meer verschuldigd|open|schuldig|betalen
        ~ bent .. niets
        ~ volledig betaald|voldaan
        """ + "\n" + Sayings.G07Sayings.Lines);

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("G07", "confirming receipt or a zero balance without a ledger fact", "A confirmed receipt ends the debt; only the bank and the ledger know it.", Verdict.Block, Judge)
    {
        PersonDecides = true,
        Vocabulary = Words.Source,
    };

    private static Finding? Judge(Draft draft, SendFacts facts) =>
        facts.Facts.PaymentsReceived.Count == 0 ? SentenceWall.First(draft, "G07", (part, sentence) => SpeaksOfPromise(draft, facts, part, sentence)) : null;

    // "We have noted your payment of 100 EUR for 27 March": what is promised for a day to come has not been received.
    private static bool SpeaksOfPromise(Draft draft, SendFacts facts, Part part, Sentence sentence) =>
        draft.Readings.Any(reading => ReferenceEquals(reading.Part, part) && reading.Items.Any(item =>
            item.Kind == ItemKind.Date && item.Start >= sentence.Start && item.Start < sentence.Start + sentence.Length &&
            item.Dates.Any(day => day > facts.Facts.Today && facts.Facts.Promises.Any(promise => promise.Date == day))));
}
