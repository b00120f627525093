using System.Diagnostics;
using Dunning.Core.Cadence;

namespace Dunning.Core.Cases;

/// <summary>The state machine of a case: what follows from an event. A pure function.</summary>
public static class CaseDecision
{
    /// <summary>Decides what follows from an event.</summary>
    /// <param name="today">The day in the creditor's zone.</param>
    public static Decision Decide(CaseView current, CaseEvent happened, Policy policy, DateOnly today)
    {
        var then = new Consequences(current, policy, today);
        return happened switch
        {
            CaseEvent.TouchSent sent => TouchRules.Sent(sent, then),
            CaseEvent.TouchBounced bounced => TouchRules.Bounced(bounced, then),
            CaseEvent.MailRead read => MailRules.Read(read, then),
            CaseEvent.MessageReported report => MailRules.Reported(report, then),
            CaseEvent.DayPassed day => DayRules.Passed(day.Paid, then),
            CaseEvent.ItemsCleared cleared => DayRules.Passed(cleared.Paid, then),
            CaseEvent.PaymentShort payment => PaymentRules.Short(payment, then),
            CaseEvent.PersonResumed person => PersonRules.Resumed(person, then),
            CaseEvent.PersonClosed person => PersonRules.Closed(person, then),
            CaseEvent.PersonSuppressed person => PersonRules.Suppressed(person, then),
            CaseEvent.PersonGrantedPlan person => PlanRules.Granted(person, then),
            CaseEvent.PersonDisputed person => DisputeRules.Recorded(person, then),
            CaseEvent.PersonLifted person => PersonRules.Lifted(person, then),
            CaseEvent.PersonResolvedDispute person => DisputeRules.Resolved(person, then),
            CaseEvent.PersonVerifiedContact person => PersonRules.VerifiedContact(person, then),
            CaseEvent.PersonDiscardedContact person => PersonRules.DiscardedContact(person, then),
            CaseEvent.PersonRejectedTouch person => PersonRules.RejectedTouch(person, then),
            _ => throw new UnreachableException($"No rule for {happened.GetType().Name}."),
        };
    }
}
