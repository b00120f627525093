using Dunning.Console.Access;
using Dunning.Console.Pages.Shared;
using Dunning.Core.Correspondence;
using Dunning.Flows.Clauses;
using Dunning.Flows.Clauses.Approval;
using Dunning.Flows.Console;
using Microsoft.AspNetCore.Mvc;

namespace Dunning.Console.Pages.Clauses;

/// <summary>A wording before and after.</summary>
public sealed record WordingChange(string Key, string Before, string After);

/// <summary>One clause: its wordings, mails that show it, proposals and decisions.</summary>
[ForRoles(Roles.Admin, Roles.Auditor)]
public sealed class ClauseModel(ConsoleDatabase database) : ConsolePage(database)
{
    private const int Shown = 3;

    /// <summary>The clause in force.</summary>
    public Clause Clause { get; private set; } = null!;

    /// <summary>Its content hash.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Mails that show it.</summary>
    public IReadOnlyList<TrialExample> Examples { get; private set; } = [];

    /// <summary>Its proposals, the newest first.</summary>
    public IReadOnlyList<ProposalRow> Proposals { get; private set; } = [];

    /// <summary>The candidate that is taken up; null for none.</summary>
    public CandidateRow? Candidate { get; private set; }

    /// <summary>The installation has wordings of its own for it.</summary>
    public bool Own => Database.Clauses.InForce.Own.ContainsKey((Clause.Language, Clause.Id));

    /// <summary>Shows the clause.</summary>
    public async Task<IActionResult> OnGetAsync(string language, string id, string? candidate)
    {
        await Database.NowAsync(Aborted);
        await Database.Clauses.InForce.RefreshAsync(Aborted);
        var library = Database.Clauses.InForce.Current;
        if (!library.Languages.Contains(language) || library.For(language).FirstOrDefault(known => known.Id == id) is not { } clause) return NotFound();
        Clause = clause;
        Hash = ClauseHash.Of(clause);
        Examples = [.. ClauseTrial.Of(clause, library, all: true, situations: 1).Examples.Take(Shown)];
        await using var connection = await Database.Source.OpenConnectionAsync(Aborted);
        Proposals = await ClauseRows.ProposalsAsync(connection, language, id, Aborted);
        if (candidate is not null) Candidate = (await ClauseRows.CandidatesAsync(connection, Aborted)).FirstOrDefault(row => row.Key == candidate && row.ClauseId == id && row.Language == language);
        return Page();
    }

    /// <summary>The first short key no wording has.</summary>
    public string NextKey()
    {
        var taken = Clause.Variants.Select(ClauseYaml.KeyOf).ToHashSet();
        return Enumerable.Range(1, 99).Select(number => $"own{number}").First(key => !taken.Contains(key));
    }

    /// <summary>What a proposal changes, wording by wording.</summary>
    public static IReadOnlyList<WordingChange> Changes(ProposalRow row)
    {
        var (before, after) = (Wordings(row.BaseContent, row.Language), Wordings(row.Content, row.Language));
        return [.. before.Keys.Union(after.Keys).Order(StringComparer.Ordinal).Select(key => new WordingChange(key, before.GetValueOrDefault(key, ""), after.GetValueOrDefault(key, ""))).Where(change => change.Before != change.After)];
    }

    /// <summary>Whether the clause would have one wording only, so that a thread may come to repeat it.</summary>
    public static bool IsSingle(ProposalRow row) => Wordings(row.Content, row.Language).Count == 1;

    /// <summary>Mails that show a proposal.</summary>
    public static TrialReport TrialOf(ProposalRow row) => Dunning.Flows.Json.Read<TrialReport>(row.Trial);

    /// <summary>Proposes other wordings.</summary>
    [ForRoles(Roles.Admin)]
    public async Task<IActionResult> OnPostProposeAsync(string language, string id, string? baseHash, string[] keys, string[] texts, string? candidate, string? reason)
    {
        if (keys.Length != texts.Length || keys.Distinct().Count() != keys.Length || keys.Any(key => key is not { Length: > 0 and < 20 } || !key.All(char.IsAsciiLetterOrDigit))) return BadRequest();
        await Database.NowAsync(Aborted);
        var wordings = keys.Zip(texts).ToDictionary(pair => pair.First, pair => pair.Second ?? "");
        return Back(await Database.Clauses.ProposeAsync(new(language, id, baseHash ?? "", wordings) { Candidate = string.IsNullOrEmpty(candidate) ? null : candidate }, reason ?? "", Actor, Aborted), language, id, "Proposed; another administrator has to approve it.");
    }

    /// <summary>Approves a proposal.</summary>
    [ForRoles(Roles.Admin)]
    public async Task<IActionResult> OnPostApproveAsync(string language, string id, long proposal, string? reason)
    {
        await Database.NowAsync(Aborted);
        var outcome = await Database.Clauses.ApproveAsync(proposal, reason ?? "", Actor, Aborted);
        var later = outcome is RequestOutcome.Stored { Edited: true };
        return Back(outcome, language, id, later ? "Approved. There is no second administrator, so it takes effect in 24 hours unless withdrawn." : "Approved; the next draft may use it.");
    }

    /// <summary>Rejects a proposal.</summary>
    [ForRoles(Roles.Admin)]
    public async Task<IActionResult> OnPostRejectAsync(string language, string id, long proposal, string? reason)
    {
        await Database.NowAsync(Aborted);
        return Back(await Database.Clauses.RejectAsync(proposal, reason ?? "", Actor, Aborted), language, id, "Rejected.");
    }

    /// <summary>Takes a proposal or an approval back.</summary>
    [ForRoles(Roles.Admin)]
    public async Task<IActionResult> OnPostWithdrawAsync(string language, string id, long proposal, string? reason)
    {
        await Database.NowAsync(Aborted);
        return Back(await Database.Clauses.WithdrawAsync(proposal, reason ?? "", Actor, Aborted), language, id, "Withdrawn; what was approved before speaks again.");
    }

    private LocalRedirectResult Back(RequestOutcome outcome, string language, string id, string stored)
    {
        Say(outcome, stored);
        return LocalRedirect($"/clauses/{Uri.EscapeDataString(language)}/{Uri.EscapeDataString(id)}");
    }

    private static Dictionary<string, string> Wordings(string? content, string language)
    {
        if (content is null) return [];
        try
        {
            return ClauseYaml.Read(content, language, "stored").Variants.ToDictionary(ClauseYaml.KeyOf, variant => variant.Template.Source);
        }
        catch (ClauseException unreadable)
        {
            // A row changed by force is shown as what it is instead of breaking the page.
            return new() { ["unreadable"] = unreadable.Problems[0].ToString() };
        }
    }
}
