using Dapper;
using Dunning.Core;
using Dunning.Core.Correspondence;
using Dunning.Flows.Console;
using Dunning.Postgres;
using Npgsql;

namespace Dunning.Flows.Clauses.Approval;

/// <summary>Where a proposed clause comes from.</summary>
public enum ClauseSource
{
    /// <summary>Written in the console.</summary>
    Edit,

    /// <summary>What a clause file says.</summary>
    File,

    /// <summary>What people keep writing.</summary>
    Learned,
}

/// <summary>The wordings of a clause as somebody wants them.</summary>
/// <param name="Wordings">Short key to text; a wording left out is dropped.</param>
/// <param name="BaseHash">The version it was written from; another one in force meanwhile refuses it.</param>
public sealed record ClauseEdit(string Language, string ClauseId, string BaseHash, IReadOnlyDictionary<string, string> Wordings)
{
    /// <summary>The candidate it came from; null for one written by hand.</summary>
    public string? Candidate { get; init; }
}

/// <summary>
/// What administrators do about clauses: propose, approve, reject, withdraw. Each is one transaction with its journal row;
/// the database holds the two-person rule, whatever program asks. Nothing here touches a message.
/// </summary>
public sealed class ClauseProposals(NpgsqlDataSource source, TimeProvider clock)
{
    private const string InsertProposal =
        """
        insert into clause_proposals (hash, base_hash, source, candidate, actor, reason, trial, at)
        values (@hash, @baseHash, @source, @candidate, @actor, @reason, @trial::jsonb, @at) returning id
        """;

    private const string InsertDecision =
        """
        insert into clause_decisions (proposal_id, decision, actor, reason, at, effective_at) values (@proposal, @decision, @actor, @reason, @at, @at)
        returning effective_at > at as later, effective_at
        """;

    private const string Proposal =
        """
        select p.id, p.hash, p.base_hash as basehash, p.actor, v.content, v.language, v.clause_id as clauseid
        from clause_proposals p join clause_versions v on v.hash = p.hash where p.id = @id
        """;

    private const string Highest = "select coalesce(max(version), 0) from clause_versions where language = @language and clause_id = @id";

    private const string Waiting =
        """
        select p.actor from clause_proposals p where p.hash = @hash and not exists (select from clause_decisions d where d.proposal_id = p.id) limit 1
        """;

    /// <summary>The approved clauses, read afresh for every act.</summary>
    public ClausesInForce InForce { get; } = new(source, clock);

    /// <summary>Proposes other wordings of a clause in force, after trying them.</summary>
    public async Task<RequestOutcome> ProposeAsync(ClauseEdit edit, string reason, string actor, CancellationToken cancellationToken)
    {
        await InForce.RefreshAsync(cancellationToken);
        if (Find(edit.Language, edit.ClauseId) is not { } now) return new RequestOutcome.Refused("There is no such clause.");
        if (ClauseHash.Of(now) != edit.BaseHash) return new RequestOutcome.Refused("The clause was changed meanwhile; please look at the version in force now.");
        if (now.Act == SpeechAct.Disclosure) return new RequestOutcome.Refused("The sentence that says a message was prepared by software belongs to the guardrails and cannot be changed here.");
        List<ClauseVariant> variants;
        try
        {
            variants = [.. edit.Wordings.Where(pair => !string.IsNullOrWhiteSpace(pair.Value)).Select(pair => new ClauseVariant($"{now.Id}/{pair.Key}", Template.Read(pair.Value.Trim().ReplaceLineEndings("\n"))))];
        }
        catch (FormatException malformed)
        {
            return new RequestOutcome.Refused($"A wording cannot be read: {malformed.Message}.");
        }

        if (Same(now.Variants, variants)) return new RequestOutcome.Refused("Nothing is changed.");
        return await StoreAsync(now with { Variants = variants, Origin = ClauseOrigin.Nowhere }, edit.BaseHash, edit.Candidate is null ? ClauseSource.Edit : ClauseSource.Learned, edit.Candidate, reason, actor, raise: true, cancellationToken);
    }

