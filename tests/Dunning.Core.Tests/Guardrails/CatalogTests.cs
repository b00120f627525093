using System.Text;
using System.Text.Json;
using Dunning.Core.Autonomy;
using Dunning.Core.Cases;
using Dunning.Guardrails;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;

namespace Dunning.Core.Tests.Guardrails;

public sealed class CatalogTests
{
    public static TheoryData<string> Ids()
    {
        var ids = new TheoryData<string>();
        foreach (var rule in Catalog.Rules) ids.Add(rule.Id);
        return ids;
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Without_this_rule_something_gets_through_that_it_stops(string id)
    {
        var without = Catalog.Rules.Where(rule => rule.Id != id).ToList();
        var cases = Offences(id).ToList();
        cases.ShouldNotBeEmpty();
        cases.ShouldContain(offence =>
            Catalog.Run(without, GatePoint.OnSending, offence.Mail, offence.Facts, false).Verdict == Verdict.Pass &&
            Catalog.Run(Catalog.Rules, GatePoint.OnSending, offence.Mail, offence.Facts, false).Verdict != Verdict.Pass);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_that_fails_or_answers_nonsense_holds_the_message(string id)
    {
        Verdict With(Func<Draft, SendFacts, Finding?> judge) =>
            Catalog.Run([.. Catalog.Rules.Select(rule => rule.Id == id ? rule with { Judge = judge } : rule)], GatePoint.OnSending, Sample.Mail, Sample.Send, false).Verdict;

        With(static (_, _) => throw new InvalidOperationException("broken")).ShouldBe(Verdict.Hold);
        With(static (_, _) => throw new TimeoutException()).ShouldBe(Verdict.Hold);
        With(static (_, _) => new Finding("X", (Verdict)77, "unknown severity", null)).ShouldBe(Verdict.Hold);
        With(static (draft, _) => throw new NotFiniteNumberException(double.NaN)).ShouldBe(Verdict.Hold);
        Catalog.Rules.First(rule => rule.Id == id).Severity.ShouldBeOneOf(Verdict.Hold, Verdict.Block);
    }

    public static TheoryData<string, SendFacts> MissingParts() => new()
    {
        { "G23", Sample.Send with { Recipient = null } }, { "G31", Sample.Send with { Suppressions = null } }, { "G32", Sample.Send with { Rhythm = null } },
        { "G33", Sample.Send with { Authority = null } }, { "G34", Sample.Send with { Freshness = null } }, { "G10", Sample.Send with { Disclosure = null } },
        { "G11", Sample.Send with { Foreign = null } }, { "G35", Sample.Send with { Echo = null } }, { "G30", Sample.Send with { Attachments = null } }, { "G37", Sample.Send with { Thread = null } },
    };

    [Theory]
    [MemberData(nameof(MissingParts))]
    public void A_missing_part_of_the_facts_holds_at_the_gate_and_is_listed_by_the_stand_alone_check(string id, SendFacts facts)
    {
        foreach (var point in Enum.GetValues<GatePoint>())
        {
            var verdict = SendGate.Check(point, Sample.Mail, facts);
            verdict.Verdict.ShouldBe(Verdict.Hold);
            verdict.Findings.ShouldContain(finding => finding.Rule == id);
        }

        var alone = SendGate.CheckAlone(Sample.Mail, facts);
        alone.Verdict.ShouldBe(Verdict.Pass);
        alone.NotEvaluated.ShouldContain(id);
    }

    [Fact]
    public void Null_facts_an_empty_catalogue_and_unknown_enums_hold()
    {
        SendGate.Check(GatePoint.OnSending, Sample.Mail, Sample.Send with { Facts = null! }).Verdict.ShouldBe(Verdict.Hold);
        Catalog.Run([], GatePoint.OnSending, Sample.Mail, Sample.Send, false).Verdict.ShouldBe(Verdict.Hold);
        SendGate.Check((GatePoint)9, Sample.Mail, Sample.Send).Verdict.ShouldBe(Verdict.Hold);
        SendGate.Check(GatePoint.OnSending, Sample.Mail with { Level = (AutonomyLevel)99 }, Sample.Send).Verdict.ShouldNotBe(Verdict.Pass);
        SendGate.Check(GatePoint.OnSending, Sample.Mail with { Stage = (Stage)0 }, Sample.Send).Verdict.ShouldNotBe(Verdict.Pass);
        SendGate.Check(GatePoint.OnSending, Sample.Mail with { Origin = (DraftOrigin)5 }, Sample.Send).Verdict.ShouldNotBe(Verdict.Pass);
    }

    [Fact]
    public void More_risk_never_turns_a_refusal_into_a_message()
    {
        var cases = from stage in Gen.Elements(Enum.GetValues<Stage>())
                    from last in Gen.Choose(0, 4)
                    from cap in Gen.Choose(0, 8_000)
                    from level in Gen.Elements(Enum.GetValues<AutonomyLevel>())
                    from signs in Gen.Choose(0, 15)
                    from riskier in Gen.Choose(0, 5)
                    select (stage, last, cap, level, signs, riskier);
        Check.QuickThrowOnFailure(Prop.ForAll(cases.ToArbitrary(), static at =>
        {
            var rules = Catalog.Rules.Where(static rule => rule.Id is "G31" or "G32" or "G33" or "G34" or "G37").ToList();
            var mail = Sample.Mail with { Stage = at.stage };
            var facts = Sample.Send with
            {
                Authority = new(at.level, at.last, at.cap, Stage.Firm, (at.signs & 1) != 0, false),
                Thread = new((at.signs & 2) != 0, (at.signs & 4) != 0, (at.signs & 8) != 0),
            };
            var (worseMail, worse) = at.riskier switch
            {
                0 => (mail, facts with { Authority = facts.Authority! with { AmountCap = facts.Authority.AmountCap - 1_000 } }),
                1 => (mail, facts with { Authority = facts.Authority! with { Effective = at.level == AutonomyLevel.Off ? at.level : at.level - 1 } }),
                2 => (mail, facts with { Authority = facts.Authority! with { ConsumerLike = true } }),
                3 => (mail, facts with { Thread = new(true, true, true) }),
                4 => (at.stage == Stage.Final ? mail : mail with { Stage = at.stage + 1 }, facts),
                _ => (mail, facts with { Suppressions = new([], ["INV-1002"]) }),
            };
            var before = Catalog.Run(rules, GatePoint.OnSending, mail, facts, false).Verdict;
            return before == Verdict.Pass || Catalog.Run(rules, GatePoint.OnSending, worseMail, worse, false).Verdict != Verdict.Pass;
        }));
    }

    [Fact]
    public void The_readme_lists_every_rule_as_the_code_has_it()
    {
        var file = Path.Combine(Repository.Root, "guardrails", "README.md");
        var table = new StringBuilder("| id | blocks | severity | why | tests |\n|---|---|---|---|---|\n");
        foreach (var rule in Catalog.Rules) table.Append($"| {rule.Id} | {rule.Blocks} | {rule.Severity.ToString().ToLowerInvariant()} | {rule.Why} | {TestsOf(rule.Id)} |\n");
        if (Environment.GetEnvironmentVariable("DUNNING_WRITE_README") == "1")
        {
            var text = File.ReadAllText(file);
            var start = text.IndexOf("| id |", StringComparison.Ordinal);
            File.WriteAllText(file, text[..start] + table);
        }

        File.ReadAllText(file).ShouldContain(table.ToString());
    }

    private static string TestsOf(string id)
    {
        var tests = new List<string> { "CatalogTests" };
        if (Vectors("*").Any(vector => vector.Rule == id)) tests.Add("SentenceTests");
        if (id is "G13" or "G14" or "G16" or "G17" or "G18" or "G19" or "G20") tests.Add("MutationTests");
        if (id is "G13" or "G14" or "G15" or "G16" or "G17" or "G18" or "G20" or "G21" or "G22") tests.Add("ProseMutationTests");
        if (SendGateTests.StateFaults().Any(row => (string)row[1] == id)) tests.Add("SendGateTests");
        return string.Join(", ", tests);
    }

    private static IEnumerable<(string Rule, string Text)> Vectors(string language) =>
        Directory.GetFiles(Path.Combine(Repository.Root, "guardrails", "vectors"), $"{language}.jsonl").SelectMany(File.ReadLines).Select(static line =>
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            return (root.GetProperty("rule").GetString()!, root.GetProperty("expect").GetString() == "block" ? root.GetProperty("text").GetString()! : "");
        });

    // A forbidden sentence inside an otherwise correct mail, or a state that forbids it.
    private static IEnumerable<(CandidateMail Mail, SendFacts Facts)> Offences(string id)
    {
        foreach (var (_, text) in Vectors("en").Where(vector => vector.Rule == id && vector.Text.Length > 0))
            yield return (Sample.Mail with { Text = Sample.Body.Replace("If you have already", $"{text}\n\nIf you have already", StringComparison.Ordinal) }, Sample.Send);
        foreach (var (_, rule) in SendGateTests.StateFaults().Select(static row => ((string)row[0], (string)row[1])).Where(row => row.Item2 == id))
        {
            foreach (var offence in SendGateTests.BreaksOf(rule)) yield return offence;
        }

        foreach (var offence in StyleOffences(id)) yield return offence;
    }

    private static IEnumerable<(CandidateMail Mail, SendFacts Facts)> StyleOffences(string id)
    {
        var mail = Sample.Mail;
        var approved = mail with { Level = AutonomyLevel.AutoVeto };
        switch (id)
        {
            case "G11":
                yield return (Write("This also concerns Contoso Sample BV today."), Sample.Send with { Foreign = new(new HashSet<string>(), new HashSet<string> { "Contoso Sample BV" }) });
                break;
            case "G22":
                yield return (mail with { Text = Sample.Body.Replace("Jane Doe", "Peter Pattern", StringComparison.Ordinal) }, Sample.Send);
                break;
            case "G25":
                yield return (Write("Bitte melden Sie sich bei uns, wenn Sie noch Fragen zu der Rechnung haben und wir Ihnen helfen sollen."), Sample.Send);
                break;
            case "G26":
                yield return (approved with { Text = Sample.Body.Replace("Example Supplies Ltd", "", StringComparison.Ordinal), Subject = "Your open invoices" }, Sample.Send);
                break;
            case "G27":
                yield return (Write("This is our final reminder."), Sample.Send);
                break;
            case "G28":
                yield return (Write(string.Join(' ', Enumerable.Repeat("please", 61)) + "."), Sample.Send);
                break;
            case "G29":
                yield return (mail with { Html = $"<p>{Sample.Body}</p><script>x</script>" }, Sample.Send);
                yield return (mail with { Html = "<p>Dear Jane Doe,</p>" }, Sample.Send);
                break;
            case "G30":
                yield return (mail with { Attachments = [new("copy.exe", "application/pdf", "INV-1001", "C-4711", "aa", 10)] }, Sample.Send);
                break;
            case "G35":
                const string Echoed = "kindly use the other warehouse door for all parcels";
                var echo = Write(Echoed + ".") with { Origin = DraftOrigin.Model };
                yield return (echo, Sample.Send with { Echo = new("salt", 6, Dunning.Guardrails.Text.Shingles.Of(Echoed, "salt", 6)), Approval = Sample.ApprovalOf(echo) });
                break;
        }

        static CandidateMail Write(string text) => Sample.Mail with { Text = Sample.Body.Replace("If you have already", $"{text}\n\nIf you have already", StringComparison.Ordinal) };
    }
}
