using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Core.Conversation.Extraction;

/// <summary>Which document a request is about.</summary>
public static partial class DocumentWords
{
    private const RegexOptions Options = RegexOptions.CultureInvariant;

    /// <summary>Kinds named in a sentence, in the order of the enum; empty when none is.</summary>
    public static IReadOnlyList<DocumentKind> Kinds(string text)
    {
        var folded = Folding.Fold(text);
        List<DocumentKind> kinds = [];
        if (Statement().IsMatch(folded)) kinds.Add(DocumentKind.Statement);
        if (Delivery().IsMatch(folded)) kinds.Add(DocumentKind.ProofOfDelivery);
        if (Order().IsMatch(folded)) kinds.Add(DocumentKind.PurchaseOrder);
        if (Tax().IsMatch(folded)) kinds.Add(DocumentKind.TaxForm);
        if (Bank().IsMatch(folded)) kinds.Add(DocumentKind.BankLetter);
        if (Copy().IsMatch(folded) || kinds.Count == 0 && Invoice().IsMatch(folded)) kinds.Insert(0, DocumentKind.InvoiceCopy);
        return kinds;
    }

    [GeneratedRegex(@"\b(?:statements?|soa|list of (?:all )?(?:open|outstanding) \w+|aging|kontoauszug\w*|saldenliste|offene[- ]?posten\w*|aufstellung|saldenbestatigung|ubersicht|releve|etat de compte|extracto|estado de cuenta|estratto conto|partitario|rekeningoverzicht|overzicht|openstaande posten|list with the open)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Statement();

    [GeneratedRegex(@"\b(?:proof of delivery|pods?|delivery (?:note|slip|receipt|paper|ticket)s?|signed delivery|goods receipt|lieferschein\w*|ablieferbeleg|abliefernachweis|liefernachweis|leistungsnachweis|bons? de livraison|bl signe|preuve de livraison|albaran\w*|prueba de entrega|bolla|ddt|cmr|preuve de (?:livraison|reception)|justificatif de livraison|bordereau de livraison|justificante de entrega|comprobante de entrega|prova di avvenuta consegna|bewijs van levering|zustellnachweis|documento di trasporto|prova di consegna|pakbon|afleverbon|vrachtbrief|leveringsbewijs)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Delivery();

    [GeneratedRegex(@"\b(?:purchase order|po|p\.o\.|which po|order (?:number|reference|no)|bestellnummer|bestellnr|bestellung|auftragsnummer|numero de commande|bons? de commande|numero de pedido|orden de compra|numero d'ordine|ordine d'acquisto|ordernummer|inkoopordernummer|bestelnummer)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Order();

    [GeneratedRegex(@"\b(?:w-?[89](?:ben(?:-?e)?)?|certificate of (?:tax )?residence|residence certificate|ansassigkeitsbescheinigung|unbedenklichkeitsbescheinigung|bescheinigung in steuersachen|certificat de residence|attestation de (?:regularite|vigilance)\w*|woonplaatsverklaring|tax (?:form|certificate|residency\w*)|vat certificate|freistellungsbescheinigung|umsatzsteuerbescheinigung|steuerbescheinigung|attestation (?:fiscale|de tva)|certificado (?:fiscal|de residencia)|certificato (?:fiscale|di residenza)|durf|durc|belastingverklaring|btw-verklaring)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Tax();

    [GeneratedRegex(@"\b(?:bank (?:confirmation|letter|certificate|reference)|letter from your bank|confirmation of (?:your )?bank (?:details|account)|rib\b|bestatigung (?:der|ihrer) (?:bank|bankverbindung|kontoverbindung)|attestation de (?:la banque|compte)|lettera della banca|brief van (?:de|uw) bank|bankbestatigung|attestation bancaire|rib certifie|certificado (?:bancario|de titularidad)|attestazione bancaria|lettera bancaria|bankverklaring|bankbevestiging)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Bank();

    [GeneratedRegex(@"\b(?:cop(?:y|ies)|duplicate|pdf|resend|send (?:it|them)? ?again|sending it again|re-?issue|resubmit|kopie\w*|duplikat\w*|rechnungsduplikat|erneut|nochmals?|copie|duplicata|renvoyer|copia|duplicado|reenvi\w*|duplicato|reinvi\w*|rimand\w*|duplicaat|opnieuw|nog eens)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Copy();

    [GeneratedRegex(@"\b(?:invoices?|bill|rechnung\w*|beleg|facture\w*|factura\w*|fattura|fatture|factuur|facturen|document)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Invoice();
}
