using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Shouldly;
using Xunit;

namespace Dunning.Core.Tests.Cadence.Year;

/// <summary>A year, day by day, of several hundred accounts, judged by a witness that shares no code with the planner.</summary>
public sealed class ProofOfTheYearTests
{
    private static readonly bool Full = Environment.GetEnvironmentVariable("DUNNING_FULL") == "1";

    public static TheoryData<int> Seeds => Full ? [1, 2, 3, 4, 5, 6, 7, 8] : [1];

    // Of single items, of the sender, of the whole book, and a cap that the built-in interval never lets anybody reach.
    private static readonly HoldReason[] NeverOfThePlanner =
        [HoldReason.InvoiceStatus, HoldReason.NotYetDue, HoldReason.WaitingForWindow, HoldReason.FirstCycleRamp, HoldReason.ContactCap];

    [Theory, MemberData(nameof(Seeds))]
    public void In_a_year_of_every_scenario_no_invariant_is_ever_broken(int seed)
    {
        var year = new SimulatedYear(seed, Full ? 1_200 : 360).Live(365);
        var witness = year.Witness;
        witness.Breaches.ShouldBeEmpty(Summary(witness.Breaches));
        year.Scenarios.ShouldBe(Behaviour.All.Select(way => way.Scenario), ignoreOrder: true);
        witness.Messages.ShouldBeGreaterThan(2_000);
        witness.Purposes.ShouldBe(Enum.GetValues<Purpose>(), ignoreOrder: true);
        witness.Stages.ShouldBe(Enum.GetValues<Stage>(), ignoreOrder: true);
        witness.Reasons.ShouldBe(Enum.GetValues<HoldReason>().Except(NeverOfThePlanner), ignoreOrder: true);
    }

    [Fact]
    public void The_same_seed_lives_the_same_year()
    {
        static int Messages() => new SimulatedYear(5, 60).Live(90).Witness.Messages;
        Messages().ShouldBe(Messages());
    }

    internal static string Summary(IReadOnlyList<Breach> breaches) => string.Join('\n', breaches.GroupBy(breach => breach.Rule)
        .SelectMany(rule => rule.Take(4).Select(breach => $"{rule.Count()} × {breach.Rule}: {breach.Account} on {breach.On:yyyy-MM-dd}: {breach.What}")));
}
