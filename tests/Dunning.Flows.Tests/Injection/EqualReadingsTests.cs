using Dunning.Evals.Injection;
using Dunning.Flows.Tests.Support;

namespace Dunning.Flows.Tests.Injection;

/// <summary>Equal readings give equal outbound bytes, whatever the mail said.</summary>
public sealed class EqualReadingsTests : FreshDatabase
{
    private static readonly string[] Padding =
    [
        "", "We hope this finds you well.", "The weather has been dreadful here.", "Our office moved to the second floor.", "Harbour Mills sends its regards.", "Lunch was good today.", "PS: greetings to the team.",
        "Our dog ate the calendar.", "Business is going well.", "See you at the trade fair.",
    ];

    [DatabaseFact]
    public async Task Mails_that_read_the_same_are_answered_the_same_to_the_byte()
    {
        var random = new Random(20261);
        var sentences = new[] { "We will pay INV-1005 in full on 20 March 2026.", "Could you please send us a copy of invoice INV-1005?", "We dispute invoice INV-1005, the goods arrived damaged.", "We already paid invoice INV-1005 last week." };
        var mails = Enumerable.Range(1, 160).Select(i => Inbox.Raw(
            ManyDebtors.Address(i), $"{(random.Next(2) == 0 ? "Hello" : "Dear team")},\n\n{Padding[random.Next(Padding.Length)]}\n\n{sentences[i % sentences.Length]}\n\n{Padding[random.Next(Padding.Length)]}\n\nRegards\n{(random.Next(2) == 0 ? "Anna Muster" : "A. M.")}",
            random.Next(2) == 0 ? "Re: Payment reminder" : "Your message", headers: headers => headers.Add(new("X-Note", Padding[random.Next(Padding.Length)].Length > 0 ? "one" : "two")))).ToList();
        await using var scene = await ManyDebtors.OpenAsync(Fresh, mails.Count);
        await ManyDebtors.ReadAsync(scene, mails);

        var acts = await ManyDebtors.ActsAsync(scene);
        var readings = (await scene.LinesAsync(
            """
            select from_address, (reading - 'intents') || jsonb_build_object('promises', (select jsonb_agg(x - 'span' - 'confidence') from jsonb_array_elements(reading -> 'promises') x),
              'claims', (select jsonb_agg(x - 'span') from jsonb_array_elements(reading -> 'claims') x), 'documents', (select jsonb_agg(x - 'span') from jsonb_array_elements(reading -> 'documents') x),
              'disputes', (select jsonb_agg(x - 'span') from jsonb_array_elements(reading -> 'disputes') x), 'injection_probability', 0, 'intents', (select jsonb_agg(x ->> 'intent' order by x ->> 'intent') from jsonb_array_elements(reading -> 'intents') x)) from messages
            """)).Split('\n').Select(line => line.Split('|', 2)).ToLookup(parts => parts[1], parts => parts[0]);
        readings.Count.ShouldBeLessThan(mails.Count / 2, "many mails read the same");
        foreach (var group in readings)
            group.Select(address => string.Join('\n', acts[address].Order(StringComparer.Ordinal))).Distinct().Count().ShouldBe(1, group.Key);
    }

    [DatabaseFact]
    public async Task Look_alikes_are_read_as_what_they_are()
    {
        var texts = InjectionText.Own(Repository.Root).Where(text => !text.Injection).ToList();
        await using var scene = await ManyDebtors.OpenAsync(Fresh, texts.Count);
        await ManyDebtors.ReadAsync(scene, [.. texts.Select((text, i) => Inbox.Raw(ManyDebtors.Address(i + 1), text.Text))]);
        var marked = long.Parse(await scene.LinesAsync("select count(*) from messages where reading -> 'why' @> '[\"injection_suspected\"]'"), System.Globalization.CultureInfo.InvariantCulture);
        marked.ShouldBeLessThanOrEqualTo(texts.Count / 50, "at most two in a hundred");
    }
}
