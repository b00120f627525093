using System.Diagnostics;
using System.Text;
using Dunning.Core.Autonomy;
using Dunning.Guardrails;
using Dunning.Guardrails.Rules;
using Shouldly;

namespace Dunning.Core.Tests.Guardrails.Faults;

public sealed class FaultMatrixTests
{
    private static readonly TimeSpan LongestJudgement = TimeSpan.FromSeconds(20);
    private static readonly CandidateMail ByPerson = Sample.Mail with { Level = AutonomyLevel.Suggest, Origin = DraftOrigin.Person };

    private static readonly IReadOnlyList<(GatePoint Point, CandidateMail Mail, SendFacts Facts)> Situations =
    [
        .. Enum.GetValues<GatePoint>().Select(static point => (point, Sample.Mail, Sample.Send)),
        .. Enum.GetValues<GatePoint>().Select(static point => (point, ByPerson, Sample.Send with { Automatic = false, Approval = Sample.ApprovalOf(ByPerson) })),
    ];

    public static TheoryData<string, string> RulesByFaults()
    {
        var rows = new TheoryData<string, string>();
        foreach (var rule in Catalog.Rules) foreach (var (fault, _) in RuleFaults.All) rows.Add(rule.Id, fault);
        return rows;
    }

    public static TheoryData<string> ClassifierFaults() => [.. RuleFaults.OfTheClassifier.Select(static each => each.Name)];

    public static TheoryData<string> Names() => [.. MailFaults.All.Select(static fault => fault.Name)];

    [Fact]
    public void Without_a_fault_every_situation_passes()
    {
        foreach (var (point, mail, facts) in Situations) SendGate.Check(point, mail, facts).Verdict.ShouldBe(Verdict.Pass);
        SendGate.Clear(Rich.Mail, Rich.Send).ShouldBeOfType<Clearance.Cleared>();
    }

    [Theory]
    [MemberData(nameof(RulesByFaults))]
    public void A_rule_with_a_fault_holds_the_message_at_every_point_approved_or_not(string id, string fault) =>
        VerdictsOf(id, RuleFaults.All.First(each => each.Name == fault).Break).ShouldAllBe(static verdict => verdict == Verdict.Hold);

    [Theory]
    [MemberData(nameof(ClassifierFaults))]
    public void A_classifier_with_a_fault_calls_nothing_harmless(string fault)
    {
        var rules = Catalog.Rules.Select(RuleFaults.OfTheClassifier.First(each => each.Name == fault).Break).ToList();
        foreach (var (point, mail, facts) in Situations) Catalog.Run(rules, point, mail, facts, false).Verdict.ShouldNotBe(Verdict.Pass);
        if (fault != "no model") return;
        foreach (var (rule, _) in SentenceWall.Vocabularies)
            VerdictsOf(rule, RuleFaults.OfTheClassifier[0].Break).ShouldAllBe(static verdict => verdict == Verdict.Hold);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mail_or_fact_that_is_not_what_it_should_be_mints_nothing(string name)
    {
        var fault = MailFaults.All.First(each => each.Name == name);
        foreach (var (_, mail, facts) in (MailFault[])[fault, MailFaults.Approved(fault)])
        {
            var watch = Stopwatch.StartNew();
            SendGate.Clear(mail, facts).ShouldBeOfType<Clearance.Refused>().Verdict.Verdict.ShouldNotBe(Verdict.Pass);
            watch.Elapsed.ShouldBeLessThan(LongestJudgement);
        }
    }

    [Fact]
    public void An_empty_or_absent_catalogue_and_an_undefined_point_hold()
    {
        Catalog.Run([], GatePoint.OnSending, Sample.Mail, Sample.Send, false).Verdict.ShouldBe(Verdict.Hold);
        Catalog.Run(null!, GatePoint.OnSending, Sample.Mail, Sample.Send, false).Verdict.ShouldBe(Verdict.Hold);
        foreach (var point in (int[])[3, -1, int.MaxValue]) SendGate.Check((GatePoint)point, Sample.Mail, Sample.Send).Verdict.ShouldBe(Verdict.Hold);
    }

    [Fact]
    public void The_written_table_says_what_the_gate_does()
    {
        var file = Path.Combine(Repository.Root, "guardrails", "faults.md");
        var table = Table();
        if (Environment.GetEnvironmentVariable("DUNNING_WRITE_README") == "1") File.WriteAllText(file, table);
        File.ReadAllText(file).ShouldBe(table);
    }

    private static IEnumerable<Verdict> VerdictsOf(string id, Func<Rule, Rule?> broken) => Situations.Select(at =>
        Catalog.Run([.. Catalog.Rules.Select(rule => rule.Id == id ? broken(rule)! : rule)], at.Point, at.Mail, at.Facts, false).Verdict);

    private static string Table()
    {
        var text = new StringBuilder("""
            # Faults

            What the gate says when something is wrong with a rule, the classifier, the mail or the facts. Written by the test
            `The_written_table_says_what_the_gate_does` (run it with `DUNNING_WRITE_README=1`); the tests beside it judge every cell.

            ## One rule of the whole catalogue fails

            The verdict is the same after drafting, on approval and on sending, for an automatic mail and for one a person approved.


            """);
        text.Append("| rule |").AppendJoin('|', RuleFaults.All.Select(static each => $" {each.Name} ")).Append("|\n|---|").Append(string.Concat(RuleFaults.All.Select(static _ => "---|"))).Append('\n');
        foreach (var rule in Catalog.Rules)
            text.Append($"| {rule.Id} |").AppendJoin('|', RuleFaults.All.Select(each => $" {Said(VerdictsOf(rule.Id, each.Break))} ")).Append("|\n");
        text.Append("\n## The classifier of speech acts fails\n\n| fault | verdict |\n|---|---|\n");
        foreach (var (name, broken) in RuleFaults.OfTheClassifier)
        {
            var rules = Catalog.Rules.Select(broken).ToList();
            text.Append($"| {name} | {Said(Situations.Select(at => Catalog.Run(rules, at.Point, at.Mail, at.Facts, false).Verdict))} |\n");
        }

        text.Append("\n## The mail or what is known is not whole\n\nOn sending; `catalogue` is the check that comes before the rules.\n\n| fault | automatic | approved | objects |\n|---|---|---|---|\n");
        foreach (var fault in MailFaults.All)
        {
            var (alone, approved) = (Judged(fault), Judged(MailFaults.Approved(fault)));
            var objecting = alone.Findings.Where(static finding => finding.Severity != Verdict.Pass).Select(static finding => finding.Rule).Distinct();
            text.Append($"| {fault.Name} | {Said([alone.Verdict])} | {Said([approved.Verdict])} | {string.Join(", ", objecting)} |\n");
        }

        return text.ToString();
    }

    private static GateVerdict Judged(MailFault fault) => SendGate.Check(GatePoint.OnSending, fault.Mail, fault.Facts);

    private static string Said(IEnumerable<Verdict> verdicts) => string.Join(" or ", verdicts.Distinct().Order().Select(static verdict => verdict.ToString().ToLowerInvariant()));
}
