using Dunning.Core.Ledger;

namespace Dunning.Core.Cases;

/// <summary>The dunning stages of a message, in rising severity.</summary>
public enum Stage { Friendly = 1, Reminder = 2, Firm = 3, Final = 4 }

/// <summary>Where a case stands.</summary>
public enum CaseStatus
{
    /// <summary>The agent works on it.</summary>
    Active,

    /// <summary>A person has to decide something first; the agent contacts nobody.</summary>
    WithPerson,

    /// <summary>Nothing is overdue any more.</summary>
    Closed,
}

/// <summary>One case per overdue account. Everything the agent does happens inside a case.</summary>
/// <param name="Level">The highest stage delivered on the present ladder; 0 before the first contact.</param>
/// <param name="LevelOn">The day that stage was delivered (or imported).</param>
/// <param name="LadderRun">Counts restarts of the ladder; part of the identity of planned touches.</param>
/// <param name="LastContactOn">Last day any message went to the customer, whoever wrote it.</param>
/// <param name="Version">Optimistic version of the row.</param>
public sealed record Case(
    long Id, AccountKey Account, CaseStatus Status, int Level, DateOnly? LevelOn, int LadderRun,
    DateOnly OpenedOn, DateOnly? LastContactOn, int Version)
{
    /// <summary>Where the case stands after a message was delivered: answers count as contact, steps of the ladder as level.</summary>
    public Case After(Touch touch, DateOnly on)
    {
        var next = this with { LastContactOn = LastContactOn > on ? LastContactOn : on };
        if (touch.Stage is not { } stage) return next;
        var run = Touch.LadderRunOf(touch.Cause) ?? ((int)stage < Level ? LadderRun + 1 : LadderRun);
        return next with { Level = (int)stage, LevelOn = on, LadderRun = run };
    }
}
