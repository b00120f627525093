using Npgsql;

namespace Dunning.Postgres;

/// <summary>The installation's database. One data source per process and role.</summary>
public static class Database
{
    /// <summary>Opens a pool for a connection string in Npgsql's key=value form.</summary>
    public static NpgsqlDataSource Open(string connectionString)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        builder.ConnectionStringBuilder.Timezone = "UTC";
        builder.ConnectionStringBuilder.IncludeErrorDetail = false;
        return builder.Build();
    }

    /// <summary>Runs a statement without result.</summary>
    public static async Task<int> ExecuteAsync(this NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
