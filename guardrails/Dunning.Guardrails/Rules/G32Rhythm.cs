namespace Dunning.Guardrails.Rules;

/// <summary>
/// G32: not too often, not at night, never twice. The minimum interval does not apply to answers; the contact window
/// counts only at the moment of sending; a touch that went out, or may have, never goes out again.
/// </summary>
public static class G32Rhythm
{
    private const int MostAutomaticInARow = 3;

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "G32", "contact too soon, outside the window, or twice", "Repeated or nightly chasing is harassment; a duplicate is a defect.",
        Verdict.Block, Judge)
    {
        Missing = static facts => facts.Rhythm is null,
    };

    private static Finding? Judge(Draft draft, SendFacts facts)
    {
        if (facts.Rhythm is not { } rhythm) return null;
        if (rhythm.AlreadySent) return new("G32", Verdict.Block, "a message for this touch has gone out or may have", null);
        if (rhythm.MinimumIntervalDays < 0) return Hold("the minimum interval is negative");
        if (rhythm.LastContactOn is { } last)
        {
            var days = facts.Facts.Today.DayNumber - last.DayNumber;
            if (days < 0) return Hold("the last contact lies in the future");
            if (!rhythm.AnswersQuestion && days < rhythm.MinimumIntervalDays)
                return Hold($"last contact {days} days ago, at least {rhythm.MinimumIntervalDays} are required");
        }

        if (draft.MeansAutomatic && rhythm.AutomaticInThreadSinceHuman >= MostAutomaticInARow)
            return Hold("too many automatic messages in a row; perhaps a machine answers");
        return draft.Point == GatePoint.OnSending && !rhythm.WindowOpen ? Hold("the contact window is closed") : null;
    }

    private static Finding Hold(string evidence) => new("G32", Verdict.Hold, evidence, null);
}
