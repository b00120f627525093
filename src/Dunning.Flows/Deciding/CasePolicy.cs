using Dunning.Core.Cadence;
using Dunning.Postgres.Cases;

namespace Dunning.Flows.Deciding;

/// <summary>Chooses the policy of a case: the same way as the planner, from the same ledger.</summary>
internal static class CasePolicy
{
    /// <summary>The segment of a case.</summary>
    /// <param name="today">The day the file was read for.</param>
    public static PolicySegment SegmentFor(this PolicySet policies, CaseFile file, DateOnly today) =>
        policies.SegmentFor(PolicySubject.Of(file.Customer, file.Ledger, file.Risk, today));

    /// <summary>The policy of a case.</summary>
    /// <param name="today">The day the file was read for.</param>
    public static Policy For(this PolicySet policies, CaseFile file, DateOnly today) => policies.SegmentFor(file, today).Policy;
}
