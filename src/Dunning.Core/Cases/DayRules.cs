using Dunning.Core.Cadence;
using Dunning.Core.Conversation;
using Dunning.Core.Promises;

namespace Dunning.Core.Cases;

/// <summary>What follows from the passing of a day: promises, traces, pauses, deadlines and the end of a case.</summary>
internal static class DayRules
{
    public static Decision Passed(IReadOnlyList<PaidAllocation> paid, Consequences then)
    {
        if (then.View.Case.Status == CaseStatus.Closed) return then.Finish("the case is closed");
        foreach (var promise in then.View.Promises.Where(promise => promise.Id != 0).ToList()) Judge(promise, paid, then);
        foreach (var claim in then.View.Claims.Where(claim => claim.Id != 0).ToList()) Trace(claim, paid, then);
        foreach (var plan in then.View.Plans.Where(plan => plan.Id != 0).ToList()) PlanRules.Watch(plan, paid, then);
        foreach (var hold in then.View.Suppressions.Where(hold => hold is { Awaits: not null, Id: not 0 }).ToList()) DisputeRules.Credit(hold, paid, then);
        foreach (var pause in then.View.Suppressions.Where(pause => Ran(pause, then.Today)).ToList())
        {
            then.Lift(pause, Consequences.Agent, $"it expired on {pause.ExpiresOn:yyyy-MM-dd}");
            then.Because($"the hold '{pause.Reason}' ({Wire.Name(pause.Kind)}) expired on {pause.ExpiresOn:yyyy-MM-dd}");
        }

        if (Cleared(then.View, then.Today)) Close(then);
        else Deadlines(then);
        return then.Finish("nothing was due on that day");
    }

    private static bool Ran(Suppression pause, DateOnly today) =>
        pause is { OnlyPersonLifts: false, InheritedFrom: null, Id: not 0 } && pause.ExpiresOn < today;

    private static void Judge(PromiseToPay promise, IReadOnlyList<PaidAllocation> paid, Consequences then)
    {
        var verdict = PromiseKeeping.Judge(promise, then.View.OpenOn(promise.InvoiceIds), paid, then.Policy.Promises, then.Settlement, then.Today);
        switch (verdict)
        {
            case PromiseOutcome.Open: return;
            case PromiseOutcome.Kept: then.EndPromise(promise, verdict, "the promise was kept"); return;
            case PromiseOutcome.PartlyKept: then.EndPromise(promise, verdict, "the promise was kept in part"); return;
            case PromiseOutcome.Broken: then.EndPromise(promise, verdict, "the promise was broken"); return;
            case PromiseOutcome.Withdrawn: then.EndPromise(promise, verdict, "the promised invoices were cleared without a payment"); return;
        }
    }

    private static void Trace(PaymentClaim claim, IReadOnlyList<PaidAllocation> paid, Consequences then)
    {
        var found = Found(claim, paid, then);
        if (!found && then.Today <= claim.TraceUntil) return;
        then.ChangeView(view => view with { Claims = [.. view.Claims.Where(other => other.Id != claim.Id)] });
        then.Add(new CaseCommand.ResolveTrace(claim.Id, found));
        var reason = found ? "the claimed payment was found" : "the claimed payment was not found within the window";
        then.LiftLines(SuppressionKind.Trace, claim.InvoiceIds, then.View.Claims.Select(other => other.InvoiceIds), Consequences.Agent, reason);
        then.Because(reason);
        if (then.View.Case.Status == CaseStatus.WithPerson) return;
        then.Plan(Touch.ClaimCause(claim.Id), found ? Purpose.PaymentThanks : Purpose.PaymentTrace, null);
    }

    // Banks may value a payment a few days before or after the day the customer names.
    private static bool Found(PaymentClaim claim, IReadOnlyList<PaidAllocation> paid, Consequences then)
    {
        if (then.View.OpenOn(claim.InvoiceIds) <= 0) return true;
        if (claim.Amount is not { } amount) return false;
        var from = (claim.PaidOn ?? claim.MadeOn).AddDays(-5);
        var received = paid.Where(entry => claim.InvoiceIds.Contains(entry.InvoiceId) && entry.ValueDate >= from).Sum(entry => entry.Amount);
        return received >= amount - then.Policy.Promises.Tolerance(amount, then.View.Case.Account.Currency);
    }

    private static bool Cleared(CaseView view, DateOnly today) =>
        view.Case.Status == CaseStatus.Active && !view.Items.Any(item => item.IsOverdue(today))
        && view.Promises.Count == 0 && view.Claims.Count == 0 && view.Disputes.Count == 0 && view.Plans.Count == 0;

    private static void Close(Consequences then)
    {
        const string reason = "nothing is overdue any more";
        then.Change(current => current with { Status = CaseStatus.Closed });
        then.Add(new CaseCommand.CancelPending(reason));
        foreach (var pause in then.View.Suppressions.Where(pause => pause.Id != 0 && pause.Kind == SuppressionKind.OutOfOffice).ToList())
            then.Lift(pause, Consequences.Agent, reason);
        then.Add(new CaseCommand.CloseCase(reason));
        then.Because(reason);
    }

    private static void Deadlines(Consequences then)
    {
        var view = then.View;
        if (view.Case is { Status: CaseStatus.Active, Level: (int)Stage.Final, LevelOn: { } on }
            && on.AddDays(then.Policy.DaysAfterFinal) <= then.Today)
        {
            then.Because("the final notice ran out");
            then.Ask(PersonTaskKind.DecideAfterFinal, [], "The final notice ran out",
                "Nothing automatic follows a final notice: decide on a call, a plan, a hand-over or a write-off.",
                $"final:{view.Case.Id}:{view.Case.LadderRun}:{on:yyyyMMdd}", null, blocks: false);
        }

        foreach (var dispute in view.Disputes.Where(dispute => dispute.SlaOn < then.Today))
        {
            then.Because($"dispute {dispute.Id} is past its deadline");
            then.Ask(PersonTaskKind.DecideDispute, [], "A dispute is past its deadline",
                $"It should have been decided by {dispute.SlaOn:yyyy-MM-dd}.", $"dispute:{dispute.Id}:late", null, blocks: false);
        }
    }
}
