using Dunning.Core;
using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Ledger;
using Dunning.Flows.Cycle;

namespace Dunning.Flows.Outlook;

/// <summary>The coming days of one customer, on today's facts: nobody pays or writes, whatever is planned goes out on its day.</summary>
internal sealed class CustomerPreview
{
    private readonly PolicySet policies;
    private readonly PendingMessages pending = new();
    private readonly SimulatedCustomer customer;
    private readonly bool[] contacted;
    private readonly string?[] heldBy;

    /// <param name="day">The first day.</param>
    public CustomerPreview(IReadOnlyList<AccountState> accounts, PolicySet policies, DateOnly day)
    {
        this.policies = policies;
        customer = new([.. accounts.Select((account, index) => pending.TakeOver(index, account, policies.SegmentFor(account.Facts, day)))], policies);
        contacted = new bool[accounts.Count];
        heldBy = new string?[accounts.Count];
    }

    /// <summary>Why accounts get no message in all these days: the reason that binds most on the last one.</summary>
    public IEnumerable<string> Held => heldBy.Where((reason, account) => reason is not null && !contacted[account]).Select(reason => reason!);

    /// <summary>The messages of a day.</summary>
    public IReadOnlyList<PreviewContact> Day(DateOnly day)
    {
        List<PreviewContact> contacts = [];
        for (var i = 0; i < contacted.Length; i++) EndPauses(i, day);
        foreach (var message in pending.Due(customer, policies, day)) contacts.Add(Send(message, day));
        for (var i = 0; i < contacted.Length; i++)
        {
            var waits = pending.Waits(i);
            customer.Change(i, facts => facts with { HasPendingTouch = waits });
        }

        var planned = customer.Live(day);
        for (var i = 0; i < planned.Count; i++)
        {
            heldBy[i] = planned[i].HeldBy;
            if (SimulatedCustomer.GoesOut(planned[i])) contacts.Add(Of(i, (PlanOutcome.Contact)planned[i].Outcome, day));
        }

        return contacts;
    }

    private PreviewContact Of(int account, PlanOutcome.Contact contact, DateOnly day) =>
        Of(account, day, Wire.Name(contact.Stage), Wire.Name(contact.Purpose), contact.Exposure.AmountDue, contact.Items, string.Join("; ", contact.Reasons));

    private PreviewContact Send(PendingMessage message, DateOnly day)
    {
        var facts = customer.Accounts[message.Account].Facts;
        var ledger = facts.Ledger;
        customer.Deliver(message.Account, PendingMessages.TouchOf(message, facts), day);
        OpenItem[] items = message.Stage == 0 ? [] : [.. ledger.Items.Where(item => item.IsOverdue(day)).OrderBy(item => item.Due).ThenBy(item => item.InstalmentId)];
        return Of(message.Account, day, message.Stage == 0 ? null : Wire.Name((Stage)message.Stage), message.Stage == 0 ? "answer" : Wire.Name(Purpose.Reminder),
            items.Sum(item => item.Residual), items, message.Why);
    }

    private PreviewContact Of(int account, DateOnly day, string? stage, string purpose, decimal amount, IReadOnlyList<OpenItem> items, string why)
    {
        contacted[account] = true;
        var facts = customer.Accounts[account].Facts;
        return new(day, facts.Ledger.Key.EntityId, facts.Customer.Number, facts.Ledger.Key.Currency, stage, purpose, amount, [.. items.Select(item => item.Number)], why);
    }

    // What the passing of a day would decide: a promise nobody kept lapses, a payment nobody found is asked about.
    private void EndPauses(int account, DateOnly day)
    {
        foreach (var pause in customer.Accounts[account].Facts.Suppressions)
        {
            if (pause.ExpiresOn is not { } last || last.AddDays(1) != day) continue;
            if (pause.Kind == SuppressionKind.Promise)
                customer.Change(account, facts => facts with { Lapsed = [.. facts.Lapsed, new(-pause.Id, day, pause.InvoiceIds)] });
            else if (pause.Kind == SuppressionKind.Trace && customer.Accounts[account].Facts.Case is not { Status: CaseStatus.WithPerson })
                pending.Add(new(account, 0, day, "a claimed payment was not found: the remittance advice is asked for"));
        }
    }
}