    /// <summary>Proposes what a clause file says, after trying it.</summary>
    /// <param name="hash">Of the file's version, as the agent found it.</param>
    public async Task<RequestOutcome> ProposeFileAsync(string hash, string reason, string actor, CancellationToken cancellationToken)
    {
        await InForce.RefreshAsync(cancellationToken);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<StoredClause>(new CommandDefinition(
            "select v.hash, v.content, v.language, v.clause_id as clauseid, null::bigint as proposalid from clause_versions v join clause_file_findings f using (hash) where v.hash = @hash", new { hash }, cancellationToken: cancellationToken));
        List<string> notes = [];
        if (row is null || ClausesInForce.Sound(row, notes) is not { } clause) return new RequestOutcome.Refused(notes.FirstOrDefault() ?? "The file has changed again; the agent has not looked yet.");
        if (clause.Act == SpeechAct.Disclosure) return new RequestOutcome.Refused("The sentence that says a message was prepared by software belongs to the guardrails and cannot be changed.");
        return await StoreAsync(clause, Find(clause.Language, clause.Id) is { } now ? ClauseHash.Of(now) : null, ClauseSource.File, null, reason, actor, raise: false, cancellationToken);
    }

    /// <summary>Approves a proposal, after trying it again in the library as it is now.</summary>
    public async Task<RequestOutcome> ApproveAsync(long proposalId, string reason, string actor, CancellationToken cancellationToken)
    {
        await InForce.RefreshAsync(cancellationToken);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        if (await LoadAsync(connection, proposalId, cancellationToken) is not { } row) return new RequestOutcome.Refused("There is no such proposal.");
        List<string> notes = [];
        if (ClausesInForce.Sound(new(row.Hash, row.Content, row.Language, row.ClauseId, null), notes) is not { } clause) return new RequestOutcome.Refused(notes[0]);
        var now = Find(row.Language, row.ClauseId);
        if (row.BaseHash != (now is null ? null : ClauseHash.Of(now))) return new RequestOutcome.Refused("The clause was changed after this was proposed; it has to be proposed anew.");
        if (ClauseTrial.Of(clause, InForce.Current) is { Objections: [var objection, ..] }) return new RequestOutcome.Refused($"It does not stand its trial any more: {objection}");
        return await DecideAsync(connection, row, "approve", reason, actor, cancellationToken);
    }

    /// <summary>Rejects a proposal; proposer or anybody else.</summary>
    public Task<RequestOutcome> RejectAsync(long proposalId, string reason, string actor, CancellationToken cancellationToken) => EndAsync(proposalId, "reject", reason, actor, cancellationToken);

    /// <summary>Takes back a proposal, or an approval: what was approved before speaks again. One person does it, at once.</summary>
    public Task<RequestOutcome> WithdrawAsync(long proposalId, string reason, string actor, CancellationToken cancellationToken) => EndAsync(proposalId, "withdraw", reason, actor, cancellationToken);

    private async Task<RequestOutcome> EndAsync(long proposalId, string decision, string reason, string actor, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await LoadAsync(connection, proposalId, cancellationToken) is { } row
            ? await DecideAsync(connection, row, decision, reason, actor, cancellationToken)
            : new RequestOutcome.Refused("There is no such proposal.");
    }

    private async Task<RequestOutcome> StoreAsync(
        Clause clause, string? baseHash, ClauseSource from, string? candidate, string reason, string actor, bool raise, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(reason)) return new RequestOutcome.Refused("Please give a reason; it is kept with the proposal.");
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // A number of its own, so that no plan of an earlier text can be taken for one of this.
        if (raise) clause = clause with { Version = 1 + await connection.ExecuteScalarAsync<int>(new CommandDefinition(Highest, new { clause.Language, id = clause.Id }, cancellationToken: cancellationToken)) };
        var report = ClauseTrial.Of(clause, InForce.Current);
        if (report.Objections.Count > 0) return new RequestOutcome.Refused($"It does not stand its trial: {string.Join(" | ", report.Objections.Take(5))}");

