using Npgsql;

namespace Dunning.Postgres;

/// <summary>Counts the tokens language models use per day, over restarts and for all agents together.</summary>
public sealed class ModelUsage(NpgsqlDataSource source)
{
    private const string Reserve =
        """
        insert into model_usage as u (day, model, calls, tokens) select $1, $2, 1, $3 where $3 <= $4
        on conflict (day, model) do update set calls = u.calls + 1, tokens = u.tokens + excluded.tokens where u.tokens + excluded.tokens <= $4
        returning tokens
        """;

    private const string Correct = "update model_usage set tokens = greatest(0, tokens + $3) where day = $1 and model = $2";

    /// <summary>Takes tokens from the day's budget before a call.</summary>
    /// <returns>False when the budget does not hold them; nothing is taken then.</returns>
    public async Task<bool> TakeAsync(DateOnly day, string model, long tokens, long budget, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(Reserve);
        foreach (object value in new object[] { day, model, tokens, budget }) command.Parameters.Add(new() { Value = value });
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    /// <summary>Corrects what was taken to what was used.</summary>
    public async Task CorrectAsync(DateOnly day, string model, long difference, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(Correct);
        foreach (object value in new object[] { day, model, difference }) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
