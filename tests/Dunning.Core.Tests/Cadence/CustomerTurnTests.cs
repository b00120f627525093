using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Shouldly;
using Xunit;
using static Dunning.Core.Tests.Cadence.Some;

namespace Dunning.Core.Tests.Cadence;

public sealed class CustomerTurnTests
{
    private static readonly string[] Currencies = ["CHF", "EUR", "GBP", "USD"];

    [Fact]
    public void The_more_severe_account_goes_first_and_the_other_names_it_and_the_day_it_is_free()
    {
        var shared = Share([Asking("EUR", Stage.Friendly, 90), Asking("USD", Stage.Firm, 40)]);
        shared[1].ShouldBeOfType<PlanOutcome.Contact>();
        var held = shared[0].ShouldBeOfType<PlanOutcome.NotNow>();
        (held.Primary, held.All[0].Lifts).ShouldBe((HoldReason.MinimumInterval, Today.AddDays(5)));
        held.All[0].Why.ShouldContain("USD");
    }

    [Fact]
    public void Of_equally_severe_accounts_the_older_goes_first() =>
        Share([Asking("EUR", Stage.Friendly, 20), Asking("USD", Stage.Friendly, 40)])[1].ShouldBeOfType<PlanOutcome.Contact>();

    [Fact]
    public void A_message_on_its_way_keeps_the_turn_whatever_the_others_ask()
    {
        var shared = Share([Asking("EUR", Stage.Final, 90), Asking("USD", Stage.Friendly, 10) with { Claim = TurnClaim.Holds }]);
        shared[0].ShouldBeOfType<PlanOutcome.NotNow>().All[0].Why.ShouldContain("USD");
        shared[1].ShouldBeOfType<PlanOutcome.Contact>();
    }

    [Fact]
    public void While_a_message_of_an_earlier_day_waits_for_a_person_nobody_can_name_the_day_the_others_are_free()
    {
        var waits = Asking("USD", Stage.Friendly, 10) with { Claim = TurnClaim.Holds };
        DateOnly? Lifts(DateOnly since) => Share([Asking("EUR", Stage.Final, 90), waits with { WaitsSince = since }])[0].ShouldBeOfType<PlanOutcome.NotNow>().All[0].Lifts;
        Lifts(Today).ShouldBe(Today.AddDays(5));
        Lifts(Today.AddDays(-1)).ShouldBeNull();
    }

    [Fact]
    public void On_a_weekend_the_interval_counts_from_the_day_the_first_message_may_go() =>
        CustomerTurn.Share([Asking("EUR", Stage.Friendly, 20), Asking("USD", Stage.Friendly, 40)], Policy.Default, BusinessCalendar.Weekdays, new(2026, 2, 28))[0]
            .ShouldBeOfType<PlanOutcome.NotNow>().All[0].Lifts.ShouldBe(new DateOnly(2026, 3, 7));

    [Fact]
    public void At_most_one_account_writes_and_neither_order_nor_a_second_run_changes_which()
    {
        for (var seed = 0; seed < 5_000; seed++)
        {
            var chance = new Random(seed);
            var accounts = Currencies[..chance.Next(1, 5)].Select(currency => Any(chance, currency)).ToArray();
            var first = Writers(accounts);
            first.Count.ShouldBeLessThanOrEqualTo(1);
            if (accounts.Any(account => account.Claim == TurnClaim.Holds)) first.ShouldBeEmpty();
            else if (accounts.Any(account => account.Claim == TurnClaim.Asks)) first.Count.ShouldBe(1);
            chance.Shuffle(accounts);
            Writers(accounts).ShouldBe(first);
            // The chosen message is drafted: it now holds the turn, and every other account hears what it heard before.
            AccountTurn[] drafted = [.. accounts.Select(account => first.Contains(account.Currency) ? account with { Claim = TurnClaim.Holds } : account)];
            Words(drafted).ShouldBe(Words(accounts));
        }
    }

    private static AccountTurn Any(Random chance, string currency)
    {
        var asking = Asking(currency, (Stage)chance.Next(1, 5), chance.Next(1, 60));
        return chance.Next(6) switch
        {
            0 => asking with { Claim = TurnClaim.Holds },
            1 => new(currency, new PlanOutcome.NotNow(asking.Outcome.Exposure, HoldReason.StepNotDue, [new(HoldReason.StepNotDue, Today.AddDays(3), "later")]), TurnClaim.None),
            2 => asking with { Claim = TurnClaim.None },
            _ => asking,
        };
    }

    private static List<string> Writers(AccountTurn[] accounts) =>
        [.. accounts.Zip(Share(accounts)).Where(pair => pair.First.Claim == TurnClaim.Asks && pair.Second is PlanOutcome.Contact).Select(pair => pair.First.Currency)];

    private static List<string> Words(AccountTurn[] accounts) =>
        [.. Share(accounts).Select(outcome => outcome is PlanOutcome.NotNow held ? held.All[0].ToString() : "writes")];

    private static IReadOnlyList<PlanOutcome> Share(AccountTurn[] accounts) => CustomerTurn.Share(accounts, Policy.Default, BusinessCalendar.Weekdays, Today);

    private static AccountTurn Asking(string currency, Stage stage, int days) => new(
        currency,
        new PlanOutcome.Contact(new(currency, 100, 100, 0, days, 1), Purpose.Reminder, stage, [Item(1, Today.AddDays(-days), 100)], Item(1, Today.AddDays(-days), 100), Today, "ladder:0:1", ["due"]),
        TurnClaim.Asks);
}
