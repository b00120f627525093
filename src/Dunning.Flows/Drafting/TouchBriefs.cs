using Dunning.Core.Autonomy;
using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Conversation;
using Dunning.Core.Correspondence;
using Dunning.Core.Ledger;
using Dunning.Flows.Clauses.Approval;
using Dunning.Flows.Deciding;
using Dunning.Postgres.Cases;
using Npgsql;

namespace Dunning.Flows.Drafting;

/// <summary>Everything the draft of a touch is made from.</summary>
/// <param name="File">The case file, signed as its policy says.</param>
/// <param name="Step">The step of the ladder; null for answers.</param>
public sealed record TouchBrief(
    Touch Touch, CaseFile File, LadderStep? Step, Attached Attached, BillingContact Recipient, FactSet Facts, ConversationFacts Conversation, AutonomyGrant Grant)
{
    /// <summary>It would go out without a person.</summary>
    public bool Automatic => Grant.Effective >= AutonomyLevel.AutoVeto;

    /// <summary>It leaves by mail, not by letter or call.</summary>
    public bool ByMail => Step is null or { Channel: Channel.Mail };

    /// <summary>Written one step more softly than usual.</summary>
    public bool Softer => Step?.Softer ?? false;

    /// <summary>The mail as the composer writes it.</summary>
    public ComposedMail Compose(ClauseLibrary clauses) =>
        Composer.Compose(clauses, Facts, Conversation, Touch.Purpose, Touch.Stage, Automatic, Convert.ToInt64(Touch.Id[..15], 16), Softer);

    /// <summary>What the composer chooses among.</summary>
    public DraftOffer Offer(ClauseLibrary clauses) => DraftOffer.Of(clauses, Facts, Conversation, Touch.Purpose, Touch.Stage, Automatic, Softer);

    /// <summary>The mail somebody else has chosen the clauses of, or why not.</summary>
    public PlanDecision Decide(PlanChoice choice, ClauseLibrary clauses) => choice.Decide(clauses, Facts, Conversation, Touch.Purpose, Touch.Stage, Automatic, Softer);
}

/// <summary>What reading a touch came to.</summary>
public abstract record BriefOutcome
{
    private BriefOutcome() { }

    /// <summary>It can be drafted.</summary>
    public sealed record Ready(TouchBrief Brief) : BriefOutcome;

    /// <summary>A person has to do something first.</summary>
    public sealed record HandOver(string Kind, string Detail) : BriefOutcome;

    /// <summary>What it was to be about is no more.</summary>
    public sealed record NothingToSay : BriefOutcome;

    /// <summary>Its action is switched off.</summary>
    public sealed record SwitchedOff : BriefOutcome;
}

/// <summary>Reads what a draft is made from; nothing is written.</summary>
public sealed class TouchBriefs(AttachedDocuments documents, FactSets factSets, PolicySet policies, ClausesInForce clauses)
{
    /// <summary>Reads one touch.</summary>
    public async Task<BriefOutcome> ReadAsync(
        NpgsqlConnection connection, Touch touch, CaseFile file, ConversationFacts conversation, DateOnly day, CancellationToken cancellationToken)
    {
        var policy = policies.For(file, day);
        file = file.SignedBy(policy);
        var step = touch is { Purpose: Purpose.Reminder, Stage: { } at } ? policy.StepOf(at) : null;
        var attached = await documents.ForAsync(connection, touch, file, FactSets.LanguageOf(file, clauses.Current.Languages), step is { AttachInvoices: true } ? TouchSubject.Of(file, touch, policy, day).Items : null, cancellationToken);
        if (attached is { References.Count: 0, Missing: { } missing }) return new BriefOutcome.HandOver("missing_document", missing);
        if (file.Recipient is not { } recipient) return new BriefOutcome.HandOver("no_contact_address", "There is no verified contact with a working address.");

        var facts = factSets.Of(file, touch, day, attached.References, clauses.Current.Languages);
        if (HasNothingToSay(touch, facts)) return new BriefOutcome.NothingToSay();
        var grant = await AutonomyStore.GrantAsync(
            connection, file.Entity.Id, file.Customer.Segment, file.Customer.Id, AutonomyLadder.ActionOf(touch.Purpose, touch.Stage), cancellationToken);
        return grant.Effective == AutonomyLevel.Off ? new BriefOutcome.SwitchedOff() : new BriefOutcome.Ready(new(touch, file, step, attached, recipient, facts, conversation, grant));
    }

    /// <summary>A reminder whose lines were all paid meanwhile, thanks for a payment that is not there.</summary>
    private static bool HasNothingToSay(Touch touch, FactSet facts) => touch.Purpose switch
    {
        Purpose.Reminder or Purpose.PromiseLapsed or Purpose.PaymentTrace => facts.Invoices.Count == 0,
        Purpose.ShortPay => facts.Invoices.Count == 0 || facts.PaymentsReceived.Count == 0,
        Purpose.PaymentThanks => facts.PaymentsReceived.Count == 0,
        Purpose.PromiseAcknowledged => facts.Promises.Count == 0,
        Purpose.DisputeAcknowledged or Purpose.AskForDate or Purpose.DocumentAttached or Purpose.StatementAttached => false,
    };
}
