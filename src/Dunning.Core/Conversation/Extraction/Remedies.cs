using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Core.Conversation.Extraction;

/// <summary>
/// Requests that an invoice be put right: corrected, replaced, credited or cancelled. No such paper exists yet, so it is no
/// request for a document, but what the customer wants done about a wrong bill.
/// </summary>
public static partial class Remedies
{
    private const RegexOptions Options = RegexOptions.CultureInvariant;

    /// <summary>Whether a sentence wants an invoice put right and asks for no paper that exists.</summary>
    public static bool Asks(string sentence)
    {
        var folded = Folding.Fold(sentence);
        return (Corrected().IsMatch(folded) || Credited().IsMatch(folded)) && !Copied().IsMatch(folded)
            && DocumentWords.Kinds(sentence).All(kind => kind is DocumentKind.InvoiceCopy or DocumentKind.PurchaseOrder);
    }

    // The bill and what shall happen to it, in either order and with a few words between.
    [GeneratedRegex(
        @"\b(?:(?:correct(?:ed)?|amend(?:ed)?|revis(?:e|ed)|rectif(?:y|ied)|re-?issue[ds]?|replacement|adjust(?:ed)?) (?:\w+ ){0,3}(?:invoices?|bills?|version)|(?:invoices?|bills?|it) (?:\w+ ){0,3}(?:corrected|amended|revised|rectified|re-?issued|adjusted|cancelled)"
        + @"|(?:korrigier\w*|berichtig\w*|richtig gestellt\w*|geandert\w*|neue|angepasst\w*) (?:\w+ ){0,2}(?:rechnung\w*|faktura|version|fassung)|(?:rechnungskorrektur|korrekturrechnung|rechnungsberichtigung|ersatzrechnung)\w*|rechnung\w* (?:\S+ ){0,4}(?:korrigier\w*|berichtig\w*|stornier\w*|neu aus\w*|umschreib\w*)"
        + @"|factures? (?:\w+ ){0,2}(?:rectifi\w*|corrig\w*|modifi\w*|conforme)|(?:corriger|rectifier|refaire|annuler|modifier) (?:\w+ ){0,2}factures?"
        + @"|facturas? (?:\w+ ){0,2}(?:rectific\w*|correg\w*|corrig\w*|modific\w*)|(?:corregir|corrijan|rectificar|rectifiquen|anular|anulen|rehacer|modificar) (?:\w+ ){0,2}facturas?"
        + @"|fattur[ae] (?:\w+ ){0,2}(?:corrett\w*|rettific\w*|modificat\w*)|(?:correggere|rettificare|stornare|rifare|annullare|modificare|correggete|stornate) (?:\w+ ){0,2}fattur[ae]"
        + @"|(?:gecorrigeerde|verbeterde|aangepaste|gewijzigde|nieuwe|correcte|juiste) (?:\w+ ){0,2}(?:factuur|facturen|nota|rekening)|(?:factuur|facturen|nota|rekening) (?:\S+ ){0,4}(?:corrigeren|aanpassen|aan te passen|crediteren|verbeteren|herzien))\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Corrected();

    [GeneratedRegex(@"\b(?:credit (?:note|memo|us|it)|gutschrift|stornorechnung|storno|note de credit|un avoir|nota de (?:credito|abono)|abono|nota di (?:credito|accredito)|storno|creditnota|creditfactuur)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Credited();

    [GeneratedRegex(@"\b(?:cop(?:y|ies)|duplicates?|kopien?|duplikat\w*|zweitschrift|duplicata|copies?|copias?|duplicado|copi[ae]|duplicato|kopie\w*|duplicaat|afschrift)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Copied();
}
