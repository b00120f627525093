using Dunning.Core.Ledger;

namespace Dunning.Core.Cadence;

/// <summary>What a policy is chosen by: what is known about an account before anything is planned for it.</summary>
/// <param name="Group">The customer's group, <see cref="Customer.Segment"/>.</param>
/// <param name="Country">ISO 3166-1 alpha-2 of the customer.</param>
/// <param name="Overdue">Residuals of all overdue items, paused ones included.</param>
/// <param name="Risk">Chance of late payment, 0 to 1; null before the account was scored.</param>
public readonly record struct PolicySubject(
    string EntityId, string Group, DebtorKind Kind, string Country, string Currency, decimal Overdue, double? Risk)
{
    /// <summary>The subject of an account on a day.</summary>
    /// <param name="today">The day in the creditor's zone.</param>
    public static PolicySubject Of(Customer customer, AccountLedger ledger, double? risk, DateOnly today)
    {
        var overdue = 0m;
        for (var i = 0; i < ledger.Items.Count; i++)
            if (ledger.Items[i].IsOverdue(today)) overdue += ledger.Items[i].Residual;
        return new(ledger.Key.EntityId, customer.Segment, customer.Kind, customer.Country, ledger.Key.Currency, overdue, risk);
    }

    /// <summary>The subject of an account the planner looks at.</summary>
    public static PolicySubject Of(AccountFacts facts, DateOnly today) => Of(facts.Customer, facts.Ledger, facts.Risk, today);
}
