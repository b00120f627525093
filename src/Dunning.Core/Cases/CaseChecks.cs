using Dunning.Core.Cadence;
using Dunning.Core.Disputes;

namespace Dunning.Core.Cases;

/// <summary>Whether what a person enters about a case can be carried out, asked before it is decided.</summary>
public static class CaseChecks
{
    /// <summary>Why a dispute cannot be recorded like this; null when it can.</summary>
    public static string? Dispute(CaseView view, IReadOnlyList<long> invoiceIds, IReadOnlyList<HeldPart> parts) => DisputeRules.Objection(invoiceIds, parts, view);

    /// <summary>Why an open dispute cannot be decided like this; null when it can.</summary>
    /// <param name="credited">What is credited, for a split.</param>
    public static string? Resolution(CaseView view, long disputeId, DisputeResolution resolution, decimal? credited) =>
        view.Disputes.FirstOrDefault(dispute => dispute.Id == disputeId) is { } dispute
            ? DisputeRules.Objection(dispute, resolution, credited, view)
            : "the dispute is not open any more";
}
