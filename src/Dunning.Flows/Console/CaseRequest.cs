using Dunning.Core;
using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Conversation;
using Dunning.Core.Disputes;
using Dunning.Core.Plans;

namespace Dunning.Flows.Console;

/// <summary>What a person can ask the agent to do with a case.</summary>
public abstract record CaseRequest
{
    private CaseRequest() { }

    /// <summary>Take the case back from the person.</summary>
    public sealed record Resume : CaseRequest;

    /// <summary>Close the case although something may be open.</summary>
    public sealed record Close : CaseRequest;

    /// <summary>Pause invoices, or the account when none are named.</summary>
    /// <param name="Until">Last day of the pause; null when only a person ends it.</param>
    public sealed record Pause(SuppressionKind Kind, IReadOnlyList<long> InvoiceIds, DateOnly? Until) : CaseRequest
    {
        /// <summary>How far a pause without invoices reaches.</summary>
        public HoldScope Reach { get; init; } = HoldScope.Account;
    }

    /// <summary>End a pause.</summary>
    public sealed record Lift(long SuppressionId) : CaseRequest;

    /// <summary>Decide a dispute.</summary>
    public sealed record ResolveDispute(long DisputeId, DisputeResolution Resolution) : CaseRequest
    {
        /// <summary>What is credited, for a split.</summary>
        public decimal? Credited { get; init; }
    }

    /// <summary>Record a dispute the customer raised outside the mailbox.</summary>
    /// <param name="Parts">The disputed part per invoice; invoices without an entry are disputed whole.</param>
    public sealed record Dispute(IReadOnlyList<long> InvoiceIds, IReadOnlyList<HeldPart> Parts, DisputeReason Reason) : CaseRequest;

    /// <summary>Grant a payment plan.</summary>
    public sealed record GrantPlan(PlanProposal Proposal) : CaseRequest;

    /// <summary>Verify a contact that was noted from a mail, so that it may be written to.</summary>
    /// <param name="Preferred">Messages go to this contact from now on.</param>
    public sealed record VerifyContact(long ContactId, bool Preferred) : CaseRequest;

    /// <summary>Discard a contact that was noted from a mail.</summary>
    public sealed record DiscardContact(long ContactId) : CaseRequest;

    /// <summary>The name it is stored under.</summary>
    public string Name => Json.Name(GetType().Name);

    /// <summary>The JSON it is stored as.</summary>
    public string Data() => this switch
    {
        Resume or Close => "{}",
        Pause pause => Json.Write(pause),
        Lift lift => Json.Write(lift),
        ResolveDispute resolve => Json.Write(resolve),
        Dispute dispute => Json.Write(dispute),
        GrantPlan plan => Json.Write(plan),
        VerifyContact verify => Json.Write(verify),
        DiscardContact discard => Json.Write(discard),
        _ => throw new System.Diagnostics.UnreachableException($"No form for {GetType().Name}."),
    };

    /// <summary>Reads a stored request.</summary>
    /// <exception cref="FormatException">The kind is unknown.</exception>
    /// <exception cref="System.Text.Json.JsonException">The data do not fit the kind.</exception>
    public static CaseRequest Read(string name, string data) => name switch
    {
        "resume" => new Resume(),
        "close" => new Close(),
        "pause" => Json.Read<Pause>(data),
        "lift" => Json.Read<Lift>(data),
        "resolve_dispute" => Json.Read<ResolveDispute>(data),
        "dispute" => Json.Read<Dispute>(data),
        "grant_plan" => Json.Read<GrantPlan>(data),
        "verify_contact" => Json.Read<VerifyContact>(data),
        "discard_contact" => Json.Read<DiscardContact>(data),
        _ => throw new FormatException($"'{name}' is no request about a case."),
    };

