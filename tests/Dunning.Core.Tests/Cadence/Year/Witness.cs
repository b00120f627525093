using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Ledger;

namespace Dunning.Core.Tests.Cadence.Year;

/// <summary>What must hold on every day of every account.</summary>
internal enum Invariant
{
    /// <summary>No message to, or about, anything excluded, paused, or in a person's hands.</summary>
    NothingHeldIsSent,

    /// <summary>The minimum interval lies between two messages to a customer, answers to its mails apart.</summary>
    IntervalIsKept,

    /// <summary>No stage is skipped and severity rises one rung at most.</summary>
    NoStageIsSkipped,

    /// <summary>A step is taken once: no touch goes out twice and a day never sends two reminders to an account.</summary>
    NothingGoesTwice,

    /// <summary>An account that is not contacted has reasons, and a planned message does go out.</summary>
    NoSilence,

    /// <summary>Every reason given is true.</summary>
    ReasonsAreTrue,

    /// <summary>On the day a reason is said to lift, with nothing else changed, it is gone.</summary>
    LiftDatesAreKept,

    /// <summary>A message lists exactly what may be chased, with the residuals of the ledger, and adds it up.</summary>
    TotalsAreTheLedgers,

    /// <summary>A message is in the currency of its account.</summary>
    OneCurrency,

    /// <summary>The same day again says the same.</summary>
    RerunsChangeNothing,

    /// <summary>A message leaves in the contact window of the debtor's zone on its business days.</summary>
    WindowIsKept,
}

/// <summary>A broken invariant, in words.</summary>
internal sealed record Breach(Invariant Rule, AccountKey Account, DateOnly On, string What);

/// <summary>
/// Judges the simulation by the diary alone. It shares no code with the planner: what is owed, held, due and said is
/// derived here again, so that a fault of the planner cannot hide itself.
/// </summary>
internal sealed class Witness(Policy policy)
{
    private static readonly TimeZoneInfo Creditor = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private readonly Dictionary<AccountKey, AccountPicture> _accounts = [];
    private readonly Dictionary<long, CustomerPicture> _customers = [];
    private bool _ledgerFresh = true;
    private bool _mailboxFresh = true;

    public List<Breach> Breaches { get; } = [];
    public int Messages { get; private set; }
    public HashSet<Purpose> Purposes { get; } = [];
    public HashSet<HoldReason> Reasons { get; } = [];
    public HashSet<Stage> Stages { get; } = [];
    public HashSet<string> Currencies { get; } = [];

    public void Meet(Customer customer) => _customers.Add(customer.Id, new(customer));

    public void Note(Entry entry, DateOnly today)
    {
        switch (entry)
        {
            case Entry.Billed it: Of(it.Account).Lines.Add(it.Instalment, new(it.Invoice, it.Instalment, it.Due, it.Amount)); break;
            case Entry.Booked it: Of(it.Account).Lines[it.Instalment].Left -= it.Amount; break;
            case Entry.StatusSet it: foreach (var line in Of(it.Account).Lines.Values.Where(line => line.Invoice == it.Invoice)) line.Status = it.Status; break;
            case Entry.Credited it: Of(it.Account).Credits.Add(it.Credit, it.Amount); break;
            case Entry.CreditUsed it: Use(Of(it.Account), it); break;
            case Entry.Excluded it: _customers[it.Customer].Exclusion = it.Exclusion; break;
            case Entry.Held it: foreach (var account in Reached(it)) account.Holds.Add(new(it.Hold, it.Kind, it.Invoices, it.Until)); break;
            case Entry.Released it: foreach (var account in _accounts.Values) account.Holds.RemoveAll(hold => hold.Id == it.Hold); break;
            case Entry.CaseOpened it: Open(Of(it.Account), it, today); break;
            case Entry.CaseClosed it: Close(Of(it.Account)); break;
            case Entry.WithPerson it: Of(it.Account).WithPerson = it.Is; break;
            case Entry.Question it: _customers[it.Customer].Question = it.Open; break;
            case Entry.Address it: (_customers[it.Customer].LiveAddress, _customers[it.Customer].AddressSince) = (it.Live, today); break;
            case Entry.LedgerAge it: _ledgerFresh = it.Fresh; break;
            case Entry.MailboxAge it: _mailboxFresh = it.Fresh; break;
            case Entry.FreshGrace it: Of(it.Account).Anchor = today; break;
            case Entry.PartPaid it: Of(it.Account).Anchor = today; break;
            case Entry.StaffWrote it: _customers[it.Customer].Contacts.Add((today, null)); break;
            case Entry.PromiseBroken: break;
            case Entry.Planned it: Of(it.Account).Pending[it.Touch.Id] = (it.Touch, today); break;
            case Entry.Dropped it: Of(it.Account).Pending.Remove(it.Touch); break;
            case Entry.Sent it: Sent(Of(it.Account), it, today); break;
            case Entry.CameBack it: CameBack(Of(it.Account), it); break;
            default: throw new InvalidOperationException($"The witness does not know {entry.GetType().Name}.");
        }
    }

