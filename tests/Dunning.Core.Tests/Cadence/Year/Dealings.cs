using Dunning.Core.Cases;
using Dunning.Core.Conversation;
using Dunning.Core.Disputes;
using Dunning.Core.Ledger;

namespace Dunning.Core.Tests.Cadence.Year;

/// <summary>What customers, banks and colleagues do to an account; every deed is written in the diary too.</summary>
internal static class Dealings
{
    public static void Bill(this AccountLife account, int dueInDays, decimal amount, int instalments = 1)
    {
        var (world, invoice) = (account.World, account.World.NextId());
        for (var part = 0; part < instalments; part++)
        {
            var line = new Books.Line(invoice, world.NextId(), world.Today, world.Today.AddDays(dueInDays + (30 * part)), amount);
            account.Books.Bill(line);
            world.Tell(new Entry.Billed(account.Key, invoice, line.InstalmentId, line.Due, amount));
        }
    }

    public static Books.Line? Oldest(this AccountLife account) => account.Overdue().FirstOrDefault();

    public static IEnumerable<Books.Line> Overdue(this AccountLife account) =>
        account.Books.Lines.Where(line => line.Due < account.World.Today && line.Status == InvoiceStatus.Open).OrderBy(line => line.Due).ThenBy(line => line.InstalmentId);

    /// <summary>Money for one instalment; what is too much stays as a credit.</summary>
    public static void Pay(this AccountLife account, Books.Line line, decimal amount)
    {
        var (world, booked) = (account.World, Math.Min(amount, line.Left));
        var part = booked < line.Left;
        account.Books.Book(line, booked, world.Today, money: true);
        world.Tell(new Entry.Booked(account.Key, line.InstalmentId, booked));
        if (part) world.Tell(new Entry.PartPaid(account.Key));
        if (amount > booked) account.Credit(amount - booked);
    }

    public static void Credit(this AccountLife account, decimal amount)
    {
        var id = account.World.NextId();
        account.Books.Credit(id, amount);
        account.World.Tell(new Entry.Credited(account.Key, id, amount));
    }

    /// <summary>Cash application: the oldest credit is booked against the oldest items.</summary>
    public static void ApplyCredits(this AccountLife account)
    {
        foreach (var (id, rest) in account.Books.Credits.OrderBy(pair => pair.Key).ToList())
        {
            if (account.Books.Lines.Where(line => line.Status == InvoiceStatus.Open).OrderBy(line => line.Due).FirstOrDefault() is not { } line) return;
            var amount = Math.Min(rest, line.Left);
            account.Books.Use(id, amount);
            account.World.Tell(new Entry.CreditUsed(account.Key, id, amount));
            account.Pay(line, amount);
        }
    }

    public static void SetStatus(this AccountLife account, Books.Line line, InvoiceStatus status)
    {
        account.Books.SetStatus(line.InvoiceId, status);
        account.World.Tell(new Entry.StatusSet(account.Key, line.InvoiceId, status));
    }

    /// <summary>A mail of the customer, read by the next run.</summary>
    public static void Writes(this AccountLife account, ReplyReading reading, bool verified = true) => account.Inbox.Enqueue(new CaseEvent.MailRead(
        account.World.NextId(), reading, new(verified, verified ? SenderAuthenticity.Verified : SenderAuthenticity.None), account.World.Today));

    public static void Promises(this AccountLife account, int inDays, string method = "sepa") =>
        account.Writes(Some.Promising(Some.Promise with { Date = account.World.Today.AddDays(inDays), Method = method }));

    public static void Disputes(this AccountLife account, Books.Line line) => account.Writes(
        Some.Meaning(Intent.Dispute) with { Disputes = [new(DisputeReason.Price, null, [line.Number], null)] });

    public static void ClaimsPaid(this AccountLife account, Books.Line line) => account.Writes(
        Some.Meaning(Intent.PaymentConfirmation) with { Claims = [new(account.World.Today, null, null, null, [line.Number], null)] });

    public static void IsAway(this AccountLife account, int days) => account.Writes(
        Some.Meaning(Intent.OutOfOffice) with { Kind = MessageKind.AutoReply, ReturnsOn = account.World.Today.AddDays(days) });

    /// <summary>A person clears what waits: hands the case back, decides disputes, lifts holds only people may lift.</summary>
    public static void Settle(this AccountLife account)
    {
        const string by = "Test Person";
        if (account.View is not { } view) return;
        foreach (var dispute in view.Disputes) account.Inbox.Enqueue(new CaseEvent.PersonResolvedDispute(by, dispute.Id, DisputeResolution.Upheld));
        foreach (var hold in view.Suppressions.Where(pause => pause.OnlyPersonLifts)) account.Inbox.Enqueue(new CaseEvent.PersonLifted(by, hold.Id, "settled"));
        if (view.Case.Status == CaseStatus.WithPerson) account.Inbox.Enqueue(new CaseEvent.PersonResumed(by));
    }
}
