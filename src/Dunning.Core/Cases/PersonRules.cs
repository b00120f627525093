using Dunning.Core.Cadence;
using Dunning.Core.Disputes;

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
        return then.Finish($"{person.By} handed the case back");
    }

    public static Decision Closed(CaseEvent.PersonClosed person, Consequences then)
    {
        Named(person.By);
        var reason = $"{person.By} closed the case: {person.Reason}";
        then.Change(current => current with { Status = CaseStatus.Closed });
        then.Add(new CaseCommand.CancelPending(reason));
        then.Add(new CaseCommand.CloseCase(reason));
        return then.Finish(reason);
    }

    public static Decision Suppressed(CaseEvent.PersonSuppressed person, Consequences then)
    {
        Named(person.By);
        then.Suppress(person.Kind, person.InvoiceIds, person.Until, person.Reason, null, owner: person.By);
        then.Add(new CaseCommand.CancelPending($"{person.By} paused contact"));
        return then.Finish($"{person.By} paused contact: {person.Reason}");
    }

    public static Decision Lifted(CaseEvent.PersonLifted person, Consequences then)
    {
        Named(person.By);
        var pause = then.View.Suppressions.FirstOrDefault(pause => pause.Id == person.SuppressionId);
        if (pause is null) return then.Finish($"pause {person.SuppressionId} does not hold any more");
        then.Lift(pause, person.By, person.Reason);
        return then.Finish($"{person.By} lifted a pause: {person.Reason}");
    }

    public static Decision ResolvedDispute(CaseEvent.PersonResolvedDispute person, Consequences then)
    {
        Named(person.By);
        var dispute = then.View.Disputes.FirstOrDefault(dispute => dispute.Id == person.DisputeId);
        if (dispute is null) return then.Finish($"dispute {person.DisputeId} is not open any more");
        var how = person.Resolution switch
        {
            DisputeResolution.CreditNote => "a credit note was granted",
            DisputeResolution.Upheld => "the invoice stands",
            DisputeResolution.Split => "a part is credited and the rest stands",
            DisputeResolution.Withdrawn => "the customer withdrew it",
        };
        then.ChangeView(view => view with { Disputes = [.. view.Disputes.Where(other => other.Id != dispute.Id)] });
        then.Add(new CaseCommand.ResolveDispute(dispute.Id, person.Resolution));
        then.LiftLines(SuppressionKind.Dispute, dispute.InvoiceIds, then.View.Disputes.Select(other => other.InvoiceIds), person.By, how);
        // The earlier level stays, with fresh grace before its next step.
        then.Change(current => current.Level > 0 ? current with { LevelOn = then.Today } : current);
        return then.Finish($"{person.By} resolved the dispute: {how}");
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

    private static void Named(string by) => ArgumentException.ThrowIfNullOrWhiteSpace(by);
}
