using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Core.Conversation.Extraction;

/// <summary>Why somebody disputes, by the words of the six languages.</summary>
public static partial class DisputeWords
{
    private const RegexOptions Options = RegexOptions.CultureInvariant;

    /// <summary>The most specific reason named; <see cref="DisputeReason.Other"/> when none is.</summary>
    public static DisputeReason Reason(string text)
    {
        var folded = Folding.Fold(text);
        return Duplicate().IsMatch(folded) ? DisputeReason.Duplicate
            : NotOrdered().IsMatch(folded) ? DisputeReason.NotOrdered
            : WrongAddressee().IsMatch(folded) ? DisputeReason.WrongAddressee
            : Order().IsMatch(folded) ? DisputeReason.PurchaseOrder
            : NotReceived().IsMatch(folded) ? DisputeReason.NotReceived
            : Quality().IsMatch(folded) ? DisputeReason.Quality
            : Quantity().IsMatch(folded) ? DisputeReason.Quantity
            : Tax().IsMatch(folded) ? DisputeReason.Tax
            : Price().IsMatch(folded) ? DisputeReason.Price : DisputeReason.Other;
    }

    [GeneratedRegex(@"\b(?:duplicate|twice|double|already (?:invoiced|billed)|doppelt\w*|doppelberechnung|zweimal|deux fois|en double|dos veces|duplicad\w+|due volte|doppi\w|dubbel|twee keer)\b|two times", Options, PatternTime.Milliseconds)]
    private static partial Regex Duplicate();

    [GeneratedRegex(@"\b(?:never ordered|(?:not|n't|never|nothing we) order\w*|did ?nt order|no record of (?:having )?order\w*|isn't what we ordered|nicht bestellt|nie bestellt|keine bestellung|(?:jamais|pas) command\w*|no lo (?:pedimos|hemos pedido)|nunca pedimos|mai ordinat\w|non (?:abbiamo )?ordinat\w|niet besteld|nooit besteld)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex NotOrdered();

    [GeneratedRegex(@"\b(?:wrong (?:legal )?(?:entity|company|addressee|address)|not our company|falsche\w* (?:gesellschaft|firma|adresse|empfanger)|mauvaise societe|empresa equivocada|sociedad equivocada|societa sbagliata|verkeerde (?:bv|entiteit|bedrijf))\b", Options, PatternTime.Milliseconds)]
    private static partial Regex WrongAddressee();

    [GeneratedRegex(@"\b(?:(?:missing|without|no|lacks?) (?:a |our |the )?(?:po|purchase order)\w*|missing our purchase|bestellnummer|bestellbezug|numero de commande|numero de pedido|numero d'ordine|ordernummer)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Order();

    [GeneratedRegex(@"\b(?:never (?:arrived|received|delivered|came|showed|got|come)|not (?:been )?(?:delivered|received|arrived|come)|(?:were|was|have) never (?:delivered|received|come)|never got|did(?: not|n't) (?:arrive|receive|get)|nie (?:angekommen|erhalten|geliefert|bekommen)|nicht (?:angekommen|erhalten|geliefert|bekommen|gekommen)|(?:jamais|pas) (?:recu\w*|ete livre\w*|arrive\w*)|non (?:recue?s?|livree?s?)|no (?:recibid\w+|entregad\w+|fue entregad\w+|ha llegado|hemos recibido)|nunca (?:llego|recib\w+)|mai (?:arrivat\w|ricevut\w)|non (?:e stata )?(?:consegnat\w|ricevut\w|arrivat\w)|(?:nooit|niet) (?:ontvangen|geleverd|aangekomen|zijn geleverd))\b", Options, PatternTime.Milliseconds)]
    private static partial Regex NotReceived();

    [GeneratedRegex(@"\b(?:damag\w*|defect\w*|faulty|broken?|quality|poor|not work\w*|never finished|incomplete work|not completed|beschadigt\w*|mangel\w*|mangelhaft\w*|defekt\w*|kaputt|qualitat|nie fertig|defectueu\w*|endommage\w*|casse\w*|en panne|qualite|defectuos\w*|danad\w*|rot[ao]s?|calidad|difettos\w*|danneggiat\w*|qualita|kapot|beschadigd|gebrekkig|kwaliteit)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Quality();

    [GeneratedRegex(@"\b(?:quantit\w*|short(?: delivery|age|ed)?|missing|only (?:\w+ )?\d+|part of|half of it|menge|fehlen|fehlmenge|stuckzahl|stuck|zu wenig|teil von|manque\w*|cantidad|falta\w*|mancan\w*|aantal|ontbreekt|ontbreken|te weinig|hours)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Quantity();

    [GeneratedRegex(@"\b(?:vat|tax|mwst|mehrwertsteuer\w*|umsatzsteuer|tva|iva|btw(?:-tarief)?)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Tax();

    [GeneratedRegex(@"\b(?:price\w*|rate|discount|overcharg\w*|too (?:high|much)|amount|should be|agreed|contract|quote|preis\w*|rabatt|zu hoch|konditionen|angebot|betrag|prix|tarif|remise|devis|precio|descuento|tarifa|prezzo|sconto|prijs|korting|te hoog|tarief)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Price();
}
