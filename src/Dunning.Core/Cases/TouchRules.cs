using Dunning.Core.Conversation;

namespace Dunning.Core.Cases;

/// <summary>What follows when a message was delivered or came back.</summary>
internal static class TouchRules
{
    public static Decision Sent(CaseEvent.TouchSent sent, Consequences then)
    {
        then.Change(current => current.After(sent.Touch, sent.SentOn));
        DisputeRules.Answered(sent.Touch.InReplyToMessage, then);
        return then.Finish($"the message for {sent.Touch.Cause} was delivered on {sent.SentOn:yyyy-MM-dd}");
    }

    public static Decision Bounced(CaseEvent.TouchBounced bounced, Consequences then)
    {
        // Not a contact: the case stands where it stood before, and the repeated step gets an id of its own.
        then.Change(current => bounced.Touch.Stage is null
            ? current with { LastContactOn = bounced.Before.LastContactOn }
            : current with
            {
                Level = bounced.Before.Level, LevelOn = bounced.Before.LevelOn,
                LastContactOn = bounced.Before.LastContactOn, LadderRun = current.LadderRun + 1,
            });
        if (!bounced.Hard) return then.Finish("the message bounced for a passing reason and does not count as contact");

        then.Add(new CaseCommand.MarkContactDead(bounced.ContactId));
        then.Ask(PersonTaskKind.FindContact, [], "Find a billing contact",
            "The address does not exist any more. Nothing is sent there until another contact is verified.",
            $"contact:{bounced.ContactId}:dead", null, blocks: false);
        return then.Finish("the address is dead");
    }
}
