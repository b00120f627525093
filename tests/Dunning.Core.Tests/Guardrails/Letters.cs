using Dunning.Core.Correspondence;
using Dunning.Guardrails;

namespace Dunning.Core.Tests.Guardrails;

/// <summary>Correct letters in six languages over many ledgers, and ways to make each of them wrong.</summary>
internal static class Letters
{
    private static readonly string[] Numbers = ["INV-1{0:000}", "2026/03{0:00}", "RE{0:0000}-A", "0004{0:00}7", "F.{0:000}.26", "9{0:00}41"];

    internal static (CandidateMail Mail, SendFacts Facts) Write(Random random, string language)
    {
        var today = Sample.Today.AddDays(random.Next(0, 300));
        var format = Numbers[random.Next(Numbers.Length)];
        var used = new HashSet<int>();
        var invoices = Enumerable.Range(0, random.Next(2, 5)).Select(index =>
        {
            int serial;
            do serial = random.Next(10, 99);
            while (!used.Add(serial));
            var due = today.AddDays(-random.Next(3 + (40 * index), 40 + (40 * index)));
            return new InvoiceFact(string.Format(format, serial), due.AddDays(-30), due, random.Next(10_000, 2_000_000) / 100m, today.DayNumber - due.DayNumber);
        }).ToList();
        var facts = Sample.Facts with { Language = language, Today = today, Invoices = invoices, TotalOverdue = invoices.Sum(static invoice => invoice.Open) };
        var mail = Sample.Mail with { Language = language, Text = Body(language, facts), Subject = Subject(language) };
        return (mail, Sample.Send with { Facts = facts, Rhythm = Sample.Send.Rhythm! with { LastContactOn = null }, Authority = Sample.Send.Authority! with { AmountCap = 1_000_000m } });
    }

    internal static string Money(string language, decimal amount)
    {
        var text = amount.ToString("N2", System.Globalization.CultureInfo.InvariantCulture);
        return language switch
        {
            "en" => $"{text} EUR",
            "fr" => $"{text.Replace(',', '\u202f').Replace('.', ',')} EUR",
            _ => $"{text.Replace(',', ' ').Replace('.', ',').Replace(' ', '.')} EUR",
        };
    }

    internal static string Date(string language, DateOnly date)
    {
        var month = System.Globalization.CultureInfo.GetCultureInfo(language).DateTimeFormat.MonthNames[date.Month - 1];
        return language switch
        {
            "de" => $"{date.Day}. {month} {date.Year}",
            "es" => $"{date.Day} de {month} de {date.Year}",
            _ => $"{date.Day} {month} {date.Year}",
        };
    }

    private static string Subject(string language) => language switch
    {
        "de" => "Offene Rechnungen",
        "fr" => "Factures ouvertes",
        "es" => "Facturas abiertas",
        "it" => "Fatture aperte",
        "nl" => "Openstaande facturen",
        _ => "Open invoices",
    };

    private static string Body(string language, FactSet facts)
    {
        var (hello, intro, line, total, close) = language switch
        {
            "de" => ("Guten Tag Jane Doe,", "nach unseren Unterlagen sind die folgenden Rechnungen noch offen:", "- Rechnung {0}, fällig am {1}, {2} (seit {3} Tagen überfällig)", "Insgesamt sind das {0}. Bitte überweisen Sie den Betrag auf unser Konto {1}.", "Falls Sie bereits gezahlt haben, betrachten Sie diese Nachricht bitte als gegenstandslos.\n\nFreundliche Grüße"),
            "fr" => ("Bonjour Jane Doe,", "sauf erreur de notre part, les factures suivantes restent ouvertes :", "- Facture {0}, échéance {1}, {2} ({3} jours de retard)", "Le total est de {0}. Merci de bien vouloir régler ce montant sur notre compte {1}.", "Si vous avez déjà réglé, merci de ne pas tenir compte de ce message.\n\nCordialement"),
            "es" => ("Estimada Jane Doe:", "según nuestros registros, las siguientes facturas siguen abiertas:", "- Factura {0}, vencimiento {1}, {2} ({3} días de retraso)", "El total es de {0}. Le rogamos que lo abone en nuestra cuenta {1}.", "Si ya ha pagado, por favor ignore este mensaje.\n\nUn cordial saludo"),
            "it" => ("Gentile Jane Doe,", "dai nostri dati le seguenti fatture risultano ancora aperte:", "- Fattura {0}, scadenza {1}, {2} ({3} giorni di ritardo)", "Il totale è di {0}. Vi preghiamo di pagare sul nostro conto {1}.", "Se avete già pagato, vi preghiamo di ignorare questo messaggio.\n\nCordiali saluti"),
            "nl" => ("Beste Jane Doe,", "volgens onze gegevens staan de volgende facturen nog open:", "- Factuur {0}, vervaldatum {1}, {2} ({3} dagen te laat)", "Het totaal is {0}. Wilt u dit bedrag overmaken op onze rekening {1}?", "Indien u al betaald heeft, kunt u dit bericht negeren.\n\nMet vriendelijke groet"),
            _ => ("Dear Jane Doe,", "According to our records the following invoices are open:", "- Invoice {0}, due {1}, {2} ({3} days overdue)", "The total is {0}. Please transfer it to {1}.", "If you have already paid, please ignore this message.\n\nKind regards"),
        };
        var lines = facts.Invoices.Select(invoice => string.Format(line, invoice.Number, Date(language, invoice.Due), Money(language, invoice.Open), invoice.DaysOverdue));
        var pay = string.Format(total, Money(language, facts.TotalOverdue), "DE89 3704 0044 0532 0130 00") + $" {facts.PayUrl}";
        return $"{hello}\n\n{intro}\n\n{string.Join('\n', lines)}\n\n{pay}\n\n{close}\n\nAccounts Receivable\n{facts.Creditor}\n{facts.Phone}\n";
    }
}
