using System.Text.RegularExpressions;

namespace Dunning.Guardrails.Grounding;

/// <summary>The written forms of values in the six languages. All run in linear time.</summary>
internal static class Shapes
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string Number = @"(\d{1,3}([ .,'\u2019]\d{3})+([.,]\d{1,3})?|\d+([.,]\d{1,3})?)([.,]-{1,2}|[.,]\u2013|[.,]\u2014)?";
    private const string Currency =
        @"(\u20ac|us\$|\$|\u00a3|\u00a5|eur|usd|gbp|chf|sek|nok|dkk|pln|czk|huf|ron|bgn|jpy|cny|cad|aud|nzd|try|rub|inr|krw|mxn|brl|zar|sgd|hkd|isk|kwd|bhd|tnd|sfr\.?|fr\.|kr\.?|euros?|dollars?|d\u00f3lares|dolares|dollari|pounds?|livres|libras|sterline|pfund|franken|francs?|franchi|francos|cents?|zloty|yen)";
    private const string Month =
        "(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|" +
        "januar|j\u00e4nner|februar|m\u00e4rz|maerz|mrz|mai|juni|juli|oktober|okt|dezember|dez|" +
        "janvier|f\u00e9vrier|fevrier|mars|avril|juin|juillet|ao\u00fbt|aout|septembre|octobre|novembre|d\u00e9cembre|decembre|janv|f\u00e9vr|avr|juil|d\u00e9c|" +
        "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|ene|abr|ago|dic|" +
        "gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|gen|mag|giu|lug|set|ott|" +
        "januari|februari|maart|mei|augustus|mrt)";

    internal static readonly Regex MoneyBefore = new($@"\b{Currency} ?{Number}|[\u20ac$\u00a3\u00a5] ?{Number}", Options);
    internal static readonly Regex MoneyAfter = new($@"\b{Number} ?{Currency}\b|\b{Number} ?[\u20ac$\u00a3\u00a5]", Options);
    internal static readonly Regex MoneyBare = new(@"\b\d{1,3}([ .,'\u2019]\d{3})+([.,]\d{1,2})?\b|\b\d+[.,]\d{2}\b", Options);
    internal static readonly Regex Percent = new($@"{Number} ?(%|percent|per cent|prozent|pour ?cent|por ciento|per ?cento|procent)", Options);
    internal static readonly Regex IsoDate = new(@"\b\d{4}-\d{2}-\d{2}\b|\b\d{4}/\d{2}/\d{2}\b", Options);
    internal static readonly Regex NumericDate = new(@"\b\d{1,2}\. ?\d{1,2}\. ?(\d{4}|\d{2})?\b|\b\d{1,2}\.\d{1,2}\.|\b\d{1,2}([/-])\d{1,2}[/-](\d{4}|\d{2})\b", Options);
    internal static readonly Regex DayAndMonth = new(@"\b\d{1,2}/\d{1,2}\b", Options);
    internal static readonly Regex NamedDate = new(
        $@"\b\d{{1,2}}(\.|st|nd|rd|th|er|o|e|de|\u00b0)?[ -]?\s?(de |of |d'|d\u2019|of the )?{Month}\b\.?(,?[ -](de |del )?\d{{4}}\b)?|\b{Month}\.? \d{{1,2}}(st|nd|rd|th)?\b(,? \d{{4}}\b)?", Options);
    internal static readonly Regex MonthOfYear = new($@"\b{Month}\.? (de |del )?\d{{4}}\b", Options);
    internal static readonly Regex Duration = new(
        @"\b\d{1,4}[ -]?(\p{L}+ )?(days?|tage[ns]?|tag|t\u00e4gig\w*|jours?|d[i\u00ed]as?|giorn[io]|dag(en)?|weeks?|wochen?|semaines?|semanas?|settiman[ae]|weken|week|months?|monat(en?|s)?|mois|mes(es|i|e)?|maand(en)?|years?|jahr(en?|s)?|ans?|a\u00f1os?|ann[io]|jaar|hours?|stunden?|heures?|horas?|ore|uur)\b", Options);
    internal static readonly Regex Count = new(@"\b\d{1,4} (\p{L}+ )?(invoices?|rechnung(en)?|factures?|facturas?|fattur[ae]|facturen|factuur|items?|posten|positionen|partidas|partite|posten|\u00e9l\u00e9ments)\b|\b\d{1,3} (more|others?|weitere[rn]?|autres?|m\u00e1s|mas|otras?|altr[ei]|meer|andere)\b", Options);
    internal static readonly Regex Iban = new(@"\b[A-Z]{2}\d{2}( ?[A-Z0-9]{4}){2,7}( ?[A-Z0-9]{1,4})?\b", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    internal static readonly Regex Bic = new(@"\b(bic|swift)([ /-]?(code|bic|swift))?:? ?[a-z]{6}[a-z0-9]{2}([a-z0-9]{3})?\b", Options);
    internal static readonly Regex Link = new(
        @"\b(https?|ftp|hxxps?|sftp|file)://[^\s<>""\])]+|\bwww\.[^\s<>""\])]+|\b(data|javascript|vbscript|mailto|tel|sms|whatsapp):[^\s<>""]+|[\w.%+-]+@[\w-]+(\.[\w-]+)+|" +
        @"\b([\w-]+\.)+(com|net|org|io|de|fr|es|it|nl|eu|uk|co|info|biz|app|me|ch|at|be|ru|cn|xyz|top|online|shop|site|click|link|test|example|pay|bank|finance|live|store|cc|tv|to|ly|gl|pl|se|no|dk|pt|us|ca|ie|lu|invalid|zip|mov|page|dev|cloud|support|help)\b(/[^\s<>""\])]*)?|" +
        @"(^|\s)@[\w.]{3,}|[\w-]+\s?(\[\.\]|\(dot\)|\[dot\]|\(at\)|\[at\]| dot )\s?[\w-]+", Options);
    internal static readonly Regex Phone = new(@"(\+|\b00|\(0|\b0)[\d ()/.-]{5,22}\d\b", Options);
    // "43 and 39 days", "3rd and 5 March 2026", "March 3 and 5, 2026": only the last number, or the first, has the unit.
    private const string And = @"(,? ?(and|und|et|y|e|en|or|oder|ou|o|of|bzw\.?|beziehungsweise|respectively|respectivement|respectivamente|rispettivamente|respectievelijk|resp\.?|to|bis|&|/)|,)";
    internal static readonly Regex DayList = new(
        $@"\b\d{{1,4}}({And} (since |seit |depuis |desde |da |sinds |de )?\d{{1,4}})+ (days?|tage[ns]?|jours?|d[i\u00ed]as?|giorn[io]|dag(en)?|weeks?|wochen?|semaines?|semanas?|settiman[ae]|weken|months?|monat(en?|s)?|mois|meses|mesi|maanden)\b|\b\d{{1,4}}(/\d{{1,4}})+ (days|tagen?|jours|d[i\u00ed]as|giorni|dagen)\b", Options);
    internal static readonly Regex DateList = new(
        $@"\b(\d{{1,2}}(\.|st|nd|rd|th|er|\u00ba|\u00b0)?{And} (the |le |el |il |al |l'|l\u2019|den |dem |op |de |del )?)+\d{{1,2}}(\.|st|nd|rd|th|er|\u00ba|\u00b0)? (de |of |d'|d\u2019)?{Month}\b\.?(,?[ -](de |del )?\d{{4}}\b)?|\b{Month}\.? \d{{1,2}}(st|nd|rd|th)?({And} \d{{1,2}}(st|nd|rd|th)?\b)+(, \d{{4}}\b)?", Options);
    private const string Clock = @"\d{1,2}([:.h]\d{2})?";
    internal static readonly Regex Time = new(
        $@"\b{Clock} ?(uhr|[ap]\.?m\.?|uur|h|heures?)? ?(-|\u2013|bis|to|and|till|until|\u00e0|alle|tot|und|a las|y las|y|e|et|en) ?{Clock} ?(uhr|[ap]\.?m\b\.?|uur|h|heures)\b|\b{Clock} ?(uhr|[ap]\.?m|h)\b|\b\d{{1,2}} h \d{{2}}\b|\b\d{{1,2}}:\d{{2}}\b|\bdalle \d{{1,2}} alle \d{{1,2}}\b", Options);
    internal static readonly Regex PageCount = new(@"\b(page|seite|p\u00e1gina|pagina|p\u00e1g\.|pag\.|blatt|blad) \d{1,2}( ?(of|von|sur|de|di|van|/) ?\d{1,2})?\b", Options);
    internal static readonly Regex LoosePhone = new(@"[+(]{0,2}\d[\d ()/.-]{5,22}\d\b", Options);
    internal static readonly Regex Street = new(
        @"\b\d{1,4} ?[a-z]?( bis| ter)?,? (\p{L}[\p{L}.'\u2019-]* ){0,4}(street|road|lane|avenue|drive|court|square|way|close|row|quay|st|rd|ave|blvd)\b|" +
        @"\b\d{1,4}( ?bis| ?ter)?,? (rue|avenue|boulevard|place|quai|chemin|impasse|all\u00e9e|cours|route|zone) (\p{L}[\p{L}.'\u2019-]* ?){1,6}|" +
        @"\b\p{L}[\p{L}.'\u2019 -]*(stra\u00dfe|strasse|str\.|weg|platz|allee|gasse|ring|damm|ufer|markt|hof|graben|straat|laan|plein|kade|gracht|singel|dijk|park) ?\d{1,4} ?[a-z]?\b|" +
        @"\b(calle|c/|avenida|avda\.?|plaza|paseo|carrer|ronda|pol\u00edgono|camino|via|viale|piazza|corso|largo|strada|vicolo|rue|am|an der|im|zum|zur) ?(\p{L}[\p{L}.'\u2019-]* ?){1,6},? ?(n\.?[o\u00b0]?\.? ?)?\d{1,4} ?[a-z]?\b", Options);
    internal static readonly Regex Postcode = new(@"(^|[,|\u00b7\u2013-] ?)([a-z]{1,2}-)?\d{4,5}( [a-z]{2})? \p{L}{2}[\p{L}'\u2019 .-]*", Options | RegexOptions.Multiline);
    internal static readonly Regex NumberLike = new(@"[\w][\w./_#-]*\d[\w./_#-]*|\d", Options);
    internal static readonly Regex ListMarker = new(@"^ *\d{1,2}(\.?[ao])?[.)]{1,2} ", Options | RegexOptions.Multiline);
    internal static readonly Regex InlineMarker = new(@"\([1-9]\)", Options);
    internal static readonly Regex Weekday = new(
        @"\b(monday|tuesday|wednesday|thursday|friday|saturday|sunday|montags?|dienstags?|mittwochs?|donnerstags?|freitags?|samstags?|sonnabends?|sonntags?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|mi\u00e9rcoles|miercoles|jueves|viernes|s\u00e1bado|sabado|domingo|luned\u00ec|marted\u00ec|mercoled\u00ec|gioved\u00ec|venerd\u00ec|sabato|domenica|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)\b", Options);
}
