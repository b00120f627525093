using System.Text;
using System.Text.Json;
using Dunning.Flows.Checking;
using Shouldly;
using Xunit;

namespace Dunning.Flows.Tests.Checking;

public sealed class CheckBatchTests
{
    private const string Facts = """
        {"creditor":"Example Supplies Ltd","contact_name":"Jane Doe","customer":"Northwind Sample GmbH","currency":"EUR","total_overdue":100.50,
        "invoices":[{"number":"INV-1","issued":"2026-02-01","due":"2026-03-05","open":100.50,"days_overdue":12}],"iban":"DE89370400440532013000",
        "pay_url":null,"reply_to":"billing@supplies.example","today":"2026-03-17","granted":{"discount_pct":null,"extension_until":null,"plan":null},"promises":[],"payments_received":[]}
        """;

    [Fact]
    public async Task Each_line_gets_its_verdict_and_an_unreadable_one_is_held_with_its_number_and_cause()
    {
        var answers = await Check(
            Line("a", "Dear Jane Doe,\n\nInvoice INV-1 over 100.50 EUR was due on 5 March 2026.\n\nKind regards\nExample Supplies Ltd"),
            Line("b", "We will see you in court."), "{not json", Line("c", "x").Replace("2026-03-05", "5.3.", StringComparison.Ordinal), Line("d", "Invoice INV-1 is 100.51 EUR."));
        answers.Select(static answer => answer.GetProperty("verdict").GetString()).ShouldBe(["pass", "block", "hold", "hold", "block"]);
        answers[1].GetProperty("findings")[0].GetProperty("rule").GetString().ShouldBe("G01");
        answers[2].GetProperty("error").GetString()!.ShouldStartWith("line 3:");
        answers[3].GetProperty("error").GetString()!.ShouldBe("line 4: field facts.invoices[0].due: wrong value, a date as yyyy-MM-dd is needed");
        answers[0].GetProperty("not_evaluated").EnumerateArray().Select(static id => id.GetString()).ShouldContain("G33");
    }

    [Fact]
    public async Task Optional_parts_bring_their_rules_into_play()
    {
        var recipient = Line("a", "Hello").Replace("\"lang\"", "\"recipient\":{\"to\":\"x@y.example\",\"verified\":[\"z@y.example\"]},\"headers\":{\"Bcc\":\"q@y.example\"},\"suppressions\":[\"insolvency\"],\"lang\"", StringComparison.Ordinal);
        var found = (await Check(recipient))[0].GetProperty("findings").EnumerateArray().Select(static finding => finding.GetProperty("rule").GetString()).ToList();
        found.ShouldContain("G23");
        found.ShouldContain("G24");
        found.ShouldContain("G31");
    }

    private static string Line(string id, string body) =>
        $$"""{"id":"{{id}}","lang":"en","stage":2,"level":"suggest","subject":"Invoice INV-1","body":{{JsonSerializer.Serialize(body)}},"facts":{{Facts.ReplaceLineEndings("")}}}""";

    private static async Task<List<JsonElement>> Check(params string[] lines)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        using var output = new MemoryStream();
        await CheckBatch.RunAsync(input, output, CancellationToken.None);
        return [.. Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonDocument.Parse(line).RootElement)];
    }
}
