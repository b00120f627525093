using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Conversation;
using Dunning.Core.Ledger;

namespace Dunning.Core.Tests.Cadence.Year;

/// <summary>A named way to live; a new scenario is one more line in <see cref="All"/>.</summary>
/// <param name="Daily">Happens before the morning run, on days without a run too.</param>
/// <param name="Midday">Happens between planning and sending.</param>
/// <param name="AtStart">Shapes the customer at the start of the year.</param>
internal sealed record Behaviour(string Scenario, Action<AccountLife>? Daily = null, Action<AccountLife>? Midday = null, Action<CustomerLife>? AtStart = null)
{
    public string? Currency { get; init; }
    public Func<Customer, DateOnly, Customer>? Imported { get; init; }

    public static IReadOnlyList<Behaviour> All { get; } =
    [
        new("pays late, but pays", account => On(account, 0.06, line => account.Pay(line, line.Left))),
        new("never pays"),
        new("partial payment", account => On(account, 0.03, line => PaysShort(account, line))),
        new("overpayment", account => On(account, 0.03, line => account.Pay(line, line.Left + 3.17m))),
        new("credit note above the debt", account => On(account, 0.01, _ => account.Credit(5_000))),
        new("unapplied payment equal to an invoice", account => On(account, 0.03, line => account.Credit(line.Left))),
        new("instalments", account => On(account, 0.02, line => account.Pay(line, line.Left)), AtStart: customer => customer.Accounts[0].Bill(-20, 120.40m, 6)),
        new("oldest invoice paid mid-ladder", account => { if (account.View?.Case.Level >= 2) On(account, 0.08, line => account.Pay(line, line.Left)); }),
        new("promise kept", account => On(account, 0.05, line => { if (account.View?.Promises.Count > 0) account.Pay(line, line.Left); else account.Promises(5); })),
        new("promise broken", account => On(account, 0.03, _ => account.Promises(3))),
        new("promise by cheque", account => On(account, 0.02, _ => account.Promises(10, "cheque"))),
        new("third re-promise", account => { On(account, 0.2, _ => account.Promises(2 + account.Customer.Chance.Next(4), "card")); Settles(account, 0.1); }),
        new("vague promise", account => On(account, 0.02, _ => account.Writes(Some.Promising(Some.Promise with { Date = null })))),
        new("dispute on one line", account => { On(account, 0.02, account.Disputes); Settles(account, 0.03); }),
        new("payment claim", account => { On(account, 0.02, account.ClaimsPaid); On(account, 0.02, line => account.Pay(line, line.Left)); }),
        new("document request", account => On(account, 0.02, line => account.Writes(Some.Meaning(Intent.DocumentRequest) with
        {
            Documents = [account.World.Today.Day % 3 == 0 ? new(DocumentKind.Statement, [], null) : new(DocumentKind.InvoiceCopy, [line.Number], null)],
        }))),
        new("payment plan", account => On(account, 0.01, _ => account.Inbox.Enqueue(new CaseEvent.PersonSuppressed("Test Person", SuppressionKind.Plan, [], account.World.Today.AddDays(40), "a plan was granted")))),
        new("hold by a person", account => On(account, 0.02, _ => account.Inbox.Enqueue(new CaseEvent.PersonSuppressed("Test Person", SuppressionKind.Manual, [], account.World.Today.AddDays(9), "wait for a call")))),
        new("out of office", account => On(account, 0.03, _ => account.IsAway(12))),
        new("soft bounce", AtStart: customer => customer.Accounts[0].BouncesAt(0.2, 0)),
        new("hard bounce", account => { if (account.Customer.Happens(0.05) && !account.Customer.LiveAddress) account.Customer.SetAddress(true); }, AtStart: customer => customer.Accounts[0].BouncesAt(0, 0.2)),
        new("staff mail", account => { if (account.Customer.Happens(0.06)) account.Customer.StaffWrites(); }),
        new("imported level") { Imported = (customer, day) => customer with { ImportedLevel = 1 + (int)(customer.Id % 4), ImportedLastContact = day.AddDays(-11) } },
        new("two currencies", AtStart: customer => Begin(customer.Account("USD"), 3)),
        new("parent hold", account => Family(account.Customer)),
        new("intercompany") { Imported = (customer, _) => customer with { Exclusion = Exclusion.Intercompany } },
        new("do not contact for a while", account => { if (account.Customer.Happens(0.02)) account.Customer.Exclude(account.Customer.Customer.Exclusion == Exclusion.None ? Exclusion.DoNotContact : Exclusion.None); }),
        new("handed to counsel", account => { if (account.View?.Case.Level >= 3) account.Customer.Exclude(account.Customer.Happens(0.5) ? Exclusion.Legal : Exclusion.Agency); }),
        new("direct debit running", account => On(account, 0.05, line => account.SetStatus(line, InvoiceStatus.DirectDebit)), account => Returned(account)),
        new("cancelled and written off", account => On(account, 0.03, line => account.SetStatus(line, account.Customer.Happens(0.5) ? InvoiceStatus.Cancelled : InvoiceStatus.WrittenOff))),
        new("below minimum in JPY", account => On(account, 0.02, line => account.Pay(line, line.Left - 3))) { Currency = "JPY" },
        new("a currency without a minimum") { Currency = "XPF" },
        new("insolvency notice", account => { On(account, 0.005, _ => account.Writes(Some.Meaning(Intent.HardshipOrInsolvency))); Settles(account, 0.02); }),
        new("legal threat from the debtor", account => { On(account, 0.01, _ => account.Writes(Some.Meaning(Intent.LegalRepresentation))); Settles(account, 0.02); }),
        new("opt-out", account => { On(account, 0.01, _ => account.Writes(Some.Meaning(Intent.OptOut))); Settles(account, 0.02); }),
        new("a mail nobody verified", account => On(account, 0.05, line => account.Writes(Some.Meaning((Intent)account.Customer.Chance.Next(17)), verified: false))),
        new("a question that waits", account => { if (account.Customer.Happens(0.05)) account.Customer.Ask(!account.Customer.OpenQuestion); }),
        new("rejected draft", Midday: account => { if (account.Customer.Happens(0.2)) account.Reject(); }),
        new("approve then paid", Midday: account => On(account, 0.2, line => account.Pay(line, line.Left))),
        new("disputed between planning and sending", account => Settles(account, 0.05), account => On(account, 0.2, line => { account.Disputes(line); account.Happen(account.Inbox.Dequeue()); })),
        new("any mail at all", account => { On(account, 0.06, line => account.Writes(Some.Meaning((Intent)account.Customer.Chance.Next(17)))); Settles(account, 0.1); }),
    ];

