using Dunning.Core.Correspondence;
using Dunning.Core.Ledger;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Dunning.Core.Tests.Correspondence;

public sealed class LocaleFormatsTests
{
    [Theory]
    [InlineData("en", "1,234.56 EUR", "5 March 2026")]
    [InlineData("de", "1.234,56 EUR", "5. März 2026")]
    [InlineData("fr", "1\u202f234,56 EUR", "5 mars 2026")]
    [InlineData("es", "1.234,56 EUR", "5 de marzo de 2026")]
    [InlineData("it", "1.234,56 EUR", "5 marzo 2026")]
    [InlineData("nl", "1.234,56 EUR", "5 maart 2026")]
    public void Amounts_and_dates_are_written_as_the_language_does(string language, string amount, string date)
    {
        var formats = LocaleFormats.For(language);
        formats.Write(new Money(1234.56m, "EUR")).ShouldBe(amount);
        formats.Write(new DateOnly(2026, 3, 5)).ShouldBe(date);
    }

    [Theory]
    [InlineData("JPY", 1234567, "1,234,567 JPY")]
    [InlineData("KWD", 1.5, "1.500 KWD")]
    [InlineData("EUR", 999, "999.00 EUR")]
    [InlineData("EUR", 0.05, "0.05 EUR")]
    public void Digits_follow_the_minor_unit_of_the_currency(string currency, double amount, string written) =>
        LocaleFormats.For("en").Write(new Money((decimal)amount, currency)).ShouldBe(written);

    [Fact]
    public void An_amount_finer_than_the_currency_is_an_error_and_not_rounded() =>
        Should.Throw<FormatException>(() => LocaleFormats.For("en").Write(new Money(1.005m, "EUR")));

    [Fact]
    public void What_is_written_is_read_back_and_nothing_else_is()
    {
        foreach (var formats in LocaleFormats.Languages.Select(LocaleFormats.For))
        {
            Prop.ForAll(Gen.Choose(0, int.MaxValue).Two().ToArbitrary(), pair =>
            {
                var money = new Money(pair.Item1 / 100m, "EUR");
                var date = new DateOnly(1900, 1, 1).AddDays(pair.Item2 % 200_000);
                return formats.ReadMoney(formats.Write(money)) == money && formats.ReadDate(formats.Write(date)) == date;
            }).QuickCheckThrowOnFailure();
            formats.ReadMoney("1234.5 EUR").ShouldBeNull();
            formats.ReadMoney("12,34,56 EUR").ShouldBeNull();
            formats.ReadDate("05/03/2026").ShouldBeNull();
            formats.ReadDate("").ShouldBeNull();
        }

        LocaleFormats.For("en").ReadDate("31 February 2026").ShouldBeNull();
        LocaleFormats.For("en").ReadDate("5 March 26").ShouldBeNull();
    }
}
