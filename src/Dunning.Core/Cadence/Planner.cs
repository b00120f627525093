using Dunning.Core.Cases;

namespace Dunning.Core.Cadence;

/// <summary>Decides for one account on one day: write now, or why not. A pure function; running it again changes nothing.</summary>
public static class Planner
{
    /// <summary>Plans the next contact of an account.</summary>
    /// <param name="today">The day in the creditor's zone.</param>
    public static PlanOutcome Plan(AccountFacts facts, Policy policy, DateOnly today)
    {
        var calendar = policy.CalendarFor(facts.Customer.Country);
        var survey = AccountSurvey.Of(facts, policy, calendar, today);
        if (survey.Exposure.OverdueItems == 0) return new PlanOutcome.NotNow(survey.Exposure, HoldReason.NothingOverdue, NothingOverdue);

        var lapsed = FirstLapsed(facts, survey);
        var step = LadderTiming.Next(facts, survey, calendar, policy, today);
        var holds = Holds.Collect(facts, survey, step, lapsed is not null, policy, today);
        if (holds.Count > 0) return new PlanOutcome.NotNow(survey.Exposure, holds[0].Reason, holds);

        var items = survey.Lines.Listed(facts.Ledger.Items);
        var plannedFor = calendar.RollForward(today);
        if (lapsed is not null)
        {
            return new PlanOutcome.Contact(survey.Exposure, Purpose.PromiseLapsed, LadderTiming.LapsedTone(facts, survey, policy), items, items[0],
                plannedFor, Touch.PromiseCause(lapsed.PromiseId), [$"a promise was {(lapsed.KeptInPart ? "kept only in part" : "broken")} on {lapsed.BrokenOn:yyyy-MM-dd}"]);
        }

        var stage = LadderTiming.Tone(step.Stage!.Value, survey, policy);
        return new PlanOutcome.Contact(survey.Exposure, Purpose.Reminder, stage, items, items[0], plannedFor,
            Touch.LadderCause(RunOf(facts, stage), stage), Reasons(step, stage, facts));
    }

    private static readonly HoldNote[] NothingOverdue = [new(HoldReason.NothingOverdue, null, "nothing is overdue")];

    // A rise by one continues the run; every other step begins a new one, so that its touch gets an id of its own.
    private static int RunOf(AccountFacts facts, Stage stage) =>
        (int)stage == facts.Level + 1 ? facts.LadderRun : facts.LadderRun + 1;

    private static string[] Reasons(NextStep step, Stage stage, AccountFacts facts)
    {
        var due = $"the {step.Stage.ToString()!.ToLowerInvariant()} step has been due since {step.DueOn:yyyy-MM-dd}";
        return (int)stage <= facts.Level
            ? [due, $"the tone falls from level {facts.Level}: what is left justifies {stage.ToString().ToLowerInvariant()} only"]
            : [due];
    }

    private static LapsedPromise? FirstLapsed(AccountFacts facts, AccountSurvey survey)
    {
        foreach (var promise in facts.Lapsed)
            foreach (var item in facts.Ledger.Items)
                if (promise.InvoiceIds.Contains(item.InvoiceId) && survey.Lines.Of(item) == LineStanding.Listed)
                    return promise;
        return null;
    }
}