        var (hash, at) = (ClauseHash.Of(clause), clock.GetUtcNow().UtcDateTime);
        if (await connection.ExecuteScalarAsync<string?>(new CommandDefinition(Waiting, new { hash }, cancellationToken: cancellationToken)) is { } already) return new RequestOutcome.Refused($"{already} has proposed this already.");
        await ClauseRelease.StoreAsync(connection, [clause], at, cancellationToken);
        return await GuardedAsync(async () =>
        {
            var id = await connection.ExecuteScalarAsync<long>(new CommandDefinition(
                InsertProposal, new { hash, baseHash, source = Wire.Name(from), candidate, actor, reason = reason.Trim(), trial = Json.Write(report), at }, cancellationToken: cancellationToken));
            await connection.AppendAsync(
                new("clause_proposed", actor, null, null, null, $"{actor} proposed {clause.Id} ({clause.Language}): {reason.Trim()}",
                    new { proposal = id, hash, before = baseHash, source = Wire.Name(from), candidate, situations = report.Situations }),
                new DateTimeOffset(at), cancellationToken);
            if (candidate is not null) await ClauseCandidates.DecideAsync(connection, candidate, "proposed", reason.Trim(), actor, at, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return new RequestOutcome.Stored(id, false);
        });
    }

    private async Task<RequestOutcome> DecideAsync(NpgsqlConnection connection, ProposalRow row, string decision, string reason, string actor, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(reason)) return new RequestOutcome.Refused("Please give a reason; it is kept with the decision.");
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var at = clock.GetUtcNow().UtcDateTime;
        return await GuardedAsync(async () =>
        {
            var (later, effective) = await connection.QuerySingleAsync<(bool, DateTime)>(new CommandDefinition(InsertDecision, new { proposal = row.Id, decision, actor, reason = reason.Trim(), at }, cancellationToken: cancellationToken));
            var delay = later ? $" (there is no second administrator: it takes effect on {effective:yyyy-MM-dd HH:mm} UTC unless withdrawn)" : "";
            await connection.AppendAsync(
                new($"clause_{(decision == "withdraw" ? "withdrawn" : $"{decision.TrimEnd('e')}ed")}", actor, null, null, null, $"{actor}: {decision} {row.ClauseId} ({row.Language}): {reason.Trim()}{delay}",
                    new { proposal = row.Id, hash = row.Hash, before = row.BaseHash, proposer = row.Actor, effective }),
                new DateTimeOffset(at), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return new RequestOutcome.Stored(row.Id, later);
        });
    }

    /// <summary>What the database refuses it says in words for the person.</summary>
    private static async Task<RequestOutcome> GuardedAsync(Func<Task<RequestOutcome>> act)
    {
        try
        {
            return await act();
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.CheckViolation)
        {
            return new RequestOutcome.Refused($"{char.ToUpperInvariant(refused.MessageText[0])}{refused.MessageText[1..]}.");
        }
        catch (PostgresException twice) when (twice.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return new RequestOutcome.Refused("Somebody has decided this already.");
        }
    }

    private Clause? Find(string language, string id) =>
        InForce.Current.Languages.Contains(language) ? InForce.Current.For(language).FirstOrDefault(clause => clause.Id == id) : null;

    private static bool Same(IReadOnlyList<ClauseVariant> before, IReadOnlyList<ClauseVariant> after) =>
        before.Select(variant => (variant.Id, variant.Template.Source)).ToHashSet().SetEquals(after.Select(variant => (variant.Id, variant.Template.Source)));

    private static Task<ProposalRow?> LoadAsync(NpgsqlConnection connection, long id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<ProposalRow?>(new CommandDefinition(Proposal, new { id }, cancellationToken: cancellationToken));

    private sealed record ProposalRow(long Id, string Hash, string? BaseHash, string Actor, string Content, string Language, string ClauseId);
}
