using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Ledger;
using Dunning.Flows.Policies;

namespace Dunning.Flows.Tests.Policies;

public sealed class PolicyFileTests
{
    private const string Least = "name: test\nsegments:\n  - name: everyone\n";

    private static string[] Problems(string yaml) => [.. Should.Throw<PolicyException>(() => PolicyFiles.Read("p.yaml", yaml)).Problems.Select(problem => problem.ToString())];

    [Fact]
    public void The_smallest_file_is_the_built_in_policy_under_its_own_name()
    {
        var set = PolicyFiles.Read("p.yaml", Least);
        set.Segments.ShouldHaveSingleItem().Version.ShouldBe((Policy.Default with { Name = "everyone" }).Version);
        set.Label.ShouldBe("test");
    }

    [Fact]
    public void Every_error_of_a_file_is_named_at_once_with_file_line_field_and_cause()
    {
        var problems = Problems(
            """
            name: test
            color: blue
            defaults:
              minimum_interval_days: 2
              window: { opens: "18:00", closes: "09:00" }
            segments:
              - name: a
                match:
                  country: [XX]
                  overdue: [{ currency: EURO, from: 5 }]
                stages:
                  friendly: { after: 0 }
                  reminder: { after: soon }
                  firm: { after: 10, channel: fax }
              - match: { group: [b] }
            """);
        problems.ShouldBe(
        [
            "p.yaml(2,1): color: unknown key; known here: name, version, defaults, segments, exceptions",
            "p.yaml(4,26): minimum_interval_days: looser than is compiled in: at least 3 and at most 60 days lie between two messages",
            "p.yaml(5,37): defaults.window.closes: the window closes at 09:00, not after it opens at 18:00",
            "p.yaml(7,3): segments: the last segment must have no match, so that every account has a policy",
            "p.yaml(9,17): segments[1].match.country: 'XX' is not an ISO 3166 country code of two letters",
            "p.yaml(10,29): segments[1].match.overdue[1].currency: 'EURO' is not an ISO 4217 currency",
            "p.yaml(12,7): segments[1].stages.final: the stage is missing; a ladder has all four, in order: friendly, reminder, firm, final",
            "p.yaml(12,26): stages.friendly.after: looser than is compiled in: from 1 to 365 days",
            "p.yaml(13,26): segments[1].stages.reminder.after: 'soon' is not a whole number",
            "p.yaml(14,35): segments[1].stages.firm.channel: 'fax' must be one of mail, letter, call",
            "p.yaml(15,5): segments[2].name: is missing",
        ]);
    }

    [Theory]
    [InlineData("segments: [{ name: a }]", "name: is missing")]
    [InlineData("name: t", "segments: is missing")]
    [InlineData("name: t\nsegments: []", "segments: must be a list with at least one entry")]
    [InlineData("name: t\nsegments: {}", "segments: must be a list")]
    [InlineData("- a", "file: must be a mapping")]
    [InlineData("name: [", "file:")]
    [InlineData("name: t\nname: u", "file:")]
    [InlineData("name: t\nsegments: [{ name: a }, { name: b }]", "never reached")]
    [InlineData("name: t\nsegments: [{ name: a, match: { group: [x] } }, { name: a }]", "two segments are named 'a'")]
    [InlineData("name: t\nsegments: [{ name: a, match: {} }]", "asks for nothing")]
    [InlineData("name: t\nsegments: [{ name: a, match: { debtor: [alien] } }, { name: b }]", "'alien' must be one of company, sole_trader, consumer, public_body")]
    [InlineData("name: t\nsegments: [{ name: a, match: { zone: [x] } }, { name: b }]", "segments[1].match.zone: unknown key")]
    [InlineData("name: t\nsegments: [{ name: a, match: { risk: { from: 2 } } }, { name: b }]", "'2' is not a number from 0 to 1")]
    [InlineData("name: t\nsegments: [{ name: a, match: { risk: { from: 0.5, below: 0.5 } } }, { name: b }]", "must be more than from")]
    [InlineData("name: t\nsegments: [{ name: a, match: { overdue: [{ currency: EUR, from: 9, below: 3 }] } }, { name: b }]", "must be more than from")]
    [InlineData("name: t\nsegments: [{ name: a, match: { overdue: [{ currency: EUR, from: 9 }, { currency: EUR, below: 3 }] } }, { name: b }]", "there is a band in EUR already")]
    public void A_file_that_is_no_set_of_policies_is_refused(string yaml, string cause) => Problems(yaml).ShouldContain(problem => problem.Contains(cause, StringComparison.Ordinal));

