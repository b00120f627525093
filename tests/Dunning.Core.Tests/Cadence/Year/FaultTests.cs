using Shouldly;
using Xunit;

namespace Dunning.Core.Tests.Cadence.Year;

/// <summary>The witness of the year can fail: each fault of a planner or sender trips the invariant made for it.</summary>
public sealed class FaultTests
{
    public static TheoryData<string> Names => [.. Fault.All.Select(fault => fault.Name)];

    [Theory, MemberData(nameof(Names))]
    public void A_faulty_planner_or_sender_is_noticed(string name)
    {
        var fault = Fault.All.Single(fault => fault.Name == name);
        new SimulatedYear(3, 123, fault.Ask, fault.Opening).LiveUntilBroken(fault.Trips, 200).ShouldBeTrue();
    }

    [Fact]
    public void There_is_a_fault_for_every_invariant() =>
        Fault.All.Select(fault => fault.Trips).Distinct().ShouldBe(Enum.GetValues<Invariant>(), ignoreOrder: true);
}
