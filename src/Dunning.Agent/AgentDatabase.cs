using System.Net.Sockets;
using Dunning.Flows.Clauses.Approval;
using Dunning.Postgres;
using Npgsql;

namespace Dunning.Agent;

/// <summary>Opens the installation's database for a verb.</summary>
public static class AgentDatabase
{
    /// <summary>Applies missing migrations as the owner, then opens the agent's pool.</summary>
    /// <exception cref="FailureException">No database is configured or it cannot be reached.</exception>
    public static async Task<NpgsqlDataSource> OpenAsync(Settings settings, CancellationToken cancellationToken)
    {
        if (settings.Database is not { } agent || settings.Owner is not { } owner)
            throw new FailureException("DUNNING_DB is not set; start the verb with ./dunning, or set it to the database's connection string.");
        try
        {
            await using (var migrating = Database.Open(owner))
            {
                await Migrator.ApplyAsync(migrating, cancellationToken);
                // Installing a release approves its clauses as a set, under the name of whoever does it.
                await ClauseRelease.Shipped.RecordAsync(migrating, Environment.UserName is { Length: > 0 } user ? user : "installer", cancellationToken);
            }

            return Database.Open(agent);
        }
        catch (ArgumentException malformed)
        {
            throw new FailureException($"DUNNING_DB or DUNNING_DB_OWNER is not a connection string (Host=…;Username=…;Database=…): {malformed.Message}");
        }
        catch (InvalidOperationException changed)
        {
            throw new FailureException($"The schema cannot be brought up to date: {changed.Message}");
        }
        catch (NpgsqlException unreachable) when (unreachable.InnerException is SocketException or TimeoutException)
        {
            throw new FailureException($"The database cannot be reached: {unreachable.Message}");
        }
    }
}
