using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Ledger;

namespace Dunning.Core.Plans;

/// <summary>What a person enters to grant a payment plan.</summary>
/// <param name="Instalments">Day and amount of each, in any order.</param>
public sealed record PlanProposal(IReadOnlyList<long> InvoiceIds, IReadOnlyList<ProposedInstalment> Instalments, string? Method);

/// <summary>One line of a proposal.</summary>
public sealed record ProposedInstalment(DateOnly Due, decimal Amount);

/// <summary>Whether a payment plan can be granted as entered.</summary>
public static class PlanGrant
{
    /// <summary>Everything that is wrong with a proposal, each in a sentence; empty when it can be granted.</summary>
    public static IReadOnlyList<string> Objections(PlanProposal proposal, CaseView view, Policy policy, DateOnly today)
    {
        List<string> wrong = [];
        var currency = view.Case.Account.Currency;
        var invoices = proposal.InvoiceIds.Distinct().ToList();
        if (invoices.Count == 0) wrong.Add("No invoice is covered.");
        if (invoices.Any(id => view.Items.All(item => item.InvoiceId != id || item.Residual <= 0))) wrong.Add("An invoice of the plan is not open on this account.");
        if (view.Plans.Any(plan => plan.InvoiceIds.Any(invoices.Contains))) wrong.Add("An invoice is covered by a plan that runs already.");
        if (proposal.Method is { } method && PromiseTerms.MethodOf(method) is null) wrong.Add($"'{method}' is no method of payment.");
        Instalments(proposal.Instalments, currency, policy.Agreements, today, wrong);

        var open = view.OpenOn(invoices);
        var total = proposal.Instalments.Sum(part => part.Amount);
        if (wrong.Count == 0 && total != open)
            wrong.Add($"The instalments add up to {total:0.00##} {currency}; {open:0.00##} {currency} is open on the covered invoices.");
        return wrong;
    }

    /// <summary>The plan a faultless proposal stands for.</summary>
    internal static PaymentPlan Make(PlanProposal proposal, CaseView view, string by, DateOnly today) => new(
        0, [.. proposal.InvoiceIds.Distinct().Order()], view.Case.Account.Currency,
        [.. proposal.Instalments.OrderBy(part => part.Due).Select((part, index) => new PlanInstalment(index + 1, part.Due, part.Amount))],
        proposal.Method, today, by, view.OpenOn([.. proposal.InvoiceIds.Distinct()]));

    private static void Instalments(IReadOnlyList<ProposedInstalment> parts, string currency, AgreementTerms terms, DateOnly today, List<string> wrong)
    {
        if (parts.Count == 0) wrong.Add("The plan has no instalment.");
        if (parts.Count > terms.MostInstalments) wrong.Add($"The plan has {parts.Count} instalments; at most {terms.MostInstalments} are allowed.");
        foreach (var (part, number) in parts.Select((part, index) => (part, index + 1)))
        {
            if (part.Amount <= 0) wrong.Add($"Instalment {number} has no amount above zero.");
            else if (decimal.Round(part.Amount, Money.MinorDigits(currency)) != part.Amount) wrong.Add($"Instalment {number} has more decimals than {currency} knows.");
            if (part.Due < today) wrong.Add($"Instalment {number} is due on {part.Due:yyyy-MM-dd}, which has passed.");
            if (part.Due > today.AddDays(terms.PlanHorizonDays)) wrong.Add($"Instalment {number} is due more than {terms.PlanHorizonDays} days from now.");
        }

        if (parts.Select(part => part.Due).Distinct().Count() != parts.Count) wrong.Add("Two instalments are due on the same day.");
    }
}
