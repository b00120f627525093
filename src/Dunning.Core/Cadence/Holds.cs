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

        Standing(facts, notes);
        Pauses(facts, survey, today, notes);
        Add(Rest(facts, survey, policy.Agreements.Rest, today));
        Add(NetCredit(survey.Exposure));
        Add(Credit(facts.Ledger));
        Add(Minimum(facts, survey, policy, today));
        if (facts.HasPendingTouch) Add(Pending);
        Add(Interval(facts, policy, today));
        Add(Cap(facts, policy, today));
        if (!lapsed) Add(Step(step, survey, policy, today));
        Sort(notes);
        return notes;
    }

    /// <summary>The rules that hold whatever is owed: they also keep items from being mentioned that are not due yet.</summary>
    public static List<HoldNote> Always(AccountFacts facts, Policy policy, DateOnly today)
    {
        var notes = new List<HoldNote>();
        Standing(facts, notes);
        foreach (var pause in facts.Suppressions)
            if (pause.WholeAccount && pause.HoldsOn(today)) notes.Add(Of(pause));
        if (facts.HasPendingTouch) notes.Add(Pending);
        if (Interval(facts, policy, today) is { } interval) notes.Add(interval);
        if (Cap(facts, policy, today) is { } cap) notes.Add(cap);
        Sort(notes);
        return notes;
    }

    /// <summary>The note of a pause that holds.</summary>
    public static HoldNote Of(Suppression pause) => new(pause.HoldReason, pause.OnlyPersonLifts ? null : pause.ExpiresOn?.AddDays(1), pause.Reason);

    /// <summary>Most binding first; of equal ones the one that lifts first.</summary>
    public static void Sort(List<HoldNote> notes) =>
        notes.Sort(static (left, right) => (left.Reason, left.Lifts ?? DateOnly.MaxValue).CompareTo((right.Reason, right.Lifts ?? DateOnly.MaxValue)) is not 0 and var order
            ? order : string.CompareOrdinal(left.Why, right.Why));

    private static readonly HoldNote Pending = new(HoldReason.PendingMessage, null, "a message is planned, queued or on its way");

    private static void Standing(AccountFacts facts, List<HoldNote> notes)
    {
        if (Excluded(facts.Customer) is { } excluded) notes.Add(excluded);
        if (WithPerson(facts) is { } waits) notes.Add(waits);
        if (!facts.LedgerFresh) notes.Add(new(HoldReason.StaleLedger, null, "the ledger is older than its freshness limit"));
        if (!facts.MailboxFresh) notes.Add(new(HoldReason.StaleMailbox, null, "the mailbox was not read within its freshness limit; a reply may wait there"));
        if (!facts.HasLiveContact) notes.Add(new(HoldReason.NoContactAddress, null, "no verified address that may be written to"));
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
            notes.Add(Of(pause));
        }
    }

    private static bool Touches(Suppression pause, AccountLedger ledger, DateOnly today)
    {
        foreach (var item in ledger.Items)
            if (item.IsOverdue(today) && pause.Touches(item.InvoiceId, item.InstalmentId)) return true;
        return false;
    }

    // What is not disputed waits until the customer knows that the dispute was heard.
    private static HoldNote? Rest(AccountFacts facts, AccountSurvey survey, UndisputedRest rest, DateOnly today)
    {
        if (survey.Exposure.Chaseable <= 0) return null;
        foreach (var hold in facts.Suppressions)
            if (hold.HoldsRest(rest, today))
                return new(HoldReason.InDispute, null, rest == UndisputedRest.Never
                    ? "a dispute is open, and the policy chases nothing beside it" : "a dispute is not confirmed to the customer yet; the rest waits for that");
        return null;
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

    // When the oldest of the contacts that count has grown 30 days old, one more is free.
    private static HoldNote? Cap(AccountFacts facts, Policy policy, DateOnly today)
    {
        var spent = 0;
        foreach (var day in facts.RecentContacts)
            if (day > today.AddDays(-30) && day <= today) spent++;
        if (spent < policy.MaxContactsIn30Days) return null;
        var free = facts.RecentContacts.Where(day => day > today.AddDays(-30) && day <= today).Order().ElementAt(spent - policy.MaxContactsIn30Days).AddDays(30);
        return new(HoldReason.ContactCap, free, $"{spent} messages went out in 30 days; {policy.MaxContactsIn30Days} are allowed");
    }

    private static decimal? StageMinimum(LadderStep step, Exposure exposure) =>
        step.MinimumAmounts.TryGetValue(exposure.Currency, out var minimum) && exposure.AmountDue < minimum ? minimum : null;

    private static HoldNote? Step(NextStep step, AccountSurvey survey, Policy policy, DateOnly today)
    {
        if (step.Stage is not { } stage) return new(HoldReason.FinalStageReached, null, "the final notice was delivered; a person decides how to go on");
        // With everything paused the pauses are the reason; otherwise the step waits until the oldest item that may be mentioned is old enough.
        var mentioned = survey.OldestUnpaused?.AddDays(policy.AgeFor(1)) ?? step.DueOn;
        if (step.DueOn > today && step.DueOn >= mentioned)
            return new(HoldReason.StepNotDue, step.DueOn, $"the {stage.ToString().ToLowerInvariant()} step is due on {step.DueOn:yyyy-MM-dd}");
        if (mentioned > today)
            return new(HoldReason.StepNotDue, mentioned, $"what may be mentioned is old enough for a reminder on {mentioned:yyyy-MM-dd}");
        return StageMinimum(policy.StepOf(stage), survey.Exposure) is { } minimum
            ? new(HoldReason.BelowMinimum, null, $"less than {minimum:0.###} {survey.Exposure.Currency} is due, from which the {stage.ToString().ToLowerInvariant()} step is taken")
            : null;
    }
}
