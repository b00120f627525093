using Dunning.Core.Cadence;
using Dunning.Core.Ledger;

namespace Dunning.Core.Cases;

/// <summary>When a case is opened, and at which level it starts.</summary>
public static class CaseOpening
{
    /// <summary>True when anything is overdue, paused and small items included.</summary>
    public static bool IsDue(AccountLedger ledger, DateOnly today)
    {
        for (var i = 0; i < ledger.Items.Count; i++)
            if (ledger.Items[i].IsOverdue(today)) return true;
        return false;
    }

    /// <summary>
    /// A new case. The first one of an account starts from the imported level, so that old debtors do not begin at
    /// friendly again; later ones start from nothing. Its id is 0 until stored.
    /// </summary>
    public static Case Open(AccountFacts facts, DateOnly today)
    {
        var level = facts.HadEarlierCase ? 0 : facts.Customer.ImportedLevel;
        return new(0, facts.Ledger.Key, CaseStatus.Active, level, level > 0 ? facts.Customer.ImportedLastContact : null, 0,
            today, facts.LastKnownContact, 1);
    }
}
