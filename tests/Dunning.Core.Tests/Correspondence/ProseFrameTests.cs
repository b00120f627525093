using Dunning.Core.Cases;
using Dunning.Core.Correspondence;
using Shouldly;
using Xunit;
using static Dunning.Core.Tests.Correspondence.Letters;

namespace Dunning.Core.Tests.Correspondence;

/// <summary>What stays of a clause mail when somebody else words it.</summary>
public sealed class ProseFrameTests
{
    private static readonly ProseWords Words = new(
        "Open invoice INV-1001", "Dear Alex Kim,\n\nwe are still missing your payment for this invoice:", "Please pay 1,234.56 EUR in the next days.");

    [Fact]
    public void Statement_bank_details_and_signature_stay_the_clauses_in_every_situation_and_language()
    {
        foreach (var (name, situation) in GoldenSituations.All)
        {
            foreach (var language in Library.Languages)
            {
                var (facts, conversation, purpose, stage) = situation(language);
                var composed = Compose(facts, conversation, purpose, stage, disclose: false);
                var frame = ProseFrame.Of(composed.Plan, Library);
                if (frame.Statement is { } statement) composed.Mail.Text.ShouldContain(statement, customMessage: name);
                frame.Ending.ShouldContain(facts.Creditor, customMessage: name);
                // What the clauses themselves say between the parts of the frame says all that must be said.
                var words = composed.Mail.Text[..composed.Mail.Text.IndexOf(frame.Ending, StringComparison.Ordinal)].Replace(frame.Statement ?? "\0", "", StringComparison.Ordinal);
                frame.Objection(new("Subject", words, "")).ShouldBeNull($"{name} {language}: {string.Join("; ", frame.MustSay)}\n{words}");
                frame.Around(new("Subject", words, "")).Text.ShouldEndWith(frame.Ending);
            }
        }
    }

    [Fact]
    public void The_words_stand_round_the_statement_and_before_the_bank_details()
    {
        var frame = ProseFrame.Of(Compose(Facts("en", First), Known, Purpose.Reminder, Stage.Reminder, disclose: false).Plan, Library);
        frame.MustSay.ShouldBe(["1,234.56 EUR"]);
        frame.Objection(Words).ShouldBeNull();
        var mail = frame.Around(Words with { Closing = Words.Closing + "\r\n" });
        mail.Subject.ShouldBe(Words.Subject);
        mail.Text.ShouldStartWith($"{Words.Opening}\n\n{frame.Statement}\n\n{Words.Closing}\n\nBank details");
        mail.Text.ShouldEndWith("+49 40 5550100");
    }

    [Fact]
    public void Words_that_cannot_stand_are_told_apart()
    {
        var frame = ProseFrame.Of(Compose(Facts("en", First), Known, Purpose.Reminder, Stage.Reminder, disclose: false).Plan, Library);
        frame.Objection(Words with { Opening = " \n" }).ShouldBe(ProseFault.Empty);
        frame.Objection(Words with { Subject = "" }).ShouldBe(ProseFault.Empty);
        frame.Objection(Words with { Closing = new string('x', ProseFrame.LongestPart + 1) }).ShouldBe(ProseFault.TooLong);
        frame.Objection(Words with { Subject = "Open invoice\nBcc: everybody@elsewhere.example" }).ShouldBe(ProseFault.OddCharacters);
        frame.Objection(Words with { Opening = Words.Opening + "\u0007" }).ShouldBe(ProseFault.OddCharacters);
        frame.Objection(Words with { Closing = "Please pay in the next days." }).ShouldBe(ProseFault.LeavesOut);
        frame.Objection(Words with { Closing = "Please pay 1,234.57 EUR in the next days." }).ShouldBe(ProseFault.LeavesOut);
    }

    [Fact]
    public void What_was_paid_promised_and_paused_must_be_said()
    {
        string MustSay(string situation)
        {
            var (facts, conversation, purpose, stage) = GoldenSituations.All[situation]("en");
            return string.Join("; ", ProseFrame.Of(Compose(facts, conversation, purpose, stage, disclose: false).Plan, Library).MustSay);
        }

        MustSay("reminder.2.part-payment").ShouldContain("500.00 EUR; 10 March 2026");
        MustSay("reminder.2.dispute").ShouldContain("INV-0990");
        MustSay("promise-acknowledged").ShouldContain("27 March 2026");
    }
}
