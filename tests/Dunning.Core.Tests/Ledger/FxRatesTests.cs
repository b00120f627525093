using Dunning.Core.Ledger;
using Shouldly;
using Xunit;

namespace Dunning.Core.Tests.Ledger;

public sealed class FxRatesTests
{
    private static readonly DateOnly Friday = new(2026, 3, 6);

    private static readonly FxRates Rates = FxRates.Of(
    [
        new(Friday, "EUR", "USD", 1.25m), new(Friday.AddDays(-1), "EUR", "USD", 1.20m), new(Friday, "EUR", "JPY", 160m), new(Friday, "EUR", "KWD", 0.375m),
        new(Friday.AddDays(-7), "EUR", "GBP", 0.80m),
    ]);

    [Fact]
    public void The_rate_of_a_day_is_the_latest_on_it_or_before_never_a_later_one()
    {
        Rates.Rate("EUR", "USD", Friday.AddDays(-1)).ShouldBe(1.20m);
        Rates.Rate("EUR", "USD", Friday).ShouldBe(1.25m);
        Rates.Rate("EUR", "USD", Friday.AddDays(2)).ShouldBe(1.25m);
        Rates.Rate("EUR", "USD", Friday.AddDays(-2)).ShouldBeNull();
    }

    [Fact]
    public void A_rate_is_good_for_ten_days_and_not_for_eleven()
    {
        Rates.Rate("EUR", "USD", Friday.AddDays(10)).ShouldBe(1.25m);
        Rates.Rate("EUR", "USD", Friday.AddDays(11)).ShouldBeNull();
        FxRates.Of([new(Friday, "EUR", "USD", 1.25m)], daysGood: 0).Rate("EUR", "USD", Friday.AddDays(1)).ShouldBeNull();
    }

    [Fact]
    public void A_rate_is_turned_round_and_crossed_through_the_common_base()
    {
        Rates.Rate("USD", "EUR", Friday).ShouldBe(0.8m);
        Rates.Rate("USD", "JPY", Friday).ShouldBe(128m);
        Rates.Rate("GBP", "USD", Friday).ShouldBe(1.5625m);
        Rates.Rate("CHF", "CHF", Friday).ShouldBe(1);
    }

    [Fact]
    public void A_cross_rate_needs_both_legs_to_be_recent() => Rates.Rate("GBP", "USD", Friday.AddDays(4)).ShouldBeNull();

    [Fact]
    public void Of_two_common_bases_the_one_with_fresher_rates_is_taken()
    {
        var rates = FxRates.Of([new(Friday.AddDays(-3), "EUR", "SEK", 10m), new(Friday, "EUR", "NOK", 11m), new(Friday, "USD", "SEK", 8m), new(Friday, "USD", "NOK", 10m)]);
        rates.Rate("SEK", "NOK", Friday).ShouldBe(1.25m);
        rates.Rate("SEK", "NOK", Friday.AddDays(-1)).ShouldBeNull();
    }

    [Theory]
    [InlineData("25", "EUR", "JPY", "4000"), InlineData("0.01", "EUR", "JPY", "2"), InlineData("10", "EUR", "KWD", "3.75"), InlineData("0.005", "EUR", "KWD", "0.002")]
    [InlineData("100", "JPY", "USD", "0.78"), InlineData("1", "USD", "EUR", "0.8"), InlineData("-3", "USD", "EUR", "-2.4")]
    public void Amounts_are_rounded_to_the_minor_unit_of_the_other_currency(string amount, string from, string to, string expected) =>
        Rates.Convert(new(decimal.Parse(amount), from), to, Friday).ShouldBe(new Money(decimal.Parse(expected), to));

    [Fact]
    public void Without_a_rate_nothing_is_guessed()
    {
        Rates.Convert(new(1, "EUR"), "CHF", Friday).ShouldBeNull();
        FxRates.None.Convert(new(1, "EUR"), "USD", Friday).ShouldBeNull();
        FxRates.None.Convert(new(1.239m, "EUR"), "EUR", Friday).ShouldBe(new Money(1.239m, "EUR"));
    }

    [Fact]
    public void Rates_that_cannot_be_are_refused()
    {
        Should.Throw<ArgumentException>(() => FxRates.Of([new(Friday, "EUR", "USD", 0)]));
        Should.Throw<ArgumentException>(() => FxRates.Of([new(Friday, "EUR", "USD", 1.1m), new(Friday, "EUR", "USD", 1.2m)]));
        FxRates.Of([new(Friday, "EUR", "USD", 1.1m), new(Friday, "EUR", "USD", 1.1m)]).Rate("EUR", "USD", Friday).ShouldBe(1.1m);
    }

    [Fact]
    public void There_and_back_again_loses_no_more_than_the_rounding()
    {
        var chance = new Random(7);
        for (var i = 0; i < 2_000; i++)
        {
            var rate = Math.Round((decimal)Math.Exp((chance.NextDouble() * 8) - 2), 4);
            if (rate <= 0) continue;
            var rates = FxRates.Of([new(Friday, "EUR", "USD", rate)]);
            var amount = new Money(Math.Round((decimal)chance.NextDouble() * 100_000, 2), "EUR");
            var back = rates.Convert(rates.Convert(amount, "USD", Friday)!.Value, "EUR", Friday)!.Value;
            Math.Abs(back.Amount - amount.Amount).ShouldBeLessThanOrEqualTo((0.005m / rate) + 0.005m);
        }
    }
}
