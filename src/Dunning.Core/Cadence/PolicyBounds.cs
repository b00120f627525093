using System.Globalization;
using Dunning.Core.Cases;

namespace Dunning.Core.Cadence;

/// <summary>One limit no configuration can go beyond.</summary>
/// <param name="Field">Path of the field in a policy file.</param>
/// <param name="Limit">The limit in words.</param>
/// <param name="Respects">True when a policy keeps it.</param>
public sealed record PolicyBound(string Field, string Limit, Func<Policy, bool> Respects);

/// <summary>
/// What is compiled in: a policy may be stricter than these limits and never looser. The limits protect the debtor
/// (rhythm, hours, severity) and the company (amounts that go out without a person, age of the books).
/// </summary>
public static class PolicyBounds
{
    /// <summary>Most contacts with a customer in 30 days.</summary>
    public const int MostContactsIn30Days = 6;

    private static readonly TimeOnly Earliest = new(7, 0);
    private static readonly TimeOnly Latest = new(20, 0);

    /// <summary>All limits.</summary>
    public static IReadOnlyList<PolicyBound> All { get; } =
    [
        new("minimum_interval_days", "at least 3 and at most 60 days lie between two messages", policy => policy.MinimumIntervalDays is >= 3 and <= 60),
        new("window.opens", "nothing goes out before 07:00", policy => policy.Window.Opens >= Earliest),
        new("window.closes", "nothing goes out after 20:00", policy => policy.Window.Closes <= Latest),
        new("limits.contacts_in_30_days", $"at least 1 and at most {MostContactsIn30Days} messages in 30 days", policy => policy.MaxContactsIn30Days is >= 1 and <= MostContactsIn30Days),
        new("limits.new_debtors_a_day", "at least 1 new debtor a day, or no such line", policy => policy.NewDebtorsADay is null or >= 1),
        .. Enum.GetValues<Stage>().Select(stage => new PolicyBound($"stages.{Wire.Name(stage)}.after", "from 1 to 365 days", policy => policy.StepOf(stage).Days is >= 1 and <= 365)),
        new("stages.final.after", "a final notice comes at least 14 days after the due date", policy => policy.AgeFor((int)Stage.Final) >= 14),
        .. PolicyDefaults.AutomaticAmountCaps.Select(built => new PolicyBound(
            $"automatic.caps.{built.Key}", string.Create(CultureInfo.InvariantCulture, $"at most {built.Value:0.##} {built.Key} without a person"),
            policy => policy.AutomaticCapFor(built.Key) is not { } cap || (cap >= 0 && cap <= built.Value))),
        new("automatic.caps", $"only {string.Join(", ", PolicyDefaults.AutomaticAmountCaps.Keys)} go out without a person", policy => policy.AutomaticAmountCaps.Keys.All(PolicyDefaults.AutomaticAmountCaps.ContainsKey)),
        new("promises.horizon_days", "from 1 to 60 days", policy => policy.Promises.HorizonDays is >= 1 and <= 60),
        new("promises.grace_days", "from 0 to 5 business days", policy => policy.Promises.GraceDays is >= 0 and <= 5),
        new("promises.repromises", "from 0 to 3 without a person", policy => policy.Promises.MaxRePromises is >= 0 and <= 3),
        new("promises.minimum_confidence", "from 0.7 to 1", policy => policy.Promises.MinimumConfidence is >= 0.7 and <= 1),
        new("trace_window_days", "from 1 to 15 business days", policy => policy.TraceWindowDays is >= 1 and <= 15),
        new("dispute_sla_days", "from 1 to 30 business days", policy => policy.DisputeSlaDays is >= 1 and <= 30),
        new("days_after_final", "from 7 to 60 days", policy => policy.DaysAfterFinal is >= 7 and <= 60),
        new("red_after_days", "from 1 to 31 days", policy => policy.RedAfterDays is >= 1 and <= 31),
        new("ledger_fresh_hours", "from 1 to 36 hours", policy => policy.LedgerFreshFor >= TimeSpan.FromHours(1) && policy.LedgerFreshFor <= TimeSpan.FromHours(36)),
        new("mailbox_fresh_hours", "from 1 to 6 hours", policy => policy.MailboxFreshFor >= TimeSpan.FromHours(1) && policy.MailboxFreshFor <= TimeSpan.FromHours(6)),
        new("minimum_amount", "not below 0", policy => policy.MinimumAmount.Amount >= 0),
        new("minimum_line", "not below 0", policy => policy.MinimumLine is not { Amount: < 0 }),
        new("agreements.undisputed_rest", "the rest waits at least until the dispute was confirmed: after_acknowledgement or never", policy => policy.Agreements.Rest != UndisputedRest.AtOnce),
        new("agreements.answer_within_hours", "from 1 to 72 hours", policy => policy.Agreements.AnswerWithin >= TimeSpan.FromHours(1) && policy.Agreements.AnswerWithin <= TimeSpan.FromHours(72)),
        new("agreements.second_person_above", "not above what goes out without a person", policy => policy.Agreements.SecondPersonAbove.All(limit =>
            limit.Value >= 0 && PolicyDefaults.AutomaticAmountCaps.TryGetValue(limit.Key, out var cap) && limit.Value <= cap)),
        new("agreements.plan_instalments", "from 2 to 60", policy => policy.Agreements.MostInstalments is >= 2 and <= 60),
        new("agreements.plan_days", "from 30 to 1,095 days", policy => policy.Agreements.PlanHorizonDays is >= 30 and <= 1_095),
        new("minimum_amounts", "no amount below 0", policy => policy.MinimumAmounts.Values.All(amount => amount >= 0) && policy.MinimumForOtherCurrencies is null or >= 0),
    ];

    /// <summary>The limits a policy breaks.</summary>
    public static IReadOnlyList<PolicyBound> BrokenBy(Policy policy) => [.. All.Where(bound => !bound.Respects(policy))];
}
