using System.Reflection;
using Dunning.Core.Autonomy;
using Dunning.Core.Cases;
using Dunning.Guardrails;
using Shouldly;

namespace Dunning.Core.Tests.Guardrails;

public sealed class SendGateTests
{
    [Fact]
    public void A_clause_mail_within_its_caps_is_cleared_and_marked_automatic()
    {
        var cleared = SendGate.Clear(Sample.Mail, Sample.Send).ShouldBeOfType<Clearance.Cleared>();
        cleared.Message.Automatic.ShouldBeTrue();
        cleared.Message.MessageId.ShouldBe("<m1@supplies.example>");
    }

    [Fact]
    public void Without_a_message_id_nothing_is_minted() =>
        SendGate.Clear(Sample.Mail with { MessageId = null }, Sample.Send).ShouldBeOfType<Clearance.Refused>();

    [Fact]
    public void Only_the_guardrail_assembly_can_construct_a_cleared_message()
    {
        typeof(ClearedMessage).GetConstructors(BindingFlags.Public | BindingFlags.Instance).ShouldBeEmpty();
        typeof(ClearedMessage).GetConstructors(BindingFlags.NonPublic | BindingFlags.Instance).ShouldAllBe(static made => made.IsAssembly);
        typeof(ClearedMessage).Assembly.GetCustomAttributes<System.Runtime.CompilerServices.InternalsVisibleToAttribute>().ShouldBeEmpty();
    }

    [Fact]
    public void A_suggested_mail_needs_an_approval_of_exactly_this_content_and_these_facts()
    {
        var mail = Sample.Mail with { Level = AutonomyLevel.Suggest, Origin = DraftOrigin.Person };
        var approval = Sample.ApprovalOf(mail);
        Outcome(mail, null).ShouldBe("G33");
        Outcome(mail, approval).ShouldBe("cleared");
        Outcome(mail, approval with { Used = true }).ShouldBe("G33");
        Outcome(mail, approval with { ExpiresAt = Sample.Now }).ShouldBe("G33");
        Outcome(mail, approval with { FactsVersion = "v0" }).ShouldBe("G33");
        Outcome(mail with { Subject = "Your open invoices" }, approval).ShouldBe("G33");
    }

    [Theory]
    [InlineData(AutonomyLevel.Off)]
    [InlineData(AutonomyLevel.Monitor)]
    public void Below_suggest_nothing_is_sent_even_with_an_approval(AutonomyLevel level)
    {
        var facts = Sample.Send with { Authority = Sample.Send.Authority! with { Effective = level }, Approval = Sample.ApprovalOf(Sample.Mail) };
        SendGate.Clear(Sample.Mail, facts).ShouldBeOfType<Clearance.Refused>();
    }

    [Fact]
    public void The_kill_switch_holds_what_was_approved()
    {
        var facts = Sample.Send with { Authority = Sample.Send.Authority! with { KillSwitch = true }, Approval = Sample.ApprovalOf(Sample.Mail) };
        SendGate.Clear(Sample.Mail, facts).ShouldBeOfType<Clearance.Refused>();
    }

    public static TheoryData<string, string> StateFaults() => new()
    {
        { "unverified recipient", "G23" }, { "opted out", "G23" }, { "dead address", "G23" }, { "foreign reply address", "G23" }, { "line break in subject", "G24" },
        { "blind copy", "G24" }, { "insolvency", "G31" }, { "disputed invoice", "G31" }, { "too soon", "G32" }, { "window closed", "G32" }, { "already sent", "G32" },
        { "stage skipped", "G33" }, { "above the amount cap", "G33" }, { "no cap", "G33" }, { "above the stage cap", "G33" }, { "consumer", "G33" }, { "free prose", "G33" },
        { "facts changed", "G34" }, { "old ledger", "G34" }, { "old mailbox", "G34" }, { "future ledger", "G34" }, { "injection signs", "G37" }, { "hostile thread", "G37" },
        { "no disclosure", "G10" },
    };

