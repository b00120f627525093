using System.Globalization;
using System.Text.RegularExpressions;
using Dunning.Core.Correspondence;

namespace Dunning.Core.Tests.Guardrails.Prose;

/// <summary>A whole mail in pieces: plain words, and facts by the name of their place.</summary>
internal sealed record ProseDraft(string Language, FactSet Facts, IReadOnlyList<(string? Slot, string Text)> Pieces, bool NumbersStandApart, ProseStyle Style)
{
    internal string Text => string.Concat(Pieces.Select(static piece => piece.Text));

    internal bool Has(string slot) => Pieces.Any(piece => piece.Slot == slot);

    /// <summary>The text with every place of the given names written anew.</summary>
    internal string With(Func<string, string?> rewrite) => string.Concat(Pieces.Select(piece => piece.Slot is { } slot && rewrite(slot) is { } text ? text : piece.Text));

    /// <summary>The text with one of the places of a name written anew.</summary>
    internal string WithOne(Random random, string slot, string text)
    {
        var places = Enumerable.Range(0, Pieces.Count).Where(i => Pieces[i].Slot == slot).ToList();
        var place = places[random.Next(places.Count)];
        return string.Concat(Pieces.Select((piece, i) => i == place ? text : piece.Text));
    }
}

/// <summary>Puts facts into the frames of a language, in the written forms of that language.</summary>
internal static class ProseWriter
{
    private static readonly string[] Numbers = ["INV-1{0:000}", "2026/03{0:00}", "RE{0:0000}-A", "F.{0:000}.26", "9{0:000}41", "R-26-{0:0000}", "KT{0:00000}"];
    private static readonly (string First, string Last)[] Names = [("Jane", "Doe"), ("Ines", "Morandi"), ("Pieter", "Verhoef"), ("Karl", "Zander"), ("Luz", "Ordaz"), ("Amelie", "Vasseur")];

    internal static readonly Dictionary<string, string[]> Frames = new()
    {
        ["en"] = [.. EnglishProse.All, .. LooseProse.English], ["de"] = [.. GermanProse.All, .. LooseProse.German], ["fr"] = [.. FrenchProse.All, .. LooseProseRomance.French],
        ["es"] = [.. SpanishProse.All, .. LooseProseRomance.Spanish], ["it"] = [.. ItalianProse.All, .. LooseProseOther.Italian], ["nl"] = [.. DutchProse.All, .. LooseProseOther.Dutch],
    };

    internal static ProseDraft Write(Random random, string language, int frame)
    {
        var style = ProseStyle.Of(random, language);
        var template = Frames[language][frame];
        var facts = Facts(random, language, style, template);
        var values = Values(facts, style);
        var pieces = new List<(string?, string)>();
        var at = 0;
        foreach (Match match in Regex.Matches(template, @"\{(\w+)\}"))
        {
            pieces.Add((null, template[at..match.Index]));
            pieces.Add((match.Groups[1].Value, values[match.Groups[1].Value]));
            at = match.Index + match.Length;
        }

        pieces.Add((null, template[at..]));
        if (template[0] == '~') pieces[0] = (null, pieces[0].Item2[2..]);
        return new(language, facts, pieces, template[0] == '~', style);
    }

    private static FactSet Facts(Random random, string language, ProseStyle style, string template)
    {
        var today = Sample.Today.AddDays(random.Next(0, 300));
        var format = Numbers[random.Next(Numbers.Length)];
        var count = Enumerable.Range(1, 3).Last(i => template.Contains($"{{n{i}}}", StringComparison.Ordinal));
        var serials = Enumerable.Range(10, 80).OrderBy(_ => random.Next()).Take(count).ToList();
        var invoices = serials.Select((serial, index) =>
        {
            // No two invoices share a day, an amount or a term, so that every exchange is a false statement.
            var due = today.AddDays(-random.Next(3 + (30 * (2 - index)), 30 + (30 * (2 - index))));
            var open = random.Next(10) == 0 ? random.Next(3, 90) * 100m : random.Next(10_000, 2_000_000) / 100m;
            return new InvoiceFact(string.Format(CultureInfo.InvariantCulture, format, serial), due.AddDays(-14 - (7 * index)), due, open + index, today.DayNumber - due.DayNumber);
        }).ToList();
        var (first, last) = Names[random.Next(Names.Length)];
        var payments = template.Contains("{pa}", StringComparison.Ordinal) ? new[] { new PaymentFact(today.AddDays(-2), random.Next(5_000, 90_000) / 100m, null, [invoices[0].Number]) } : [];
        var promises = template.Contains("{ra}", StringComparison.Ordinal) ? new[] { new PromiseFact(today.AddDays(-1), random.Next(5_000, 90_000) / 100m, [invoices[0].Number]) } : [];
        return Sample.Facts with
        {
            Language = language, Today = today, Invoices = invoices, TotalOverdue = invoices.Sum(static invoice => invoice.Open), Currency = style.Currency,
            ContactName = $"{first} {last}", PaymentsReceived = payments, Promises = promises,
            UnappliedCredits = template.Contains("{cr}", StringComparison.Ordinal) ? random.Next(500, 9_000) / 100m : 0,
        };
    }

    private static Dictionary<string, string> Values(FactSet facts, ProseStyle style)
    {
        var values = new Dictionary<string, string>
        {
            ["c"] = facts.ContactName!, ["first"] = facts.ContactName!.Split(' ')[0], ["last"] = facts.ContactName!.Split(' ')[1], ["cred"] = facts.Creditor, ["cust"] = facts.CustomerName,
            ["custno"] = facts.CustomerNumber, ["phone"] = facts.Phone!, ["mail"] = facts.ReplyTo, ["url"] = facts.PayUrl!, ["bic"] = facts.Bic!, ["iban"] = "DE89 3704 0044 0532 0130 00",
            ["today"] = style.Date(facts.Today), ["t"] = style.Money(facts.TotalOverdue), ["w1"] = style.Weekday(facts.Invoices[0].Due),
            ["t12"] = style.Money(facts.Invoices.Take(2).Sum(static invoice => invoice.Open)),
        };
        for (var i = 0; i < facts.Invoices.Count; i++)
        {
            var invoice = facts.Invoices[i];
            (values[$"n{i + 1}"], values[$"a{i + 1}"], values[$"d{i + 1}"], values[$"i{i + 1}"]) = (invoice.Number, style.Money(invoice.Open), style.Date(invoice.Due), style.Date(invoice.Issued!.Value));
            values[$"k{i + 1}"] = values[$"bk{i + 1}"] = invoice.DaysOverdue.ToString(CultureInfo.InvariantCulture);
        }

        (values["cr"], values["net"]) = (style.Money(facts.UnappliedCredits), style.Money(facts.AmountDue.Amount));
        foreach (var payment in facts.PaymentsReceived)
            (values["pa"], values["pd"], values["o1"]) = (style.Money(payment.Amount), style.Date(payment.ValueDate), style.Money(payment.Amount + facts.Invoices[0].Open));
        foreach (var promise in facts.Promises) (values["ra"], values["rd"]) = (style.Money(promise.Amount), style.Date(promise.Date));
        return values;
    }
}
