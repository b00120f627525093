namespace Dunning.Flows.Cycle;

/// <summary>
/// Result of a cycle. Its JSON is stable: scripts depend on it. Every overdue account is either drafted or held for
/// exactly one reason: <c>accounts_overdue = drafted + Σ held</c>.
/// </summary>
/// <param name="CasesOpen">Cases that are not closed, afterwards.</param>
/// <param name="Planned">Accounts whose next step is due, now or when the contact window opens; those without an address are among them and held for it.</param>
/// <param name="Drafted">Accounts whose planned message was drafted in this cycle.</param>
public sealed record CycleReport(
    DateOnly AsOf, long AccountsOverdue, long CasesOpen, long CasesOpened, long Planned, long Drafted, IReadOnlyDictionary<string, long> Held, double Seconds);

/// <summary>Drafts every planned touch that is due on the day.</summary>
public delegate Task<Drafting.DraftCounts> DraftDueTouches(DateOnly? asOf, CancellationToken cancellationToken);
