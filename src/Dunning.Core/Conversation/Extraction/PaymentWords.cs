using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Core.Conversation.Extraction;

/// <summary>Payment method and payment reference named in a text.</summary>
public static partial class PaymentWords
{
    /// <summary><c>card</c>, <c>sepa</c>, <c>wire</c>, <c>ach</c>, <c>cheque</c>, <c>paypal</c>, or null.</summary>
    public static string? Method(string text)
    {
        var folded = Folding.Fold(text);
        return Cheque().IsMatch(folded) ? "cheque" : Card().IsMatch(folded) ? "card" : Debit().IsMatch(folded) ? "sepa"
            : Ach().IsMatch(folded) ? "ach" : PayPal().IsMatch(folded) ? "paypal" : Wire().IsMatch(folded) ? "wire" : null;
    }

    /// <summary>The reference a payment was made under, as written; null when none is named.</summary>
    public static string? Reference(string text) =>
        Named().Match(text) is { Success: true } m && m.Groups["r"].Value.TrimEnd('.', ',') is { } value && value.Any(char.IsAsciiDigit) ? value : null;

    private const RegexOptions Options = RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(?:cheque|schecks?|talon|assegno|verrechnungsscheck)\b|\bchecks? (?:is |goes |went |was |will be )?(?:in the|by) (?:mail|post)|\b(?:by|a) check\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Cheque();

    [GeneratedRegex(@"\b(?:credit card|by card|kreditkarte|mit karte|carte bancaire|carte de credit|par carte|tarjeta|carta di credito|creditcard|debit card)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Card();

    [GeneratedRegex(@"\b(?:sepa|direct debit|lastschrift|prelevement|domiciliacion|addebito diretto|incasso)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Debit();

    [GeneratedRegex(@"\bach\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Ach();

    [GeneratedRegex(@"\bpaypal\b", Options, PatternTime.Milliseconds)]
    private static partial Regex PayPal();

    [GeneratedRegex(@"\b(?:wire|wired|bank transfer|transfer\w*|swift|\w*uberweis\w*|uberwiesen|virement|vire|transferencia|bonifico|overboeking|overgemaakt|overmaken)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Wire();

    [GeneratedRegex(@"\b(?i:payment reference|reference|ref|verwendungszweck|referenz|référence|réf|referencia|riferimento|rif|kenmerk|betalingskenmerk|unter angabe von|onder vermelding van|trn|utr|transaction id)\b\.?\s*(?:(?i:no|nr|number|is|was|lautet|id)\b\.?)?\s*[:#]?\s*(?<r>[A-Za-z]{0,8}[-/]?\d[\w\-/.]*)", Options, PatternTime.Milliseconds)]
    private static partial Regex Named();
}
