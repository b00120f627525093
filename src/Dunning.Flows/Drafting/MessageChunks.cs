using Dapper;
using Microsoft.Extensions.AI;
using Npgsql;

namespace Dunning.Flows.Drafting;

/// <summary>The searchable memory of a mail: its text in pieces with their embeddings, kept per account.</summary>
internal static class MessageChunks
{
    private const int MostChunks = 20;
    private const int ChunkLength = 600;

    private const string Insert =
        """
        insert into message_chunks (message_id, entity_id, customer_id, model, text, embedding)
        select @messageId, @entityId, @customerId, @model, c.text, c.embedding::real[]::vector
        from unnest(@texts, @vectors) as c (text, embedding)
        """;

    /// <summary>Stores the pieces of one message, with the vectors of the built-in embedding; a provider's come later (<see cref="EmbedMessages"/>).</summary>
    public static async Task StoreAsync(
        NpgsqlConnection connection, IEmbeddingGenerator<string, Embedding<float>> embeddings, long messageId, string entityId, long customerId,
        string text, CancellationToken cancellationToken)
    {
        var pieces = Split(text).Take(MostChunks).ToArray();
        if (pieces.Length == 0) return;
        var vectors = await embeddings.GenerateAsync(pieces, null, cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            Insert,
            new { messageId, entityId, customerId, model = vectors[0].ModelId, texts = pieces, vectors = vectors.Select(vector => VectorText.Of(vector.Vector)).ToArray() },
            cancellationToken: cancellationToken));
    }

    /// <summary>Paragraphs, joined up to a length.</summary>
    private static IEnumerable<string> Split(string text)
    {
        var piece = "";
        foreach (var paragraph in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (piece.Length > 0 && piece.Length + paragraph.Length > ChunkLength)
            {
                yield return piece;
                piece = "";
            }

            piece = piece.Length == 0 ? paragraph : $"{piece}\n{paragraph}";
        }

        if (piece.Length > 0) yield return piece.Length > 4 * ChunkLength ? piece[..(4 * ChunkLength)] : piece;
    }
}
