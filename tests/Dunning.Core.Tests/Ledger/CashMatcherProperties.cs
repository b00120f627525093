using Dunning.Core.Ledger.CashApplication;
using Shouldly;
using Xunit;
using static Dunning.Core.Tests.Ledger.Cash;

namespace Dunning.Core.Tests.Ledger;

public sealed class CashMatcherProperties
{
    private static readonly string[] Words = ["invoice ", "RE ", "", "INV-2026-", "order ", "+++", "RF18 ", "Kd ", "bis ", ", ", "/", " 12.03.2026 ", "1.234,56 ", "K7 ", "K8 "];

    [Fact]
    public void The_order_of_the_candidates_changes_nothing() => Everywhere((payment, items, match, chance) =>
    {
        chance.Shuffle(items);
        var again = CashMatcher.Match(payment, items, CashTolerance.Default);
        again.GetType().ShouldBe(match.GetType());
        again.Why.ShouldBe(match.Why);
        Parts(again).ShouldBe(Parts(match));
    });

    [Fact]
    public void Never_more_than_open_nor_than_paid_nor_across_customers_and_currencies() => Everywhere((payment, items, match, _) =>
    {
        var paid = match.Applications.Select(part => (Part: part, Item: items.Single(item => item.Id == part.ItemId))).ToList();
        paid.ShouldAllBe(one => one.Part.Amount > 0 && one.Part.Amount <= one.Item.Open && one.Item.Currency == payment.Currency);
        paid.Select(one => one.Item.Customer).Distinct().Count().ShouldBeLessThanOrEqualTo(1);
        if (payment.Customer is { } known) paid.ShouldAllBe(one => one.Item.Customer == known);
        paid.Select(one => one.Item.Id).ShouldBeUnique();
        var rest = match is CashMatch.Overpaid over ? over.Rest : 0;
        if (paid.Count > 0) (paid.Sum(one => one.Part.Amount) + rest).ShouldBe(payment.Amount);
    });

    [Fact]
    public void A_second_item_that_fits_as_well_stops_every_match_by_amount() => Everywhere((payment, items, match, _) =>
    {
        if (match.Applications is not [{ Method: MatchMethod.UniqueAmount or MatchMethod.CorrectedNumber } part]) return;
        var twin = items.Single(item => item.Id == part.ItemId) with { Id = 99, Number = "TWIN-77441" };
        CashMatcher.Match(payment, [.. items, twin], CashTolerance.Default).Applications.ShouldBeEmpty();
    });

    private static void Everywhere(Action<IncomingPayment, PayableItem[], CashMatch, Random> holds)
    {
        var applied = 0;
        for (var seed = 0; seed < 1_500; seed++)
        {
            var chance = new Random(seed);
            var items = Enumerable.Range(1, chance.Next(1, 9)).Select(at => AnyItem(chance, at)).ToArray();
            var named = items[chance.Next(items.Length)];
            var text = string.Concat(Enumerable.Range(0, chance.Next(4)).Select(_ => Words[chance.Next(Words.Length)] + (chance.Next(2) == 0 ? items[chance.Next(items.Length)].Number[^chance.Next(2, 5)..] : ""))) + (chance.Next(2) == 0 ? named.Number : "");
            var amount = chance.Next(3) switch { 0 => items.Take(chance.Next(1, 4)).Sum(item => item.Open), 1 => named.Open, _ => named.Open + chance.Next(-50, 50) };
            var payment = Pays(amount, text) with { Customer = chance.Next(3) == 0 ? null : "K7" };
            var match = CashMatcher.Match(payment, items, CashTolerance.Default);
            match.Why.ShouldNotBeNullOrWhiteSpace();
            if (match.Applications.Count > 0) applied++;
            holds(payment, items, match, chance);
        }

        applied.ShouldBeGreaterThan(200);
    }

    private static PayableItem AnyItem(Random chance, int id) => Open(id, $"INV-2026-{chance.Next(100, 125)}", chance.Next(8) == 0 ? 0 : chance.Next(1, 6) * 50 + (chance.Next(2) * 0.37m)) with
    {
        Currency = chance.Next(9) == 0 ? "USD" : "EUR", Customer = chance.Next(6) == 0 ? "K8" : "K7",
    };
}
