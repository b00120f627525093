using Dunning.Core.Cadence;
using Dunning.Core.Promises;

namespace Dunning.Core.Plans;

/// <summary>How a plan stands on a day.</summary>
/// <param name="Paid">Instalments the money covers, with the value date that completed each.</param>
/// <param name="Missed">The first instalment whose last day passed without its money; null when there is none.</param>
/// <param name="Missing">What was missing of it on its last day.</param>
public sealed record PlanStanding(PlanStatus Status, IReadOnlyList<(int Sequence, DateOnly On)> Paid, PlanInstalment? Missed, decimal Missing);

/// <summary>Watches the instalments of a payment plan by the money that came.</summary>
public static class PlanKeeping
{
    /// <summary>
    /// Judges a plan. Money counts for the oldest instalment first, so early, late and partial payments need no
    /// allocation of their own. An instalment is missed when, on its last day (its day plus the buffer of the payment
    /// method and the grace), the money valued by then does not reach the sum of all instalments up to it, less
    /// tolerance. What is credited rather than paid shortens the plan from its end.
    /// </summary>
    /// <param name="openNow">What is open on the covered invoices now.</param>
    public static PlanStanding Judge(PaymentPlan plan, decimal openNow, IReadOnlyList<PaidAllocation> paid, PromiseTerms terms, BusinessCalendar calendar, DateOnly today)
    {
        var money = paid.Where(entry => plan.InvoiceIds.Contains(entry.InvoiceId) && entry.ValueDate >= plan.GrantedOn && entry.ValueDate <= today)
            .GroupBy(entry => entry.ValueDate).OrderBy(day => day.Key).Select(day => (On: day.Key, Amount: day.Sum(entry => entry.Amount))).ToList();
        var lowered = Math.Max(0, plan.BaselineOpen - openNow);
        var received = Math.Min(money.Sum(day => day.Amount), lowered);
        var owed = plan.Instalments.Sum(part => part.Amount) - (lowered - received);
        if (openNow <= 0) return new(PlanStatus.Completed, Covered(plan, money, owed, terms), null, 0);

        var settled = Covered(plan, money, owed, terms);
        var needed = 0m;
        foreach (var part in plan.Instalments.OrderBy(part => part.Sequence))
        {
            needed += part.Amount;
            var lastDay = terms.LastDay(terms.ExpectedBy(part.Due, plan.Method, calendar), calendar);
            if (today <= lastDay) break;
            var wanted = Math.Min(needed, owed);
            var inTime = Math.Min(money.Where(day => day.On <= lastDay).Sum(day => day.Amount), lowered);
            if (inTime < wanted - terms.Tolerance(part.Amount, plan.Currency)) return new(PlanStatus.Defaulted, settled, part, wanted - inTime);
        }

        return received >= owed - terms.Tolerance(owed, plan.Currency) && settled.Count == plan.Instalments.Count
            ? new(PlanStatus.Completed, settled, null, 0) : new(PlanStatus.Running, settled, null, 0);
    }

    private static List<(int Sequence, DateOnly On)> Covered(PaymentPlan plan, List<(DateOnly On, decimal Amount)> money, decimal owed, PromiseTerms terms)
    {
        List<(int, DateOnly)> covered = [];
        var needed = 0m;
        foreach (var part in plan.Instalments.OrderBy(part => part.Sequence))
        {
            needed += part.Amount;
            var wanted = Math.Min(needed, owed) - terms.Tolerance(part.Amount, plan.Currency);
            var sum = 0m;
            DateOnly? on = null;
            foreach (var day in money)
            {
                sum += day.Amount;
                if (on is null && sum >= wanted) on = day.On;
                else if (sum < wanted) on = null;
            }

            if (on is null) break;
            covered.Add((part.Sequence, on.Value));
        }

        return covered;
    }
}
