using Dapper;
using Dunning.Core.Correspondence;
using Npgsql;

namespace Dunning.Flows.Clauses.Approval;

/// <summary>No clause may be used: the release was never recorded.</summary>
public sealed class ClausesNotApprovedException()
    : InvalidOperationException("No clauses are approved in this database: the release was not recorded. Run ./dunning migrate as the schema's owner.");

/// <summary>A clause that may be used, as stored.</summary>
/// <param name="ProposalId">The installation's own wording; null for the release's.</param>
internal sealed record StoredClause(string Hash, string Content, string Language, string ClauseId, long? ProposalId);

/// <summary>
/// The approved clauses, as the database has them: the release's, with the installation's own wordings in their place.
/// A new approval or withdrawal is seen at the next look, without a restart; nothing is read while nothing has changed.
/// </summary>
public sealed class ClausesInForce(NpgsqlDataSource source, TimeProvider clock)
{
    private const string Stamp =
        """
        select coalesce((select id from clause_releases where manifest = @manifest), (select max(id) from clause_releases)) as release,
          (select count(*) from clause_decisions where effective_at <= @now) as decisions
        """;

    private const string Load = "select hash, content, language, clause_id as clauseid, proposal_id as proposalid from clauses_in_force(@release, @now)";

    private sealed record Loaded((long Release, long Decisions) Stamp, ClauseLibrary Library, IReadOnlyDictionary<(string Language, string Id), long> Own, IReadOnlyList<string> Notes);

    private volatile Loaded? loaded;

    /// <summary>The library as last read; the release's before that.</summary>
    public ClauseLibrary Current => loaded?.Library ?? ClauseRelease.Shipped.Library;

    /// <summary>What was left aside at the last reading, and why.</summary>
    public IReadOnlyList<string> Notes => loaded?.Notes ?? [];

    /// <summary>The installation's own wordings, by language and clause: the proposals they come from.</summary>
    public IReadOnlyDictionary<(string Language, string Id), long> Own => loaded?.Own ?? new Dictionary<(string, string), long>();

    /// <summary>Reads the library when something was decided since the last time.</summary>
    /// <returns>Whether it was read anew.</returns>
    /// <exception cref="ClausesNotApprovedException">No release was recorded.</exception>
    public async Task<bool> RefreshAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var parameters = new { manifest = ClauseRelease.Shipped.Manifest, now = clock.GetUtcNow().UtcDateTime };
        var (release, decisions) = await connection.QuerySingleAsync<(long?, long)>(new CommandDefinition(Stamp, parameters, cancellationToken: cancellationToken));
        if (release is not { } known) throw new ClausesNotApprovedException();
        if (loaded?.Stamp == (known, decisions)) return false;

        var rows = await connection.QueryAsync<StoredClause>(new CommandDefinition(Load, new { release = known, parameters.now }, cancellationToken: cancellationToken));
        loaded = Read((known, decisions), [.. rows]);
        return true;
    }

    private static Loaded Read((long, long) stamp, IReadOnlyList<StoredClause> rows)
    {
        List<string> notes = [];
        List<(Clause Clause, long? Proposal)> sound = [];
        foreach (var row in rows)
        {
            if (Sound(row, notes) is { } clause) sound.Add((clause, row.ProposalId));
            else if (ClauseRelease.Shipped.Library.All.FirstOrDefault(own => own.Language == row.Language && own.Id == row.ClauseId) is { } shipped) sound.Add((shipped, null));
        }

        try
        {
            var own = sound.Where(pair => pair.Proposal is not null).ToDictionary(pair => (pair.Clause.Language, pair.Clause.Id), pair => pair.Proposal!.Value);
            return new(stamp, new ClauseLibrary([.. sound.Select(pair => pair.Clause)]), own, notes);
        }
        catch (ClauseException unfit)
        {
            // An upgrade may have changed what a wording of our own was written for; mails go on with the release's.
            notes.Add($"The installation's own wordings do not go with this release and are left aside: {string.Join("; ", unfit.Problems.Take(5))}");
            return new(stamp, ClauseRelease.Shipped.Library, new Dictionary<(string, string), long>(), notes);
        }
    }

    /// <summary>The clause of a row; null when its content is not what was approved.</summary>
    internal static Clause? Sound(StoredClause row, List<string> notes)
    {
        try
        {
            var clause = ClauseYaml.Read(row.Content, row.Language, $"version {row.Hash[..12]}");
            if (ClauseHash.Of(clause) == row.Hash) return clause;
            notes.Add($"{row.Language} {row.ClauseId}: the stored text of version {row.Hash[..12]} is not the one that was approved, and is not used");
        }
        catch (ClauseException unreadable)
        {
            notes.Add($"{row.Language} {row.ClauseId}: version {row.Hash[..12]} cannot be read and is not used: {unreadable.Problems[0]}");
        }

        return null;
    }
}
