using Dunning.Core.Cases;
using Dunning.Core.Conversation;
using Dunning.Core.Correspondence;
using Dunning.Core.Ledger;
using Shouldly;
using Xunit;
using static Dunning.Core.Tests.Correspondence.Letters;

namespace Dunning.Core.Tests.Correspondence;

public sealed class ComposerTests
{
    public static TheoryData<string> Languages => [.. Library.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_reminder_states_each_invoice_on_its_line_and_the_total_on_a_line_of_its_own(string language)
    {
        var formats = LocaleFormats.For(language);
        var text = Compose(Facts(language, Second, First), Known, Purpose.Reminder, Stage.Reminder).Mail.Text;

        var lines = text.Split('\n').Where(line => line.StartsWith("- ", StringComparison.Ordinal)).ToList();
        lines.Count.ShouldBe(2);
        lines[0].ShouldContain($"INV-1001, ");
        lines[0].ShouldContain(formats.Write(new DateOnly(2026, 3, 5)));
        lines[0].ShouldContain(formats.Write(new Money(1234.56m, "EUR")));
        lines[1].ShouldContain("INV-1002");
        text.Split('\n').ShouldContain(line => line.EndsWith(": " + formats.Write(new Money(2124.56m, "EUR")), StringComparison.Ordinal));
    }

    [Fact]
    public void The_invoice_line_reads_exactly_as_agreed() =>
        Compose(Facts("en", First), Known, Purpose.Reminder, Stage.Reminder).Mail.Text
            .ShouldContain("\n- Invoice INV-1001, due 5 March 2026, 1,234.56 EUR (12 days overdue)\n");

    [Theory]
    [MemberData(nameof(Languages))]
    public void An_open_question_is_never_ignored(string language)
    {
        foreach (var kind in Enum.GetValues<Intent>())
        {
            var asked = Known with { LastSpeaker = Speaker.Customer, OpenQuestion = new(kind, Today, []) };
            for (var seed = 0L; seed < 8; seed++)
            {
                Compose(Facts(language, First), asked, Purpose.Reminder, Stage.Firm, seed: seed).Plan.Clauses
                    .ShouldContain(use => use.ClauseId.StartsWith("question.", StringComparison.Ordinal)
                        && !use.ClauseId.StartsWith("question.none", StringComparison.Ordinal));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_disputed_invoice_is_named_as_paused_and_not_demanded(string language)
    {
        var facts = Facts(language, First, Second) with { DisputedInvoices = ["INV-1002"] };

        var composed = Compose(facts, Known, Purpose.Reminder, Stage.Reminder);

        var formats = LocaleFormats.For(language);
        composed.Plan.Clauses.ShouldContain(use => use.ClauseId.StartsWith("paused/", StringComparison.Ordinal));
        composed.Mail.Text.ShouldContain(formats.Write(new Money(1234.56m, "EUR")));
        composed.Mail.Text.ShouldNotContain(formats.Write(new Money(890m, "EUR")));
        composed.Mail.Subject.ShouldNotContain("INV-1002");
    }

    [Fact]
    public void A_figure_only_the_conversation_knows_is_not_stated()
    {
        var remembered = Known with
        {
            LastPromise = new(new(2026, 3, 9), 4321m, "EUR", PromiseOutcome.Broken, ["INV-7777"]),
            PartPaymentReceived = 99m, PartPaymentOn = new(2026, 3, 1),
            OpenQuestion = new(Intent.Dispute, new(2026, 3, 8), ["INV-7777"]),
            LastStageSentOn = new(2026, 3, 3), DocumentsSent = ["INV-7777"], PreferredContact = "Kim Nguyen",
        };

        var text = Compose(Facts("en", First), remembered, Purpose.PromiseLapsed, Stage.Reminder).Mail.Text;

        foreach (var unknown in (string[])["4,321", "9 March", "99.00", "8 March", "3 March", "INV-7777", "Kim Nguyen"])
            text.ShouldNotContain(unknown);
    }

    [Fact]
    public void Wordings_of_the_last_messages_are_not_repeated_while_another_is_left()
    {
        HashSet<string> alone = [.. Library.For("en").Where(clause => clause.Variants.Count == 1).Select(clause => clause.Variants[0].Id)];
        for (var seed = 0L; seed < 50; seed++)
        {
            var first = Compose(Facts("en", First), Known, Purpose.Reminder, Stage.Reminder, seed: seed).Plan.Clauses.Select(use => use.ClauseId).ToList();
            var second = Compose(Facts("en", First), Known with { RecentSentences = first }, Purpose.Reminder, Stage.Reminder, seed: seed).Plan.Clauses.Select(use => use.ClauseId);

            second.Intersect(first).Except(alone).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Tone_softens_for_somebody_who_pays_reliably()
    {
        var usual = Compose(Facts("en", First), Known, Purpose.Reminder, Stage.Reminder).Plan;
        var reliable = Compose(Facts("en", First), Known with { GoodPayer = true }, Purpose.Reminder, Stage.Reminder).Plan;

        usual.Clauses.ShouldContain(use => use.ClauseId.StartsWith("request.reminder/", StringComparison.Ordinal));
        reliable.Clauses.ShouldContain(use => use.ClauseId.StartsWith("request.reminder.soft/", StringComparison.Ordinal));
        reliable.Clauses.ShouldContain(use => use.ClauseId.StartsWith("opening.good/", StringComparison.Ordinal));
    }

    [Fact]
    public void A_mail_without_its_facts_is_refused()
    {
        Should.Throw<ArgumentException>(() => Compose(Facts("en"), Known, Purpose.PaymentThanks)).Message.ShouldContain("no payment");
        Should.Throw<ArgumentException>(() => Compose(Facts("en"), Known, Purpose.DocumentAttached)).Message.ShouldContain("nothing is attached");
        Should.Throw<ArgumentException>(() => Compose(Facts("en", First) with { UnappliedCredits = 5000m }, Known, Purpose.Reminder, Stage.Final)).Message.ShouldContain("nothing is due");
        Should.Throw<ArgumentException>(() => Compose(Facts("en", First) with { TotalOverdue = 1m }, Known, Purpose.Reminder, Stage.Final)).Message.ShouldContain("sum");
        Should.Throw<ArgumentException>(() => Compose(Facts("en", First), Known, Purpose.Reminder)).Message.ShouldContain("stage");
        Should.Throw<ArgumentException>(() => Compose(Facts("xx", First), Known, Purpose.Reminder, Stage.Firm)).Message.ShouldContain("'xx'");
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Only_an_automatic_message_says_that_software_wrote_it(string language)
    {
        Compose(Facts(language, First), Known, Purpose.Reminder, Stage.Final).Mail.Text.ShouldEndWith(Library.DisclosureLine(language));
        Compose(Facts(language, First), Known, Purpose.Reminder, Stage.Final, disclose: false).Mail.Text.ShouldNotContain(Library.DisclosureLine(language));
    }

    [Fact]
    public void Text_that_is_not_made_of_clauses_has_no_plan()
    {
        var mail = Compose(Facts("en", First), Known, Purpose.Reminder, Stage.Final).Mail;

        MailText.Parse(mail with { Text = mail.Text.Replace("Please", "Kindly", StringComparison.Ordinal).Replace("We ask", "We urge", StringComparison.Ordinal) + "!" }, Library, "en").ShouldBeNull();
        MailText.Parse(mail with { Text = mail.Text.Replace("1,234.56", "1234.56", StringComparison.Ordinal) }, Library, "en").ShouldBeNull();
    }

    [Fact]
    public void A_plan_of_another_clause_version_is_not_rendered()
    {
        var plan = Compose(Facts("en", First), Known, Purpose.Reminder, Stage.Final).Plan;
        var old = plan with { Clauses = [plan.Clauses[0] with { Version = 99 }, .. plan.Clauses.Skip(1)] };

        Should.Throw<ArgumentException>(() => MailText.Render(old, Library)).Message.ShouldContain("version 99");
    }
}
