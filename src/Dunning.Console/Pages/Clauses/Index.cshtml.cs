using Dunning.Console.Access;
using Dunning.Console.Pages.Shared;
using Dunning.Core;
using Dunning.Core.Correspondence;
using Dunning.Flows.Clauses.Approval;
using Dunning.Flows.Console;
using Microsoft.AspNetCore.Mvc;

namespace Dunning.Console.Pages.Clauses;

/// <summary>What automatic mails may say, and who approved it.</summary>
[ForRoles(Roles.Admin, Roles.Auditor)]
public sealed class IndexModel(ConsoleDatabase database) : ConsolePage(database)
{
    /// <summary>The language shown.</summary>
    [BindProperty(SupportsGet = true)]
    public string Language { get; set; } = "en";

    /// <summary>The act shown; null for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Act { get; set; }

    /// <summary>Languages there are.</summary>
    public IReadOnlyList<string> Languages { get; private set; } = [];

    /// <summary>Clauses in force, in the order of a mail.</summary>
    public IReadOnlyList<Clause> Clauses { get; private set; } = [];

    /// <summary>Proposals, the newest first.</summary>
    public IReadOnlyList<ProposalRow> Proposals { get; private set; } = [];

    /// <summary>Wordings people keep writing.</summary>
    public IReadOnlyList<CandidateRow> Candidates { get; private set; } = [];

    /// <summary>Files that differ.</summary>
    public IReadOnlyList<ClauseFileFinding> Findings { get; private set; } = [];

    /// <summary>Installed releases.</summary>
    public IReadOnlyList<ReleaseRow> Releases { get; private set; } = [];

    /// <summary>What could not be used.</summary>
    public IReadOnlyList<string> Notes => Database.Clauses.InForce.Notes;

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync()
    {
        await Database.NowAsync(Aborted);
        await Database.Clauses.InForce.RefreshAsync(Aborted);
        var library = Database.Clauses.InForce.Current;
        Languages = library.Languages;
        if (!Languages.Contains(Language)) Language = "en";
        SpeechAct? act = Wire.TryParse<SpeechAct>(Act, out var wanted) ? wanted : null;
        Clauses = [.. library.For(Language).Where(clause => act is null || clause.Act == act).OrderBy(clause => clause.Act)];
        await using var connection = await Database.Source.OpenConnectionAsync(Aborted);
        Proposals = await ClauseRows.ProposalsAsync(connection, null, null, Aborted);
        Candidates = await ClauseRows.CandidatesAsync(connection, Aborted);
        Findings = await ClauseRows.FindingsAsync(connection, Aborted);
        Releases = await ClauseRows.ReleasesAsync(connection, Aborted);
    }

    /// <summary>Whether the installation has a wording of its own for a clause.</summary>
    public bool IsOwn(Clause clause) => Database.Clauses.InForce.Own.ContainsKey((clause.Language, clause.Id));

    /// <summary>Whether somebody wants it otherwise.</summary>
    public bool IsProposed(Clause clause) => Proposals.Any(row => row.Waits && row.Language == clause.Language && row.ClauseId == clause.Id);

    /// <summary>Proposes what a file says.</summary>
    [ForRoles(Roles.Admin)]
    public async Task<IActionResult> OnPostFileAsync(string? hash, string? reason)
    {
        await Database.NowAsync(Aborted);
        Say(await Database.Clauses.ProposeFileAsync(hash ?? "", reason ?? "", Actor, Aborted), "Proposed; another administrator has to approve it.");
        return LocalRedirect("/clauses");
    }

    /// <summary>Rejects a candidate for good.</summary>
    [ForRoles(Roles.Admin)]
    public async Task<IActionResult> OnPostCandidateAsync(string? key, string? reason)
    {
        await Database.NowAsync(Aborted);
        Say(await Database.Candidates.RejectAsync(key ?? "", reason ?? "", Actor, Aborted), "Rejected; it is not offered again.");
        return LocalRedirect("/clauses");
    }
}
