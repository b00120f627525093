using System.Text;
using System.Text.Json;
using Dunning.Core.Conversation;
using Dunning.Core.Conversation.Amounts;
using Dunning.Flows.Reading;
using Shouldly;
using Xunit;

namespace Dunning.Flows.Tests.Reading;

public sealed class ReadDoubtTests
{
    private static readonly ReplyReader Reader = ReplyReader.Shipped();

    private static async Task<JsonElement> ReadAsync(string line)
    {
        using var output = new MemoryStream();
        (await new ReadBatch(Reader).RunAsync(new MemoryStream(Encoding.UTF8.GetBytes(line)), output, CancellationToken.None)).Errors.ShouldBeEmpty();
        return JsonDocument.Parse(output.ToArray()).RootElement;
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(",\"country\":\"US\"", true)]
    [InlineData(",\"country\":\"PE\"", false)]
    public async Task Who_owes_dollars_in_no_known_country_may_write_the_month_first(string country, bool ambiguous)
    {
        var promise = (await ReadAsync($$"""{"id":"1","lang":"es","received_at":"2026-03-11T09:00:00Z","body":"Pagaremos la factura el 07/04/2026.","open_items":[{"number":"A1","open":10,"currency":"USD"}]{{country}}}""")).GetProperty("promises")[0];
        promise.GetProperty("ambiguous").GetBoolean().ShouldBe(ambiguous);
    }

    [Fact]
    public async Task Read_tells_the_days_an_ambiguous_promise_may_mean_and_why()
    {
        var promise = (await ReadAsync("""{"id":"1","lang":"en","received_at":"2026-03-11T09:00:00Z","body":"We will pay the invoice on 04/05/2026."}""")).GetProperty("promises")[0];
        promise.GetProperty("date").ValueKind.ShouldBe(JsonValueKind.Null);
        promise.GetProperty("ambiguous").GetBoolean().ShouldBeTrue();
        promise.GetProperty("doubt").GetString().ShouldBe("day_or_month");
        promise.GetProperty("alternatives").EnumerateArray().Select(day => day.GetString()).ShouldBe(["2026-04-05", "2026-05-04"]);
    }

    [Theory]
    [InlineData("en-US", "2026-04-05")]
    [InlineData("en-GB", "2026-05-04")]
    public async Task The_locale_of_the_account_decides_the_order_of_a_numeric_date(string lang, string expected) =>
        (await ReadAsync($$"""{"id":"1","lang":"{{lang}}","received_at":"2026-03-11T09:00:00Z","body":"We will pay the invoice on 04/05/2026."}"""))
            .GetProperty("promises")[0].GetProperty("date").GetString().ShouldBe(expected);

    [Theory]
    [InlineData(null, "2026-04-07")]
    [InlineData("DE", "2026-04-09")]
    public async Task Working_days_leave_out_the_holidays_of_the_country(string? country, string expected) =>
        // Good Friday and Easter Monday lie between.
        (await ReadAsync($$"""{"id":"1","lang":"en","received_at":"2026-04-02T09:00:00Z","country":{{JsonSerializer.Serialize(country)}},"body":"We will pay the invoice within 3 working days."}"""))
            .GetProperty("promises")[0].GetProperty("date").GetString().ShouldBe(expected);

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-20")]
    [InlineData("Pacific/Auckland", null)]
    public void The_end_of_next_week_is_reckoned_in_the_zone_of_the_debtor(string zone, string? expected)
    {
        // Friday 23:50 in Berlin is Saturday in Auckland, whose next week is the same by the calendar.
        var at = new DateTimeOffset(2026, 3, 13, 22, 50, 0, TimeSpan.Zero);
        ReplyReading Read(string text) => Reader.Read(new ReplyInput(new UntrustedText("Re: invoice"), new UntrustedText(text), null, MessageKind.Human, "en", at, zone, []));
        Read("We will pay by the end of next week.").Promises.ShouldHaveSingleItem().Date.ShouldBe(new DateOnly(2026, 3, 20));
        // "This week" is over there.
        Read("We will pay by the end of this week.").Promises.ShouldHaveSingleItem().Date.ShouldBe(expected is null ? null : new DateOnly(2026, 3, 13));
    }

    [Fact]
    public void A_promise_in_another_currency_than_the_account_goes_to_a_person() =>
        Reader.Read(new ReplyInput(new UntrustedText("Re: invoice"), new UntrustedText("We will pay 500.00 USD on 20 March."), null, MessageKind.Human, "en", new DateTimeOffset(2026, 3, 11, 9, 0, 0, TimeSpan.Zero), null, [new OpenItemRef("A1", 500m, "EUR")]))
            .Why.ShouldContain(PersonReason.Unsure);
}
