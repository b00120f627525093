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
    [InlineData("en", "we send €1.2k", 1200, "EUR")]
    [InlineData("de", "1.234,- Euro", 1234, "EUR")]
    [InlineData("de", "überweisen wir 1.500,50 EUR", 1500.50, "EUR")]
    [InlineData("de", "zweitausend Euro", 2000, "EUR")]
    [InlineData("en", "fifteen hundred pounds", 1500, "GBP")]
    [InlineData("fr", "mille euros", 1000, "EUR")]
    [InlineData("fr", "deux mille cinq cents euros", 2500, "EUR")]
    [InlineData("es", "tres mil euros", 3000, "EUR")]
    [InlineData("it", "duemila euro", 2000, "EUR")]
    [InlineData("it", "5 mila euro", 5000, "EUR")]
    [InlineData("nl", "vijfhonderd euro", 500, "EUR")]
    [InlineData("nl", "€ 1.234,56", 1234.56, "EUR")]
    [InlineData("en", "SEK 12 500", 12500, "SEK")]
    [InlineData("en", "1 250,00 zł", 1250, "PLN")]
    [InlineData("en", "¥150,000", 150000, "JPY")]
    [InlineData("en", "Rechnung 2026-1001 EUR 500.00", 500, "EUR")]
    [InlineData("de", "Rechnung 1001 EUR 500", 500, "EUR")]
    [InlineData("en", "12,345,678.90 USD", 12345678.90, "USD")]
    [InlineData("es", "1.234.567,89 euros", 1234567.89, "EUR")]
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

    [Theory]
    [InlineData("en", "30 % now", 120)]
    [InlineData("de", "30 Prozent sofort", 120)]
    [InlineData("fr", "un tiers", 133.33)]
    [InlineData("es", "dos tercios", 266.67)]
    [InlineData("it", "un quarto", 100)]
    [InlineData("nl", "de helft", 200)]
    [InlineData("fr", "la totalité", 400)]
    public void A_share_is_taken_of_what_is_open(string language, string text, double value) =>
        AmountReader.Find(text, language, [new("A1", 300m, "EUR"), new("A2", 100m, "EUR")]).ShouldHaveSingleItem().Value.ShouldBe((decimal)value);

    [Theory]
    [InlineData("en", "less 3 % discount")]
    [InlineData("de", "zzgl. 19 % MwSt")]
    [InlineData("en", "call +44 20 7946 0958")]
    [InlineData("de", "IBAN DE89 3704 0044 0532 0130 00 EUR")]
    [InlineData("en", "invoice INV-20260 dated 12.03.2026")]
    [InlineData("fr", "facture n° 20261001")]
    public void Numbers_of_something_else_are_no_amounts(string language, string text) =>
        AmountReader.Find(text, language, [new("A1", 300m, "EUR")]).ShouldBeEmpty();

    [Fact]
    public void A_sign_of_several_currencies_means_the_one_of_the_account()
    {
        AmountReader.Find("we pay $500", "en", [new("A1", 500m, "CAD")]).ShouldHaveSingleItem().Currency.ShouldBe("CAD");
        AmountReader.Find("we pay $500", "en", [new("A1", 500m, "EUR")]).ShouldHaveSingleItem().Currency.ShouldBe("USD");
        AmountReader.Find("500 kr", "en", [new("A1", 500m, "NOK")]).ShouldHaveSingleItem().Currency.ShouldBe("NOK");
        AmountReader.Find("500 kr", "en", []).ShouldHaveSingleItem().Currency.ShouldBeNull();
    }

    [Fact]
    public void A_number_without_currency_or_paying_verb_is_no_amount() => AmountReader.Find("invoice 10023 of 3 May", "en", []).ShouldBeEmpty();
}
