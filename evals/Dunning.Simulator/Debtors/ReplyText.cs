using System.Globalization;
using Dunning.Simulator.Ledgers;

namespace Dunning.Simulator.Debtors;

/// <summary>Words a reply as its writer would: greeting, a sentence, signature, and the original quoted in one of the usual ways.</summary>
internal sealed class ReplyText(SampleCustomer customer, Random random, bool german, DateOnly today)
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");
    private static readonly CultureInfo Deutsch = CultureInfo.GetCultureInfo("de-DE");

    private readonly Wordings wordings = german ? Wordings.German : Wordings.English;

    /// <summary>The text of an answer to a mail of ours.</summary>
    public string Answer(string section, IReadOnlyList<SampleInvoice> about, DateOnly? day, OurMail mail)
    {
        var numbers = about.Select(invoice => invoice.Number).Distinct(StringComparer.Ordinal).ToList();
        var total = about.Sum(invoice => invoice.OverdueOn(today));
        var sentence = Pick(section)
            .Replace("{invoice}", NumbersOf(numbers), StringComparison.Ordinal)
            .Replace("{amount}", about.Count == 0 ? "" : AmountOf(total, about[0].Currency), StringComparison.Ordinal)
            .Replace("{date}", day is { } d ? DateOf(d) : "", StringComparison.Ordinal)
            .Replace("{paid_on}", day is { } p ? DateOf(p) : "", StringComparison.Ordinal)
            .Replace("{return}", day is { } r ? FullDate(r) : "", StringComparison.Ordinal);
        var greeting = Pick("greeting").Replace("{persona}", customer.Creditor.Entity.PersonaName, StringComparison.Ordinal);
        return $"{greeting}\n\n{sentence}\n\n{Signature()}{Quote(mail)}";
    }

    private string Signature() => random.Next(4) switch
    {
        0 => $"{Pick("closing")}\n{customer.ContactName}\n",
        1 => $"{Pick("closing")}\n\n{customer.ContactName}\n{customer.Name}\n",
        2 => $"{Pick("closing")}\n{customer.ContactName}\n-- \n{customer.Name}\n{customer.Email}\n",
        _ => $"{Pick("closing")}\n{customer.ContactName.Split(' ')[0]}\n",
    };

    private string Quote(OurMail mail)
    {
        var from = mail.Mime.From[0];
        var at = mail.Mime.Date ?? DateTimeOffset.UnixEpoch;
        var quoted = string.Join('\n', mail.Text.Split('\n').Select(line => "> " + line.TrimEnd()));
        return random.Next(4) switch
        {
            0 => "",
            1 when german => string.Create(Deutsch, $"\n-----Ursprüngliche Nachricht-----\nVon: {from}\nGesendet: {at:dd.MM.yyyy HH:mm}\nAn: {customer.Email}\nBetreff: {mail.Mime.Subject}\n\n{mail.Text}\n"),
            1 => string.Create(British, $"\n-----Original Message-----\nFrom: {from}\nSent: {at:dd MMMM yyyy HH:mm}\nTo: {customer.Email}\nSubject: {mail.Mime.Subject}\n\n{mail.Text}\n"),
            _ when german => string.Create(Deutsch, $"\nAm {at:dd.MM.yyyy} um {at:HH:mm} schrieb {from}:\n{quoted}\n"),
            _ => string.Create(British, $"\nOn {at:d MMM yyyy} at {at:HH:mm}, {from} wrote:\n{quoted}\n"),
        };
    }

    private string NumbersOf(IReadOnlyList<string> numbers)
    {
        var and = german ? "und" : "and";
        return numbers.Count <= 1 ? string.Concat(numbers) : $"{string.Join(", ", numbers.Take(numbers.Count - 1))} {and} {numbers[^1]}";
    }

    private string AmountOf(decimal amount, string currency)
    {
        var text = amount.ToString("N2", german ? Deutsch : British);
        var symbol = currency switch { "EUR" => "€", "GBP" => "£", "USD" => "$", _ => currency };
        return german
            ? $"{text} {(random.Next(2) == 0 ? symbol : currency)}"
            : random.Next(2) == 0 || symbol == currency ? $"{currency} {text}" : $"{symbol}{text}";
    }

    private string DateOf(DateOnly day) => german
        ? random.Next(5) switch
        {
            0 => day.ToString("dd.MM.yyyy", Deutsch), 1 => day.ToString("d. MMMM", Deutsch), 2 => day.ToString("dd.MM.", Deutsch),
            3 => day.ToString("d.M.yyyy", Deutsch), _ => day.ToString("d. MMMM yyyy", Deutsch),
        }
        : random.Next(5) switch
        {
            0 => day.ToString("d MMMM yyyy", British), 1 => day.ToString("d MMMM", British), 2 => day.ToString("MMMM d", British),
            3 => day.ToString("dddd, d MMMM", British), _ => day.ToString("yyyy-MM-dd", British),
        };

    private string FullDate(DateOnly day) => german ? day.ToString("dd.MM.yyyy", Deutsch) : day.ToString("d MMMM yyyy", British);

    private string Pick(string section) => wordings.Of(section) is var choices ? choices[random.Next(choices.Count)] : "";
}
