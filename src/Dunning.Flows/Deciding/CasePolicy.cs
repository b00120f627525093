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

    /// <summary>The file as messages see it: signed and sent by the persona of its policy.</summary>
    public static CaseFile SignedBy(this CaseFile file, Policy policy) => policy.Persona is not { } persona ? file : file with
    {
        Entity = file.Entity with
        {
            PersonaName = persona.Name, FromAddress = persona.AddressIn(file.Entity.FromAddress), Phone = persona.Phone ?? file.Entity.Phone,
        },
    };

    /// <summary>The policy of a case.</summary>
    /// <param name="today">The day the file was read for.</param>
    public static Policy For(this PolicySet policies, CaseFile file, DateOnly today) => policies.SegmentFor(file, today).Policy;
}
