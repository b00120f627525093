using Dapper;
using Dunning.Core.Correspondence.Learning;
using Dunning.Flows;
using Dunning.Flows.Clauses.Approval;
using Npgsql;

namespace Dunning.Console.Pages.Clauses;

/// <summary>A proposal and what became of it.</summary>
public sealed record ProposalRow(
    long Id, string Language, string ClauseId, string Hash, string? BaseHash, string Source, string Actor, string Reason, DateTime At, string Trial, string Content, string? BaseContent,
    string State, string? DecidedBy, string? DecisionReason, DateTime? DecidedAt, DateTime? EffectiveAt)
{
    /// <summary>Nobody has decided yet.</summary>
    public bool Waits => State == "proposed";

    /// <summary>It can be taken back.</summary>
    public bool MayBeWithdrawn => State is "proposed" or "approved" or "waiting";
}

/// <summary>A candidate with its examples as stored.</summary>
public sealed record CandidateRow
{
    public required string Key { get; init; }
    public required string Language { get; init; }
    public required string ClauseId { get; init; }
    public required string Wording { get; init; }
    public required string[] Warnings { get; init; }
    public required int Edits { get; init; }
    public required int Mails { get; init; }
    public required int Customers { get; init; }
    public required string[] People { get; init; }
    public required string ExamplesJson { get; init; }

    /// <summary>Edits, before and after.</summary>
    public IReadOnlyList<EditExample> Examples => Json.Read<List<EditExample>>(ExamplesJson);
}

/// <summary>A release that was installed.</summary>
public sealed record ReleaseRow(long Id, string Manifest, int Clauses, string InstalledBy, DateTime At);

/// <summary>What the pages about clauses read.</summary>
public static class ClauseRows
{
    private const string Proposals =
        """
        select p.id, v.language, v.clause_id as clauseid, p.hash, p.base_hash as basehash, p.source, p.actor, p.reason, p.at, p.trial::text as trial, v.content, b.content as basecontent,
          case when w.id is not null then 'withdrawn' when d.decision = 'reject' then 'rejected' when d.effective_at > installation_now() then 'waiting' when d.id is not null then 'approved' else 'proposed' end as state,
          coalesce(w.actor, d.actor) as decidedby, coalesce(w.reason, d.reason) as decisionreason, coalesce(w.at, d.at) as decidedat, d.effective_at as effectiveat
        from clause_proposals p join clause_versions v on v.hash = p.hash left join clause_versions b on b.hash = p.base_hash
        left join clause_decisions d on d.proposal_id = p.id and d.decision in ('approve', 'reject') left join clause_decisions w on w.proposal_id = p.id and w.decision = 'withdraw'
        where (@language::text is null or v.language = @language) and (@id::text is null or v.clause_id = @id)
        order by p.id desc limit 100
        """;

    private const string Candidates =
        """
        select k.key, k.language, k.clause_id as clauseid, k.wording, k.warnings, k.edits, k.mails, k.customers, k.people, k.examples::text as examplesjson
        from clause_candidates k where not exists (select from clause_candidate_decisions d where d.key = k.key) order by k.edits desc, k.key
        """;

    private const string Findings = "select language, clause_id as clauseid, hash, why from clause_file_findings order by language, clause_id";

    private const string Releases = "select id, manifest, clauses, installed_by as installedby, at from clause_releases order by id desc limit 5";

    /// <summary>Proposals, the newest first; of one clause when it is named.</summary>
    public static async Task<IReadOnlyList<ProposalRow>> ProposalsAsync(NpgsqlConnection connection, string? language, string? id, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<ProposalRow>(new CommandDefinition(Proposals, new { language, id }, cancellationToken: cancellationToken))];

    /// <summary>Candidates nobody has decided about.</summary>
    public static async Task<IReadOnlyList<CandidateRow>> CandidatesAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<CandidateRow>(new CommandDefinition(Candidates, cancellationToken: cancellationToken))];

    /// <summary>Clause files that say something else than what is approved.</summary>
    public static async Task<IReadOnlyList<ClauseFileFinding>> FindingsAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<ClauseFileFinding>(new CommandDefinition(Findings, cancellationToken: cancellationToken))];

    /// <summary>The releases installed last.</summary>
    public static async Task<IReadOnlyList<ReleaseRow>> ReleasesAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<ReleaseRow>(new CommandDefinition(Releases, cancellationToken: cancellationToken))];
}
