using System.Globalization;
using Dunning.Core.Ledger;

namespace Dunning.Core.Correspondence;

/// <summary>
/// The facts in every form a person or a model may write them in without doubt. A day written 03/04/2026 in English is
/// not among them: it can be two days.
/// </summary>
internal sealed class FactForms(FactSet facts)
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;
    private static readonly string[] DayWords = ["day", "days", "Tag", "Tage", "Tagen", "jour", "jours", "día", "días", "giorno", "giorni", "dag", "dagen"];
    private readonly SlotSources sources = new(facts);
    private readonly LocaleFormats formats = LocaleFormats.For(LocaleFormats.Languages.Contains(facts.Language) ? facts.Language : "en");

    /// <summary>Every form with its source.</summary>
    public IEnumerable<WrittenFact> All() => Account().Concat(facts.Invoices.SelectMany(Invoice)).Concat(Agreed()).Concat(Named());

    private IEnumerable<WrittenFact> Account()
    {
        var total = sources.OfSlot("total");
        var due = sources.OfSlot("due");
        var credits = sources.OfSlot("credits");
        return [.. Amount(facts.TotalOverdue, total), .. Amount(facts.AmountDue.Amount, due), .. facts.UnappliedCredits == 0 ? [] : Amount(facts.UnappliedCredits, credits)];
    }

    private IEnumerable<WrittenFact> Invoice(InvoiceFact invoice)
    {
        var canonical = InvoiceLine.Canonical(invoice with { Open = Rounded(invoice.Open) }, facts.Currency);
        var number = SlotText.Clean(invoice.Number);
        var issued = invoice.Issued is { } day ? Day(day, new(SourceKind.Invoice, $"invoice {number}, date of the invoice")) : [];
        return
        [
            new(number, sources.Invoice(number)), .. Day(invoice.Due, sources.OfLine("date", canonical)), .. issued,
            .. Amount(invoice.Open, sources.OfLine("open", canonical)),
            .. DayWords.Select(word => new WrittenFact($"{invoice.DaysOverdue.ToString(Plain)} {word}", sources.OfLine("days", canonical))),
        ];
    }

    private IEnumerable<WrittenFact> Agreed() =>
    [
        .. facts.Promises.SelectMany(promise => (IEnumerable<WrittenFact>)[.. Day(promise.Date, SlotSources.Promise(promise.Date)), .. Amount(promise.Amount, SlotSources.Promise(promise.Date))]),
        .. facts.PaymentsReceived.SelectMany(payment => (IEnumerable<WrittenFact>)[.. Day(payment.ValueDate, SlotSources.Payment(payment.ValueDate)), .. Amount(payment.Amount, SlotSources.Payment(payment.ValueDate))]),
        .. facts.PaymentsReceived.Where(payment => payment.Reference is not null).Select(payment => new WrittenFact(SlotText.Clean(payment.Reference!), SlotSources.Payment(payment.ValueDate))),
        .. facts.Statement is { } statement ? Day(statement.AsOf, sources.OfSlot("statement_date")) : [],
        .. facts.Granted.ExtensionUntil is { } until ? Day(until, new(SourceKind.Conversation, "extension a person granted")) : [],
        .. facts.Granted.DiscountPercent is { } percent
            ? ((string[])["%", " %"]).Select(sign => new WrittenFact(percent.ToString("0.##", Plain) + sign, new(SourceKind.Conversation, "discount a person granted"))) : [],
    ];

    private IEnumerable<WrittenFact> Named()
    {
        var numbers = facts.DisputedInvoices.Concat(facts.PartlyDisputed).Concat(facts.Attachments)
            .Concat(facts.Promises.SelectMany(promise => promise.Invoices)).Concat(facts.PaymentsReceived.SelectMany(payment => payment.Invoices));
        foreach (var number in numbers.Select(SlotText.Clean).Distinct()) yield return new(number, sources.Invoice(number));
        (string Slot, string? Value)[] names =
        [
            ("contact", facts.ContactName), ("customer", facts.CustomerName), ("customer_number", facts.CustomerNumber), ("persona", facts.PersonaName),
            ("creditor", facts.Creditor), ("reply_to", facts.ReplyTo), ("phone", facts.Phone), ("bic", facts.Bic), ("pay_url", facts.PayUrl),
        ];
        foreach (var (slot, value) in names.Where(name => name.Value is not null)) yield return new(SlotText.Clean(value!), sources.OfSlot(slot));
        foreach (var line in (facts.PostalAddress ?? "").Split(['\r', '\n'])) yield return new(SlotText.Clean(line), sources.OfSlot("address"));
        if (facts.Iban?.Replace(" ", "", StringComparison.Ordinal) is not { } iban) yield break;
        yield return new(iban, sources.OfSlot("iban"));
        yield return new(SlotText.Write(SlotKind.Iban, iban, formats), sources.OfSlot("iban"));
    }

    private decimal Rounded(decimal amount) => decimal.Round(amount, Money.MinorDigits(facts.Currency));

    private IEnumerable<WrittenFact> Amount(decimal amount, FactSource source)
    {
        var local = formats.Write(new Money(Rounded(amount), facts.Currency))[..^4];
        var plain = SlotText.Canonical(new Money(Rounded(amount), facts.Currency))[..^4];
        var sign = facts.Currency switch { "EUR" => "€", "GBP" => "£", "USD" => "$", _ => facts.Currency };
        string[] bare = Rounded(amount) % 1 == 0 && plain.Length > 3 ? [local, plain, local[..^3], plain[..^3]] : [local, plain];
        foreach (var number in bare.Where(number => number.Length > 0).Distinct())
        {
            foreach (var form in (string[])[$"{number} {facts.Currency}", $"{facts.Currency} {number}", $"{number} {sign}", $"{number}{sign}", $"{sign}{number}", $"{sign} {number}"])
                yield return new(form, source);
        }

        // Without a currency only what nobody takes for a count or a day.
        if (Money.MinorDigits(facts.Currency) > 0) yield return new(local, source);
    }

    private IEnumerable<WrittenFact> Day(DateOnly day, FactSource source)
    {
        List<string> forms = [formats.Write(day), day.ToString("yyyy-MM-dd", Plain), day.ToString("dd.MM.yyyy", Plain), day.ToString("d.M.yyyy", Plain)];
        if (facts.Language != "en" || day.Day > 12) forms.AddRange([day.ToString("dd'/'MM'/'yyyy", Plain), day.ToString("d'/'M'/'yyyy", Plain)]);
        return forms.Distinct().Select(form => new WrittenFact(form, source));
    }
}
