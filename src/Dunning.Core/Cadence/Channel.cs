namespace Dunning.Core.Cadence;

/// <summary>How a customer is reached. Only mail ever goes out by itself; letters and calls are proposed to a person.</summary>
public enum Channel
{
    /// <summary>E-mail.</summary>
    Mail,

    /// <summary>A printed letter.</summary>
    Letter,

    /// <summary>A telephone call.</summary>
    Call,
}
