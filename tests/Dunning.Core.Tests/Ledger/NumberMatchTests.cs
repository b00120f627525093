using Dunning.Core.Ledger.CashApplication;
using Shouldly;
using Xunit;
using static Dunning.Core.Tests.Ledger.Cash;

namespace Dunning.Core.Tests.Ledger;

public sealed class NumberMatchTests
{
    [Theory]
    [InlineData("INV-2026-00123")]
    [InlineData("inv 2026 00123")]
    [InlineData("Rechnung 2026/00123 vom 03.02.2026")]
    [InlineData("RE-Nr. 202600123")]
    [InlineData("Facture n° 2026-123")]
    [InlineData("SVWZ+INV-2026-00 123 EREF+99887766")]
    [InlineData("INV202600123KD-NR 4711")]
    public void A_number_is_found_however_it_is_written(string text)
    {
        var match = Match(119.50m, text, Three).ShouldBeOfType<CashMatch.Applied>();
        Parts(match).ShouldBe("1:119.50");
        match.Parts[0].Method.ShouldBe(MatchMethod.InvoiceNumber);
        match.Parts[0].Reason.ShouldContain("names");
    }

    [Theory]
    [InlineData("9INV-2026-001239")]
    [InlineData("order 82026001234")]
    [InlineData("1202600123")]
    public void A_number_inside_a_longer_run_of_digits_does_not_count(string text) =>
        Match(100m, text, Three).Applications.ShouldBeEmpty();

    [Fact]
    public void Several_numbers_are_paid_together() =>
        Parts(Match(359.60m, "INV 2026-00123 und 2026-00124", Three)).ShouldBe("1:119.50 2:240.10");

    [Theory]
    [InlineData("invoices INV-2026-00123 to INV-2026-00125")]
    [InlineData("Rechnungen 2026-00123 bis 2026-00125")]
    [InlineData("INV-2026-00123 - INV-2026-00125")]
    public void A_range_counts_when_every_number_in_it_exists(string text)
    {
        Parts(Match(437.37m, text, Three)).ShouldBe("1:119.50 2:240.10 3:77.77");
        var match = Match(197.27m, text, First, Third);
        match.Applications.ShouldBeEmpty();
        Doubt(match).ShouldBe(MatchDoubt.UnknownNumber);
    }

    [Fact]
    public void Abbreviated_numbers_count_with_exactly_the_amount()
    {
        PayableItem[] items = [Open(1, "10045", 10), Open(2, "10046", 25), Open(3, "10047", 31)];
        Parts(Match(66m, "RE 10045/46/47", items)).ShouldBe("1:10 2:25 3:31");
        Match(60m, "RE 10045/46/47", items).Applications.ShouldBeEmpty();
    }

    [Fact]
    public void A_fee_a_discount_and_a_part_are_told_apart()
    {
        Match(109.50m, "INV-2026-00123", First).ShouldBeOfType<CashMatch.ShortPaid>().Kind.ShouldBe(ShortPayKind.BankFee);
        var discount = Match(117.11m, "INV-2026-00123", First).ShouldBeOfType<CashMatch.ShortPaid>();
        (discount.Kind, discount.Difference).ShouldBe((ShortPayKind.DiscountTaken, 2.39m));
        var part = Match(50m, "INV-2026-00123", First).ShouldBeOfType<CashMatch.ShortPaid>();
        (part.Kind, part.Difference, Parts(part)).ShouldBe((ShortPayKind.PartPayment, 69.50m, "1:50"));
    }

    [Fact]
    public void More_than_is_open_leaves_a_rest()
    {
        var match = Match(130m, "INV-2026-00123", First, Second).ShouldBeOfType<CashMatch.Overpaid>();
        (Parts(match), match.Rest).ShouldBe(("1:119.50", 10.50m));
    }

    [Fact]
    public void A_rest_that_equals_another_item_goes_to_a_person() =>
        Doubt(Match(359.60m, "INV-2026-00123", Three)).ShouldBe(MatchDoubt.UnclearSplit);

    [Fact]
    public void A_number_and_an_amount_that_point_to_different_items_go_to_a_person()
    {
        Doubt(Match(77.77m, "INV-2026-00123", Three)).ShouldBe(MatchDoubt.Contradiction);
        Doubt(Match(240.10m, "INV-2026-00123", Three)).ShouldBe(MatchDoubt.Contradiction);
    }

    [Fact]
    public void Part_of_several_named_items_goes_to_a_person() =>
        Doubt(Match(200m, "INV-2026-00123, INV-2026-00124", Three)).ShouldBe(MatchDoubt.UnclearSplit);

    [Fact]
    public void The_year_in_a_number_is_no_evidence_and_a_word_for_orders_ends_with_its_line()
    {
        Doubt(Match(80m, "Rechnungsnr FV 6086/2026", Open(1, "FV 6158/2026", 80))).ShouldBe(MatchDoubt.UnknownNumber);
        Doubt(Match(Pays(80m, "PO 4575277018") with { Reference = "0668254" }, Open(1, "0668281", 80))).ShouldBe(MatchDoubt.UnknownNumber);
    }

    [Fact]
    public void An_old_number_goes_to_a_person_even_when_the_amount_fits_another_item() =>
        Doubt(Match(240.10m, "INV-2026-00123", First with { Open = 0 }, Second)).ShouldBe(MatchDoubt.AlreadyPaid);

    [Fact]
    public void Money_never_crosses_currencies_or_customers()
    {
        Doubt(Match(119.50m, "INV-2026-00123", First with { Currency = "USD" }, Second)).ShouldBe(MatchDoubt.OtherCurrency);
        Doubt(Match(119.50m, "INV-2026-00123", First.Of("K8"), Second)).ShouldBe(MatchDoubt.OtherCustomer);
        Doubt(Match(Pays(359.60m, "INV-2026-00123 INV-2026-00124") with { Customer = null }, First, Second.Of("K8"))).ShouldBe(MatchDoubt.OtherCustomer);
    }

    [Fact]
    public void Without_a_known_payer_a_number_is_enough_and_an_amount_is_not()
    {
        var unknown = Pays(119.50m, "INV-2026-00123") with { Customer = null };
        Parts(Match(unknown, First, Second.Of("K8"))).ShouldBe("1:119.50");
        Doubt(Match(unknown with { Text = "thanks" }, First, Second.Of("K8"))).ShouldBe(MatchDoubt.PayerUnknown);
        Parts(Match(unknown with { Text = "thanks", PayerName = "MUSTER BEISPIEL" }, First, Second.Of("K8"))).ShouldBe("1:119.50");
        Parts(Match(unknown with { Text = "Kundennr K7" }, First, Second.Of("K8"))).ShouldBe("1:119.50");
    }

    [Fact]
    public void A_number_that_two_customers_share_means_the_payers_own()
    {
        PayableItem[] items = [Open(1, "20045", 50), Open(2, "20045", 50).Of("K8")];
        Parts(Match(50m, "INV 20045", items)).ShouldBe("1:50");
        Match(Pays(50m, "INV 20045") with { Customer = null }, items).Applications.ShouldBeEmpty();
    }

    [Fact]
    public void Of_one_invoice_in_instalments_the_exact_one_is_paid_and_else_the_oldest_first()
    {
        PayableItem[] items = [Open(1, "20045", 100), Open(2, "20045", 150)];
        Parts(Match(150m, "INV 20045", items)).ShouldBe("2:150");
        Parts(Match(250m, "INV 20045", items)).ShouldBe("1:100 2:150");
        Parts(Match(120m, "INV 20045", items)).ShouldBe("1:100 2:20");
    }
}
