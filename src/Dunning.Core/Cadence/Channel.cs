namespace Dunning.Core.Cadence;

/// <summary>How a step reaches the customer. Only a mail may ever leave without a person.</summary>
public enum Channel
{
    /// <summary>An e-mail, drafted and under autonomy sent by the agent.</summary>
    Mail,

    /// <summary>A letter; a person gets the prepared text as a task.</summary>
    Letter,

    /// <summary>A telephone call; a person gets talking points as a task.</summary>
    Call,
}
