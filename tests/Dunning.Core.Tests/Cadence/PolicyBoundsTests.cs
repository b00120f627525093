using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Shouldly;
using Xunit;

namespace Dunning.Core.Tests.Cadence;

public sealed class PolicyBoundsTests
{
    /// <summary>For each limit a policy that goes beyond it.</summary>
    private static readonly Dictionary<string, Policy[]> Looser = new()
    {
        ["minimum_interval_days"] = [new() { MinimumIntervalDays = 2 }, new() { MinimumIntervalDays = 61 }],
        ["window.opens"] = [new() { Window = new(new(6, 59), new(17, 0)) }],
        ["window.closes"] = [new() { Window = new(new(9, 0), new(20, 1)) }],
        ["limits.contacts_in_30_days"] = [new() { MaxContactsIn30Days = 7 }, new() { MaxContactsIn30Days = 0 }],
        ["limits.new_debtors_a_day"] = [new() { NewDebtorsADay = 0 }],
        ["stages.friendly.after"] = [Stepping(Stage.Friendly, 0), Stepping(Stage.Friendly, 366)],
        ["stages.reminder.after"] = [Stepping(Stage.Reminder, 0)],
        ["stages.firm.after"] = [Stepping(Stage.Firm, -1)],
        ["stages.final.after"] = [Stepping(Stage.Final, 0), new() { Ladder = [.. Policy.Default.Ladder.Select(step => step with { Days = 3 })] }],
        ["automatic.caps"] = [new() { AutomaticAmountCaps = new Dictionary<string, decimal> { ["XPF"] = 1 } }],
        ["promises.horizon_days"] = [new() { Promises = new() { HorizonDays = 61 } }],
        ["promises.grace_days"] = [new() { Promises = new() { GraceDays = 6 } }],
        ["promises.repromises"] = [new() { Promises = new() { MaxRePromises = 4 } }],
        ["promises.minimum_confidence"] = [new() { Promises = new() { MinimumConfidence = 0.69 } }],
        ["trace_window_days"] = [new() { TraceWindowDays = 16 }],
        ["dispute_sla_days"] = [new() { DisputeSlaDays = 31 }],
        ["days_after_final"] = [new() { DaysAfterFinal = 6 }],
        ["red_after_days"] = [new() { RedAfterDays = 32 }],
        ["ledger_fresh_hours"] = [new() { LedgerFreshFor = TimeSpan.FromHours(37) }],
        ["mailbox_fresh_hours"] = [new() { MailboxFreshFor = TimeSpan.FromHours(7) }],
        ["minimum_amount"] = [new() { MinimumAmount = new(-1, "EUR") }],
        ["minimum_line"] = [new() { MinimumLine = new(-1, "EUR") }],
        ["agreements.undisputed_rest"] = [new() { Agreements = new() { Rest = UndisputedRest.AtOnce } }],
        ["agreements.answer_within_hours"] = [new() { Agreements = new() { AnswerWithin = TimeSpan.FromHours(73) } }, new() { Agreements = new() { AnswerWithin = TimeSpan.Zero } }],
        ["agreements.second_person_above"] = [new() { Agreements = new() { SecondPersonAbove = new Dictionary<string, decimal> { ["EUR"] = 10_001 } } }],
        ["agreements.plan_instalments"] = [new() { Agreements = new() { MostInstalments = 61 } }, new() { Agreements = new() { MostInstalments = 1 } }],
        ["agreements.plan_days"] = [new() { Agreements = new() { PlanHorizonDays = 1_096 } }],
        ["minimum_amounts"] = [new() { MinimumForOtherCurrencies = -1 }],
    };

    public static TheoryData<string> Fields => [.. PolicyBounds.All.Select(bound => bound.Field).Distinct()];

    [Fact]
    public void The_built_in_policy_keeps_every_limit() => PolicyBounds.BrokenBy(Policy.Default).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_policy_beyond_a_limit_breaks_that_limit_and_no_other(string field)
    {
        var looser = field.StartsWith("automatic.caps.", StringComparison.Ordinal) ? [Capped(field[^3..])] : Looser[field];
        foreach (var policy in looser) PolicyBounds.BrokenBy(policy).Select(bound => bound.Field).Distinct().ShouldBe([field]);
    }

    [Fact]
    public void An_automatic_cap_may_be_lower_and_not_higher_than_built_in()
    {
        var lower = Policy.Default.AutomaticAmountCaps.ToDictionary(pair => pair.Key, pair => pair.Value / 2);
        PolicyBounds.BrokenBy(new Policy { AutomaticAmountCaps = lower }).ShouldBeEmpty();
        PolicyBounds.BrokenBy(new Policy { AutomaticAmountCaps = new Dictionary<string, decimal>() }).ShouldBeEmpty();
    }

    private static Policy Stepping(Stage stage, int days) => new() { Ladder = [.. Policy.Default.Ladder.Select(step => step.Stage == stage ? step with { Days = days } : step)] };

    private static Policy Capped(string currency) => new() { AutomaticAmountCaps = new Dictionary<string, decimal> { [currency] = Policy.Default.AutomaticAmountCaps[currency] + 1 } };
}
