using Dunning.Core.Cadence;

namespace Dunning.Core.Kpi;

/// <summary>Whether an account is looked after.</summary>
public enum ContactColour
{
    /// <summary>Contacted lately, and nothing is due.</summary>
    Green,

    /// <summary>A follow-up is due: by the agent or by a person.</summary>
    Red,

    /// <summary>Not contacted lately, and for a reason nothing is due.</summary>
    Idle,
}

/// <summary>The red/green status of an account.</summary>
public static class ContactStatus
{
    /// <summary>
    /// Red if a follow-up is due; otherwise green if the last contact is at most
    /// <see cref="Policy.RedAfterDays"/> days old; otherwise idle. What binds most decides whether a step is due.
    /// </summary>
    /// <param name="lastContactOn">Last message to the customer, whoever wrote it.</param>
    public static ContactColour Of(DateOnly? lastContactOn, PlanOutcome plan, Policy policy, DateOnly today) =>
        Of(lastContactOn, plan is PlanOutcome.NotNow held ? held.Primary : null, today.AddDays(1), policy, today);

    /// <summary>The same from a stored plan.</summary>
    /// <param name="held">What binds most; null when contact is planned.</param>
    /// <param name="plannedOn">The day of the plan: a contact made on it or later is the one it asked for.</param>
    public static ContactColour Of(DateOnly? lastContactOn, HoldReason? held, DateOnly plannedOn, Policy policy, DateOnly today)
    {
        var recent = lastContactOn is { } last && last.AddDays(policy.RedAfterDays) >= today;
        if (held is null && lastContactOn >= plannedOn) return recent ? ContactColour.Green : ContactColour.Idle;
        if (held is not { } primary || StepIsDue(primary, recent)) return ContactColour.Red;
        return recent ? ContactColour.Green : ContactColour.Idle;
    }

    private static bool StepIsDue(HoldReason reason, bool recent) => reason switch
    {
        HoldReason.WithPerson or HoldReason.StaleLedger or HoldReason.StaleMailbox or HoldReason.NoContactAddress
            or HoldReason.CreditMatchesOpenItem or HoldReason.NoMinimumForCurrency or HoldReason.PendingMessage or HoldReason.WaitingForWindow => true,
        HoldReason.FinalStageReached => !recent,
        HoldReason.NothingOverdue or HoldReason.ExcludedCustomer or HoldReason.LegalHold or HoldReason.Insolvency
            or HoldReason.OptedOut or HoldReason.InDispute or HoldReason.PaymentPlan or HoldReason.UnderPromise
            or HoldReason.PaymentTrace or HoldReason.OnHold or HoldReason.OutOfOffice or HoldReason.NetCreditBalance
            or HoldReason.BelowMinimum or HoldReason.MinimumInterval or HoldReason.ContactCap or HoldReason.FirstCycleRamp or HoldReason.StepNotDue or HoldReason.InvoiceStatus
            or HoldReason.NotYetDue => false,
    };
}
