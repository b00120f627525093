using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Ledger;
using Shouldly;
using Xunit;

namespace Dunning.Core.Tests.Cadence;

/// <summary>A year, day by day, of accounts that pay, promise, dispute, bounce and complain by chance.</summary>
public sealed class YearTests
{
    private static readonly DateOnly Start = new(2026, 1, 1);

    [Fact]
    public void In_a_year_of_chance_no_rule_of_contact_is_ever_broken()
    {
        var contacts = 0;
        var purposes = new HashSet<Purpose>();
        var reasons = new HashSet<HoldReason>();
        for (var seed = 1; seed <= 300; seed++)
        {
            var account = new SimulatedAccount(seed, Start);
            for (var day = 0; day < 365; day++) Live(account, Start.AddDays(day), reasons);
            Unique(account);
            contacts += account.Sent.Count;
            purposes.UnionWith(account.Sent.Select(sent => sent.Touch.Purpose));
        }

        contacts.ShouldBeGreaterThan(1000);
        purposes.ShouldBe(Enum.GetValues<Purpose>(), ignoreOrder: true);
        reasons.Count.ShouldBeGreaterThan(14);
    }

    private static void Live(SimulatedAccount account, DateOnly today, HashSet<HoldReason> reasons)
    {
        // One day in eight the service does not run at all.
        account.Morning(today);
        if (account.View is null || today.DayNumber % 8 == 0) return;
        var facts = account.Facts();
        var outcome = Planner.Plan(facts, Policy.Default, today);
        switch (outcome)
        {
            case PlanOutcome.Contact contact:
                Allowed(contact, facts, account, today);
                account.Plan(contact);
                var again = Planner.Plan(account.Facts(), Policy.Default, today).ShouldBeOfType<PlanOutcome.NotNow>();
                again.All.Any(note => note.Reason == HoldReason.PendingMessage).ShouldBeTrue();
                break;
            case PlanOutcome.NotNow held:
                held.All.ShouldNotBeEmpty();
                held.Primary.ShouldBe(held.All[0].Reason);
                held.All.All(note => note.Lifts is null || note.Lifts > today).ShouldBeTrue();
                reasons.UnionWith(held.All.Select(note => note.Reason));
                break;
        }

        account.Evening(today);
    }

    private static void Allowed(PlanOutcome.Contact contact, AccountFacts facts, SimulatedAccount account, DateOnly today)
    {
        facts.Customer.Exclusion.ShouldBe(Exclusion.None);
        facts.Case!.Status.ShouldBe(CaseStatus.Active);
        facts.Suppressions.Any(pause => pause.HoldsOn(today) && (pause.WholeAccount || contact.Items.Any(item => pause.InvoiceIds.Contains(item.InvoiceId)))).ShouldBeFalse();
        contact.Items.All(item => item.Due < today && item.Residual > 0).ShouldBeTrue();
        contact.Items.Sum(item => item.Residual).ShouldBe(contact.Exposure.Chaseable);
        contact.Exposure.Overdue.ShouldBe(account.Items.Where(item => item.Due < today).Sum(item => item.Residual));
        contact.Exposure.AmountDue.ShouldBeGreaterThanOrEqualTo(25);
        ((int)contact.Stage).ShouldBeLessThanOrEqualTo(contact.Purpose == Purpose.PromiseLapsed ? Math.Max(1, facts.Level) : facts.Level + 1);
        Policy.Default.CalendarFor("DE").IsBusinessDay(contact.PlannedFor).ShouldBeTrue();
        if (account.Sent.Count > 0) (today.DayNumber - account.Sent[^1].On.DayNumber).ShouldBeGreaterThanOrEqualTo(Policy.Default.MinimumIntervalDays);
        account.Delivered.Contains(Touch.IdOf(facts.Case.Id, contact.Cause, contact.Purpose)).ShouldBeFalse();
    }

    // Within a case the delivered stages rise by at most one, and no touch goes out twice.
    private static void Unique(SimulatedAccount account)
    {
        account.Sent.Select(sent => sent.Touch.Id).ShouldBeUnique();
        foreach (var life in account.Sent.Where(sent => sent.Touch.Stage is not null).GroupBy(sent => sent.Touch.CaseId))
        {
            var first = life.First().Touch;
            var level = first.CaseId == account.FirstCaseId ? account.ImportedLevel : 0;
            foreach (var (_, touch) in life)
            {
                ((int)touch.Stage!.Value).ShouldBeLessThanOrEqualTo(level + 1);
                level = (int)touch.Stage.Value;
            }
        }
    }
}