    [Theory]
    [MemberData(nameof(StateFaults))]
    public void Each_state_that_forbids_sending_is_named_by_its_rule(string fault, string rule)
    {
        var (mail, facts) = Break(fault, Sample.Mail, Sample.Send);
        var refused = SendGate.Clear(mail, facts).ShouldBeOfType<Clearance.Refused>();
        refused.Verdict.Findings.Select(static finding => finding.Rule).ShouldContain(rule);
    }

    internal static IEnumerable<(CandidateMail Mail, SendFacts Facts)> BreaksOf(string rule) =>
        StateFaults().Where(row => (string)row[1] == rule).Select(static row => Break((string)row[0], Sample.Mail, Sample.Send));

    private static (CandidateMail Mail, SendFacts Facts) Break(string fault, CandidateMail mail, SendFacts facts)
    {
        var authority = facts.Authority!;
        var rhythm = facts.Rhythm!;
        var fresh = facts.Freshness!;
        return fault switch
        {
            "unverified recipient" => (mail with { To = "someone@else.example" }, facts),
            "opted out" => (mail, facts with { Recipient = facts.Recipient! with { OptedOut = [mail.To] } }),
            "dead address" => (mail, facts with { Recipient = facts.Recipient! with { Dead = [mail.To] } }),
            "foreign reply address" => (mail with { ReplyTo = "billing@supplies-example.test" }, facts),
            "line break in subject" => (mail with { Subject = "Invoice\r\nBcc: x@y.example" }, facts),
            "blind copy" => (mail with { ExtraHeaders = [new("Bcc", "x@y.example")] }, facts),
            "insolvency" => (mail, facts with { Suppressions = new(["insolvency"], []) }),
            "disputed invoice" => (mail, facts with { Suppressions = new([], ["INV-1001"]) }),
            "too soon" => (mail, facts with { Rhythm = rhythm with { LastContactOn = new(2026, 3, 15) } }),
            "window closed" => (mail, facts with { Rhythm = rhythm with { WindowOpen = false } }),
            "already sent" => (mail, facts with { Rhythm = rhythm with { AlreadySent = true } }),
            "stage skipped" => (mail with { Stage = Stage.Reminder }, facts),
            "above the amount cap" => (mail, facts with { Authority = authority with { AmountCap = 3_746.79m } }),
            "no cap" => (mail, facts with { Authority = authority with { AmountCap = null } }),
            "above the stage cap" => (mail with { Stage = Stage.Reminder }, facts with { Authority = authority with { LastDeliveredStage = 1, StageCap = Stage.Friendly } }),
            "consumer" => (mail with { Stage = Stage.Reminder }, facts with { Authority = authority with { LastDeliveredStage = 1, ConsumerLike = true } }),
            "free prose" => (mail with { Origin = DraftOrigin.Model }, facts),
            "facts changed" => (mail, facts with { Freshness = fresh with { CurrentFactsVersion = "v2" } }),
            "old ledger" => (mail, facts with { Freshness = fresh with { LedgerAsOf = Sample.Now.AddDays(-2) } }),
            "old mailbox" => (mail, facts with { Freshness = fresh with { MailboxAsOf = Sample.Now.AddHours(-3) } }),
            "future ledger" => (mail, facts with { Freshness = fresh with { LedgerAsOf = Sample.Now.AddHours(1) } }),
            "injection signs" => (mail, facts with { Thread = new(true, false, false) }),
            "hostile thread" => (mail, facts with { Thread = new(false, true, false) }),
            "no disclosure" => (mail, facts with { Disclosure = new("This message was prepared automatically.") }),
            _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "unknown"),
        };
    }

    private static string Outcome(CandidateMail mail, ApprovalFacts? approval) =>
        SendGate.Clear(mail, Sample.Send with { Approval = approval, Automatic = approval is null }) switch
        {
            Clearance.Cleared => "cleared",
            Clearance.Refused refused => string.Join(',', refused.Verdict.Findings.Select(static finding => finding.Rule)),
            _ => throw new InvalidOperationException(),
        };
}
