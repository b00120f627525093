namespace Dunning.Core.Cadence;

/// <summary>Who may end a hold, and what ends it by itself.</summary>
public static class Lifting
{
    /// <summary>The name under which the agent acts.</summary>
    public const string Agent = "agent";

    /// <summary>The name under which marks of the imported ledger stand.</summary>
    public const string Ledger = "ledger";

    /// <summary>True when this is the name of a person rather than of the machine.</summary>
    public static bool IsPerson(string? name) => name?.Trim() is { Length: > 0 } given
        && !given.Equals(Agent, StringComparison.OrdinalIgnoreCase) && !given.Equals(Ledger, StringComparison.OrdinalIgnoreCase);

    /// <summary>True when only a named person may lift holds of this kind: no date, no payment and no import does.</summary>
    public static bool OnlyByPerson(SuppressionKind kind) => kind switch
    {
        SuppressionKind.Legal or SuppressionKind.Insolvency or SuppressionKind.OptOut or SuppressionKind.Agency or SuppressionKind.Deceased => true,
        SuppressionKind.Promise or SuppressionKind.Dispute or SuppressionKind.Plan or SuppressionKind.Trace
            or SuppressionKind.OutOfOffice or SuppressionKind.Manual => false,
    };

    /// <summary>Why this lift is refused; null when it is allowed.</summary>
    /// <param name="by">Who lifts it.</param>
    public static string? Objection(Suppression hold, string? by) =>
        string.IsNullOrWhiteSpace(by) ? "a hold is lifted under a name"
        : hold.InheritedFrom is not null ? "the hold was set on a customer above this one; lift it there"
        : hold.OnlyPersonLifts && !IsPerson(by) ? "only a named person lifts this hold"
        : null;

    internal static string Words(Suppression hold)
    {
        if (hold.OnlyPersonLifts) return hold.InheritedFrom is null ? "a named person, with a reason" : "a named person, at the customer it was set on";
        if (hold.Awaits is not null) return $"the credit note in the books, a person{Until(hold)}";
        return hold.Kind switch
        {
            SuppressionKind.Promise => $"the money, a person{Until(hold)}",
            SuppressionKind.Dispute => $"the decision about the dispute{Until(hold)}",
            SuppressionKind.Plan => "the last instalment, a missed one, or a person",
            SuppressionKind.Trace => $"the payment in the books, a person{Until(hold)}",
            SuppressionKind.OutOfOffice => $"the return of the contact, a person{Until(hold)}",
            SuppressionKind.Manual or SuppressionKind.Legal or SuppressionKind.Insolvency or SuppressionKind.OptOut
                or SuppressionKind.Agency or SuppressionKind.Deceased => $"a person{Until(hold)}",
        };
    }

    private static string Until(Suppression hold) => hold.ExpiresOn is { } last ? $", or the end of {last:yyyy-MM-dd}" : "";
}
