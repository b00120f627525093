using Dunning.Core.Cadence;
using Dunning.Core.Kpi;
using Shouldly;
using Xunit;
using static Dunning.Core.Tests.Cadence.Some;

namespace Dunning.Core.Tests.Kpi;

public sealed class ContactStatusTests
{
    private static ContactColour Of(AccountFacts facts) => ContactStatus.Of(facts.LastContactOn, Plan(facts), Policy.Default, Today);

    [Fact]
    public void An_account_with_a_follow_up_due_is_red() => Of(Facts).ShouldBe(ContactColour.Red);

    [Fact]
    public void An_account_contacted_within_seven_days_is_green()
    {
        var contacted = Facts with { Ledger = Owing(Item(1, Today.AddDays(-15), 100)), Case = Standing(2, Today.AddDays(-7)), LastContactOn = Today.AddDays(-7) };
        Of(contacted).ShouldBe(ContactColour.Green);
        Of(contacted with { Case = Standing(2, Today.AddDays(-8)), LastContactOn = Today.AddDays(-8) }).ShouldBe(ContactColour.Idle);
    }

    [Fact]
    public void A_question_that_waits_for_a_person_is_red_however_fresh_the_contact() =>
        Of(Facts with { LastContactOn = Today, OpenQuestion = true }).ShouldBe(ContactColour.Red);

    [Fact]
    public void A_paused_account_that_was_not_contacted_lately_is_idle() =>
        Of(Facts with { Suppressions = [Pause(SuppressionKind.Promise, Today.AddDays(3), 1)] }).ShouldBe(ContactColour.Idle);

    [Fact]
    public void After_the_final_notice_the_account_is_green_for_a_week_and_then_red()
    {
        var final = Facts with { Ledger = Owing(Item(1, Today.AddDays(-90), 100)), Case = Standing(4, Today.AddDays(-6)), LastContactOn = Today.AddDays(-6) };
        Of(final).ShouldBe(ContactColour.Green);
        Of(final with { Case = Standing(4, Today.AddDays(-8)), LastContactOn = Today.AddDays(-8) }).ShouldBe(ContactColour.Red);
    }

    [Fact]
    public void A_planned_contact_that_was_made_that_day_turns_the_account_green_at_once()
    {
        ContactStatus.Of(Today, null, Today, Policy.Default, Today).ShouldBe(ContactColour.Green);
        ContactStatus.Of(Today.AddDays(-1), null, Today, Policy.Default, Today).ShouldBe(ContactColour.Red);
    }
}
