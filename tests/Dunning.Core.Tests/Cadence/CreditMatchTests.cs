using Dunning.Core.Ledger;
using Shouldly;
using Xunit;
using static Dunning.Core.Tests.Cadence.Some;

namespace Dunning.Core.Tests.Cadence;

public sealed class CreditMatchTests
{
    private static AccountLedger With(decimal[] credits, params decimal[] residuals) =>
        new(Key, [.. residuals.Select((residual, index) => Item(index + 1, Today.AddDays(-index), residual))], credits);

    [Fact]
    public void A_credit_equal_to_one_residual_matches_it() =>
        CreditMatch.Find(With([50.10m], 100, 50.10m, 70))!.Items.Select(item => item.InvoiceId).ShouldBe([2]);

    [Fact]
    public void A_credit_matches_the_only_items_that_add_up_to_it() =>
        CreditMatch.Find(With([170], 100, 50, 70))!.Items.Select(item => item.InvoiceId).ShouldBe([1, 3], ignoreOrder: true);

    [Fact]
    public void Credits_that_only_together_pay_an_item_match_it()
    {
        var match = CreditMatch.Find(With([30, 20, 999], 50))!;
        match.Credits.ShouldBe([0, 1], ignoreOrder: true);
        match.Items.ShouldHaveSingleItem();
    }

    [Fact]
    public void With_two_solutions_nothing_matches()
    {
        CreditMatch.Find(With([50], 50, 50)).ShouldBeNull();
        CreditMatch.Find(With([100], 100, 60, 40)).ShouldBeNull();
    }

    [Fact]
    public void One_cent_off_is_no_match_and_yen_have_no_cents()
    {
        CreditMatch.Find(With([50.01m], 50)).ShouldBeNull();
        CreditMatch.Find(With([5000], 5000) with { Key = Key with { Currency = "JPY" } }).ShouldNotBeNull();
    }

    [Fact]
    public void The_search_ends_undecided_rather_than_running_on() =>
        SubsetSum.FindUnique([.. Enumerable.Range(0, 40).Select(index => 1000L + (index * 2))], 20_401, 1).ShouldBeNull();

    [Fact]
    public void Amounts_of_different_currencies_are_never_added() =>
        Should.Throw<InvalidOperationException>(() => new Money(1, "EUR") + new Money(1, "USD"));
}
