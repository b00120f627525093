using System.Text.RegularExpressions;
using Dunning.Core.Conversation.Commitments;
using Dunning.Core.Conversation.Dates;
using Dunning.Core.Conversation.Wording;

namespace Dunning.Core.Conversation.Extraction;

/// <summary>Tells the day of a payment from the other days a sentence names (of the invoice, of a delivery, its due date, a call).</summary>
internal static partial class DueDates
{
    private const int LooksBack = 60;

    public static IReadOnlyList<DateMention> Future(string text, IReadOnlyList<DateMention> dates, DateOnly today, string language, IReadOnlyDictionary<TextSpan, DayOfPayment> ties)
    {
        // "La date du 31 août" is a day; "daté du" would tie it to a document.
        var folded = Folding.Fold(text).Replace("la date du", "la jour du", StringComparison.Ordinal);
        var own = dates.Where(d => !Belongs(folded, d, today) && !Arranged(folded, d, dates) && !Holiday(folded, d) && !Denied(folded, d, dates) && (ties[d.Span] == DayOfPayment.Plain || !OtherEvents.Governs(folded, d, language))).ToArray();
        var later = own.Where(d => d.Ambiguous || d.Value >= today).ToArray();
        IEnumerable<DateMention> kept = later.Length > 0 ? later : own;
        // A sure phrase beats an unclear one ("next week, on 12 June"); a stretch of time says nothing against a day within it.
        if (later.Any(d => !d.Ambiguous)) kept = later.Where(d => !d.Ambiguous || d.Doubt is not DateDoubt.Vague);
        // "Next Friday's run, 29 May": the day named tells which Friday.
        var sure = later.Select(d => d.Value).OfType<DateOnly>().ToHashSet();
        kept = kept.Where(d => !d.Ambiguous || !d.Alternatives.Any(sure.Contains));
        // "Week 13, on Wednesday": the day counts, not the end of the week it lies in. Beside a plain promise an unclear week gives way.
        var plain = later.Any(d => d.Value is not null && ties[d.Span] == DayOfPayment.Plain);
        kept = kept.Where(d => d.Since is not { } first || !(plain && d.Rule != "range" && ties[d.Span] != DayOfPayment.Plain) && !later.Any(o => o.Since is null && o.Value >= first && o.Value <= d.Value));
        // Beside the day of an outright promise, one that no payment stands by is that of something else.
        if (kept.Any(d => d.Value is not null && ties[d.Span] == DayOfPayment.Plain)) kept = kept.Where(d => ties[d.Span] != DayOfPayment.Elsewhere);
        // The same day said twice ("Friday, 12.06.") is one.
        return [.. kept.GroupBy(d => d.Value is { } v ? v.DayNumber : -d.Span.Start - 1).Select(g => g.First())];
    }

    private static bool Belongs(string folded, DateMention date, DateOnly today)
    {
        // A phrase may have claimed the preposition that ties it to its noun ("du 3 mars", "vom 3.").
        var number = date.Span.Start;
        var end = date.Span.Start + date.Span.Length;
        while (number < end && !char.IsAsciiDigit(folded[number])) number++;
        if (number == end) number = date.Span.Start;
        var (before, near) = (Before(folded, date.Span.Start), Before(folded, number));
        if (OfThings().IsMatch(folded.AsSpan(end, Math.Min(24, folded.Length - end)))) return true;
        if (Participle().IsMatch(before) || Participle().IsMatch(near)) return true;
        if (OfNoun().IsMatch(before) || OfNoun().IsMatch(near)) return true;
        return date.Value < today && (OfSomething().IsMatch(before) || OfSomething().IsMatch(near));
    }

    // "Transfer set up today, value 19 October": the day of the order is not that of the payment.
    private static bool Arranged(string folded, DateMention date, IReadOnlyList<DateMention> all) =>
        date.Rule == "today" && all.Any(d => d.Value > date.Value)
        && (OrderedBefore().IsMatch(Before(folded, date.Span.Start)) || OrderedBehind().IsMatch(Behind(folded, date)));

    // "Not the 5th, the 12th is the day."
    private static bool Denied(string folded, DateMention date, IReadOnlyList<DateMention> all) => all.Count > 1 && NotOn().IsMatch(Before(folded, date.Span.Start));

    // "The 1st is a holiday, so ..."
    private static bool Holiday(string folded, DateMention date) => HolidayBefore().IsMatch(Before(folded, date.Span.Start)) || HolidayBehind().IsMatch(Behind(folded, date));

    private static string Behind(string folded, DateMention date) => date.Span.Start + date.Span.Length is var end ? folded[end..Math.Min(folded.Length, end + LooksBack)] : "";

    private static string Before(string folded, int at) => folded[Math.Max(0, at - LooksBack)..at];

    private const RegexOptions Options = RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(?:dated|(?:was|were|is|are|fell|falls?|originally|already|long|over)\s?due(?: date)?(?: on| by| since)?|due(?: date)?(?: on| of|:)?|due date (?:was|is|of)|issued(?: on)?|sent(?: on)?|created on|received on|datiert(?: vom| auf)?|fallig(?:keit)?(?:sdatum)?(?: am| zum| war am| ist am| seit|:)?|rechnungsdatum:?|lieferdatum:?|datee? du|en date du|emise? le|recue? le|echue? le|echeance(?: au| le| du|:)?|con fecha(?: de)?|de fecha|fechada (?:el|a)|emitida el|recibida el|vencida el|vencimiento(?: el| del|:)?|vence el|vencio el|datata|in data|emessa il|ricevuta il|scaduta il|scadenza(?: il| del| al|:)?|scade il|gedateerd(?: op)?|d\.d\.|verzonden op|ontvangen op|vervallen op|vervaldatum:?|vervalt op|verviel op)\s*(?:the |den |dem |le |el |il |de )?$", Options, PatternTime.Milliseconds)]
    private static partial Regex Participle();