    [Theory]
    [InlineData("minimum_interval_days: 2", "at least 3")]
    [InlineData("minimum_interval_days: 5.5", "is not a whole number")]
    [InlineData("window: { opens: \"06:30\" }", "nothing goes out before 07:00")]
    [InlineData("window: { closes: \"21:00\" }", "nothing goes out after 20:00")]
    [InlineData("window: { opens: nine }", "'nine' is not a time of the form HH:mm")]
    [InlineData("window: { quiet: [{ from: \"13:00\", to: \"12:00\" }] }", "the quiet hours end at 12:00, not after 13:00")]
    [InlineData("window: { quiet: [{ from: \"13:00\" }] }", "window.quiet[1].to: is missing")]
    [InlineData("window: { zone: Mars/Base }", "window.zone: unknown key")]
    [InlineData("automatic: { caps: { EUR: 10001 } }", "automatic.caps.EUR: looser than is compiled in: at most 10000 EUR without a person")]
    [InlineData("automatic: { caps: { XPF: 1 } }", "go out without a person")]
    [InlineData("automatic: { caps: { EURO: 1 } }", "is not an ISO 4217 currency")]
    [InlineData("automatic: { caps: { EUR: much } }", "'much' is not an amount")]
    [InlineData("automatic: { up_to: always }", "'always' must be one of friendly, reminder, firm, final")]
    [InlineData("limits: { contacts_in_30_days: 7 }", "at most 6 messages in 30 days")]
    [InlineData("limits: { new_debtors_a_day: 0 }", "at least 1 new debtor a day")]
    [InlineData("minimum_amounts: { EUR: -1 }", "must not be below 0")]
    [InlineData("minimum_amount: { EUR: 25, USD: 25 }", "is not one currency with one amount")]
    [InlineData("minimum_line: { EURO: 5 }", "is not an ISO 4217 currency")]
    [InlineData("agreements: { undisputed_rest: at_once }", "after_acknowledgement or never")]
    [InlineData("agreements: { answer_within_hours: 100 }", "from 1 to 72 hours")]
    [InlineData("agreements: { second_person_above: { EUR: 20000 } }", "not above what goes out without a person")]
    [InlineData("closed_days: { DE: [24.12.2026] }", "'24.12.2026' is not a date of the form yyyy-MM-dd")]
    [InlineData("closed_days: { Germany: [\"2026-12-24\"] }", "closed_days.Germany: is not an ISO 3166 country code")]
    [InlineData("promises: { horizon_days: 90 }", "from 1 to 60 days")]
    [InlineData("persona: { sender: ar }", "persona.name: is missing")]
    [InlineData("persona: { name: A, sender: ar@else.example }", "the domain stays the entity's")]
    [InlineData("stages: { friendly: { after: 3 } }", "the stage is missing")]
    [InlineData("stages: { reminder: { after: 3 }, friendly: { after: 3 }, firm: { after: 3 }, final: { after: 9 } }", "the stages are out of order")]
    [InlineData("stages: { friendly: { after: 3 }, reminder: { after: 3 }, firm: { after: 3 }, final: { after: 3 } }", "a final notice comes at least 14 days after the due date")]
    [InlineData("stages: { friendly: {}, reminder: { after: 3 }, firm: { after: 3 }, final: { after: 9 } }", "stages.friendly.after: is missing")]
    [InlineData("stages: { friendly: { after: 3, from: last_delivered_notice }, reminder: { after: 3 }, firm: { after: 3 }, final: { after: 9 } }", "nothing is delivered before the friendly stage")]
    [InlineData("stages: { friendly: { after: 3 }, reminder: { after: 3, from: invoice_issued }, firm: { after: 3 }, final: { after: 9 } }", "only the friendly stage counts from the invoice")]
    [InlineData("stages: { friendly: { after: 3, attach: [statement] }, reminder: { after: 3 }, firm: { after: 3 }, final: { after: 9 } }", "'statement' is not invoices")]
    public void A_wrong_or_looser_value_is_refused_with_its_line(string key, string cause) =>
        Problems($"{Least}    {key}\n").ShouldContain(problem => problem.StartsWith("p.yaml(4,", StringComparison.Ordinal) && problem.Contains(cause, StringComparison.Ordinal));

    [Fact]
    public void An_exception_for_consumers_needs_entity_kind_person_and_reason()
    {
        Problems(Least + "exceptions: [{ debtor: company }]").Length.ShouldBe(4);
        var set = PolicyFiles.Read("p.yaml", Least + "exceptions: [{ entity: de01, debtor: consumer, decided_by: Ada Admin, reason: small sums }]");
        set.OnlyFriendlyAutomatic("de01", DebtorKind.Consumer).ShouldBeFalse();
    }

    [Fact]
    public void What_a_segment_does_not_say_it_takes_from_the_defaults_and_then_from_the_built_in_policy()
    {
        var set = PolicyFiles.Read("p.yaml",
            """
            name: t
            version: "7"
            defaults: { minimum_interval_days: 9, limits: { new_debtors_a_day: 4 } }
            segments:
              - { name: a, match: { group: [a] }, limits: { contacts_in_30_days: 2 } }
              - { name: b, minimum_interval_days: 12 }
            """);
        var (a, b) = (set.Segments[0].Policy, set.Segments[1].Policy);
        (a.MinimumIntervalDays, a.MaxContactsIn30Days, a.NewDebtorsADay).ShouldBe((9, 2, 4));
        (b.MinimumIntervalDays, b.MaxContactsIn30Days, b.NewDebtorsADay).ShouldBe((12, Policy.Default.MaxContactsIn30Days, 4));
        set.Label.ShouldBe("t 7");
    }
}
