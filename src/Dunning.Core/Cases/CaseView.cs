using Dunning.Core.Cadence;
using Dunning.Core.Disputes;
using Dunning.Core.Ledger;
using Dunning.Core.Plans;
using Dunning.Core.Promises;

namespace Dunning.Core.Cases;

/// <summary>A case with everything a decision may depend on.</summary>
/// <param name="Country">The debtor's country, for its calendar.</param>
/// <param name="Items">The account's open items, due or not.</param>
/// <param name="Promises">Open promises.</param>
/// <param name="Disputes">Open disputes.</param>
/// <param name="Claims">Payment claims being traced.</param>
/// <param name="Suppressions">Everything that pauses the account and is not lifted.</param>
/// <param name="EarlierPromises">Promises of this case that were broken, kept in part or replaced.</param>
/// <param name="AbsenceUsed">An out-of-office reply has delayed this case already.</param>
public sealed record CaseView(
    Case Case, string Country, IReadOnlyList<OpenItem> Items, IReadOnlyList<PromiseToPay> Promises,
    IReadOnlyList<Dispute> Disputes, IReadOnlyList<PaymentClaim> Claims, IReadOnlyList<Suppression> Suppressions,
    int EarlierPromises, bool AbsenceUsed)
{
    /// <summary>Payment plans that run.</summary>
    public IReadOnlyList<PaymentPlan> Plans { get; init; } = [];

    /// <summary>Payment claims whose money was not found.</summary>
    public IReadOnlyList<PaymentClaim> FailedClaims { get; init; } = [];

    /// <summary>Answers that went out, or are about to, without a person since one last looked at this conversation.</summary>
    public int AutomaticAnswers { get; init; }

    /// <summary>The creditor's country, on whose bank days money arrives; null when it is the debtor's.</summary>
    public string? CreditorCountry { get; init; }

    /// <summary>Items that are overdue, oldest first.</summary>
    public IReadOnlyList<OpenItem> Overdue(DateOnly today) =>
        [.. Items.Where(item => item.IsOverdue(today)).OrderBy(item => item.Due).ThenBy(item => item.InstalmentId)];

    /// <summary>What is open on these invoices.</summary>
    public decimal OpenOn(IReadOnlyList<long> invoiceIds) =>
        Items.Where(item => invoiceIds.Contains(item.InvoiceId)).Sum(item => Math.Max(0, item.Residual));
}