    [GeneratedRegex(@"\b(?:invoices?|inv|bills?|reminders?|e-?mails?|mails?|letters?|notices?|statements?|orders?|p\.?o|deliver(?:y|ies)|shipments?|credit notes?|calls?|conversation|meeting|quotes?|contracts?|messages?|agreement|visit|rechnung(?:en)?|mahnung(?:en)?|zahlungserinnerung|schreiben|nachricht|briefe?s?|lieferung(?:en)?|bestellung(?:en)?|auftrag|gutschrift(?:en)?|angebot|telefonats?|gesprachs?|vertrags?|kontoauszug|factures?|relances?|(?<!\bau )courriers?|courriels?|messages?|livraisons?|commandes?|avoirs?|devis|contrat|releve|appel|facturas?|recordatorios?|(?<!\bcon el )correos?|cartas?|mensajes?|entregas?|pedidos?|abonos?|albaran(?:es)?|llamada|contrato|fattur[ae]|sollecit[oi]|lettera|messaggi[oi]?|consegn[ae]|ordin[ei]|nota di credito|contratto|telefonata|factu(?:ur|ren)|herinnering(?:en)?|aanmaning(?:en)?|berichten?|brief|levering(?:en)?|bestelling(?:en)?|creditnota|offerte|gesprek)\b(?:\s+(?:(?:no|nr|num|n)[.°º]?\s*)?[\w\-/.#:]*\d[\w\-/.]*)?\s*(?:of|from|dated|vom|von|aus|du|de|del|dal|di|van)\s*(?:the |den |dem |le |el |il |de |dia )?$", Options, PatternTime.Milliseconds)]
    private static partial Regex OfNoun();

    private const string Ordered = @"approved|authori[sz]ed|set up|ordered|instructed|booked|scheduled|entered|signed(?: off)?|released|keyed(?: in)?|submitted|processed|angelegt|eingestellt|beauftragt|angewiesen|freigegeben|erfasst|eingegeben|eingereicht|veranlasst|donnee?|lancee?|saisie?|validee?|programmee?|ordonnee?|transmise?|signee?|ordenad[ao]|programad[ao]|emitid[ao]|aprobad[ao]|dada|tramitad[ao]|lanzad[ao]|firmad[ao]|dispost[ao]|inserit[ao]|caricat[ao]|programmat[ao]|approvat[ao]|ordinat[ao]|firmat[ao]|klaargezet|ingevoerd|ingepland|goedgekeurd|aangemaakt|vrijgegeven|getekend";

    [GeneratedRegex($@"\b(?:{Ordered})\s+(?:as of\s+|earlier\s+|noch\s+)?$", Options, PatternTime.Milliseconds)]
    private static partial Regex OrderedBefore();

    [GeneratedRegex($@"^\s+(?:\S+\s+){{0,2}}(?:{Ordered})\b", Options, PatternTime.Milliseconds)]
    private static partial Regex OrderedBehind();

    [GeneratedRegex(@"\b(?:not|nicht|pas|non|no|niet)\s+(?:(?:on|by|am|zum|den|der|le|il|el|al|op|de|the|per|du)\s+)*$", Options, PatternTime.Milliseconds)]
    private static partial Regex NotOn();

    private const string Holidays = @"(?:bank |public )?holiday|feiertag|wochenende|sonntag|samstag|jour ferie|ferie|dimanche|samedi|festivo|puente|domingo|sabado|festa|domenica|sabato|feestdag|zondag|zaterdag|sunday|saturday";

    [GeneratedRegex(@"\b(?:holiday|feiertags?|jour ferie|feriado|festivo|feestdag)\s+(?:am|on|du|le|del|el|il|op)?\s*(?:the )?$", Options, PatternTime.Milliseconds)]
    private static partial Regex HolidayBefore();

    [GeneratedRegex($@"^\s+(?:(?:ist|is|es|e|è|est|being|sendo|siendo)\s+(?:\S+\s+){{0,2}}(?:{Holidays})\b|(?:ein|een|un|a)\s+(?:{Holidays})\s+(?:ist|is)\b)", Options, PatternTime.Milliseconds)]
    private static partial Regex HolidayBehind();

    // "The 20 March invoices"; "on 20 March invoice 1001 is paid" goes on with a number.
    [GeneratedRegex(@"^\s+(?:invoices?|bills?|statements?|reminders?|e-?mails?|letters?|orders?|deliver(?:y|ies)|shipments?|price list)\s*(?:[a-hj-z.,;!?]|$)", Options, PatternTime.Milliseconds)]
    private static partial Regex OfThings();

    [GeneratedRegex(@"\b(?:of|from|since|vom|seit|du|de|del|dal|van)\s*(?:the )?$", Options, PatternTime.Milliseconds)]
    private static partial Regex OfSomething();
}
