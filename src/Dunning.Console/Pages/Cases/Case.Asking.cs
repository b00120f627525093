using Dapper;
using Dunning.Console.Access;
using Dunning.Core;
using Dunning.Core.Cadence;
using Dunning.Core.Disputes;
using Dunning.Flows.Console;
using Microsoft.AspNetCore.Mvc;

namespace Dunning.Console.Pages.Cases;

/// <summary>A draft's form as it comes back.</summary>
/// <param name="ShownAt">When the page was made, in seconds of the Unix epoch.</param>
public sealed record DraftForm(long DraftId, string? ContentHash, string? Subject, string? Body, string? Reason, long? ShownAt)
{
    /// <summary>As the flow takes it. A page left open over night says nothing about effort.</summary>
    public ReviewedDraft Reviewed(DateTimeOffset now) =>
        new(DraftId, ContentHash ?? "", Subject ?? "", Body ?? "", ShownAt is { } shown && now.ToUnixTimeSeconds() - shown is >= 0 and < 4 * 3600 and var seconds ? (int)seconds : null);
}

/// <summary>What people ask for on the case page.</summary>
public sealed partial class CaseModel
{
    /// <summary>Approves a draft as it stands in the form.</summary>
    [ForRoles(Roles.Collector, Roles.Admin)]
    public Task<IActionResult> OnPostApproveAsync(DraftForm form) => OnDraftAsync(form, async reviewed =>
    {
        var outcome = await Database.Requests.ApproveAsync(reviewed, Actor, Aborted);
        Say(outcome, outcome is RequestOutcome.Stored { Edited: true }
            ? "Your edit is saved and approved. The guardrails check it now; then it goes out."
            : "Approved. The agent checks it once more; then it goes out.");
    });

    /// <summary>Rejects a draft.</summary>
    [ForRoles(Roles.Collector, Roles.Admin)]
    public Task<IActionResult> OnPostRejectAsync(DraftForm form) => OnDraftAsync(form, async reviewed =>
        Say(await Database.Requests.RejectAsync(reviewed, form.Reason ?? "", Actor, Aborted), "Rejected. The agent plans anew."));

    /// <summary>Shows what was changed, without storing anything.</summary>
    [ForRoles(Roles.Collector, Roles.Admin)]
    public async Task<IActionResult> OnPostChangesAsync(DraftForm form)
    {
        if (!await LoadAsync()) return NotFound();
        if (Drafts.FirstOrDefault(row => row.Id == form.DraftId) is not { } draft) return NotFound();
        Diff = DiffView.Of(draft, new(draft.Subject.Trim(), draft.Body.TrimEnd()), new((form.Subject ?? "").Trim(), (form.Body ?? "").ReplaceLineEndings("\n").TrimEnd()));
        return Request.Headers.ContainsKey("HX-Request") ? Partial("_Diff", Diff) : Page();
    }

    /// <summary>Adds a comment.</summary>
    [ForRoles(Roles.Collector, Roles.Admin, Roles.Finance)]
    public async Task<IActionResult> OnPostCommentAsync(string? text)
    {
        await Database.NowAsync(Aborted);
        Say(await Database.Requests.CommentAsync(Id, text ?? "", Actor, Aborted), "The comment is stored.");
        return Back();
    }

    /// <summary>Hands the case back to the agent.</summary>
    [ForRoles(Roles.Collector, Roles.Admin)]
    public Task<IActionResult> OnPostResumeAsync(string? reason) => AskAsync(new CaseRequest.Resume(), reason);

    /// <summary>Closes the case.</summary>
    [ForRoles(Roles.Collector, Roles.Admin)]
    public Task<IActionResult> OnPostCloseAsync(string? reason) => AskAsync(new CaseRequest.Close(), reason);

    /// <summary>Ends a pause.</summary>
    [ForRoles(Roles.Collector, Roles.Admin)]
    public Task<IActionResult> OnPostLiftAsync(long suppression, string? reason) => AskAsync(new CaseRequest.Lift(suppression), reason);

    /// <summary>Pauses the account or some invoices.</summary>
    [ForRoles(Roles.Collector, Roles.Admin)]
    public async Task<IActionResult> OnPostPauseAsync(string? kind, string? reach, DateOnly? until, long[] invoices, string? reason)
    {
        if (!Wire.TryParse<SuppressionKind>(kind, out var pause) || !Wire.TryParse<HoldScope>(reach ?? "account", out var far)) return BadRequest();
        return await AskAsync(new CaseRequest.Pause(pause, invoices, until) { Reach = far }, reason);
    }

    /// <summary>Decides a dispute.</summary>
    [ForRoles(Roles.Collector, Roles.Admin)]
    public async Task<IActionResult> OnPostResolveAsync(long dispute, string? resolution, decimal? credited, string? reason)
    {
        if (!Wire.TryParse<DisputeResolution>(resolution, out var how)) return BadRequest();
        return await AskAsync(new CaseRequest.ResolveDispute(dispute, how) { Credited = credited }, reason);
    }

    /// <summary>Finishes a task.</summary>
    [ForRoles(Roles.Collector, Roles.Admin)]
    public async Task<IActionResult> OnPostDoneAsync(long task, string? outcome, bool handBack)
    {
        if (string.IsNullOrWhiteSpace(outcome))
        {
            Objected = "Please say in a few words what was done.";
            return Back();
        }

        var now = await Database.NowAsync(Aborted);
        await using var connection = await Database.Source.OpenConnectionAsync(Aborted);
        await using var transaction = await connection.BeginTransactionAsync(Aborted);
        var changed = await connection.ExecuteAsync(new CommandDefinition(
            "update tasks set done_at = @now, done_by = @actor, outcome = @outcome where id = @task and case_id = @Id and done_at is null",
            new { now = now.UtcDateTime, actor = Actor, outcome = outcome.Trim(), task, Id }, cancellationToken: Aborted));
        if (changed == 1) await Database.NoteAsync(connection, "task_done", Actor, Id, null, $"{Actor} finished a task: {outcome.Trim()}", new { task }, Aborted);
        await transaction.CommitAsync(Aborted);
        if (handBack) return await AskAsync(new CaseRequest.Resume(), outcome);
        (Said, Objected) = changed == 1 ? ("The task is done.", null) : (Said, "Somebody finished that task already.");
        return Back();
    }

    private async Task<IActionResult> OnDraftAsync(DraftForm form, Func<ReviewedDraft, Task> act)
    {
        await Database.NowAsync(Aborted);
        await using (var connection = await Database.Source.OpenConnectionAsync(Aborted))
        {
            var mine = await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
                "select exists (select from drafts d join touches t on t.id = d.touch_id where d.id = @DraftId and t.case_id = @Id)", new { form.DraftId, Id }, cancellationToken: Aborted));
            if (!mine) return NotFound();
        }

        await act(form.Reviewed(TimeProvider.System.GetUtcNow()));
        return Back();
    }

    private async Task<IActionResult> AskAsync(CaseRequest request, string? reason)
    {
        await Database.NowAsync(Aborted);
        Say(await Database.Requests.AskAsync(Id, request, reason ?? "", Actor, Aborted), "The agent is told; its answer shows below.");
        return Back();
    }

    private LocalRedirectResult Back() => LocalRedirect($"/cases/{Id}");
}
