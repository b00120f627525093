using Dunning.Core.Cases;

namespace Dunning.Core.Autonomy;

/// <summary>How much the agent may do by itself, from nothing to sending with sampled review.</summary>
public enum AutonomyLevel { Off = 0, Monitor = 1, Suggest = 2, AutoVeto = 3, AutoSampled = 4 }

/// <summary>The kinds of action that carry an autonomy level of their own.</summary>
public enum AgentAction
{
    ReminderFriendly, ReminderReminder, ReminderFirm, ReminderFinal,
    DocumentAnswer, PromiseAcknowledgement, DisputeAcknowledgement, PaymentAnswer,
}

/// <summary>The autonomy rules that no configuration can loosen.</summary>
public static class AutonomyLadder
{
    /// <summary>The action a message of this purpose and stage is counted as.</summary>
    public static AgentAction ActionOf(Purpose purpose, Stage? stage) => purpose switch
    {
        Purpose.Reminder or Purpose.PromiseLapsed => (stage ?? Stage.Final) switch
        {
            Stage.Friendly => AgentAction.ReminderFriendly,
            Stage.Reminder => AgentAction.ReminderReminder,
            Stage.Firm => AgentAction.ReminderFirm,
            Stage.Final => AgentAction.ReminderFinal,
        },
        Purpose.PromiseAcknowledged or Purpose.AskForDate => AgentAction.PromiseAcknowledgement,
        Purpose.DisputeAcknowledged => AgentAction.DisputeAcknowledgement,
        Purpose.PaymentThanks or Purpose.PaymentTrace or Purpose.ShortPay => AgentAction.PaymentAnswer,
        Purpose.DocumentAttached or Purpose.StatementAttached => AgentAction.DocumentAnswer,
    };

    /// <summary>
    /// The lowest of all configured levels; a missing value counts as <see cref="AutonomyLevel.Suggest"/>
    /// before the minimum is taken.
    /// </summary>
    public static AutonomyLevel Effective(IEnumerable<AutonomyLevel?> configured)
    {
        var lowest = AutonomyLevel.AutoSampled;
        var any = false;
        foreach (var level in configured)
        {
            any = true;
            var value = level ?? AutonomyLevel.Suggest;
            if (value < lowest) lowest = value;
        }

        return any ? lowest : AutonomyLevel.Suggest;
    }
}
