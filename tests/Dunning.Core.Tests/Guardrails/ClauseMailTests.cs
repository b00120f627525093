using Dunning.Core.Cases;
using Dunning.Core.Tests.Correspondence;
using Dunning.Guardrails;
using Shouldly;

namespace Dunning.Core.Tests.Guardrails;

public sealed class ClauseMailTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    [InlineData("fr")]
    [InlineData("es")]
    [InlineData("nl")]
    public void Every_composed_mail_of_the_reviewed_situations_passes_the_rules_about_its_text(string language)
    {
        var wrong = new HashSet<string>();
        foreach (var (name, make) in GoldenSituations.All)
        {
            for (var seed = 0; seed < 6; seed++)
            {
                var (facts, conversation, purpose, stage) = make(language);
                var mail = Correspondence.Letters.Compose(facts, conversation, purpose, stage, disclose: true, seed).Mail;
                var candidate = Sample.Mail with
                {
                    Language = language, Purpose = purpose, Stage = stage, Subject = mail.Subject, Text = mail.Text, To = "alex.kim@muster.example",
                    FromAddress = facts.ReplyTo, ReplyTo = facts.ReplyTo, FromName = facts.PersonaName,
                };
                var verdict = SendGate.CheckAlone(candidate, Sample.Send with { Facts = facts, Recipient = null, Suppressions = null, Rhythm = null, Authority = null, Freshness = null });
                foreach (var finding in verdict.Findings.Where(static finding => finding.Severity > Verdict.Pass && finding.Rule != "G33"))
                    wrong.Add($"{name}/{language}: {finding.Rule} {finding.Evidence}");
            }
        }

        wrong.ShouldBeEmpty();
    }
}
