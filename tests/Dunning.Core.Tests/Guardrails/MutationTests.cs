using System.Text;
using Dunning.Core.Correspondence;
using Dunning.Guardrails;
using Shouldly;
using Xunit.Abstractions;

namespace Dunning.Core.Tests.Guardrails;

public sealed class MutationTests(ITestOutputHelper output)
{
    private static readonly string[] Languages = ["en", "de", "fr", "es", "it", "nl"];

    [Fact]
    public void Every_correct_letter_passes_and_every_letter_made_wrong_is_stopped()
    {
        var wanted = Environment.GetEnvironmentVariable("DUNNING_FULL") == "1" ? 20_000 : 2_000;
        var random = new Random(20_260_317);
        var wrong = new List<string>();
        var kinds = new Dictionary<string, int>();
        for (var made = 0; made < wanted;)
        {
            var language = Languages[made % Languages.Length];
            var (mail, facts) = Letters.Write(random, language);
            var original = SendGate.Check(GatePoint.OnSending, mail, facts);
            if (original.Verdict != Verdict.Pass) wrong.Add($"original {language}: {Told(original)}\n{mail.Text}");
            for (var kind = 0; kind < 8 && made < wanted; kind++)
            {
                if (Mutate(kind, mail, facts.Facts, random) is not { } mutant) continue;
                made++;
                kinds[$"{kind}"] = kinds.GetValueOrDefault($"{kind}") + 1;
                if (SendGate.Check(GatePoint.OnSending, mutant, facts).Verdict != Verdict.Block) wrong.Add($"kind {kind} {language} passed:\n{mutant.Text}");
            }

            if (wrong.Count > 5) break;
        }

        output.WriteLine(string.Join(", ", kinds.Select(static pair => $"{pair.Key}: {pair.Value}")));
        wrong.ShouldBeEmpty();
    }

    private static CandidateMail? Mutate(int kind, CandidateMail mail, FactSet facts, Random random)
    {
        var first = facts.Invoices[random.Next(facts.Invoices.Count)];
        var second = facts.Invoices.First(invoice => invoice != first);
        var text = kind switch
        {
            0 => Transposed(mail.Text, Letters.Money(mail.Language, first.Open), random),
            1 => Swapped(mail.Text, Letters.Money(mail.Language, first.Open), Letters.Money(mail.Language, second.Open)),
            2 => mail.Text.Replace("DE89 3704 0044 0532 0130 00", OtherIban(random), StringComparison.Ordinal),
            3 => mail.Text.Replace(Letters.Date(mail.Language, first.Due), Letters.Date(mail.Language, first.Due.AddDays(random.Next(1, 29))), StringComparison.Ordinal),
            4 => mail.Text.Replace("pay.supplies.example", LookAlike(random), StringComparison.Ordinal),
            5 => Transposed(mail.Text, first.Number, random),
            6 => Swapped(mail.Text, Letters.Date(mail.Language, first.Due), Letters.Date(mail.Language, second.Due)),
            7 => mail.Text.Replace($" {first.DaysOverdue} ", $" {first.DaysOverdue + 1} ", StringComparison.Ordinal).Replace($"({first.DaysOverdue} ", $"({first.DaysOverdue + 1} ", StringComparison.Ordinal),
            _ => mail.Text,
        };
        return text is null || text == mail.Text || (kind == 5 && facts.Invoices.Any(invoice => Count(text, invoice.Number) > Count(mail.Text, invoice.Number))) ? null : mail with { Text = text };
    }

    private static int Count(string text, string part) => text.Split(part).Length;

    // Exchanges two neighbouring digits that differ; a transposition that only moves a leading zero keeps the value.
    private static string? Transposed(string text, string value, Random random)
    {
        var places = Enumerable.Range(0, value.Length - 1).Where(i => char.IsAsciiDigit(value[i]) && char.IsAsciiDigit(value[i + 1]) && value[i] != value[i + 1]).ToList();
        if (places.Count == 0) return null;
        var place = places[random.Next(places.Count)];
        var mutant = new StringBuilder(value) { [place] = value[place + 1], [place + 1] = value[place] };
        return text.Replace(value, mutant.ToString(), StringComparison.Ordinal);
    }

    private static string Swapped(string text, string first, string second) =>
        text.Replace(first, "\u0001", StringComparison.Ordinal).Replace(second, first, StringComparison.Ordinal).Replace("\u0001", second, StringComparison.Ordinal);

    private static string OtherIban(Random random)
    {
        var account = $"37040044{random.NextInt64(1_000_000_000, 9_999_999_999)}";
        var rest = 0;
        foreach (var digit in account + "131400") rest = ((rest * 10) + digit - '0') % 97;
        return $"DE{98 - rest:00}{account}";
    }

    private static string LookAlike(Random random)
    {
        string[] domains = ["pay.suppIies.example", "pay.supplies.example.evil.test", "pay-supplies.example", "pay.supplies.exarnple", "pay.suppl\u0456es.example", "pay.supplies.example@evil.test", "paysupplies.example"];
        return domains[random.Next(domains.Length)];
    }

    private static string Told(GateVerdict verdict) => string.Join("; ", verdict.Findings.Select(static finding => $"{finding.Rule} {finding.Evidence}"));
}