    /// <summary>Judges what the planner said of an account.</summary>
    public void Judge(AccountKey key, AccountFacts facts, PlanOutcome outcome, Ask ask, DateOnly today)
    {
        var account = Of(key);
        void Break(Invariant rule, string what) => Breaches.Add(new(rule, key, today, what));
        if (!Said.Same(outcome, ask(facts, policy, today))) Break(Invariant.RerunsChangeNothing, "the same facts and day gave another answer");
        foreach (var (touch, on) in account.Pending.Values)
            if (account.Customer.LiveAddress && today > account.Customer.AddressSince.AddDays(30) && today > on.AddDays(30)) Break(Invariant.NoSilence, $"{touch.Cause} has been pending since {on}");

        switch (outcome)
        {
            case PlanOutcome.NotNow held:
                new ReasonCheck(account, policy, _ledgerFresh, _mailboxFresh, today, Break).Judge(held, facts, ask);
                Reasons.UnionWith(held.All.Select(note => note.Reason));
                break;
            case PlanOutcome.Contact contact:
                var check = new MessageCheck(account, policy, _ledgerFresh, _mailboxFresh, today, Break);
                check.Wanted(contact.Purpose, contact.Stage, contact.PlannedFor);
                check.Content(contact.Items, contact.Exposure);
                if (account.Pending.Count > 0) Break(Invariant.NothingGoesTwice, "a message is planned beside another");
                if (account.Delivered.Contains(Touch.IdOf(facts.Case?.Id ?? 0, contact.Cause, contact.Purpose))) Break(Invariant.NoSilence, $"{contact.Cause} was delivered before: nothing will ever go out");
                if (contact.Reasons.Count == 0) Break(Invariant.NoSilence, "a contact without a reason");
                break;
        }
    }

    /// <summary>Judges the answer after a message was planned: there must be none beside it.</summary>
    public void JudgeAgain(AccountKey key, PlanOutcome outcome, DateOnly today)
    {
        if (outcome is not PlanOutcome.NotNow held || held.All.All(note => note.Reason != HoldReason.PendingMessage))
            Breaches.Add(new(Invariant.RerunsChangeNothing, key, today, "a second run of the day does not see the message that was planned"));
    }

    private AccountPicture Of(AccountKey key)
    {
        if (!_accounts.TryGetValue(key, out var account)) _accounts.Add(key, account = new(key, _customers[key.CustomerId]));
        return account;
    }

    private IEnumerable<AccountPicture> Reached(Entry.Held held) =>
        held.Account is { } key ? [Of(key)] : _accounts.Values.Where(account => account.Key.CustomerId == held.Customer);

    private static void Use(AccountPicture account, Entry.CreditUsed it)
    {
        account.Credits[it.Credit] -= it.Amount;
        if (account.Credits[it.Credit] <= 0) account.Credits.Remove(it.Credit);
    }

    private static void Open(AccountPicture account, Entry.CaseOpened it, DateOnly today)
    {
        account.Anchor = it.LevelOn ?? today;
        account.WithPerson = false;
    }

    private static void Close(AccountPicture account)
    {
        account.Steps.Clear();
        account.FirstLevel = 0;
        account.WithPerson = false;
    }

    private void Sent(AccountPicture account, Entry.Sent it, DateOnly today)
    {
        void Break(Invariant rule, string what) => Breaches.Add(new(rule, account.Key, today, what));
        Messages++;
        Purposes.Add(it.Touch.Purpose);
        Currencies.Add(account.Key.Currency);
        var on = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(it.At, Creditor).DateTime);
        var check = new MessageCheck(account, policy, _ledgerFresh, _mailboxFresh, today, Break);
        check.Window(it.At);
        account.Pending.Remove(it.Touch.Id);
        if (!account.Delivered.Add(it.Touch.Id)) Break(Invariant.NothingGoesTwice, $"{it.Touch.Cause} went out twice");
        if (it.Touch.Stage is { } stage)
        {
            check.Wanted(it.Touch.Purpose, stage, on);
            check.Content(it.Items, it.Exposure!.Value);
            Stages.Add(stage);
            account.Steps.Add((on, stage, it.Touch.Id));
            account.Anchor = on;
        }

        account.Customer.Contacts.Add((on, it.Touch.Id));
    }

    private static void CameBack(AccountPicture account, Entry.CameBack it)
    {
        account.Customer.Contacts.RemoveAll(contact => contact.Touch == it.Touch);
        account.Steps.RemoveAll(step => step.Touch == it.Touch);
    }
}
