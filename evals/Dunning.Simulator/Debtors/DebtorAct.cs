using Dunning.Simulator.Ledgers;

namespace Dunning.Simulator.Debtors;

/// <summary>What a debtor does about a mail.</summary>
public abstract record DebtorAct
{
    private DebtorAct() { }

    /// <summary>Answers as a person.</summary>
    /// <param name="Section">The occasion, a section of the wordings.</param>
    /// <param name="Day">The day the answer speaks of, if any.</param>
    public sealed record Answer(string Section, IReadOnlyList<SampleInvoice> About, DateOnly? Day) : DebtorAct;

    /// <summary>The mailbox answers by itself.</summary>
    public sealed record AutoReply(DateOnly Returns) : DebtorAct;

    /// <summary>Somebody who cannot sign in as the customer writes in its name.</summary>
    public sealed record Impersonate(IReadOnlyList<SampleInvoice> About) : DebtorAct;

    /// <summary>Money leaves the debtor's account on a day.</summary>
    public sealed record Pay(SampleInvoice Invoice, decimal Amount, DateOnly On) : DebtorAct;
}
