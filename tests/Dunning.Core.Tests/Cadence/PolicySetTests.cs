using Dunning.Core.Cadence;
using Dunning.Core.Ledger;
using Shouldly;
using Xunit;
using static Dunning.Core.Tests.Cadence.Some;

namespace Dunning.Core.Tests.Cadence;

public sealed class PolicySetTests
{
    private static readonly PolicySubject Subject = new("de01", "smb", DebtorKind.Company, "DE", "EUR", 100, 0.4);

    private static PolicySegment For(string name, PolicyMatch match) => new(name, match, new Policy { Name = name });

    private static readonly PolicySet Set = new(
    [
        For("large", new() { Overdue = [new("EUR", 1000, null), new("USD", 1100, null)] }),
        For("risky", new() { Risk = new(0.7, null) }),
        For("french", new() { Countries = ["FR"], Entities = ["de01", "fr01"] }),
        For("people", new() { Kinds = [DebtorKind.Consumer, DebtorKind.SoleTrader] }),
        For("smb", new() { Groups = ["smb"] }),
        For("rest", PolicyMatch.Everyone),
    ]);

    [Fact]
    public void The_first_segment_that_holds_is_the_accounts()
    {
        Set.For(Subject).Name.ShouldBe("smb");
        Set.For(Subject with { Overdue = 1000 }).Name.ShouldBe("large");
        Set.For(Subject with { Overdue = 5000, Currency = "GBP" }).Name.ShouldBe("smb");
        Set.For(Subject with { Risk = 0.7 }).Name.ShouldBe("risky");
        Set.For(Subject with { Country = "FR" }).Name.ShouldBe("french");
        Set.For(Subject with { Country = "FR", EntityId = "nl01" }).Name.ShouldBe("smb");
        Set.For(Subject with { Kind = DebtorKind.SoleTrader }).Name.ShouldBe("people");
        Set.For(Subject with { Group = "other", Risk = null }).Name.ShouldBe("rest");
    }

    [Fact]
    public void A_band_ends_before_its_upper_end_and_an_account_without_score_is_in_no_risk_band()
    {
        new ValueBand("EUR", 10, 20).Holds(Subject with { Overdue = 20 }).ShouldBeFalse();
        new ValueBand("EUR", 10, 20).Holds(Subject with { Overdue = 10 }).ShouldBeTrue();
        new RiskBand(0, null).Holds(Subject with { Risk = null }).ShouldBeFalse();
        new RiskBand(0.2, 0.4).Holds(Subject).ShouldBeFalse();
    }

    [Fact]
    public void Overdue_value_counts_what_is_overdue_paused_or_not_and_nothing_that_is_not_due()
    {
        var facts = Facts with
        {
            Ledger = Owing(Item(1, Today.AddDays(-20), 600), Item(2, Today.AddDays(-1), 400), Item(3, Today, 9000)),
            Suppressions = [Pause(SuppressionKind.Dispute, null, 1)],
        };
        Set.SegmentFor(facts, Today).Name.ShouldBe("large");
        Set.SegmentFor(facts with { Ledger = Owing(Item(1, Today.AddDays(-20), 999), Item(3, Today, 9000)) }, Today).Name.ShouldBe("rest");
    }

    [Fact]
    public void A_set_without_a_segment_for_everyone_at_its_end_is_refused()
    {
        var some = For("some", new() { Groups = ["x"] });
        Should.Throw<ArgumentException>(() => new PolicySet([some])).Message.ShouldContain("every account");
        Should.Throw<ArgumentException>(() => new PolicySet([])).Message.ShouldContain("every account");
        Should.Throw<ArgumentException>(() => new PolicySet([For("all", PolicyMatch.Everyone), For("rest", PolicyMatch.Everyone)])).Message.ShouldContain("never reached");
        Should.Throw<ArgumentException>(() => new PolicySet([some, For("some", PolicyMatch.Everyone)])).Message.ShouldContain("Two segments");
    }

    [Fact]
    public void Order_match_policy_label_and_exceptions_are_part_of_the_version()
    {
        PolicySegment a = For("a", new() { Groups = ["a"] }), b = For("b", new() { Groups = ["b"] }), rest = For("rest", PolicyMatch.Everyone);
        PolicySet[] sets =
        [
            new([a, b, rest]), new([b, a, rest]), new([For("a", new() { Groups = ["a2"] }), b, rest]), new([new("a", a.Match, new Policy { Name = "a", TraceWindowDays = 7 }), b, rest]),
            new([a, b, rest]) { Label = "other" }, new([a, b, rest]) { Exceptions = [new("de01", DebtorKind.Consumer, "Ada", "small sums")] },
        ];
        sets.Select(set => set.Version).ShouldBeUnique();
        new PolicySet([a, b, rest]).Version.ShouldBe(sets[0].Version);
    }

    [Fact]
    public void Consumers_and_sole_traders_get_nothing_automatic_beyond_friendly_unless_it_was_lifted_for_the_entity()
    {
        var set = new PolicySet([For("rest", PolicyMatch.Everyone)]) { Exceptions = [new("de01", DebtorKind.Consumer, "Ada", "small sums")] };
        set.OnlyFriendlyAutomatic("de01", DebtorKind.Consumer).ShouldBeFalse();
        set.OnlyFriendlyAutomatic("de01", DebtorKind.SoleTrader).ShouldBeTrue();
        set.OnlyFriendlyAutomatic("fr01", DebtorKind.Consumer).ShouldBeTrue();
        set.OnlyFriendlyAutomatic("de01", DebtorKind.Company).ShouldBeFalse();
    }
}
