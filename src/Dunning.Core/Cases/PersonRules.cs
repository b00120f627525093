using Dunning.Core.Cadence;
using Dunning.Core.Plans;

namespace Dunning.Core.Cases;

/// <summary>What follows from a person's decision. Every one carries the person's name.</summary>
internal static class PersonRules
{
    public static Decision Resumed(CaseEvent.PersonResumed person, Consequences then)
    {
        Named(person.By);
        then.Change(current => current.Status switch
        {
            CaseStatus.WithPerson => current with { Status = CaseStatus.Active },
            CaseStatus.Active or CaseStatus.Closed => current,
        });
        // Who hands back a case has dealt with what was waiting in it.
        foreach (var dispute in then.View.Disputes.Where(dispute => !dispute.Acknowledged).ToList()) DisputeRules.Acknowledge(dispute, then);
        return then.Finish($"{person.By} handed the case back");
    }

    public static Decision Closed(CaseEvent.PersonClosed person, Consequences then)
    {
        Named(person.By);
        var reason = $"{person.By} closed the case: {person.Reason}";
        then.Change(current => current with { Status = CaseStatus.Closed });
        foreach (var plan in then.View.Plans.Where(plan => plan.Id != 0).ToList()) PlanRules.End(plan, PlanStatus.Withdrawn, person.By, reason, then);
        then.Add(new CaseCommand.CancelPending(reason));
        then.Add(new CaseCommand.CloseCase(reason));
        return then.Finish(reason);
    }

    public static Decision Suppressed(CaseEvent.PersonSuppressed person, Consequences then)
    {
        Named(person.By);
        var until = Lifting.OnlyByPerson(person.Kind) ? null : person.Until;
        then.Suppress(new(0, person.Kind, person.InvoiceIds, then.Today, until, person.Reason) { Owner = person.By, Reach = person.Reach });
        then.Add(new CaseCommand.CancelPending($"{person.By} paused contact"));
        return then.Finish($"{person.By} paused contact: {person.Reason}");
    }

    public static Decision Lifted(CaseEvent.PersonLifted person, Consequences then)
    {
        Named(person.By);
        var pause = then.View.Suppressions.FirstOrDefault(pause => pause.Id == person.SuppressionId);
        if (pause is null) return then.Finish($"pause {person.SuppressionId} does not hold any more");
        then.Lift(pause, person.By, person.Reason);
        if (pause.Kind == SuppressionKind.Plan)
        {
            foreach (var plan in then.View.Plans.Where(plan => plan.Id != 0 && plan.InvoiceIds.All(pause.InvoiceIds.Contains)).ToList())
                PlanRules.End(plan, PlanStatus.Withdrawn, person.By, $"{person.By} ended payment plan {plan.Id}", then);
        }

        return then.Finish($"{person.By} lifted a pause: {person.Reason}");
    }

    public static Decision VerifiedContact(CaseEvent.PersonVerifiedContact person, Consequences then)
    {
        Named(person.By);
        then.Add(new CaseCommand.VerifyContact(person.ContactId, person.By, person.Preferred));
        return then.Finish($"{person.By} verified contact {person.ContactId}{(person.Preferred ? ", to whom messages go from now on" : "")}: {person.Reason}");
    }

    public static Decision DiscardedContact(CaseEvent.PersonDiscardedContact person, Consequences then)
    {
        Named(person.By);
        then.Add(new CaseCommand.DiscardContact(person.ContactId, person.By));
        return then.Finish($"{person.By} discarded contact {person.ContactId}: {person.Reason}");
    }

    public static Decision RejectedTouch(CaseEvent.PersonRejectedTouch person, Consequences then)
    {
        Named(person.By);
        if (person.Touch.Stage is not null)
        {
            // A refused reminder is planned anew, under another id, after one interval.
            then.Change(current => current with { LadderRun = current.LadderRun + 1 });
            then.Suppress(SuppressionKind.Manual, [], then.Today.AddDays(then.Policy.MinimumIntervalDays - 1),
                $"{person.By} rejected a draft: {person.Reason}", null, owner: person.By);
        }

        return then.Finish($"{person.By} rejected the message: {person.Reason}");
    }

    /// <summary>What a person decides carries the person's name.</summary>
    /// <exception cref="ArgumentException">The name is empty or the machine's.</exception>
    internal static void Named(string by)
    {
        if (!Lifting.IsPerson(by)) throw new ArgumentException("A person's decision needs the name of a person.", nameof(by));
    }
}
