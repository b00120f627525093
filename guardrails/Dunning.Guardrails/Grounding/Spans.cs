using Dunning.Core.Correspondence;
using Dunning.Guardrails.Text;

namespace Dunning.Guardrails.Grounding;

/// <summary>Spans of time that follow from the facts: days, whole weeks and whole months overdue, terms of payment, days since a payment.</summary>
public sealed class Spans(Ledger ledger, FactSet facts)
{
    private static readonly Phrases Terms = Phrases.Of("""
        net|nets|netti|netos|term|terms|payable|zahlbar|netto|zahlungsziel|zahlungsfrist|frist|ziel|delai|plazo|termine|termini|betaaltermijn|termijn|conditions|condiciones|condizioni
        payment|agreed|usual terms|period
        """);

    private static readonly Phrases Ago = Phrases.Of("""
        ago|vor|hace|fa|geleden|earlier|zuvor
        il y a
        """);

    private static readonly Phrases Overdue = Phrases.Of("""
        overdue|due|late|past|uberfallig|ueberfaellig|fallig|faellig|verzug|verspatet|retard|echue|echues|echeance|vencida|vencidas|vencido|vencio|vencimiento|retraso|demora|scaduta|scadute|scaduto|scadenza|ritardo|vervallen|verviel|laat|achterstand
        """);

    private static readonly Phrases Until = Phrases.Of("""
        in|within|binnen|innerhalb|dans|sous|dentro|entro|tra|fra|over
        """);

    /// <summary>The words that decide what a span is; part of the catalogue version.</summary>
    public static string Source { get; } = Terms.Source + Ago.Source + Overdue.Source + Until.Source;

    /// <summary>Whether a count of days beside these words is right for the invoice; null for any invoice of the account.</summary>
    public bool AreDays(Item count, Sentence sentence, IReadOnlyList<InvoiceFact>? of)
    {
        var invoices = of ?? facts.Invoices;
        if (invoices.Any(invoice => ledger.DaysOverdue(invoice) > 0 && count.Values.Contains(ledger.DaysOverdue(invoice)))) return true;
        var (before, after) = (sentence.Tokens.Where(token => token.Start < count.Start).TakeLast(5).ToArray(), sentence.Tokens.Where(token => token.Start >= count.End).Take(3).ToArray());
        Token[] near = [.. before, .. after];
        if (Terms.Find(near) is not null && Overdue.Find(after) is null) return invoices.Any(invoice => invoice.Issued is { } issued && count.Values.Contains(invoice.Due.DayNumber - issued.DayNumber));
        if (Ago.Find(near) is not null && Overdue.Find(near) is null && Past(invoices).Any(day => count.Values.Contains(ledger.Today.DayNumber - day.DayNumber))) return true;
        return sentence.Tokens.LastOrDefault(token => token.Start < count.Start) is { Word.Length: > 0 } last && Until.Find([last]) is not null &&
            Ahead().Any(day => count.Values.Contains(day.DayNumber - ledger.Today.DayNumber));
    }

    /// <summary>
    /// Whether so many weeks or months is exactly what has passed since an invoice was due, since a payment or since a
    /// promise; a span that lies ahead is no fact.
    /// </summary>
    public bool AreWeeksOrMonths(decimal value, string unit, Sentence? sentence, int start, IReadOnlyList<InvoiceFact> named) =>
        value is > 0 and < 1000 && !LiesAhead(sentence, start) && Since(named).Any(day => IsWeek(unit) ? ledger.Today.DayNumber - day.DayNumber == 7 * value : IsMonth(unit) && day.AddMonths((int)value) == ledger.Today);

    /// <summary>Whether a word such as "within" makes the span one that lies ahead.</summary>
    public static bool LiesAhead(Sentence? sentence, int start) =>
        sentence?.Tokens.Where(token => token.Start < start).TakeLast(2).ToArray() is { Length: > 0 } before && Until.Find(before) is not null;

    /// <summary>Whether the unit is an hour, which no ledger knows: office hours and answering times.</summary>
    public static bool IsHour(string written)
    {
        var unit = Folding.Fold(written).TrimStart([.. "0123456789 -"]);
        return unit.StartsWith("hour", StringComparison.Ordinal) || unit.StartsWith("stunde", StringComparison.Ordinal) || unit is "ore" or "uur" or "heure" or "heures" or "hora" or "horas";
    }

    private static bool IsWeek(string unit) => Begins(unit, "week", "woche", "semaine", "semana", "settiman", "weken");

    private static bool IsMonth(string unit) => Begins(unit, "month", "monat", "mois", "mes", "maand");

    private static bool Begins(string unit, params ReadOnlySpan<string> stems)
    {
        var folded = Folding.Fold(unit).TrimStart([.. "0123456789 -"]);
        foreach (var stem in stems)
        {
            if (folded.StartsWith(stem, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private IEnumerable<DateOnly> Since(IReadOnlyList<InvoiceFact> named) =>
        [.. (named.Count > 0 ? named : facts.Invoices).Select(static invoice => invoice.Due), .. facts.PaymentsReceived.Select(static payment => payment.ValueDate), .. facts.Promises.Select(static promise => promise.Date)];

    private IEnumerable<DateOnly> Past(IEnumerable<InvoiceFact> invoices) =>
        [.. invoices.SelectMany(static invoice => invoice.Issued is { } issued ? [issued, invoice.Due] : new[] { invoice.Due }), .. facts.PaymentsReceived.Select(static payment => payment.ValueDate), .. facts.Promises.Select(static promise => promise.Date)];

    private IEnumerable<DateOnly> Ahead() =>
        [.. facts.Promises.Select(static promise => promise.Date), .. facts.Granted.ExtensionUntil is { } until ? [until] : Array.Empty<DateOnly>()];
}
