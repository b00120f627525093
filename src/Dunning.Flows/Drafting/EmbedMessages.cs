using Dapper;
using Microsoft.Extensions.AI;
using Npgsql;

namespace Dunning.Flows.Drafting;

/// <summary>Vectors of a model do not go with those stored under its name; the message says what to do.</summary>
public sealed class EmbeddingLengthException(string message) : Exception(message);

/// <summary>
/// Gives stored mails the vectors of the configured model, beside the built-in ones: newly received ones, and all older
/// ones after a model was configured or changed. Reading and sending never wait for its server.
/// </summary>
/// <param name="model">The model's name, stored with each vector.</param>
public sealed class EmbedMessages(NpgsqlDataSource source, IEmbeddingGenerator<string, Embedding<float>> embeddings, string model)
{
    private const int MostMessages = 200;

    private const string Waiting =
        """
        select k.message_id from message_chunks k where k.model = @builtIn and not exists (select from message_chunks o where o.message_id = k.message_id and o.model = @model)
        group by k.message_id order by k.message_id desc limit @most
        """;

    private const string Pieces = "select entity_id, customer_id, text from message_chunks where message_id = @id and model = @builtIn order by id";

    // Once is enough, also when two agents work on the same message.
    private const string Store =
        """
        insert into message_chunks (message_id, entity_id, customer_id, model, text, embedding)
        select @id, @entityId, @customerId, @model, c.text, c.embedding::real[]::vector from unnest(@texts, @vectors) as c (text, embedding)
        where not exists (select from message_chunks o where o.message_id = @id and o.model = @model)
        """;

    private const string KnownLength = "select vector_dims(embedding) from message_chunks where model = @model limit 1";

    /// <summary>Works on the newest mails that wait.</summary>
    /// <returns>How many got their vectors.</returns>
    /// <exception cref="EmbeddingLengthException">The model's vectors have another length than before.</exception>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var ids = (await connection.QueryAsync<long>(new CommandDefinition(
            Waiting, new { builtIn = HashedEmbeddings.ModelId, model, most = MostMessages }, cancellationToken: cancellationToken))).ToList();
        var known = await connection.ExecuteScalarAsync<int?>(new CommandDefinition(KnownLength, new { model }, cancellationToken: cancellationToken));
        foreach (var id in ids) known = await EmbedAsync(connection, id, known, cancellationToken);
        return ids.Count;
    }

    private async Task<int> EmbedAsync(NpgsqlConnection connection, long id, int? known, CancellationToken cancellationToken)
    {
        var pieces = (await connection.QueryAsync<(string EntityId, long CustomerId, string Text)>(new CommandDefinition(
            Pieces, new { id, builtIn = HashedEmbeddings.ModelId }, cancellationToken: cancellationToken))).ToList();
        var vectors = await embeddings.GenerateAsync(pieces.Select(piece => piece.Text), null, cancellationToken);
        var length = vectors[0].Vector.Length;
        if (known is { } before && before != length)
            throw new EmbeddingLengthException($"the embedding model '{model}' gives vectors of {length} numbers, those stored under its name have {before}: set DUNNING_EMBEDDING_MODEL to a name of its own, or delete the old vectors");
        await connection.ExecuteAsync(new CommandDefinition(
            Store,
            new
            {
                id, pieces[0].EntityId, pieces[0].CustomerId, model, texts = pieces.Select(piece => piece.Text).ToArray(),
                vectors = vectors.Select(vector => VectorText.Of(vector.Vector)).ToArray(),
            },
            cancellationToken: cancellationToken));
        return length;
    }
}
