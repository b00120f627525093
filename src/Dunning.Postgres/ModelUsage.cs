using Npgsql;

namespace Dunning.Postgres;

/// <summary>Tokens of a call.</summary>
public sealed record ModelTokens(long Input, long Output)
{
    /// <summary>Both together.</summary>
    public long Total => Input + Output;
}

/// <summary>What a call may use at most.</summary>
/// <param name="CaseId">The case it is about; null for none.</param>
public sealed record ModelBudget(long TokensPerDay, long? CaseId, long TokensPerCase);

/// <summary>Whether a budget holds a call.</summary>
public enum BudgetAnswer
{
    /// <summary>It does, and the tokens are taken.</summary>
    Taken,

    /// <summary>The day of the installation is used up; nothing is taken.</summary>
    DaySpent,

    /// <summary>The case has used up its share; nothing is taken.</summary>
    CaseSpent,
}

/// <summary>Counts the tokens language models use per day and per case, over restarts and for all agents together.</summary>
public sealed class ModelUsage(NpgsqlDataSource source)
{
    private const string ReserveCase =
        """
        insert into model_case_usage as u (case_id, calls, tokens) select $1, 1, $2 where $2 <= $3
        on conflict (case_id) do update set calls = u.calls + 1, tokens = u.tokens + excluded.tokens where u.tokens + excluded.tokens <= $3
        returning tokens
        """;

    private const string ReserveDay =
        """
        insert into model_usage as u (day, model, calls, tokens, input_tokens, output_tokens) select $1, $2, 1, $3 + $4, $3, $4 where $3 + $4 <= $5
        on conflict (day, model) do update set calls = u.calls + 1, tokens = u.tokens + excluded.tokens,
          input_tokens = u.input_tokens + excluded.input_tokens, output_tokens = u.output_tokens + excluded.output_tokens
          where u.tokens + excluded.tokens <= $5
        returning tokens
        """;

    private const string CorrectDay =
        """
        update model_usage set tokens = greatest(0, tokens + $3 + $4), input_tokens = greatest(0, input_tokens + $3), output_tokens = greatest(0, output_tokens + $4)
        where day = $1 and model = $2
        """;

    private const string CorrectCase = "update model_case_usage set tokens = greatest(0, tokens + $2) where case_id = $1";

    /// <summary>Takes tokens from the budgets of the day and of the case before a call.</summary>
    public async Task<BudgetAnswer> TakeAsync(DateOnly day, string model, ModelTokens most, ModelBudget budget, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (budget.CaseId is { } id && !await RunAsync(connection, ReserveCase, [id, most.Total, budget.TokensPerCase], cancellationToken)) return BudgetAnswer.CaseSpent;
        if (!await RunAsync(connection, ReserveDay, [day, model, most.Input, most.Output, budget.TokensPerDay], cancellationToken)) return BudgetAnswer.DaySpent;
        await transaction.CommitAsync(cancellationToken);
        return BudgetAnswer.Taken;
    }

    /// <summary>Corrects what was taken to what was used.</summary>
    public async Task CorrectAsync(DateOnly day, string model, long? caseId, ModelTokens taken, ModelTokens used, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await RunAsync(connection, CorrectDay, [day, model, used.Input - taken.Input, used.Output - taken.Output], cancellationToken);
        if (caseId is { } id) await RunAsync(connection, CorrectCase, [id, used.Total - taken.Total], cancellationToken);
    }

    private static async Task<bool> RunAsync(NpgsqlConnection connection, string sql, object[] values, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }
}
