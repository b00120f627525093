using Dunning.Core.Autonomy;
using Dunning.Core.Cases;
using Dunning.Core.Conversation;
using Dunning.Core.Correspondence;
using Dunning.Guardrails;
using Shouldly;
using Xunit;
using static Dunning.Core.Tests.Correspondence.Letters;

namespace Dunning.Core.Tests.Correspondence;

/// <summary>Reviewed clauses and guardrails were written apart; what the one says, the other must understand.</summary>
public sealed class ClausesAndCatalogueTests
{
    private const int RandomMailsEach = 12;

    public static TheoryData<string> Languages => [.. Library.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_rule_about_the_text_objects_to_a_reviewed_mail_in_any_wording(string language)
    {
        SortedSet<string> objections = [];
        HashSet<string> said = [];
        foreach (var (name, situation) in GoldenSituations.All)
        {
            var (facts, conversation, purpose, stage) = situation(language);
            for (var seed = 0L; seed < 12; seed++)
            {
                var mail = Compose(facts, conversation with { RecentSentences = [.. said] }, purpose, stage, seed: seed);
                said.UnionWith(mail.Plan.Clauses.Select(use => use.ClauseId));
                foreach (var finding in Check(mail.Mail, facts, purpose, stage)) objections.Add($"{finding.Rule} {finding.Severity} {language} {name}: {finding.Evidence}");
            }
        }

        objections.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_rule_about_the_text_objects_to_mails_of_random_facts(string language)
    {
        SortedSet<string> objections = [];
        foreach (var purpose in Enum.GetValues<Purpose>())
        {
            foreach (var stage in Enum.GetValues<Stage>())
            {
                for (var seed = 0; seed < RandomMailsEach; seed++)
                {
                    var given = RandomMail.Make(new Random((seed * 100) + (int)stage)) with { Purpose = purpose, Stage = stage, Disclose = true };
                    var credits = purpose is Purpose.Reminder or Purpose.PromiseLapsed or Purpose.StatementAttached ? given.Facts.UnappliedCredits : 0m;
                    // As the flows draw facts: credits in reminders only, and no line of an invoice that is disputed whole.
                    List<InvoiceFact> lines = [.. given.Facts.Invoices.Where(line => !given.Facts.DisputedInvoices.Contains(line.Number))];
                    given = given with { Facts = given.Facts with { Language = language, Invoices = lines, UnappliedCredits = credits } };
                    given = given with { Conversation = given.Conversation with { RecentSentences = [] } };
                    foreach (var finding in Check(given.Mail().Mail, given.Facts, purpose, purpose is Purpose.Reminder or Purpose.PromiseLapsed ? stage : null))
                        objections.Add($"{finding.Rule} {finding.Severity} {language} {purpose} {stage} {seed}: {finding.Evidence}");
                }
            }
        }

        objections.ShouldBeEmpty();
    }

    private static IEnumerable<Finding> Check(RenderedMail mail, FactSet facts, Purpose purpose, Stage? stage)
    {
        var attachments = purpose is Purpose.DocumentAttached or Purpose.StatementAttached or Purpose.Reminder or Purpose.PromiseLapsed ? facts.Attachments : [];
        var candidate = new CandidateMail(
            "t", 1, DraftOrigin.Clauses, purpose, stage, facts.Language, AutonomyLevel.AutoVeto, facts.Creditor, facts.ReplyTo,
            "alex.kim@muster.example", facts.ReplyTo, mail.Subject, mail.Text, null,
            [.. attachments.Select(number => new AttachmentRef($"{number.Replace('/', '-')}.pdf", "application/pdf", number, facts.CustomerNumber, new string('a', 64), 1000))],
            null, null, []);
        var known = new SendFacts(
            facts, true, null, null, null, null, null, null, new(Library.DisclosureLine(facts.Language)), null, null, null, null);
        return SendGate.CheckAlone(candidate, known).Findings.Where(finding => finding.Severity != Verdict.Pass);
    }
}
