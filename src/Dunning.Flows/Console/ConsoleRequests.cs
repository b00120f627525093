using Dapper;
using Dunning.Core;
using Dunning.Flows.Drafting;
using Dunning.Guardrails;
using Dunning.Postgres;
using Dunning.Postgres.Sending;
using Npgsql;

namespace Dunning.Flows.Console;

/// <summary>What became of asking.</summary>
public abstract record RequestOutcome
{
    private RequestOutcome() { }

    /// <summary>The request is stored; the agent will answer it.</summary>
    public sealed record Stored(long Id, bool Edited) : RequestOutcome;

    /// <summary>It was not stored, with the reason for the person.</summary>
    public sealed record Refused(string Why) : RequestOutcome;
}

/// <summary>The draft as a person saw it, and what the person made of it.</summary>
/// <param name="ContentHash">Hash of the content that was shown.</param>
/// <param name="DwellSeconds">How long the page was looked at; null when not measured.</param>
public sealed record ReviewedDraft(long DraftId, string ContentHash, string Subject, string Body, int? DwellSeconds);

/// <summary>
/// Stores what people ask for, each in one transaction with its journal row. Nothing here sends or changes a case: the
/// agent looks at every request again and carries it out.
/// </summary>
public sealed class ConsoleRequests(NpgsqlDataSource source, TimeProvider clock)
{
    private const int LongestSubject = 250;

    private const int LongestBody = 20_000;

    private const string InsertApproval =
        """
        insert into approvals (draft_id, content_hash, facts_version, actor, decision, reason, at, expires_at, dwell_seconds)
        values (@draftId, @hash, @facts, @actor, @decision, @reason, @now, @expires, @dwell)
        on conflict (draft_id) where state = 'requested' do nothing returning id
        """;

    private const string InsertCaseRequest =
        "insert into case_requests (case_id, kind, data, actor, reason, at) values (@caseId, @kind, @data::jsonb, @actor, @reason, @now) returning id";

    /// <summary>Asks for a draft to go out. A changed text becomes a new version, and the approval is for that one.</summary>
    public Task<RequestOutcome> ApproveAsync(ReviewedDraft reviewed, string actor, CancellationToken cancellationToken) =>
        OnDraftAsync(reviewed.DraftId, reviewed.ContentHash, async (connection, draft, touch, now) =>
        {
            var (subject, body) = (reviewed.Subject.Trim(), Plain(reviewed.Body));
            if (Objection(subject, body) is { } objection) return new RequestOutcome.Refused(objection);
            var edited = subject != draft.Subject.Trim() || body != Plain(draft.Body);
            var approved = edited ? await EditAsync(connection, draft, touch, subject, body, actor, now, cancellationToken) : draft;
            return await StoreAsync(connection, approved, touch, actor, "approve", null, reviewed.DwellSeconds, edited, now, cancellationToken);
        }, cancellationToken);

    /// <summary>Asks for a draft not to go out.</summary>
    public Task<RequestOutcome> RejectAsync(ReviewedDraft reviewed, string reason, string actor, CancellationToken cancellationToken) =>
        OnDraftAsync(reviewed.DraftId, reviewed.ContentHash, async (connection, draft, touch, now) =>
            string.IsNullOrWhiteSpace(reason)
                ? new RequestOutcome.Refused("A rejection needs a reason.")
                : await StoreAsync(connection, draft, touch, actor, "reject", reason.Trim(), reviewed.DwellSeconds, false, now, cancellationToken), cancellationToken);

