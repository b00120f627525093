using System.Reflection;
using Dapper;
using Dunning.Core;
using Dunning.Core.Correspondence;
using Dunning.Postgres;
using Npgsql;

namespace Dunning.Flows.Clauses.Approval;

/// <summary>
/// The clauses this program was built with. They are approved as a set when the release is installed, under the hash of
/// the set and the name of whoever installs it; files changed afterwards are another matter.
/// </summary>
public sealed class ClauseRelease
{
    private const string Prefix = "clauses/";

    private const string InsertRelease =
        "insert into clause_releases (manifest, clauses, installed_by, at) values (@manifest, @count, @by, @at) on conflict (manifest) do nothing returning id";

    private const string InsertVersions =
        """
        insert into clause_versions (hash, language, clause_id, act, version, content, first_seen)
        select h, l, c, a, v, t, @at from unnest(@hashes, @languages, @ids, @acts, @versions, @contents) as n (h, l, c, a, v, t)
        on conflict (hash) do nothing
        """;

    private const string InsertItems = "insert into clause_release_items (release_id, hash) select @release, h from unnest(@hashes) h";

    // Against the release before: an auditor wants to know what an upgrade changed, not that 600 clauses were approved.
    private const string Compare =
        """
        with now as (select v.* from clause_release_items i join clause_versions v using (hash) where i.release_id = @release),
          before as (select v.* from clause_release_items i join clause_versions v using (hash) where i.release_id = (select max(id) from clause_releases where id < @release))
        select count(*) filter (where b.hash is null) as added, count(*) filter (where n.hash is null) as removed, count(*) filter (where n.hash <> b.hash) as changed
        from now n full join before b using (language, clause_id)
        """;

    private ClauseRelease(IReadOnlyList<Clause> clauses)
    {
        Library = new ClauseLibrary(clauses);
        Manifest = Library.Version;
    }

    /// <summary>The release of this program.</summary>
    public static ClauseRelease Shipped { get; } = new(ReadShipped());

    /// <summary>Its clauses.</summary>
    public ClauseLibrary Library { get; }

    /// <summary>Hash over the content hashes of all its clauses.</summary>
    public string Manifest { get; }

    /// <summary>
    /// Records the release as approved, once. It is done as the schema's owner, at set-up and upgrade only: neither the
    /// agent nor the console has the right.
    /// </summary>
    /// <param name="installedBy">Who runs the set-up.</param>
    /// <returns>Whether the release is new to the installation.</returns>
    public async Task<bool> RecordAsync(NpgsqlDataSource owner, string installedBy, CancellationToken cancellationToken)
    {
        await using var connection = await owner.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var at = await connection.QuerySingleAsync<DateTime>(new CommandDefinition("select installation_now()", cancellationToken: cancellationToken));
        var count = Library.All.Count;
        var id = await connection.ExecuteScalarAsync<long?>(new CommandDefinition(InsertRelease, new { manifest = Manifest, count, by = installedBy, at }, cancellationToken: cancellationToken));
        if (id is not { } release) return false;

        await StoreAsync(connection, Library.All, at, cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(InsertItems, new { release, hashes = Library.All.Select(ClauseHash.Of).ToArray() }, cancellationToken: cancellationToken));
        var (added, removed, changed) = await connection.QuerySingleAsync<(int, int, int)>(new CommandDefinition(Compare, new { release }, cancellationToken: cancellationToken));
        var why = $"the {count} clauses of the release are approved as a set by installing it: {added} new, {changed} changed, {removed} gone since the release before";
        await connection.AppendAsync(new("clause_release_approved", installedBy, null, null, null, why, new { release, manifest = Manifest, clauses = count, added, changed, removed }), new DateTimeOffset(at), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Keeps versions of clauses; one that is known already stays as it is.</summary>
    internal static Task<int> StoreAsync(NpgsqlConnection connection, IReadOnlyList<Clause> clauses, DateTime at, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            InsertVersions,
            new
            {
                at, hashes = clauses.Select(ClauseHash.Of).ToArray(), languages = clauses.Select(clause => clause.Language).ToArray(), ids = clauses.Select(clause => clause.Id).ToArray(),
                acts = clauses.Select(clause => Wire.Name(clause.Act)).ToArray(), versions = clauses.Select(clause => clause.Version).ToArray(), contents = clauses.Select(ClauseYaml.Write).ToArray(),
            },
            cancellationToken: cancellationToken));

    private static List<Clause> ReadShipped()
    {
        var assembly = Assembly.GetExecutingAssembly();
        List<ClauseProblem> problems = [];
        List<Clause> clauses = [];
        // MSBuild names folders as the building system does.
        foreach (var (resource, name) in assembly.GetManifestResourceNames().Select(name => (name, name.Replace('\\', '/'))).Where(pair => pair.Item2.StartsWith(Prefix, StringComparison.Ordinal)).OrderBy(pair => pair.Item2, StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            clauses.AddRange(ClauseFiles.Read(name, name.Split('/')[1], reader.ReadToEnd(), problems));
        }

        return problems.Count > 0 ? throw new ClauseException(problems) : clauses;
    }
}
