using Dunning.Console.Access;
using Dunning.Console.Text;
using Dunning.Core;
using Dunning.Core.Cadence;
using Dunning.Core.Conversation;
using Dunning.Core.Plans;
using Dunning.Flows.Console;
using Microsoft.AspNetCore.Mvc;

namespace Dunning.Console.Pages.Cases;

/// <summary>Disputes and payment plans that people enter on the case page.</summary>
public sealed partial class CaseModel
{
    /// <summary>Records a dispute the customer raised outside the mailbox.</summary>
    /// <param name="amounts">The disputed amount of each of <paramref name="invoices"/>; empty where nothing is disputed.</param>
    [ForRoles(Roles.Collector, Roles.Admin)]
    public async Task<IActionResult> OnPostDisputeAsync(string? code, long[] invoices, decimal?[] amounts, string? reason)
    {
        if (!Wire.TryParse<DisputeReason>(code, out var why) || invoices.Length != amounts.Length) return BadRequest();
        if (!await LoadAsync()) return NotFound();
        List<long> disputed = [];
        List<HeldPart> parts = [];
        foreach (var (id, amount) in invoices.Zip(amounts))
        {
            if (amount is not { } part) continue;
            disputed.Add(id);
            if (OpenInvoices.FirstOrDefault(row => row.Id == id).Open != part) parts.Add(new(id, part));
        }

        if (disputed.Count > 0) return await AskAsync(new CaseRequest.Dispute(disputed, parts, why), reason);
        Objected = "Please enter the disputed amount of at least one invoice.";
        return Back();
    }

    /// <summary>Grants a payment plan.</summary>
    [ForRoles(Roles.Collector, Roles.Admin)]
    public async Task<IActionResult> OnPostPlanAsync(long[] invoices, string? instalments, string? method, string? reason)
    {
        if (PlanText.Read(instalments ?? "", out var objection) is { } parts)
            return await AskAsync(new CaseRequest.GrantPlan(new PlanProposal(invoices, parts, string.IsNullOrEmpty(method) ? null : method)), reason);
        Objected = objection;
        return Back();
    }
}
