using System.Security.Cryptography;
using System.Text;
using Dunning.Guardrails.Rules;
using Dunning.Guardrails.Text.Acts;

namespace Dunning.Guardrails;

/// <summary>The rules in their order. All of them run on every message, and none can be configured away.</summary>
public static class Catalog
{
    /// <summary>Every rule.</summary>
    public static IReadOnlyList<Rule> Rules { get; } =
    [
        G01LegalThreat.Rule, G02ThirdParty.Rule, G03Admission.Rule, G04Discount.Rule, G05Extension.Rule, G06Fees.Rule, G07Receipt.Rule,
        G08Harassment.Rule, G09Artefact.Rule, G10Impersonation.Rule, G11ForeignData.Rule, G12Credentials.Rule,
        G13Amount.Rule, G14Pairing.Rule, G15Total.Rule, G16Date.Rule, G17DaysOverdue.Rule, G18UnknownNumber.Rule, G19BankDetails.Rule,
        G20Link.Rule, G21Uncovered.Rule, G22Salutation.Rule, G23Recipient.Rule, G24HeaderInjection.Rule, G25Language.Rule,
        G26Mandatory.Rule, G27Tone.Rule, G28Length.Rule, G29Html.Rule, G30Attachment.Rule, G31Suppressed.Rule, G32Rhythm.Rule,
        G33Authority.Rule, G34StaleFacts.Rule, G35Echo.Rule, G36Internal.Rule, G37ThreadSigns.Rule,
    ];

    /// <summary>Hash over ids, severities, vocabularies and the model of speech acts: another version is another catalogue.</summary>
    public static string Version { get; } = VersionOf(Rules);

    /// <summary>
    /// Runs the given rules. Fail closed: a rule that throws, or whose input is missing, holds the message under its
    /// own id; an empty catalogue holds everything, and so does a mail that is not whole.
    /// </summary>
    /// <param name="standAlone">Missing input is listed instead of holding.</param>
    public static GateVerdict Run(IReadOnlyList<Rule> rules, GatePoint point, CandidateMail mail, SendFacts facts, bool standAlone)
    {
        var findings = new List<Finding>();
        var notEvaluated = new List<string>();
        if (rules is not { Count: > 0 }) findings.Add(new("catalogue", Verdict.Hold, "the rule catalogue is empty", null));
        if (Prepare(point, mail, facts, standAlone, findings) is { } draft)
        {
            foreach (var rule in rules ?? []) Apply(rule, draft, facts, findings, notEvaluated);
        }

        var worst = Verdict.Pass;
        foreach (var finding in findings)
        {
            if (finding.Severity > worst) worst = finding.Severity;
        }

        return new(worst, findings, notEvaluated, Version);
    }

    private static Draft? Prepare(GatePoint point, CandidateMail mail, SendFacts facts, bool standAlone, List<Finding> findings)
    {
        if (!Enum.IsDefined(point))
        {
            findings.Add(new("catalogue", Verdict.Hold, $"unknown gate point {(int)point}", null));
            return null;
        }

        try
        {
            if (Soundness.Fault(mail, facts, standAlone) is not { } fault) return new Draft(point, mail, facts, standAlone);
            findings.Add(new("catalogue", Verdict.Hold, fault, null));
            return null;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            findings.Add(new("catalogue", Verdict.Hold, $"the draft could not be read: {failure.GetType().Name}", null));
            return null;
        }
    }

    private static void Apply(Rule? rule, Draft draft, SendFacts facts, List<Finding> findings, List<string> notEvaluated)
    {
        if (rule is null)
        {
            findings.Add(new("catalogue", Verdict.Hold, "a rule of the catalogue is missing", null));
            return;
        }

        // Whatever goes wrong inside a rule must end with a person, never with a message; hence the broad catch.
        try
        {
            if (rule.Missing(facts))
            {
                if (draft.StandAlone) notEvaluated.Add(rule.Id);
                else findings.Add(new(rule.Id, Verdict.Hold, "what this rule needs to know was not given", null));
            }

            if (rule.Judge(draft, facts) is not { } finding) return;
            // No person was asked about a severity nobody defined.
            if (!Enum.IsDefined(finding.Severity)) finding = finding with { Severity = Verdict.Hold };
            else if (rule.PersonDecides && draft.PersonDecides && finding.Severity == Verdict.Hold)
                finding = finding with { Severity = Verdict.Pass };
            findings.Add(finding);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            findings.Add(new(rule.Id, Verdict.Hold, $"the rule failed: {failure.GetType().Name}", null));
        }
    }

    private static string VersionOf(IReadOnlyList<Rule> rules)
    {
        var text = new StringBuilder(ActModel.ShippedHash + ActLexicon.Source);
        foreach (var rule in rules) text.Append(rule.Id).Append('|').Append(rule.Severity).Append('|').Append(rule.Vocabulary).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 8));
    }
}
