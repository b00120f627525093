namespace Dunning.Guardrails;

/// <summary>
/// A message the gate has cleared for sending, now. Only the gate can make one; it is never stored, and the mail
/// transport takes nothing else.
/// </summary>
public sealed class ClearedMessage
{
    internal ClearedMessage(CandidateMail mail, string messageId, bool automatic)
    {
        Mail = mail;
        MessageId = messageId;
        Automatic = automatic;
    }

    /// <summary>What is sent.</summary>
    public CandidateMail Mail { get; }

    /// <summary>The Message-ID made before sending.</summary>
    public string MessageId { get; }

    /// <summary>True when no person approved this content; the message then says so in its header.</summary>
    public bool Automatic { get; }
}
