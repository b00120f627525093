using Dunning.Core.Ledger;

namespace Dunning.Core.Cadence;

/// <summary>
/// An administrator's decision that consumers or sole traders of one entity may get automatic steps beyond a friendly
/// reminder. It is the only rule about debtors a configuration may loosen, and it is journalled with its reason.
/// </summary>
/// <param name="EntityId">The creditor entity it is for.</param>
/// <param name="Kind">Consumer or sole trader.</param>
/// <param name="DecidedBy">Who decided it.</param>
public sealed record AutomationException(string EntityId, DebtorKind Kind, string DecidedBy, string Reason);
