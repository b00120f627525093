using Dunning.Core.Autonomy;
using Dunning.Guardrails;
using Shouldly;
using Xunit;
using static Dunning.Core.Tests.Correspondence.Letters;

namespace Dunning.Core.Tests.Correspondence;

/// <summary>Reviewed clauses and guardrails were written apart; what the one says, the other must understand.</summary>
public sealed class ClausesAndCatalogueTests
{
    [Fact]
    public void No_rule_about_the_text_objects_to_a_clause_mail()
    {
        SortedSet<string> objections = [];
        foreach (var language in Library.Languages)
        {
            foreach (var (name, situation) in GoldenSituations.All)
            {
                for (var seed = 0L; seed < 6; seed++)
                {
                    foreach (var finding in Check(situation(language), language, seed))
                        objections.Add($"{finding.Rule} {finding.Severity} {language} {name}: {finding.Evidence}");
                }
            }
        }

        objections.ShouldBeEmpty();
    }

    private static IEnumerable<Finding> Check(
        (Core.Correspondence.FactSet Facts, Core.Conversation.ConversationFacts Conversation, Core.Cases.Purpose Purpose, Core.Cases.Stage? Stage) given,
        string language, long seed)
    {
        var (facts, conversation, purpose, stage) = given;
        var mail = Compose(facts, conversation, purpose, stage, seed: seed).Mail;
        var attachments = facts.Attachments.Select(number =>
            new AttachmentRef($"{number}.pdf", "application/pdf", number, facts.CustomerNumber, new string('a', 64), 1000));
        var candidate = new CandidateMail(
            "t", 1, DraftOrigin.Clauses, purpose, stage, language, AutonomyLevel.AutoVeto, facts.Creditor, facts.ReplyTo,
            "alex.kim@muster.example", facts.ReplyTo, mail.Subject, mail.Text, null, [.. attachments], null, null, []);
        var known = new SendFacts(
            facts, true, null, null, null, null, null, null, new(Library.DisclosureLine(language)), null, null, null, null);
        return Catalog.Run(Catalog.Rules, GatePoint.AfterDrafting, candidate, known, standAlone: true).Findings
            .Where(finding => finding.Severity != Verdict.Pass);
    }
}
