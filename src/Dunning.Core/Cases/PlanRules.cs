using Dunning.Core.Cadence;
using Dunning.Core.Conversation;
using Dunning.Core.Plans;
using Dunning.Core.Promises;

namespace Dunning.Core.Cases;

/// <summary>The life of a payment plan: granted by a person, watched by the day, ended by default, completion or a person.</summary>
internal static class PlanRules
{
    public static Decision Granted(CaseEvent.PersonGrantedPlan person, Consequences then)
    {
        PersonRules.Named(person.By);
        if (PlanGrant.Objections(person.Proposal, then.View, then.Policy, then.Today) is [var first, ..]) return then.Finish($"no plan was granted: {first}");
        var plan = PlanGrant.Make(person.Proposal, then.View, person.By, then.Today);
        // The plan takes the place of what was promised for the same invoices.
        foreach (var promise in then.View.Promises.Where(promise => promise.Id != 0 && promise.Shares(plan.InvoiceIds)).ToList())
            then.EndPromise(promise, PromiseOutcome.Withdrawn, "a payment plan replaces the promise");
        then.ChangeView(view => view with { Plans = [.. view.Plans, plan] });
        then.Add(new CaseCommand.RecordPlan(plan));
        then.Suppress(new(0, SuppressionKind.Plan, plan.InvoiceIds, then.Today, null,
            $"{person.By} granted {plan.Instalments.Count} instalments, the last due on {plan.Instalments[^1].Due:yyyy-MM-dd}: {person.Reason}") { Owner = person.By });
        then.Add(new CaseCommand.CancelPending($"{person.By} granted a payment plan"));
        then.Because($"{person.By} granted a payment plan: {plan.Instalments.Count} instalments, {plan.BaselineOpen:0.00##} {plan.Currency}");
        return then.Finish("");
    }

    public static void Watch(PaymentPlan plan, IReadOnlyList<PaidAllocation> paid, Consequences then)
    {
        var standing = PlanKeeping.Judge(plan, then.View.OpenOn(plan.InvoiceIds), paid, then.Policy.Promises, then.Settlement, then.Today);
        foreach (var (sequence, on) in standing.Paid)
        {
            if (plan.Instalments.Any(part => part.Sequence == sequence && part.PaidOn is null))
            {
                then.Add(new CaseCommand.SettleInstalment(plan.Id, sequence, on));
                then.Because($"instalment {sequence} of plan {plan.Id} was paid on {on:yyyy-MM-dd}");
            }
        }

        switch (standing.Status)
        {
            case PlanStatus.Running or PlanStatus.Withdrawn: return;
            case PlanStatus.Completed: End(plan, PlanStatus.Completed, Lifting.Agent, $"payment plan {plan.Id} is completed", then); return;
            case PlanStatus.Defaulted: Default(plan, standing, then); return;
        }
    }

    public static void End(PaymentPlan plan, PlanStatus status, string by, string reason, Consequences then)
    {
        then.ChangeView(view => view with { Plans = [.. view.Plans.Where(other => other.Id != plan.Id)] });
        then.Add(new CaseCommand.EndPlan(plan.Id, status));
        then.LiftLines(SuppressionKind.Plan, plan.InvoiceIds, then.View.Plans.Select(other => other.InvoiceIds), by, reason);
        then.Because(reason);
    }

    // The level is the earlier one; its next step gets the grace a delivered one would have.
    private static void Default(PaymentPlan plan, PlanStanding standing, Consequences then)
    {
        var missed = standing.Missed!;
        End(plan, PlanStatus.Defaulted, Lifting.Agent, $"instalment {missed.Sequence} of payment plan {plan.Id} was missed", then);
        then.Change(current => current.Level > 0 ? current with { LevelOn = then.Today } : current);
        then.Ask(PersonTaskKind.PlanDefault, [], "A payment plan was broken",
            $"Instalment {missed.Sequence} of {missed.Amount:0.00##} {plan.Currency}, due on {missed.Due:yyyy-MM-dd}, was missed: {standing.Missing:0.00##} {plan.Currency} did not come in time. "
            + "The plan has ended and the invoices are chased again from the earlier level. Decide whether another plan is granted.",
            $"plan:{plan.Id}:default", null, blocks: false);
    }
}
