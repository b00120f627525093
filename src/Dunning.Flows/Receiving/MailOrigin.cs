namespace Dunning.Flows.Receiving;

/// <summary>What a stored mail is to us.</summary>
public enum MailOrigin
{
    /// <summary>Arrived in the inbox since it is read live: acted upon.</summary>
    Inbox,

    /// <summary>Arrived before that: history, never acted upon.</summary>
    Earlier,

    /// <summary>Written by staff in their own mail program: history and a contact.</summary>
    Sent,
}
