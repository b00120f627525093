using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Core.Conversation.Extraction;

/// <summary>Parts of a debt told apart by their order: "the first instalment on the 3rd, the second on the 17th".</summary>
internal static partial class Instalments
{
    /// <summary>Where parts are named, in their order; days of the calendar ("the first Monday") are for the caller to leave out.</summary>
    public static IEnumerable<TextSpan> Find(string folded) => Named().Matches(folded).Select(m => new TextSpan(m.Index, m.Length));

    [GeneratedRegex(@"\b(?:(?:first|second|third|fourth|last|final|1st|2nd|3rd|next|other)(?: (?:one|instal?ment|part|half|third|payment|transfer|tranche|portion))?|(?:erste|zweite|dritte|vierte|letzte|andere)[nr]?(?: (?:rate|halfte|teil\w*|zahlung|tranche|halfte))?|(?:premiere?|seconde?|deuxieme|troisieme|quatrieme|derniere?)(?: (?:versement|tranche|partie|moitie|echeance|paiement|virement|acompte))?|(?:primer[ao]?|segund[ao]|tercer[ao]?|cuart[ao]|ultim[ao])(?: (?:plazo|pago|cuota|parte|mitad|transferencia))?|(?:prim[ao]|second[ao]|terz[ao]|quart[ao]|ultim[ao])(?: (?:rata|parte|tranche|meta|bonifico|pagamento))?|(?:eerste|tweede|derde|vierde|laatste|andere)(?: (?:termijn|deel|helft|betaling|overboeking))?)\b", RegexOptions.CultureInvariant, PatternTime.Milliseconds)]
    private static partial Regex Named();
}
