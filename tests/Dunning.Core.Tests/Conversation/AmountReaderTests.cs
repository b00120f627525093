using Dunning.Core.Conversation.Amounts;
using Shouldly;
using Xunit;

namespace Dunning.Core.Tests.Conversation;

public sealed class AmountReaderTests
{
    [Theory]
    [InlineData("de", "wir zahlen 1.234,56 € am Freitag", 1234.56, "EUR")]
    [InlineData("en", "we pay EUR 1,234.56 on Friday", 1234.56, "EUR")]
    [InlineData("en", "we pay $5,000", 5000, "USD")]
    [InlineData("de", "wir zahlen 1.234 EUR", 1234, "EUR")]
    [InlineData("fr", "un virement de 1 234,50 €", 1234.50, "EUR")]
    [InlineData("en", "we pay £12.5", 12.5, "GBP")]
    [InlineData("de", "CHF 1'250.00", 1250, "CHF")]
    [InlineData("en", "we transfer 5k EUR", 5000, "EUR")]
    public void Local_notations_give_the_amount(string language, string text, double value, string currency)
    {
        var amount = AmountReader.Find(text, language, []).ShouldHaveSingleItem();
        amount.Value.ShouldBe((decimal)value);
        amount.Currency.ShouldBe(currency);
    }

    [Fact]
    public void A_currency_of_three_decimals_leaves_a_lone_group_undecided_unless_an_open_item_decides()
    {
        AmountReader.Number("1.234", "en", "KWD", []).ShouldBeNull();
        AmountReader.Number("1.234", "en", "KWD", [new OpenItemRef("A1", 1234m, "KWD")]).ShouldBe(1234m);
        AmountReader.Number("1.234", "en", "EUR", []).ShouldBe(1234m);
    }

    [Fact]
    public void Half_is_half_of_what_is_open_and_unknown_without_open_items()
    {
        OpenItemRef[] items = [new("A1", 300m, "EUR"), new("A2", 100m, "EUR")];
        AmountReader.Find("die Hälfte zahlen wir", "de", items).ShouldHaveSingleItem().Value.ShouldBe(200m);
        AmountReader.Find("half of it", "en", []).ShouldHaveSingleItem().Value.ShouldBeNull();
    }

    [Fact]
    public void A_number_without_currency_or_paying_verb_is_no_amount() => AmountReader.Find("invoice 10023 of 3 May", "en", []).ShouldBeEmpty();
}
