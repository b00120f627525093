using Dunning.Core;
using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Disputes;

namespace Dunning.Flows.Console;

/// <summary>What a person can ask the agent to do with a case.</summary>
public abstract record CaseRequest
{
    private CaseRequest() { }

    /// <summary>Take the case back from the person.</summary>
    public sealed record Resume : CaseRequest;

    /// <summary>Close the case although something may be open.</summary>
    public sealed record Close : CaseRequest;

    /// <summary>Pause invoices, or the account when none are named.</summary>
    /// <param name="Until">Last day of the pause; null when only a person ends it.</param>
    public sealed record Pause(SuppressionKind Kind, IReadOnlyList<long> InvoiceIds, DateOnly? Until) : CaseRequest;

    /// <summary>End a pause.</summary>
    public sealed record Lift(long SuppressionId) : CaseRequest;

    /// <summary>Decide a dispute.</summary>
    public sealed record ResolveDispute(long DisputeId, DisputeResolution Resolution) : CaseRequest;

    /// <summary>The name it is stored under.</summary>
    public string Name => Json.Name(GetType().Name);

    /// <summary>The JSON it is stored as.</summary>
    public string Data() => this switch
    {
        Resume or Close => "{}",
        Pause pause => Json.Write(pause),
        Lift lift => Json.Write(lift),
        ResolveDispute resolve => Json.Write(resolve),
        _ => throw new System.Diagnostics.UnreachableException($"No form for {GetType().Name}."),
    };

    /// <summary>Reads a stored request.</summary>
    /// <exception cref="FormatException">The kind is unknown.</exception>
    /// <exception cref="System.Text.Json.JsonException">The data do not fit the kind.</exception>
    public static CaseRequest Read(string name, string data) => name switch
    {
        "resume" => new Resume(),
        "close" => new Close(),
        "pause" => Json.Read<Pause>(data),
        "lift" => Json.Read<Lift>(data),
        "resolve_dispute" => Json.Read<ResolveDispute>(data),
        _ => throw new FormatException($"'{name}' is no request about a case."),
    };

    /// <summary>The event it amounts to, or why it cannot be carried out on the case as it is now.</summary>
    internal (CaseEvent? Happened, string? Refusal) Against(CaseView view, string actor, string reason)
    {
        if (view.Case.Status == CaseStatus.Closed) return (null, "the case is closed");
        return this switch
        {
            Resume when view.Case.Status == CaseStatus.Active => (null, "the agent has the case already"),
            Resume => (new CaseEvent.PersonResumed(actor), null),
            Close => (new CaseEvent.PersonClosed(actor, reason), null),
            Pause pause when pause.InvoiceIds.Except(view.Items.Select(item => item.InvoiceId)).Any() => (null, "an invoice of the pause does not belong to this account"),
            Pause pause => (new CaseEvent.PersonSuppressed(actor, pause.Kind, pause.InvoiceIds, pause.Until, reason), null),
            Lift lift when view.Suppressions.All(pause => pause.Id != lift.SuppressionId) => (null, "the pause does not hold any more"),
            Lift lift => (new CaseEvent.PersonLifted(actor, lift.SuppressionId, reason), null),
            ResolveDispute resolve when view.Disputes.All(dispute => dispute.Id != resolve.DisputeId) => (null, "the dispute is not open any more"),
            ResolveDispute resolve => (new CaseEvent.PersonResolvedDispute(actor, resolve.DisputeId, resolve.Resolution), null),
            _ => throw new System.Diagnostics.UnreachableException($"No rule for {GetType().Name}."),
        };
    }
}