    /// <summary>The invoices an account starts with, some of them overdue already.</summary>
    public static void Begin(AccountLife account, int invoices)
    {
        for (var i = 0; i < invoices; i++) account.Bill(account.Customer.Chance.Next(-40, 40), Amount(account));
    }

    public static decimal Amount(AccountLife account)
    {
        var cents = account.Customer.Chance.Next(400, 90_000);
        return account.Key.Currency is "JPY" or "XPF" ? cents : cents / 100m;
    }

    private static decimal Half(Books.Line line) => Math.Max(0.01m, Math.Round(line.Left / 2, 2));

    private static void On(AccountLife account, double share, Action<Books.Line> then)
    {
        if (account.Customer.Happens(share) && account.Oldest() is { } line) then(line);
    }

    private static void Settles(AccountLife account, double share)
    {
        if (account.Customer.Happens(share)) account.Settle();
    }

    // The bank names the invoice, and less arrived than was due.
    private static void PaysShort(AccountLife account, Books.Line line)
    {
        var (due, part) = (line.Left, Half(line));
        account.Pay(line, part);
        account.Inbox.Enqueue(new CaseEvent.PaymentShort(account.World.NextId(), [line.InvoiceId], part, due - part));
    }

    // A direct debit that the bank returns is owed again.
    private static void Returned(AccountLife account)
    {
        if (account.Customer.Happens(0.04) && account.Books.Lines.FirstOrDefault(line => line.Status == InvoiceStatus.DirectDebit) is { } line)
            account.SetStatus(line, InvoiceStatus.Open);
    }

    private static void Family(CustomerLife parent)
    {
        if (parent.Holds.Count > 0 && parent.Happens(0.05)) parent.ReleaseHolds();
        else if (parent.Holds.Count == 0 && parent.Happens(0.02)) parent.Hold(parent.Happens(0.5) ? SuppressionKind.Legal : SuppressionKind.Manual, parent.Happens(0.5) ? null : parent.World.Today.AddDays(20));
    }
}
