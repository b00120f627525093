using Dunning.Core.Autonomy;
using Dunning.Core.Cases;
using Dunning.Core.Correspondence;
using Dunning.Guardrails;

namespace Dunning.Flows.Drafting;

/// <summary>What a person's edit touches, the graver the later.</summary>
public enum EditKind
{
    /// <summary>Nothing was changed.</summary>
    None,

    /// <summary>Words only; every figure and name stands as it did.</summary>
    Wording,

    /// <summary>A figure, day, number or name was added, removed or changed.</summary>
    Fact,

    /// <summary>The new text threatens, admits, grants or charges what nobody allowed.</summary>
    Authority,
}

/// <summary>The kind of an edit, and what tells it.</summary>
/// <param name="Why">One phrase each, with the words of the mail; empty when only words changed.</param>
public sealed record EditReview(EditKind Kind, IReadOnlyList<string> Why);

/// <summary>Tells the kind of an edit by what the guardrails read in the text before and after it.</summary>
public static class EditKinds
{
    // Threats, admissions, concessions, charges, receipts, somebody else's name, credentials: acts, whatever the words.
    private static readonly string[] Acts = ["G01", "G02", "G03", "G04", "G05", "G06", "G07", "G10", "G12"];

    // What is said of the account, number words and wrong pairings included, which a comparison of figures does not see.
    private static readonly string[] Statements = ["G13", "G14", "G15", "G16", "G17", "G18", "G19", "G20", "G21"];

    private static readonly IReadOnlyList<Rule> Rules = [.. Catalog.Rules.Where(rule => Acts.Contains(rule.Id) || Statements.Contains(rule.Id))];

    /// <summary>The kind of the edit that made one text of the other.</summary>
    public static EditReview Of(RenderedMail before, RenderedMail after, Purpose purpose, Stage? stage, FactSet facts)
    {
        if (before == after) return new(EditKind.None, []);
        var known = Findings(before, purpose, stage, facts);
        List<Finding> found = [.. Findings(after, purpose, stage, facts).Where(finding => !known.Exists(old => old.Rule == finding.Rule && old.Evidence == finding.Evidence))];
        List<string> acts = [.. found.Where(finding => Acts.Contains(finding.Rule)).Select(finding => $"{finding.Rule}: {finding.Evidence}")];
        List<string> statements = [.. Changed(before, after, facts), .. found.Where(finding => Statements.Contains(finding.Rule)).Select(finding => $"{finding.Rule}: {finding.Evidence}")];
        var kind = acts.Count > 0 ? EditKind.Authority : statements.Count > 0 ? EditKind.Fact : EditKind.Wording;
        return new(kind, [.. acts, .. statements]);
    }

    private static List<Finding> Findings(RenderedMail text, Purpose purpose, Stage? stage, FactSet facts)
    {
        var mail = new CandidateMail(
            "edit", 1, DraftOrigin.Person, purpose, stage, facts.Language, AutonomyLevel.Suggest, facts.PersonaName, facts.ReplyTo, "", facts.ReplyTo,
            text.Subject, text.Text, null, [], null, null, []);
        var known = new SendFacts(facts, true, null, null, null, null, null, null, null, null, null, null, null);
        return [.. Catalog.Run(Rules, GatePoint.AfterDrafting, mail, known, standAlone: true).Findings];
    }

    private static IEnumerable<string> Changed(RenderedMail before, RenderedMail after, FactSet facts)
    {
        var (old, now) = (Values(before, facts), Values(after, facts));
        return [.. Beyond(old, now).Select(value => $"removed: {value}"), .. Beyond(now, old).Select(value => $"added: {value}")];
    }

    private static IEnumerable<string> Beyond(ILookup<string, string> values, ILookup<string, string> others) =>
        values.Where(value => value.Count() > others[value.Key].Count()).Select(value => value.Key);

    private static ILookup<string, string> Values(RenderedMail mail, FactSet facts) =>
        ((string[])[mail.Subject, mail.Text]).SelectMany(text => Provenance.Of(text, facts, null).Select(span => text.Substring(span.Start, span.Length))).ToLookup(value => value);
}
