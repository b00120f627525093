using Dapper;
using Dunning.Core;
using Dunning.Core.Cases;
using Dunning.Core.Correspondence;
using Dunning.Core.Correspondence.Learning;
using Dunning.Flows.Drafting;
using Dunning.Postgres;
using Npgsql;

namespace Dunning.Flows.Clauses.Approval;

/// <summary>What one run learned.</summary>
/// <param name="Edits">Edits of clause mails that went out and touched words only.</param>
/// <param name="Wordings">Clauses replaced in them by words without values of their own.</param>
/// <param name="Candidates">Wordings offered.</param>
public sealed record LearnCounts(int Edits, int Wordings, int Candidates);

/// <summary>
/// Reads what people made of drafts, takes the values out, and offers what they keep writing as candidates. It approves
/// nothing: a candidate becomes a proposal by an administrator's hand, and a clause by another's.
/// </summary>
public sealed class LearnClauses(NpgsqlDataSource source, ClausesInForce inForce, LearningThresholds thresholds, TimeProvider clock)
{
    // Only what a person approved and the gate let pass; the newest first, and no more than a night can read.
    private const string Edits =
        """
        select e.touch_id as touchid, c.customer_id as customerid, e.author, b.plan::text as plan, b.facts::text as facts, b.clause_hashes as clausehashes,
          b.subject as oldsubject, b.body as oldbody, e.subject as newsubject, e.body as newbody, t.purpose, t.stage
        from drafts e join drafts b on b.touch_id = e.touch_id and b.version = e.version - 1 and b.origin = 'clauses' and b.plan is not null and cardinality(b.clause_hashes) > 0
        join touches t on t.id = e.touch_id join cases c on c.id = t.case_id
        where e.origin = 'person' and exists (select from approvals p where p.draft_id = e.id and p.decision = 'approve' and p.state in ('carried_out', 'used'))
        order by e.id desc limit 20000
        """;

    private const string Versions =
        "select hash, content, language, clause_id as clauseid, null::bigint as proposalid from clause_versions where hash in (select unnest(clause_hashes) from drafts)";

    private const string Decided = "select language, clause_id as clauseid, wording from clause_candidate_decisions";

    private const string Replace =
        """
        delete from clause_candidates where not (key = any(@keys));
        insert into clause_candidates as c (key, language, clause_id, wording, warnings, edits, mails, customers, people, examples, at)
        select x.key, x.language, x.clause_id, x.wording, array(select jsonb_array_elements_text(x.warnings)), x.edits, x.mails, x.customers, array(select jsonb_array_elements_text(x.people)), x.examples, @at
        from jsonb_to_recordset(@rows::jsonb) as x (key text, language text, clause_id text, wording text, warnings jsonb, edits int, mails int, customers int, people jsonb, examples jsonb)
        on conflict (key) do update set wording = excluded.wording, warnings = excluded.warnings, edits = excluded.edits, mails = excluded.mails, customers = excluded.customers,
          people = excluded.people, examples = excluded.examples, at = excluded.at
        """;

    /// <summary>Learns anew from every edit.</summary>
    public async Task<LearnCounts> RunAsync(CancellationToken cancellationToken)
    {
        await inForce.RefreshAsync(cancellationToken);
        var library = inForce.Current;
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        List<string> notes = [];
        var versions = (await connection.QueryAsync<StoredClause>(new CommandDefinition(Versions, cancellationToken: cancellationToken)))
            .Select(row => (row.Hash, Clause: ClausesInForce.Sound(row, notes))).Where(pair => pair.Clause is not null).ToDictionary(pair => pair.Hash, pair => pair.Clause!);
        var reviewed = library.Languages.ToDictionary(language => language, language => new ReviewedWords(library.For(language)));
        List<EditedPiece> pieces = [];
        var edits = 0;
        await foreach (var row in connection.QueryUnbufferedAsync<EditRow>(Edits).WithCancellation(cancellationToken))
        {
            if (EditOf(row) is not { } edit || !reviewed.TryGetValue(edit.Plan.Language, out var words) || Finder(row, versions) is not { } find) continue;
            edits++;
            pieces.AddRange(EditedPieces.Of(edit, find, words));
        }

        var decided = (await connection.QueryAsync<DecidedWording>(new CommandDefinition(Decided, cancellationToken: cancellationToken)))
            .Concat(library.All.SelectMany(clause => clause.Variants.Select(variant => new DecidedWording(clause.Language, clause.Id, variant.Template.Source)))).ToList();
        var candidates = WordingClusters.Of(pieces, decided, thresholds);
        await StoreAsync(connection, candidates, cancellationToken);
        return new(edits, pieces.Count(piece => piece.Wording is not null), candidates.Count);
    }

