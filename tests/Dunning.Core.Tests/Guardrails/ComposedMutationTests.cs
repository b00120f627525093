using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Dunning.Core.Correspondence;
using Dunning.Core.Tests.Correspondence;
using Dunning.Guardrails;
using Shouldly;
using Xunit.Abstractions;

namespace Dunning.Core.Tests.Guardrails;

/// <summary>Mails as the composer writes them, with one thing in the finished text made wrong.</summary>
public sealed class ComposedMutationTests(ITestOutputHelper output)
{
    private const string ForeignNumber = "INV-7734";
    private const string ForeignName = "Contoso Sample BV";
    private const int Kinds = 9;
    private static readonly string[] Languages = ["en", "de", "fr", "es", "nl"];

    [Fact]
    public void Every_composed_mail_passes_and_every_one_made_wrong_is_stopped()
    {
        var wanted = Environment.GetEnvironmentVariable("DUNNING_FULL") == "1" ? 20_000 : 2_000;
        var random = new Random(20_261_124);
        var situations = GoldenSituations.All.ToList();
        var (escaped, kinds, made) = (new List<string>(), new int[Kinds], 0);
        for (var round = 0; made < wanted && escaped.Count < 25; round++)
        {
            var (name, make) = situations[round % situations.Count];
            var language = Languages[random.Next(Languages.Length)];
            var (facts, conversation, purpose, stage) = make(language);
            var text = Correspondence.Letters.Compose(facts, conversation, purpose, stage, true, random.NextInt64()).Mail;
            var mail = Sample.Mail with
            {
                Language = language, Purpose = purpose, Stage = stage, Subject = text.Subject, Text = text.Text, To = "alex.kim@muster.example",
                FromAddress = facts.ReplyTo, ReplyTo = facts.ReplyTo, FromName = facts.PersonaName,
            };
            if (Judge(mail, facts) is { Count: > 0 } held) escaped.Add($"original {name}/{language}: {string.Join("; ", held)}");
            for (var kind = 0; kind < Kinds && made < wanted; kind++)
            {
                if (Mutate(kind, mail, facts, random) is not { } wrong || wrong == mail.Text) continue;
                made++;
                kinds[kind]++;
                if (Judge(mail with { Text = wrong }, facts).Count == 0) escaped.Add($"kind {kind} {name}/{language}: {Difference(mail.Text, wrong)}");
            }
        }

        output.WriteLine(string.Join(", ", kinds.Select(static (count, kind) => $"{kind}: {count}")));
        escaped.ShouldBeEmpty();
    }

    private static List<string> Judge(CandidateMail mail, FactSet facts)
    {
        var send = Sample.Send with
        {
            Facts = facts, Recipient = null, Suppressions = null, Rhythm = null, Authority = null, Freshness = null,
            Foreign = new(new HashSet<string> { ForeignNumber }, new HashSet<string> { ForeignName }),
        };
        return [.. SendGate.CheckAlone(mail, send).Findings.Where(static finding => finding.Severity > Verdict.Pass && finding.Rule != "G33").Select(static finding => $"{finding.Rule} {finding.Evidence}")];
    }

    private static string? Mutate(int kind, CandidateMail mail, FactSet facts, Random random) => kind switch
    {
        0 => Digits(mail.Text, random, static (text, at) => (text[at + 1], text[at])),
        1 => Digits(mail.Text, random, (text, at) => (text[at], (char)('0' + ((text[at + 1] - '0' + random.Next(1, 10)) % 10)))),
        2 => AmountsSwapped(mail.Text, facts),
        3 => OtherIban(mail.Text, random),
        4 => OtherMonth(mail, random),
        5 => Once(mail.Text, "nordlicht.example", LookAlikes[random.Next(LookAlikes.Length)], random),
        6 => facts.Invoices.Count == 0 ? null : Once(mail.Text, facts.Invoices[random.Next(facts.Invoices.Count)].Number, ForeignNumber, random),
        7 => Once(mail.Text, "Alex Kim", "Robin Berg", random) ?? Once(mail.Text, facts.CustomerName, ForeignName, random),
        _ => NumbersSwapped(mail.Text, facts),
    };

    private static readonly string[] LookAlikes =
        ["nord1icht.example", "nordIicht.example", "nordlicht.example.evil.test", "nordlicht-pay.example", "n\u043erdlicht.example", "nordlicht.exarnple", "nordllcht.example", "nordlicht.test"];

