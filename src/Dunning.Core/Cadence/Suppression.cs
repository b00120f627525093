namespace Dunning.Core.Cadence;

/// <summary>What pauses contact. The wire names are the snake_case forms.</summary>
public enum SuppressionKind { Promise, Dispute, Plan, Trace, Legal, Insolvency, OptOut, OutOfOffice, Manual }

/// <summary>
/// Anything that pauses contact, as one concept: a scope, a reason and an end. Legal and insolvency holds of a
/// parent are handed to the planner with each child's facts; disputes are not.
/// </summary>
/// <param name="Id">Row id; 0 until stored.</param>
/// <param name="InvoiceIds">The paused invoices; empty pauses the whole account.</param>
/// <param name="StartsOn">First day it holds.</param>
/// <param name="ExpiresOn">Last day it holds; null when only a decision ends it.</param>
/// <param name="Reason">Why, in words for a person.</param>
public sealed record Suppression(
    long Id, SuppressionKind Kind, IReadOnlyList<long> InvoiceIds, DateOnly StartsOn, DateOnly? ExpiresOn, string Reason)
{
    /// <summary>True when the whole account is paused.</summary>
    public bool WholeAccount => InvoiceIds.Count == 0;

    /// <summary>True when it holds on that day.</summary>
    public bool HoldsOn(DateOnly day) => StartsOn <= day && (ExpiresOn is not { } last || day <= last);

    /// <summary>The hold reason it stands for.</summary>
    public HoldReason HoldReason => Kind switch
    {
        SuppressionKind.Promise => HoldReason.UnderPromise,
        SuppressionKind.Dispute => HoldReason.InDispute,
        SuppressionKind.Plan => HoldReason.PaymentPlan,
        SuppressionKind.Trace => HoldReason.PaymentTrace,
        SuppressionKind.Legal => HoldReason.LegalHold,
        SuppressionKind.Insolvency => HoldReason.Insolvency,
        SuppressionKind.OptOut => HoldReason.OptedOut,
        SuppressionKind.OutOfOffice => HoldReason.OutOfOffice,
        SuppressionKind.Manual => HoldReason.OnHold,
    };

    /// <summary>True when only a named person may lift it.</summary>
    public bool OnlyPersonLifts => Kind switch
    {
        SuppressionKind.Legal or SuppressionKind.Insolvency or SuppressionKind.OptOut => true,
        SuppressionKind.Promise or SuppressionKind.Dispute or SuppressionKind.Plan or SuppressionKind.Trace
            or SuppressionKind.OutOfOffice or SuppressionKind.Manual => false,
    };
}
