using Dunning.Core.Ledger.CashApplication;
using Shouldly;
using Xunit;
using static Dunning.Core.Tests.Ledger.Cash;

namespace Dunning.Core.Tests.Ledger;

public sealed class AmountAndTypoMatchTests
{
    [Fact]
    public void An_unapplied_payment_equal_to_one_invoice_is_applied_to_it()
    {
        var match = Match(240.10m, "thank you", Three);
        Parts(match).ShouldBe("2:240.10");
        match.Applications[0].Method.ShouldBe(MatchMethod.UniqueAmount);
    }

    [Fact]
    public void The_only_sum_is_applied() => Match(317.87m, "", Three).Applications.ShouldAllBe(part => part.Method == MatchMethod.UniqueSum);

    [Fact]
    public void With_two_solutions_nothing_is_applied_and_both_are_shown()
    {
        var match = Match(119.50m, "", First, Second, Third with { Open = 119.50m }).ShouldBeOfType<CashMatch.Ambiguous>();
        (match.Doubt, match.Solutions.Count).ShouldBe((MatchDoubt.SeveralSolutions, 2));
        Doubt(Match(100m, "", Open(1, "A-1", 100), Open(2, "A-2", 60), Open(3, "A-3", 40))).ShouldBe(MatchDoubt.SeveralSolutions);
    }

    [Fact]
    public void A_sum_that_may_be_chance_among_many_round_amounts_is_not_applied() =>
        Match(1700m, "", [.. Enumerable.Range(1, 14).Select(at => Open(at, $"A-{at}", at == 1 ? 900 : at == 2 ? 800 : at * 1000))]).Applications.ShouldBeEmpty();

    [Fact]
    public void A_number_that_is_no_open_item_outweighs_a_fitting_amount() =>
        Doubt(Match(240.10m, "INV-2025-90417", Three)).ShouldBe(MatchDoubt.UnknownNumber);

    [Theory]
    [InlineData("INV-2026-00142")]
    [InlineData("INV-2026-0124")]
    [InlineData("INV-2026-00184")]
    public void A_slip_in_the_number_is_forgiven_with_exactly_the_amount(string text)
    {
        var match = Match(240.10m, text, Three).ShouldBeOfType<CashMatch.Applied>();
        (Parts(match), match.Parts[0].Method).ShouldBe(("2:240.10", text == "INV-2026-0124" ? MatchMethod.InvoiceNumber : MatchMethod.CorrectedNumber));
        if (text != "INV-2026-0124") Match(240.00m, text, Three).Applications.ShouldBeEmpty();
    }

    [Fact]
    public void A_slip_is_not_forgiven_when_another_item_fits_too() =>
        Match(240.10m, "INV-2026-00142", First, Second, Third with { Open = 240.10m }).Applications.ShouldBeEmpty();

    [Fact]
    public void Yen_have_no_cents_and_a_fraction_of_a_cent_is_refused()
    {
        Parts(Match(Pays(5000m, "") with { Currency = "JPY" }, First with { Open = 5000, Currency = "JPY" })).ShouldBe("1:5000");
        Match(Pays(5000.50m, "") with { Currency = "JPY" }, First with { Open = 5000, Currency = "JPY" }).ShouldBeOfType<CashMatch.NothingFound>();
        Match(119.505m, "INV-2026-00123", First).ShouldBeOfType<CashMatch.NothingFound>();
        Match(-119.50m, "INV-2026-00123", First).ShouldBeOfType<CashMatch.NothingFound>();
    }
}