    private async Task StoreAsync(NpgsqlConnection connection, IReadOnlyList<WordingCandidate> candidates, CancellationToken cancellationToken)
    {
        var at = clock.GetUtcNow().UtcDateTime;
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var keys = candidates.Select(candidate => candidate.Key).ToArray();
        var known = (await connection.QueryAsync<string>(new CommandDefinition("select key from clause_candidates where key = any(@keys)", new { keys }, cancellationToken: cancellationToken))).ToHashSet();
        await connection.ExecuteAsync(new CommandDefinition(Replace, new { keys, rows = Json.Write(candidates), at }, cancellationToken: cancellationToken));
        foreach (var candidate in candidates.Where(candidate => !known.Contains(candidate.Key)))
        {
            await connection.AppendAsync(
                new("clause_candidate", "agent", null, null, null, $"people wrote the same in place of {candidate.ClauseId} ({candidate.Language}) {candidate.Edits} times in {candidate.Mails} mails",
                    new { candidate = candidate.Key, edits = candidate.Edits, mails = candidate.Mails, people = candidate.People }),
                new DateTimeOffset(at), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>The edit, when it touches words only.</summary>
    private static DraftEdit? EditOf(EditRow row)
    {
        var facts = Json.Read<FactSet>(row.Facts);
        var (before, after) = (new RenderedMail(row.OldSubject, row.OldBody), new RenderedMail(row.NewSubject, row.NewBody));
        if (EditKinds.Of(before, after, Wire.Parse<Purpose>(row.Purpose), (Stage?)row.Stage, facts).Kind != EditKind.Wording) return null;
        var (old, now) = (WithoutReference(row.OldSubject), WithoutReference(row.NewSubject));
        return new(row.TouchId, row.CustomerId, row.Author, Json.Read<DraftPlan>(row.Plan), before with { Subject = old }, after with { Subject = now }, facts);
    }

    // The reference of the case, in brackets behind the subject, is put there by code.
    private static string WithoutReference(string subject) => subject.EndsWith(']') && subject.LastIndexOf(" [", StringComparison.Ordinal) is > 0 and var at ? subject[..at] : subject;

    private static Func<string, (Clause, ClauseVariant)?>? Finder(EditRow row, Dictionary<string, Clause> versions)
    {
        if (!row.ClauseHashes.All(versions.ContainsKey)) return null;
        var variants = row.ClauseHashes.Select(hash => versions[hash]).SelectMany(clause => clause.Variants.Select(variant => (clause, variant))).ToDictionary(pair => pair.variant.Id);
        return id => variants.TryGetValue(id, out var found) ? found : null;
    }

    private sealed record EditRow
    {
        public required string TouchId { get; init; }
        public required long CustomerId { get; init; }
        public required string Author { get; init; }
        public required string Plan { get; init; }
        public required string Facts { get; init; }
        public required string[] ClauseHashes { get; init; }
        public required string OldSubject { get; init; }
        public required string OldBody { get; init; }
        public required string NewSubject { get; init; }
        public required string NewBody { get; init; }
        public required string Purpose { get; init; }
        public int? Stage { get; init; }
    }
}
