using Dunning.Core.Correspondence;
using Dunning.Core.Ledger;

namespace Dunning.Console.Text;

/// <summary>A stretch of a draft with what is to be said about it.</summary>
/// <param name="Css">Empty for plain text, <c>objected</c> for findings, <c>fact</c> for figures with a source.</param>
public sealed record Mark(string Text, string Css, string Title);

/// <summary>A figure or name as the draft writes it, and where it comes from.</summary>
public sealed record Ground(string Written, string Source);

/// <summary>A draft's text cut into marked stretches.</summary>
public static class MarkedText
{
    /// <summary>Marks findings where their spans point, and facts wherever they are written; findings win.</summary>
    public static IReadOnlyList<Mark> Of(string text, IReadOnlyList<DraftFinding> findings, IReadOnlyList<Ground> grounds)
    {
        var titles = new (string Css, string Title)[text.Length];
        foreach (var ground in grounds)
        {
            for (var at = text.IndexOf(ground.Written, StringComparison.Ordinal); at >= 0; at = text.IndexOf(ground.Written, at + 1, StringComparison.Ordinal))
            {
                if (StandsAlone(text, at, ground.Written.Length) && titles[at].Css is null) Fill(titles, at, ground.Written.Length, "fact", ground.Source);
            }
        }

        foreach (var finding in findings)
        {
            if (finding.Span is { } span && span.Start >= 0 && span.Start < text.Length)
                Fill(titles, span.Start, Math.Min(span.Length, text.Length - span.Start), "objected", finding.InWords);
        }

        List<Mark> marks = [];
        for (var from = 0; from < text.Length;)
        {
            var to = from + 1;
            while (to < text.Length && titles[to] == titles[from]) to++;
            marks.Add(new(text[from..to], titles[from].Css ?? "", titles[from].Title ?? ""));
            from = to;
        }

        return marks;
    }

    /// <summary>Every fact in the form the draft's language writes it, longest first.</summary>
    public static IReadOnlyList<Ground> Grounds(FactSet facts)
    {
        var formats = LocaleFormats.For(LocaleFormats.Languages.Contains(facts.Language) ? facts.Language : "en");
        string Amount(decimal amount) => formats.Write(new Money(decimal.Round(amount, Money.MinorDigits(facts.Currency)), facts.Currency));
        List<Ground> grounds = [new(Amount(facts.AmountDue.Amount), "overdue less credits"), new(Amount(facts.TotalOverdue), "sum of the overdue invoices")];
        if (facts.UnappliedCredits != 0) grounds.Add(new(Amount(facts.UnappliedCredits), "credits not applied yet"));
        foreach (var invoice in facts.Invoices)
        {
            grounds.Add(new(invoice.Number, $"invoice {invoice.Number}, due {Show.Day(invoice.Due)}, open {Show.Amount(invoice.Open, facts.Currency)}"));
            grounds.Add(new(Amount(invoice.Open), $"open on invoice {invoice.Number}"));
            grounds.Add(new(formats.Write(invoice.Due), $"due date of invoice {invoice.Number}"));
        }

        foreach (var promise in facts.Promises)
        {
            grounds.Add(new(formats.Write(promise.Date), "day of the customer's promise"));
            grounds.Add(new(Amount(promise.Amount), "amount of the customer's promise"));
        }

        foreach (var payment in facts.PaymentsReceived)
        {
            grounds.Add(new(formats.Write(payment.ValueDate), "value date of a payment in the ledger"));
            grounds.Add(new(Amount(payment.Amount), "amount of a payment in the ledger"));
        }

        if (facts.Iban is { } iban) grounds.Add(new(string.Join(' ', iban.Chunk(4).Select(group => new string(group))), "bank account of the registry"));
        if (facts.ContactName is { } contact) grounds.Add(new(contact, "contact of the customer"));
        grounds.Add(new(facts.CustomerNumber, "customer number"));
        return [.. grounds.Where(ground => ground.Written.Length > 0).DistinctBy(ground => ground.Written).OrderByDescending(ground => ground.Written.Length)];
    }

    private static bool StandsAlone(string text, int at, int length) =>
        (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + length == text.Length || !char.IsLetterOrDigit(text[at + length]));

    private static void Fill((string Css, string Title)[] titles, int from, int length, string css, string title) =>
        Array.Fill(titles, (css, title), from, length);
}