    /// <summary>Adds a comment to a case.</summary>
    public async Task<RequestOutcome> CommentAsync(long caseId, string text, string actor, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(text)) return new RequestOutcome.Refused("The comment is empty.");
        var now = clock.GetUtcNow();
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var id = await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "insert into comments (case_id, author, at, text) values (@caseId, @actor, @now, @text) returning id",
            new { caseId, actor, now = now.UtcDateTime, text = text.Trim() }, cancellationToken: cancellationToken));
        await connection.AppendAsync(new("commented", actor, caseId, null, null, $"{actor} commented", new { comment = id }), now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new RequestOutcome.Stored(id, false);
    }

    /// <summary>Asks the agent to do something with a case.</summary>
    public async Task<RequestOutcome> AskAsync(long caseId, CaseRequest request, string reason, string actor, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(reason)) return new RequestOutcome.Refused("Please give a reason; it is kept with the decision.");
        var now = clock.GetUtcNow();
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var id = await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            InsertCaseRequest, new { caseId, kind = request.Name, data = request.Data(), actor, reason = reason.Trim(), now = now.UtcDateTime }, cancellationToken: cancellationToken));
        await connection.AppendAsync(
            new("case_request", actor, caseId, null, null, $"{actor} asked for {request.Name.Replace('_', ' ')}: {reason.Trim()}", new { request = id }), now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new RequestOutcome.Stored(id, false);
    }

    private async Task<RequestOutcome> OnDraftAsync(
        long draftId, string contentHash, Func<NpgsqlConnection, DraftRow, TouchRow, DateTimeOffset, Task<RequestOutcome>> act, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var draft = await DraftStore.GetAsync(connection, draftId, cancellationToken);
        var touch = await connection.QuerySingleAsync<TouchRow>(new CommandDefinition(
            "select id, case_id, cause, purpose, stage, planned_for, in_reply_to_message, state from touches where id = @TouchId", draft, cancellationToken: cancellationToken));
        var latest = await DraftStore.LatestAsync(connection, draft.TouchId, cancellationToken);
        if (touch.State != TouchStates.InQueue) return new RequestOutcome.Refused($"The message is no longer waiting ({touch.State.Replace('_', ' ')}).");
        if (latest?.Id != draft.Id) return new RequestOutcome.Refused("There is a newer version of the draft; please look at that one.");
        if (contentHash != draft.ContentHash) return new RequestOutcome.Refused("The draft is not the one that was shown.");

        var outcome = await act(connection, draft, touch, clock.GetUtcNow());
        if (outcome is RequestOutcome.Stored) await transaction.CommitAsync(cancellationToken);
        return outcome;
    }

    private static async Task<RequestOutcome> StoreAsync(
        NpgsqlConnection connection, DraftRow draft, TouchRow touch, string actor, string decision, string? reason, int? dwell, bool edited, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = await connection.ExecuteScalarAsync<long?>(new CommandDefinition(
            InsertApproval,
            new
            {
                draftId = draft.Id, hash = draft.ContentHash, facts = draft.FactsVersion, actor, decision, reason, dwell,
                now = now.UtcDateTime, expires = (now + DraftingOptions.Default.ApprovalLifetime).UtcDateTime,
            },
            cancellationToken: cancellationToken));
        if (id is not { } approval) return new RequestOutcome.Refused("Somebody has asked for this draft already; the agent is carrying it out.");
        await connection.AppendAsync(
            new($"{decision}_requested", actor, touch.CaseId, touch.Id, null, reason ?? (edited ? $"{actor} edited and approved the draft" : $"{actor} approved the draft"),
                new { approval, draft = draft.Id, version = draft.Version, content = draft.ContentHash, facts = draft.FactsVersion, seconds = dwell }),
            now, cancellationToken);
        return new RequestOutcome.Stored(approval, edited);
    }

    /// <summary>The edited text is a version of its own; the gate has not seen it yet.</summary>
    private static async Task<DraftRow> EditAsync(
        NpgsqlConnection connection, DraftRow draft, TouchRow touch, string subject, string body, string actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var edited = draft with
        {
            Origin = Wire.Name(DraftOrigin.Person), Subject = subject, Body = body, Plan = null, Model = null, ClauseHashes = [], Verdict = "unchecked", Findings = "[]",
            CatalogVersion = "", Author = actor, CreatedAt = now.UtcDateTime,
        };
        edited = edited with { ContentHash = Candidates.Of(edited, touch.ToTouch(), null, null, []).ContentHash() };
        var id = await DraftStore.InsertAsync(connection, edited, cancellationToken);
        var stored = await DraftStore.GetAsync(connection, id, cancellationToken);
        await connection.AppendAsync(
            new("draft_edited", actor, touch.CaseId, touch.Id, null, $"{actor} edited the draft", new { draft = id, version = stored.Version, content = stored.ContentHash, before = draft.ContentHash }),
            now, cancellationToken);
        return stored;
    }

    private static string? Objection(string subject, string body) => (subject, body) switch
    {
        ({ Length: 0 }, _) => "The subject is empty.",
        ({ Length: > LongestSubject }, _) => $"The subject is longer than {LongestSubject} characters.",
        (_, { Length: 0 }) => "The text is empty.",
        (_, { Length: > LongestBody }) => $"The text is longer than {LongestBody} characters.",
        _ => subject.Any(char.IsControl) ? "The subject must be one line." : null,
    };

    // Browsers send CRLF; drafts are kept with LF.
    private static string Plain(string text) => text.ReplaceLineEndings("\n").TrimEnd();
}