    // Any two neighbouring digits of the mail: amounts, dates, counts, account, phone, postcode, references.
    private static string? Digits(string text, Random random, Func<string, int, (char First, char Second)> change)
    {
        var places = Enumerable.Range(0, text.Length - 1).Where(at => char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1]) && text[at] != text[at + 1]).ToList();
        if (places.Count == 0) return null;
        var place = places[random.Next(places.Count)];
        var (first, second) = change(text, place);
        return new StringBuilder(text) { [place] = first, [place + 1] = second }.ToString();
    }

    private static string? AmountsSwapped(string text, FactSet facts)
    {
        var found = Regex.Matches(text, @"\d{1,3}(?:[.,\u00a0\u202f]\d{3})*[.,]\d{2}(?!\d)").Where(match => facts.Invoices.Any(invoice => Cents(match.Value) == invoice.Open)).ToList();
        return found.Select(static match => match.Value).Distinct().Count() < 2 ? null : Swapped(text, found[0].Value, found.First(match => match.Value != found[0].Value).Value);
    }

    private static string? NumbersSwapped(string text, FactSet facts) =>
        facts.Invoices.Count < 2 || !facts.Invoices.Take(2).All(invoice => text.Contains(invoice.Number, StringComparison.Ordinal)) || facts.Invoices[0].Open == facts.Invoices[1].Open
            ? null
            : Regex.IsMatch(text, $@"{facts.Invoices[0].Number}[^\n]*{facts.Invoices[1].Number}") ? null : Swapped(text, facts.Invoices[0].Number, facts.Invoices[1].Number);

    private static decimal Cents(string written) => decimal.Parse(string.Concat(written.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture) / 100m;

    // One digit of the account changed and the check digits reckoned anew, so that every bank form takes it.
    private static string? OtherIban(string text, Random random)
    {
        if (Regex.Match(text, @"DE\d{2}(?: ?\d{4}){4} ?\d{2}") is not { Success: true } match) return null;
        var account = new StringBuilder(match.Value.Replace(" ", "", StringComparison.Ordinal)[4..]);
        var at = random.Next(account.Length);
        account[at] = (char)('0' + ((account[at] - '0' + random.Next(1, 10)) % 10));
        var rest = 0;
        foreach (var digit in account + "131400") rest = ((rest * 10) + digit - '0') % 97;
        return text.Replace(match.Value, $"DE{98 - rest:00}{account}", StringComparison.Ordinal);
    }

    private static string? OtherMonth(CandidateMail mail, Random random)
    {
        // Beside its day only: "May we remind you" is no date.
        const string Day = @"\d\.?(?: de)? ";
        var months = CultureInfo.GetCultureInfo(mail.Language).DateTimeFormat.MonthGenitiveNames[..12];
        var present = months.Where(month => Regex.IsMatch(mail.Text, $@"{Day}{month}\b")).ToList();
        if (present.Count == 0) return null;
        var month = present[random.Next(present.Count)];
        var other = months[(Array.IndexOf(months, month) + random.Next(3, 9)) % 12];
        return Regex.Replace(mail.Text, $@"(?<={Day}){month}\b", other);
    }

    private static string? Once(string text, string from, string to, Random random)
    {
        var places = Regex.Matches(text, Regex.Escape(from)).ToList();
        if (places.Count == 0) return null;
        var place = places[random.Next(places.Count)];
        return string.Concat(text.AsSpan(0, place.Index), to, text.AsSpan(place.Index + from.Length));
    }

    private static string Swapped(string text, string first, string second) =>
        text.Replace(first, "\u0001", StringComparison.Ordinal).Replace(second, first, StringComparison.Ordinal).Replace("\u0001", second, StringComparison.Ordinal);

    private static string Difference(string text, string wrong)
    {
        var at = Enumerable.Range(0, Math.Min(text.Length, wrong.Length)).FirstOrDefault(i => text[i] != wrong[i]);
        var from = Math.Max(0, at - 40);
        return $"'{text.Substring(from, Math.Min(80, text.Length - from))}' became '{wrong.Substring(from, Math.Min(80, wrong.Length - from))}'".Replace('\n', '/');
    }
}
