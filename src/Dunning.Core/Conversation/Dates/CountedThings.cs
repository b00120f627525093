using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Core.Conversation.Dates;

/// <summary>Tells "on the 15th" from "the 15 invoices" by what follows the number.</summary>
internal static partial class CountedThings
{
    private const int LooksAhead = 24;

    /// <summary>A unit, a currency or a thing that is counted follows.</summary>
    public static bool Follow(string folded, int end) => Things().IsMatch(Rest(folded, end));

    /// <summary>The phrase ends here: punctuation, the end of the text, or a word that goes on with the sentence.</summary>
    public static bool Ends(string folded, int end) => End().IsMatch(Rest(folded, end));

    private static ReadOnlySpan<char> Rest(string folded, int end) => folded.AsSpan(end, Math.Min(LooksAhead, folded.Length - end));

    private const RegexOptions Options = RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^(?:[.,:]\d|[a-z]|\s?(?:%|\d|[€$£¥]|eur|euros?|usd|gbp|chf|mal\b|x\b|h\b|h\d|uhr|ore\b|heures?|horas?|uur\b|o'clock|am\b|pm\b|percent|prozent|per ?cent|por ?ciento|pour ?cent|notice|reminder|request|time|thing|class|half|floor|choice|mail|e-?mail|attempt|invoice|letter|call|mahnung|rechnung|rate|quarter|quartal|instal?lment|facture|fattur|factura|factu|days?\b|tage|jours?\b|dias?\b|giorn|dagen|weeks?\b|wochen|semaines?\b|settiman|weken|months?\b|monat|mesi?\b|meses|maand|stuck|pieces?|pcs|items?|positionen|lignes?|articles?|articulos|articoli|artikel|boxes|palet|pallet|years?|jahr))", Options, PatternTime.Milliseconds)]
    private static partial Regex Things();

    [GeneratedRegex(@"^\s*(?:$|[.,;:!?)\n]|(?:at|by|of|we|you|and|for|via|with|is|will|as|if|wir|sie|uber\w*|zahl\w*|bezahl\w*|raus|ange\w+|begl\w+|ausge\w+|erfolg\w+|erledig\w+|gutge\w+|bei|auf|an|des|und|per|vom|nous|et|par|sur|au|du|de|del|y|por|en|a|e|con|via|tramite|van|wij|we|over|betal\w*|op|het|uit|uitge\w+|voldaan|gedaan|overge\w+)\b)", Options, PatternTime.Milliseconds)]
    private static partial Regex End();
}
