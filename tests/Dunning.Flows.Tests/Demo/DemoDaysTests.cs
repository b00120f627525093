using System.Globalization;
using System.Text.RegularExpressions;
using Dunning.Flows.Tests.Support;
using Dunning.Postgres;
using Dunning.Simulator.Debtors;
using Dunning.Simulator.Demo;
using Dunning.Simulator.Ledgers;
using Npgsql;

namespace Dunning.Flows.Tests.Demo;

/// <summary>Three days on real servers. What is checked is read from the debtors' mailboxes and reckoned from the sample's own books.</summary>
public sealed partial class DemoDaysTests
{
    [MailFact]
    public async Task Three_days_lose_nothing_double_nothing_and_state_no_amount_that_is_not_in_the_books()
    {
        var tag = Guid.NewGuid().ToString("N")[..10];
        var home = Directory.CreateTempSubdirectory("dunning-demo").FullName;
        var settings = DemoSettings.Read() with { Home = home, DatabaseName = $"dunning_demo_{tag}", Mailbox = $"demo-{tag}@collections.test" };
        try
        {
            DemoResult result;
            List<(OurMail Mail, Dictionary<string, List<decimal>> Books)> mails = [];
            await using (var run = await DemoRun.PrepareAsync(new(3, 11, 25), settings, TimeProvider.System, _ => { }, default))
            {
                var seen = 0;
                for (var day = new DateOnly(2026, 6, 1); day <= new DateOnly(2026, 6, 3); day = day.AddDays(1))
                {
                    await run.LiveThroughAsync(day, default);
                    var books = OverdueOf(run.Ledger, day);
                    mails.AddRange(run.Delivered.Skip(seen).Select(mail => (mail, books)));
                    seen = run.Delivered.Count;
                }

                result = await run.CountAsync(default);
            }

            result.Duplicates.ShouldBe(0);
            result.Lost.ShouldBe(0);
            result.JournalOk.ShouldBeTrue();
            result.Delivered.ShouldBeGreaterThan(0);
            result.RepliesRead.ShouldBe(result.RepliesReceived);
            result.RepliesReceived.ShouldBeGreaterThan(0);
            mails.Select(mail => mail.Mail.TouchId).ShouldBeUnique();
            mails.Sum(mail => Check(mail.Mail, mail.Books)).ShouldBeGreaterThan(0);
        }
        finally
        {
            Directory.Delete(home, recursive: true);
            await using var maintenance = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(settings.Owner) { Database = "postgres", Pooling = false }.ConnectionString);
            await maintenance.OpenAsync();
            await maintenance.ExecuteAsync($"drop database if exists {settings.DatabaseName} with (force)", default);
        }
    }

    /// <summary>Compares every invoice line and the total with the books; returns how many lines there were.</summary>
    private static int Check(OurMail mail, Dictionary<string, List<decimal>> books)
    {
        var lines = Line().Matches(mail.Text).Select(line => (Number: line.Groups[1].Value, Open: AmountOf(line.Groups[2].Value))).ToList();
        foreach (var line in lines) books.ShouldContainKey(line.Number);
        foreach (var line in lines) books[line.Number].ShouldContain(line.Open, mail.Text);
        if (Total().Match(mail.Text) is { Success: true } total) AmountOf(total.Groups[1].Value).ShouldBe(lines.Sum(line => line.Open), mail.Text);
        return lines.Count;
    }

    /// <summary>An amount in any of the languages: the last separator before two digits is the decimal one.</summary>
    private static decimal AmountOf(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        var decimals = text.Length > 3 && text[^3] is '.' or ',' ? 100m : 1m;
        return decimal.Parse(digits, CultureInfo.InvariantCulture) / decimals;
    }

    /// <summary>What is overdue of every invoice, per instalment, payments going to the oldest first; the books change only in the morning.</summary>
    private static Dictionary<string, List<decimal>> OverdueOf(SampleLedger ledger, DateOnly day)
    {
        Dictionary<string, List<decimal>> overdue = [];
        foreach (var invoice in ledger.Customers.SelectMany(customer => customer.Invoices).Where(invoice => !invoice.IsCredit))
        {
            var left = invoice.Paid;
            foreach (var part in invoice.Instalments)
            {
                var rest = part.Amount - Math.Min(left, part.Amount);
                left -= part.Amount - rest;
                if (rest <= 0 || part.Due >= day) continue;
                if (!overdue.TryGetValue(invoice.Number, out var rests)) overdue[invoice.Number] = rests = [];
                rests.Add(rest);
            }
        }

        return overdue;
    }

    [GeneratedRegex(@"^- \p{L}+ (\S+), .*?, ([\d.,\u202f]+) [A-Z]{3} \(", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex(@"^(?:Total|Summe|Totaal|Totale)[\s\u00a0\u202f]?: ([\d.,\u202f]+) [A-Z]{3}", RegexOptions.Multiline)]
    private static partial Regex Total();
}
