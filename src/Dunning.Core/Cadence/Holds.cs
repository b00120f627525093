using Dunning.Core.Cases;
using Dunning.Core.Ledger;

namespace Dunning.Core.Cadence;

/// <summary>The rules that hold a message, each in its own method, collected in order of weight.</summary>
internal static class Holds
{
    public static List<HoldNote> Collect(AccountFacts facts, AccountSurvey survey, NextStep step, bool lapsed, Policy policy, DateOnly today)
    {
        var notes = new List<HoldNote>(2);
        void Add(HoldNote? note)
        {
            if (note is not null) notes.Add(note);
        }

        Add(Excluded(facts.Customer));
        Add(WithPerson(facts));
        if (!facts.LedgerFresh) Add(new(HoldReason.StaleLedger, null, "the ledger is older than its freshness limit"));
        if (!facts.MailboxFresh) Add(new(HoldReason.StaleMailbox, null, "the mailbox was not read within its freshness limit; a reply may wait there"));
        if (!facts.HasLiveContact) Add(new(HoldReason.NoContactAddress, null, "no verified address that may be written to"));
        Pauses(facts, survey, today, notes);
        Add(NetCredit(survey.Exposure));
        Add(Credit(facts.Ledger));
        Add(Minimum(facts, survey, policy, today));
        if (facts.HasPendingTouch) Add(new(HoldReason.PendingMessage, null, "a message is planned, queued or on its way"));
        Add(Interval(facts, policy, today));
        if (!lapsed) Add(Step(step, survey, policy, today));
        notes.Sort(static (left, right) => (left.Reason, left.Lifts ?? DateOnly.MaxValue).CompareTo((right.Reason, right.Lifts ?? DateOnly.MaxValue)));
        return notes;
    }

    private static HoldNote? Excluded(Customer customer) => customer.Exclusion switch
    {
        Exclusion.None => null,
        Exclusion.Intercompany => new(HoldReason.ExcludedCustomer, null, "intercompany customers are not dunned"),
        Exclusion.DoNotContact => new(HoldReason.ExcludedCustomer, null, "the customer is marked do-not-contact"),
        Exclusion.Legal => new(HoldReason.LegalHold, null, "counsel has taken over"),
        Exclusion.Insolvency => new(HoldReason.Insolvency, null, "the customer is insolvent"),
        Exclusion.Agency => new(HoldReason.ExcludedCustomer, null, "an agency has taken over"),
        Exclusion.Deceased => new(HoldReason.ExcludedCustomer, null, "the customer is deceased"),
    };

    private static HoldNote? WithPerson(AccountFacts facts)
    {
        if (facts.OpenQuestion) return new(HoldReason.WithPerson, null, "a question of the customer waits for a person");
        if (facts.Case is not { } open) return null;
        return open.Status switch
        {
            CaseStatus.Active => null,
            CaseStatus.WithPerson => new(HoldReason.WithPerson, null, "a person has to decide first"),
            CaseStatus.Closed => new(HoldReason.WithPerson, null, "the case was closed by a person"),
        };
    }

    // A whole-account pause always holds; line pauses hold when they leave nothing to be chased.
    private static void Pauses(AccountFacts facts, AccountSurvey survey, DateOnly today, List<HoldNote> notes)
    {
        var nothingLeft = survey.Exposure.Chaseable <= 0;
        foreach (var pause in facts.Suppressions)
        {
            if (!pause.HoldsOn(today) || (!pause.WholeAccount && !(nothingLeft && Touches(pause, facts.Ledger, today)))) continue;
            notes.Add(new(pause.HoldReason, pause.ExpiresOn?.AddDays(1), pause.Reason));
        }
    }

    private static bool Touches(Suppression pause, AccountLedger ledger, DateOnly today)
    {
        foreach (var item in ledger.Items)
            if (item.IsOverdue(today) && pause.InvoiceIds.Contains(item.InvoiceId)) return true;
        return false;
    }

    private static HoldNote? NetCredit(Exposure exposure) =>
        exposure.Credits > 0 && exposure.AmountDue <= 0
            ? new(HoldReason.NetCreditBalance, null, "unapplied credits cover what could be chased")
            : null;

    private static HoldNote? Credit(AccountLedger ledger) =>
        ledger.UnappliedCredits.Count > 0 && CreditMatch.Find(ledger) is { } match
            ? new(HoldReason.CreditMatchesOpenItem, null, $"an unapplied credit pays {string.Join(", ", match.Items.Select(item => item.Number))}: apply it first")
            : null;

    private static HoldNote? Minimum(AccountFacts facts, AccountSurvey survey, Policy policy, DateOnly today)
    {
        var exposure = survey.Exposure;
        if (policy.MinimumFor(exposure.Currency, facts.FxRates, today) is not { } minimum)
            return new(HoldReason.NoMinimumForCurrency, null, $"no minimum amount is set for {exposure.Currency} and there is no exchange rate for it, so amounts are not compared");
        if (policy.MinimumLine is { } line && policy.SmallestLine(exposure.Currency, facts.FxRates, today) is null)
            return new(HoldReason.NoMinimumForCurrency, null, $"lines below {line.Amount:0.###} {line.Currency} are not mentioned, and there is no exchange rate for {exposure.Currency}");
        if (exposure.Chaseable <= 0 && survey.HasSmall)
            return new(HoldReason.BelowMinimum, null, $"only lines below {policy.SmallestLine(exposure.Currency, facts.FxRates, today):0.###} {exposure.Currency} are left, which are not mentioned");
        return exposure.Chaseable > 0 && exposure.AmountDue > 0 && exposure.AmountDue < minimum
            ? new(HoldReason.BelowMinimum, null, $"less than {minimum:0.###} {exposure.Currency} is due")
            : null;
    }

    private static HoldNote? Interval(AccountFacts facts, Policy policy, DateOnly today) =>
        facts.LastKnownContact is { } last && last.AddDays(policy.MinimumIntervalDays) is var free && free > today
            ? new(HoldReason.MinimumInterval, free, $"the last message went out on {last:yyyy-MM-dd}; {policy.MinimumIntervalDays} days lie between two")
            : null;

    private static HoldNote? Step(NextStep step, AccountSurvey survey, Policy policy, DateOnly today)
    {
        if (step.Stage is not { } stage) return new(HoldReason.FinalStageReached, null, "the final notice was delivered; a person decides how to go on");
        if (step.DueOn > today) return new(HoldReason.StepNotDue, step.DueOn, $"the {stage.ToString().ToLowerInvariant()} step is due on {step.DueOn:yyyy-MM-dd}");
        var first = policy.AgeFor(1);
        return survey.AgeOfChaseable < first
            ? new(HoldReason.StepNotDue, today.AddDays(first - survey.AgeOfChaseable), "what may be mentioned is not old enough for a reminder")
            : null;
    }
}
