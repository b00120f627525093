using Dapper;
using Dunning.Core.Correspondence;
using Dunning.Postgres;
using Dunning.Postgres.Cases;
using Npgsql;

namespace Dunning.Flows.Clauses.Approval;

/// <summary>A clause file that says something else than what is approved.</summary>
/// <param name="Hash">Of what the file says; null when the file no longer has the clause.</param>
public sealed record ClauseFileFinding(string Language, string ClauseId, string? Hash, string Why);

/// <summary>
/// Compares the clause files beside the program with what is approved. A changed file changes no mail; it is told to
/// people and kept, so that an administrator can propose it.
/// </summary>
public sealed class CheckClauseFiles(ClauseLibrary files, TimeProvider clock)
{
    private const string Unapproved = "select h from unnest(@hashes) h where not clause_approved(h)";

    private const string Known = "select language, clause_id as clauseid, hash, why from clause_file_findings";

    private const string Replace =
        """
        delete from clause_file_findings;
        insert into clause_file_findings (language, clause_id, hash, why, at) select l, i, h, w, @at from unnest(@languages, @ids, @hashes, @whys) as n (l, i, h, w)
        """;

    /// <summary>Compares, stores what differs, and asks a person about what is new.</summary>
    public async Task<IReadOnlyList<ClauseFileFinding>> RunAsync(NpgsqlConnection connection, ClauseLibrary inForce, CancellationToken cancellationToken)
    {
        var byHash = files.All.ToDictionary(ClauseHash.Of);
        var unapproved = (await connection.QueryAsync<string>(new CommandDefinition(Unapproved, new { hashes = byHash.Keys.ToArray() }, cancellationToken: cancellationToken))).ToList();
        List<ClauseFileFinding> findings = [.. unapproved.Select(hash => Changed(byHash[hash], hash)), .. Gone(inForce)];
        var before = (await connection.QueryAsync<ClauseFileFinding>(new CommandDefinition(Known, cancellationToken: cancellationToken))).ToHashSet();
        if (before.SetEquals(findings)) return findings;

        var at = clock.GetUtcNow().UtcDateTime;
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ClauseRelease.StoreAsync(connection, [.. unapproved.Select(hash => byHash[hash])], at, cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            Replace,
            new
            {
                at, languages = findings.Select(finding => finding.Language).ToArray(), ids = findings.Select(finding => finding.ClauseId).ToArray(),
                hashes = findings.Select(finding => finding.Hash).ToArray(), whys = findings.Select(finding => finding.Why).ToArray(),
            },
            cancellationToken: cancellationToken));
        foreach (var finding in findings.Where(finding => !before.Contains(finding)))
            await connection.AppendAsync(new("clause_file_unapproved", "agent", null, null, null, finding.Why, new { language = finding.Language, clause = finding.ClauseId, hash = finding.Hash }), new DateTimeOffset(at), cancellationToken);
        await AskAsync(connection, findings, at, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return findings;
    }

    private static async Task AskAsync(NpgsqlConnection connection, List<ClauseFileFinding> findings, DateTime at, CancellationToken cancellationToken)
    {
        if (findings.Count == 0) return;
        var detail = $"{string.Join("\n", findings.Take(10).Select(finding => finding.Why))}\nSee the page Clauses: there an administrator can propose the text of a file, and another one approve it.";
        var key = $"clause_file:{Hash.Hex(string.Join('\n', findings.Select(finding => $"{finding.Language} {finding.ClauseId} {finding.Hash}").Order(StringComparer.Ordinal)))}";
        await TaskStore.AddAsync(connection, new(null, null, null, "clause_file", $"{findings.Count} clause(s) on disk are not approved", detail, key), new DateTimeOffset(at), cancellationToken);
    }

    private static ClauseFileFinding Changed(Clause clause, string hash) => new(
        clause.Language, clause.Id, hash,
        $"{clause.Origin.File}({clause.Origin.Line},{clause.Origin.Column}): {clause.Id}: what the file says (version {hash[..12]}) is not approved; mails keep to the approved version");

    private IEnumerable<ClauseFileFinding> Gone(ClauseLibrary inForce)
    {
        var present = files.All.Select(clause => (clause.Language, clause.Id)).ToHashSet();
        return inForce.All.Where(clause => !present.Contains((clause.Language, clause.Id)))
            .Select(clause => new ClauseFileFinding(clause.Language, clause.Id, null, $"{clause.Language} {clause.Id}: the clause files no longer have it; mails keep to the approved version"));
    }
}
