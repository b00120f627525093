using Dapper;
using Npgsql;

namespace Dunning.Postgres.Sending;

/// <summary>A version of a touch's message, as stored. JSON columns are kept as text.</summary>
public sealed record DraftRow
{
    public long Id { get; init; }
    public required string TouchId { get; init; }
    public int Version { get; init; }
    public required string Origin { get; init; }
    public required string Language { get; init; }
    public required string Level { get; init; }
    public required string FromName { get; init; }
    public required string FromAddress { get; init; }
    public required string ToAddress { get; init; }
    public required string ReplyTo { get; init; }
    public required string Subject { get; init; }
    public required string Body { get; init; }
    public string Attachments { get; init; } = "[]";
    public string Facts { get; init; } = "{}";
    public required string FactsVersion { get; init; }
    public string Context { get; init; } = "{}";
    public string? Plan { get; init; }
    public required string ContentHash { get; init; }
    public required string Verdict { get; init; }
    public string Findings { get; init; } = "[]";
    public string CatalogVersion { get; init; } = "";
    public required string Author { get; init; }
    public DateTime CreatedAt { get; init; }

    /// <summary>The model that worded it, or chose its clauses; null for none.</summary>
    public string? Model { get; init; }

    /// <summary>Content hashes of the clauses it is made of; empty for words of a person or a model.</summary>
    public string[] ClauseHashes { get; init; } = [];
}

/// <summary>Drafts. They are never changed; a redraft or an edit is a new version.</summary>
public static class DraftStore
{
    private const string Columns =
        """
        id, touch_id, version, origin, language, level, from_name, from_address, to_address, reply_to, subject, body, attachments::text,
        facts::text, facts_version, context::text, plan::text, content_hash, verdict, findings::text, catalog_version, author, created_at, model, clause_hashes
        """;

    private const string Insert =
        """
        insert into drafts (touch_id, version, origin, language, level, from_name, from_address, to_address, reply_to, subject, body,
          attachments, facts, facts_version, context, plan, content_hash, verdict, findings, catalog_version, author, created_at, model, clause_hashes)
        values (@TouchId, (select coalesce(max(version), 0) + 1 from drafts where touch_id = @TouchId), @Origin, @Language, @Level, @FromName,
          @FromAddress, @ToAddress, @ReplyTo, @Subject, @Body, @Attachments::jsonb, @Facts::jsonb, @FactsVersion, @Context::jsonb, @Plan::jsonb,
          @ContentHash, @Verdict, @Findings::jsonb, @CatalogVersion, @Author, @CreatedAt, @Model, @ClauseHashes)
        returning id
        """;

    /// <summary>Stores a draft as the next version of its touch and returns its id.</summary>
    public static Task<long> InsertAsync(NpgsqlConnection connection, DraftRow draft, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<long>(new CommandDefinition(Insert, draft, cancellationToken: cancellationToken));

    /// <summary>The draft with this id.</summary>
    public static Task<DraftRow> GetAsync(NpgsqlConnection connection, long id, CancellationToken cancellationToken) =>
        connection.QuerySingleAsync<DraftRow>(new CommandDefinition($"select {Columns} from drafts where id = @id", new { id }, cancellationToken: cancellationToken));

    /// <summary>The newest version of a touch's message; null before the first.</summary>
    public static Task<DraftRow?> LatestAsync(NpgsqlConnection connection, string touchId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<DraftRow?>(new CommandDefinition(
            $"select {Columns} from drafts where touch_id = @touchId order by version desc limit 1", new { touchId }, cancellationToken: cancellationToken));

    /// <summary>Stores what the gate found when it looked again.</summary>
    public static Task<int> SetVerdictAsync(
        NpgsqlConnection connection, long id, string verdict, string findings, string catalogVersion, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "update drafts set verdict = @verdict, findings = @findings::jsonb, catalog_version = @catalogVersion where id = @id",
            new { id, verdict, findings, catalogVersion }, cancellationToken: cancellationToken));
}
