using Dunning.Core.Cases;

namespace Dunning.Core.Cadence;

/// <summary>The next step of the ladder and the first day it may be taken.</summary>
/// <param name="Stage">Null when the final stage was delivered already.</param>
/// <param name="DueOn">First day; in the past after missed runs, which is caught up with one message.</param>
/// <param name="Level">The level the account really stands on, after what was paid since.</param>
internal readonly record struct NextStep(Stage? Stage, DateOnly DueOn, int Level);

/// <summary>
/// Level is state: the next step follows from the last delivered one, never from matching dates. The time of the
/// step is reckoned over all overdue items, paused ones included, so that pausing an item never brings a message
/// forward; only the tone follows the items that may be mentioned.
/// </summary>
internal static class LadderTiming
{
    public static NextStep Next(AccountFacts facts, AccountSurvey survey, BusinessCalendar calendar, Policy policy, DateOnly today)
    {
        var level = EffectiveLevel(facts, survey);
        var byAge = policy.StageByAge(survey.AgeOfAll);
        if (byAge < level && !ReachedUnderOtherRules(facts)) return Fallen(level, byAge, facts, survey, calendar, policy, today);
        return level >= (int)Stage.Final ? new(null, today, level) : StepFrom(level, facts, survey, calendar, policy, today);
    }

    // What justified the level was paid: the highest stage the remaining items justify whose day has come, so that a
    // step that was due does not move away while they grow older.
    private static NextStep Fallen(int reached, int byAge, AccountFacts facts, AccountSurvey survey, BusinessCalendar calendar, Policy policy, DateOnly today)
    {
        var first = StepFrom(0, facts, survey, calendar, policy, today);
        for (var level = byAge - 1; level >= 0; level--)
        {
            var step = StepFrom(level, facts, survey, calendar, policy, today);
            if (step.DueOn <= today) return step;
            if (step.DueOn < first.DueOn) first = step;
        }

        // By then the rest may be old enough for the level that was reached: the ladder goes on from there.
        var stands = policy.StageByAge(survey.AgeOfAll + first.DueOn.DayNumber - today.DayNumber) >= reached;
        return !stands ? first : reached >= (int)Stage.Final ? new(null, today, reached) : StepFrom(reached, facts, survey, calendar, policy, today);
    }

    private static NextStep StepFrom(int level, AccountFacts facts, AccountSurvey survey, BusinessCalendar calendar, Policy policy, DateOnly today)
    {
        var next = (Stage)(level + 1);
        var step = policy.StepOf(next);
        var oldest = calendar.RollForward(survey.OldestDue ?? today);
        var due = step.After(AnchorDay(step.Anchor, facts, survey, oldest), calendar);
        var byOldest = oldest.AddDays(policy.AgeFor(level + 1));
        if (byOldest > due) due = byOldest;
        if (facts.LastPartPaymentOn is { } paid)
        {
            var restarted = step.Anchor is StepAnchor.DueDate or StepAnchor.InvoiceIssued ? paid.AddDays(policy.MinimumIntervalDays) : step.After(paid, calendar);
            if (restarted > due) due = restarted;
        }

        return new(next, due, level);
    }

    /// <summary>The stage of the message: the step's, or lower when the items that may be mentioned are younger.</summary>
    public static Stage Tone(Stage step, AccountSurvey survey, Policy policy) =>
        (Stage)Math.Clamp(policy.StageByAge(survey.AgeOfChaseable), 1, (int)step);

    /// <summary>The stage of a message about a broken promise: the level that was reached, not higher than what remains justifies.</summary>
    public static Stage LapsedTone(AccountFacts facts, AccountSurvey survey, Policy policy) =>
        Tone((Stage)Math.Clamp(EffectiveLevel(facts, survey), 1, 4), survey, policy);

    // A slower policy asks for more age; that is no payment, and the account keeps the level it has reached.
    private static bool ReachedUnderOtherRules(AccountFacts facts) => facts.PolicySince is { } since && facts.LevelOn is { } on && since > on;

    // An event that never happened leaves the delivered stage, and before the first one the due date.
    private static DateOnly AnchorDay(StepAnchor anchor, AccountFacts facts, AccountSurvey survey, DateOnly oldest) => anchor switch
    {
        StepAnchor.DueDate => oldest,
        StepAnchor.LastDeliveredStage => null,
        StepAnchor.InvoiceIssued => IssuedOn(facts, survey),
        StepAnchor.LastCustomerAction => Days.Latest(facts.LastReplyOn, facts.LastPartPaymentOn),
        StepAnchor.PromiseDate => facts.PromisedFor,
        StepAnchor.DisputeResolved => facts.DisputeResolvedOn,
        StepAnchor.RiskBandChange => facts.SegmentSince,
    } ?? facts.LevelOn ?? oldest;

    private static DateOnly? IssuedOn(AccountFacts facts, AccountSurvey survey)
    {
        DateOnly? first = null;
        foreach (var item in facts.Ledger.Items)
            if (item.Due == survey.OldestDue && item.Issued is { } issued && (first is null || issued < first)) first = issued;
        return first;
    }

    /// <summary>Nothing that was overdue when the level was delivered is still open: the ladder starts anew.</summary>
    private static int EffectiveLevel(AccountFacts facts, AccountSurvey survey) =>
        facts.LevelOn is { } on && survey.OldestDue is { } oldest && oldest >= on ? 0 : facts.Level;
}
