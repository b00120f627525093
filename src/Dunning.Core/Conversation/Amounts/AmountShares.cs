using System.Globalization;
using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Wording;
using Dunning.Core.Ledger;

namespace Dunning.Core.Conversation.Amounts;

/// <summary>Words for a part of the debt: half, a third, 30 %, the rest, everything.</summary>
internal static partial class AmountShares
{
    public static IEnumerable<AmountMention> Find(string folded, IReadOnlyList<OpenItemRef> openItems)
    {
        var currency = openItems.Select(i => i.Currency).Distinct().Take(2).ToArray() is [var one] ? one : null;
        var total = currency is null ? (decimal?)null : openItems.Sum(i => i.Open);
        foreach (Match m in Words().Matches(folded))
        {
            var rest = m.Groups["rest"].Success || m.Groups["balance"].Success;
            var fraction = rest ? null : FractionOf(m);
            if (!rest && fraction is null || m.Groups["percent"].Success && Discounts().IsMatch(folded[Math.Max(0, m.Index - 14)..Math.Min(folded.Length, m.Index + m.Length + 24)])) continue;
            var value = fraction is { } part && total is { } sum ? Math.Round(part * sum, Money.MinorDigits(currency!), MidpointRounding.ToEven) : (decimal?)null;
            var word = rest ? AmountWord.Rest : fraction switch { 1m => AmountWord.All, 0.5m => AmountWord.Half, _ => AmountWord.Share };
            yield return new AmountMention(new TextSpan(m.Index, m.Length), value, currency, word) { Fraction = fraction, OrAll = m.Groups["balance"].Success };
        }
    }

    private static decimal? FractionOf(Match m) =>
        m.Groups["half"].Success ? 0.5m : m.Groups["all"].Success ? 1m : m.Groups["twothirds"].Success ? 2m / 3 : m.Groups["third"].Success ? 1m / 3
        : m.Groups["threequarters"].Success ? 0.75m : m.Groups["quarter"].Success ? 0.25m
        : decimal.TryParse(m.Groups["percent"].Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is > 0 and <= 100 ? percent / 100 : null;

    private const RegexOptions Options = RegexOptions.CultureInvariant;

    private const string Percent = @"\b(?<percent>\d{1,3}(?:[.,]\d{1,2})?)\s?(?:%|percent\b|per cent\b|prozent\b|pour ?cent\b|por ?ciento\b|per ?cento\b|procent\b)";
    private const string Half = @"\b(?<half>half|die halfte|halfte|la moitie|moitie|la mitad|mitad|la meta(?: del)?|meta(?: dell)?|de helft|helft)\b";
    private const string Parts = @"\b(?<twothirds>two[- ]thirds?|zwei drittel|(?:les )?deux tiers|(?:las )?dos (?:terceras partes|tercios)|(?:i )?due terzi|twee ?derde)\b|\b(?<third>(?:a|one)[- ]third|ein(?:es)? drittel|drittel|un tiers|le tiers|un tercio|la tercera parte|un terzo|een derde)\b|\b(?<threequarters>three[- ]quarters|drei ?viertel|(?:les )?trois quarts|tres cuart(?:os|as partes)|tre quarti|driekwart)\b|\b(?<quarter>(?:a|one) quarter (?:of)|ein viertel|un quart|le quart|un cuarto|la cuarta parte|un quarto|een kwart)\b";
    private const string Rest = @"\b(?<rest>(?:the )?(?:rest|remainder)|(?:the )?remaining (?:amount|balance|part|half|sum|invoices?)|den rest|der rest|die restliche \w+|den restlichen \w+|restbetrag|restsumme|le reste|le restant|le solde restant|el resto|lo restante|el importe restante|il resto|il rimanente|il restante|la parte restante|de rest|het restant|restant|het resterende (?:bedrag|deel))\b|\b(?<balance>the (?:outstanding |open )?balance|le solde|el saldo|il saldo|het saldo|den saldo|der saldo)\b";
    private const string All = @"\b(?<all>(?:the )?full (?:amount|sum|balance)|in full|everything|whole (?:lot|amount|balance|sum)|entire (?:amount|balance|sum)|complete (?:sum|amount|balance)|total amount|all of it|vollstandig|komplett|in voller hohe|gesamtbetrag|gesamtsumme|gesamten? (?:betrag|summe)|alles|(?:la |en )?totalite|(?:l')?integralite|integralement|montant total|(?:la )?totalidad|importe total|integramente|l'intero importo|importo totale|per intero|integralmente|totalita|volledig(?:e bedrag)?|(?:het )?(?:hele|gehele) bedrag|totaalbedrag)\b";

    [GeneratedRegex($"{Percent}|{Half}|{Parts}|{Rest}|{All}", Options, PatternTime.Milliseconds)]
    private static partial Regex Words();

    // "3 % discount", "19 % VAT", "9 % interest": of something else than the debt.
    [GeneratedRegex(@"\b(?:discount|vat|tax|interest|rebate|skonto|rabatt|mwst|ust|mehrwertsteuer|zins\w*|remise|escompte|tva|interets?|descuento|iva|interes\w*|sconto|interessi|korting|btw|rente|increase|damaged|defective|beschadigt|defekt\w*)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Discounts();
}
