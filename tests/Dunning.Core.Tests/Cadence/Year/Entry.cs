using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Ledger;

namespace Dunning.Core.Tests.Cadence.Year;

/// <summary>What happened, as the diary of the simulation tells it to the witness. Nothing here comes from the planner.</summary>
internal abstract record Entry
{
    private Entry() { }

    public sealed record Billed(AccountKey Account, long Invoice, long Instalment, DateOnly Due, decimal Amount) : Entry;
    public sealed record Booked(AccountKey Account, long Instalment, decimal Amount) : Entry;
    public sealed record StatusSet(AccountKey Account, long Invoice, InvoiceStatus Status) : Entry;
    public sealed record Credited(AccountKey Account, long Credit, decimal Amount) : Entry;
    public sealed record CreditUsed(AccountKey Account, long Credit, decimal Amount) : Entry;
    public sealed record Excluded(long Customer, Exclusion Exclusion) : Entry;

    /// <summary>A hold with its last day; an account of null holds every account of the customer.</summary>
    public sealed record Held(long Customer, AccountKey? Account, long Hold, SuppressionKind Kind, IReadOnlyList<long> Invoices, DateOnly? Until) : Entry;
    public sealed record Released(long Hold) : Entry;
    public sealed record CaseOpened(AccountKey Account, int Level, DateOnly? LevelOn) : Entry;
    public sealed record CaseClosed(AccountKey Account) : Entry;
    public sealed record WithPerson(AccountKey Account, bool Is) : Entry;
    public sealed record Question(long Customer, bool Open) : Entry;
    public sealed record Address(long Customer, bool Live) : Entry;
    public sealed record LedgerAge(bool Fresh) : Entry;
    public sealed record MailboxAge(bool Fresh) : Entry;

    /// <summary>A dispute was decided: the level is kept with fresh grace.</summary>
    public sealed record FreshGrace(AccountKey Account) : Entry;
    public sealed record PartPaid(AccountKey Account) : Entry;
    public sealed record StaffWrote(long Customer) : Entry;
    public sealed record PromiseBroken(AccountKey Account, IReadOnlyList<long> Invoices) : Entry;
    public sealed record Planned(AccountKey Account, Touch Touch) : Entry;
    public sealed record Dropped(AccountKey Account, string Touch) : Entry;

    /// <summary>A message left the house; the items and sums are those that stand in it.</summary>
    public sealed record Sent(AccountKey Account, Touch Touch, DateTimeOffset At, IReadOnlyList<OpenItem> Items, Exposure? Exposure) : Entry;

    /// <summary>The message sent last for this touch came back: it was no contact.</summary>
    public sealed record CameBack(AccountKey Account, string Touch) : Entry;
}
