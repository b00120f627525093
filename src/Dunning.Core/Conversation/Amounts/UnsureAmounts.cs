using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Core.Conversation.Amounts;

/// <summary>Amounts a text leaves open: "a part of it", "between 300 and 500 euros", "at least 500", a bare "800".</summary>
public static partial class UnsureAmounts
{
    private const int LooksBack = 24;
    private const RegexOptions Options = RegexOptions.CultureInvariant;

    /// <summary>Whether the text speaks of a part of the debt without saying which.</summary>
    public static bool Part(string text) => Parts().IsMatch(Folding.Fold(text));

    /// <summary>Whether the words before an amount make it a limit or an estimate.</summary>
    public static bool Limit(string text, TextSpan amount) => Limits().IsMatch(Folding.Fold(text[Math.Max(0, amount.Start - LooksBack)..amount.Start]));

    /// <summary>A number behind a paying verb that may be an amount or the number of an invoice.</summary>
    public static bool Bare(string text) => BareNumber().IsMatch(Folding.Fold(text));

    [GeneratedRegex(@"\b(?:(?:a|one|the first|some) part(?: of| payment)?|part[- ]pay(?:ment|ments|ing)?|partial(?:ly| payment)?|some of (?:it|this|that|the|your)|something (?:on|towards) account|on account of|a (?:bit|portion|chunk) of|(?:ein(?:en)?|der erste) teil|teil(?:betrag|betrage|zahlung|zahlungen|weise|summe)|abschlag(?:szahlung)?|anzahlung|une partie|en partie|partiel\w*|(?:un |d')?acompte|una parte|parcial\w*|parte de (?:la|lo|el)|a cuenta|un anticipo|parzial\w*|(?:un )?acconto|in parte|parte (?:del|della|dell)|een (?:deel|gedeelte)|deelbetaling|gedeeltelijk\w*|aanbetaling)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex Parts();

    [GeneratedRegex(@"(?:\b(?:between|zwischen|entre|tra|fra|tussen|up to|bis zu|jusqu'a|hasta|fino a|tot|at least|mindestens|wenigstens|au moins|al menos|como minimo|almeno|minstens|at most|hochstens|maximal|au maximum|como maximo|al massimo|hoogstens|around|about|roughly|approx\.?|circa|ca\.?|etwa|ungefahr|environ|unos|aproximadamente|alrededor de|ongeveer|rond(?: de)?)\s+(?:the |den |les |los |le |de )?|\d\s?(?:-|to|bis|a|tot)\s?|~\s?|\b(?:between|zwischen|entre|tra|fra|tussen)\s+\d[\d.,]*\s?(?:€|eur|euros?)?\s?(?:and|und|et|y|e|en)\s+)(?:€|eur|euros?|\$|£)?\s?$", Options, PatternTime.Milliseconds)]
    private static partial Regex Limits();

    [GeneratedRegex(@"\b(?:pay|paying|transfer|wire|send|remit|zahle|zahlen|uberweise|uberweisen|paie|paierons|payons|vire|virons|virerons|pago|pagamos|pagaremos|transfiero|pagare|paghiamo|pagheremo|paghero|betaal|betalen|maak|maken)\s+(?:you |ihnen |euch |vous |les |le |vi |ve |u )?(?:another |weitere |encore |otros |altri |nog )?[1-9]\d{2,4}\s+(?:this|next|on|by|now|today|tomorrow|am|bis|zum|diesen|heute|morgen|le|d'ici|demain|el|manana|hoy|il|entro|domani|op|uiterlijk|vandaag|vrijdag|freitag|friday)\b", Options, PatternTime.Milliseconds)]
    private static partial Regex BareNumber();
}
