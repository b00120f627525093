using Dunning.Core;
using Dunning.Core.Cadence;

namespace Dunning.Flows.Cycle;

/// <summary>One reason in the words of files and JSON.</summary>
/// <param name="Reason">A hold reason or touch state by its wire name; <c>contact</c> says why a message goes out.</param>
/// <param name="Lifts">First day on which it no longer holds; null when an event ends it.</param>
public sealed record RuleNote(string Reason, DateOnly? Lifts, string Why)
{
    /// <summary>The reason under which a contact is explained.</summary>
    public const string Contact = "contact";

    internal static RuleNote Of(HoldNote note) => new(Wire.Name(note.Reason), note.Lifts, note.Why);

    internal static RuleNote OfState(string state) => new(PlanContact.HeldByState(state), null, state switch
    {
        Postgres.Sending.TouchStates.Monitored => "the segment is on monitor: the message was recorded, not sent",
        Postgres.Sending.TouchStates.Rejected => "a person refused the message",
        Postgres.Sending.TouchStates.WithPerson => "the message went to a person",
        Postgres.Sending.TouchStates.Bounced => "the message came back",
        Postgres.Sending.TouchStates.Planned => "the message waits for its draft",
        Postgres.Sending.TouchStates.Cancelled => "the draft found nothing to say",
        _ => "a message is planned, queued or on its way",
    });
}
