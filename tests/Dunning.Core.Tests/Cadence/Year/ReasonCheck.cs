using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Ledger;

namespace Dunning.Core.Tests.Cadence.Year;

/// <summary>Whether the reasons for not writing are there, true, and end when they say.</summary>
internal sealed class ReasonCheck(AccountPicture account, Policy policy, bool ledgerFresh, bool mailboxFresh, DateOnly today, Action<Invariant, string> broken)
{
    private readonly BusinessCalendar _calendar = policy.CalendarFor(account.Customer.Imported.Country);

    public void Judge(PlanOutcome.NotNow held, AccountFacts facts, Ask ask)
    {
        // Nothing else changes: what is not overdue today does not become so.
        var unchanged = facts with { Ledger = facts.Ledger with { Items = [.. facts.Ledger.Items.Where(item => item.Due < today)] } };
        if (held.All.Count == 0 || held.Primary != held.All[0].Reason) broken(Invariant.NoSilence, "not contacted without a reason");
        foreach (var note in held.All)
        {
            if (string.IsNullOrWhiteSpace(note.Why)) broken(Invariant.NoSilence, $"{note.Reason} has no words");
            if (!IsTrue(note)) broken(Invariant.ReasonsAreTrue, $"{note.Reason} ({note.Why})");
            if (note.Lifts is not { } day) continue;
            if (day <= today) broken(Invariant.LiftDatesAreKept, $"{note.Reason} should have lifted on {day}");
            else if (ask(unchanged, policy, day) is PlanOutcome.NotNow then && then.All.Any(other => Same(note, other)))
                broken(Invariant.LiftDatesAreKept, $"{note.Reason} says {day}, and on that day it holds still ({note.Why} → {then.All.First(other => Same(note, other)).Why})");
        }
    }

    // Another pause of the same kind may go on; every other reason has to be gone.
    private static bool Same(HoldNote note, HoldNote later) =>
        note.Reason is HoldReason.StepNotDue or HoldReason.MinimumInterval ? later.Reason == note.Reason : later == note;

    private bool IsTrue(HoldNote note) => note.Reason switch
    {
        HoldReason.NothingOverdue => !account.Overdue(today).Any(),
        HoldReason.ExcludedCustomer => account.Customer.Exclusion is Exclusion.Intercompany or Exclusion.DoNotContact or Exclusion.Agency or Exclusion.Deceased,
        HoldReason.LegalHold => account.Customer.Exclusion == Exclusion.Legal || Paused(SuppressionKind.Legal),
        HoldReason.Insolvency => account.Customer.Exclusion == Exclusion.Insolvency || Paused(SuppressionKind.Insolvency),
        HoldReason.OptedOut => Paused(SuppressionKind.OptOut),
        HoldReason.WithPerson => account.WithPerson || account.Customer.Question,
        HoldReason.StaleLedger => !ledgerFresh,
        HoldReason.StaleMailbox => !mailboxFresh,
        HoldReason.NoContactAddress => !account.Customer.LiveAddress,
        // Until the customer knows that a dispute was heard, it holds the rest of the account as well.
        HoldReason.InDispute => account.Holds.Exists(hold => hold.Kind == SuppressionKind.Dispute && hold.On(today)),
        HoldReason.PaymentPlan => Paused(SuppressionKind.Plan),
        HoldReason.UnderPromise => Paused(SuppressionKind.Promise),
        HoldReason.PaymentTrace => Paused(SuppressionKind.Trace),
        HoldReason.OnHold => Paused(SuppressionKind.Manual),
        HoldReason.OutOfOffice => Paused(SuppressionKind.OutOfOffice),
        HoldReason.NetCreditBalance => account.Credits.Count > 0 && account.Credits.Values.Sum() >= Chaseable(),
        HoldReason.CreditMatchesOpenItem => CreditPays(),
        HoldReason.NoMinimumForCurrency => !policy.MinimumAmounts.ContainsKey(account.Key.Currency) && policy.MinimumForOtherCurrencies is null,
        HoldReason.BelowMinimum => Chaseable() - account.Credits.Values.Sum() < (policy.MinimumAmounts.TryGetValue(account.Key.Currency, out var least) ? least : policy.MinimumForOtherCurrencies),
        HoldReason.FinalStageReached => account.Level == (int)Stage.Final,
        HoldReason.PendingMessage => account.Pending.Count > 0,
        HoldReason.MinimumInterval => account.Customer.LastContact is { } last && today.DayNumber - last.DayNumber < policy.MinimumIntervalDays && note.Lifts == last.AddDays(policy.MinimumIntervalDays),
        HoldReason.StepNotDue => note.Lifts is { } due && due <= LatestStep(),
        HoldReason.InvoiceStatus or HoldReason.NotYetDue or HoldReason.ContactCap or HoldReason.FirstCycleRamp or HoldReason.WaitingForWindow => false,
    };

    // No step may wait longer than this: the longest pause after a delivery, or the age at which the youngest overdue item justifies the last stage.
    private DateOnly LatestStep()
    {
        var afterDelivery = account.Anchor.AddDays(policy.Ladder.Max(step => step.Days));
        var youngest = account.Overdue(today).Select(line => AccountPicture.Rolled(line.Due, _calendar)).DefaultIfEmpty(today).Max().AddDays(policy.Ladder.Sum(step => step.Days));
        return afterDelivery > youngest ? afterDelivery : youngest;
    }

    private decimal Chaseable() => account.Chaseable(today, _calendar).Sum(line => line.Left);

    private bool Paused(SuppressionKind kind) => account.Holds.Exists(hold => hold.Kind == kind && hold.On(today)
        && (hold.Invoices.Count == 0 || account.Overdue(today).Any(line => hold.Invoices.Contains(line.Invoice))));

    private bool CreditPays()
    {
        var open = account.Lines.Values.Where(line => line.Status == InvoiceStatus.Open && line.Left > 0).Select(line => line.Left).ToList();
        var credits = account.Credits.Values.ToList();
        return credits.Exists(credit => Sums(open).Contains(credit)) || open.Exists(item => Sums(credits).Contains(item));
    }

    private static HashSet<decimal> Sums(IEnumerable<decimal> amounts)
    {
        HashSet<decimal> sums = [];
        foreach (var amount in amounts) sums.UnionWith(sums.Select(sum => sum + amount).Append(amount).ToList());
        return sums;
    }
}