    /// <summary>The event it amounts to, or why it cannot be carried out on the case as it is now.</summary>
    internal (CaseEvent? Happened, string? Refusal) Against(CaseView view, string actor, string reason, Policy policy, DateOnly today)
    {
        if (!Lifting.IsPerson(actor)) return (null, "a decision needs the name of a person");
        if (view.Case.Status == CaseStatus.Closed) return (null, "the case is closed");
        return this switch
        {
            Resume when view.Case.Status == CaseStatus.Active => (null, "the agent has the case already"),
            Resume => (new CaseEvent.PersonResumed(actor), null),
            Close => (new CaseEvent.PersonClosed(actor, reason), null),
            Pause pause when pause.InvoiceIds.Except(view.Items.Select(item => item.InvoiceId)).Any() => (null, "an invoice of the pause does not belong to this account"),
            Pause { Kind: not (SuppressionKind.Manual or SuppressionKind.Legal or SuppressionKind.Insolvency or SuppressionKind.OptOut or SuppressionKind.Agency or SuppressionKind.Deceased) } pause =>
                (null, $"a {Wire.Name(pause.Kind).Replace('_', ' ')} is not set as a hold: use its own form"),
            Pause { Until: not null } pause when Lifting.OnlyByPerson(pause.Kind) => (null, $"a {Wire.Name(pause.Kind).Replace('_', ' ')} hold has no last day: a person lifts it"),
            Pause { InvoiceIds.Count: > 0, Kind: not SuppressionKind.Manual } => (null, "this kind of hold is about the customer, not about single invoices"),
            Pause pause when pause.Until < today => (null, "the last day of the hold has passed"),
            Pause pause => (new CaseEvent.PersonSuppressed(actor, pause.Kind, pause.InvoiceIds, pause.Until, reason) { Reach = pause.Reach }, null),
            Lift lift when view.Suppressions.All(pause => pause.Id != lift.SuppressionId) => (null, "the pause does not hold any more"),
            Lift lift when view.Suppressions.First(pause => pause.Id == lift.SuppressionId) is { Kind: SuppressionKind.Dispute, Awaits: null } hold
                && view.Disputes.Any(dispute => dispute.InvoiceIds.SequenceEqual(hold.InvoiceIds)) => (null, "the hold belongs to an open dispute: decide the dispute"),
            Lift lift when Lifting.Objection(view.Suppressions.First(pause => pause.Id == lift.SuppressionId), actor) is { } objection => (null, objection),
            Lift lift => (new CaseEvent.PersonLifted(actor, lift.SuppressionId, reason), null),
            ResolveDispute resolve when view.Disputes.All(dispute => dispute.Id != resolve.DisputeId) => (null, "the dispute is not open any more"),
            ResolveDispute resolve when CaseChecks.Resolution(view, resolve.DisputeId, resolve.Resolution, resolve.Credited) is { } objection => (null, objection),
            ResolveDispute resolve => (new CaseEvent.PersonResolvedDispute(actor, resolve.DisputeId, resolve.Resolution) { Credited = resolve.Credited }, null),
            Dispute dispute when CaseChecks.Dispute(view, dispute.InvoiceIds, dispute.Parts) is { } objection => (null, objection),
            Dispute dispute => (new CaseEvent.PersonDisputed(actor, dispute.InvoiceIds, dispute.Parts, dispute.Reason, reason), null),
            GrantPlan plan when PlanGrant.Objections(plan.Proposal, view, policy, today) is { Count: > 0 } objections => (null, string.Join(" ", objections)),
            GrantPlan plan => (new CaseEvent.PersonGrantedPlan(actor, plan.Proposal, reason), null),
            VerifyContact verify => (new CaseEvent.PersonVerifiedContact(actor, verify.ContactId, verify.Preferred, reason), null),
            DiscardContact discard => (new CaseEvent.PersonDiscardedContact(actor, discard.ContactId, reason), null),
            _ => throw new System.Diagnostics.UnreachableException($"No rule for {GetType().Name}."),
        };
    }
}
