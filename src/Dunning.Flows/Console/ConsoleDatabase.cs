using Dunning.Flows.Auditing;
using Dunning.Flows.Clauses.Approval;
using Dunning.Flows.Sending;
using Dunning.Postgres;
using Npgsql;

namespace Dunning.Flows.Console;

/// <summary>The installation as the console sees it: its own database role, the shared clock, and the few flows it may start.</summary>
public sealed class ConsoleDatabase : IAsyncDisposable
{
    private readonly InstallationClock clock;

    private ConsoleDatabase(NpgsqlDataSource source)
    {
        Source = source;
        clock = new InstallationClock(source);
        Requests = new ConsoleRequests(source, clock);
        Kill = new KillSwitch(source, clock);
        Verify = new VerifyJournal(source);
        Clauses = new ClauseProposals(source, clock);
        Candidates = new ClauseCandidates(source, clock);
    }

    /// <summary>The console's pool.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>The installation's clock as last read by <see cref="NowAsync"/>.</summary>
    public TimeProvider Clock => clock;

    /// <summary>What people ask for.</summary>
    public ConsoleRequests Requests { get; }

    /// <summary>The kill switch; the one thing the console does by itself, since stopping must not wait for anybody.</summary>
    public KillSwitch Kill { get; }

    /// <summary>Verification of the journal.</summary>
    public VerifyJournal Verify { get; }

    /// <summary>Proposals and decisions about clauses, which the agent follows.</summary>
    public ClauseProposals Clauses { get; }

    /// <summary>What administrators do about learned wordings.</summary>
    public ClauseCandidates Candidates { get; }

    /// <summary>Opens the pool.</summary>
    /// <exception cref="ArgumentException">The connection string is malformed.</exception>
    public static ConsoleDatabase Open(string connectionString) => new(Database.Open(connectionString));

    /// <summary>Reads the shared clock.</summary>
    public Task<DateTimeOffset> NowAsync(CancellationToken cancellationToken) => clock.RefreshAsync(cancellationToken);

    /// <summary>The migrations this program needs and the database lacks.</summary>
    public async Task<IReadOnlyList<string>> MissingMigrationsAsync(CancellationToken cancellationToken)
    {
        await using var connection = await Source.OpenConnectionAsync(cancellationToken);
        return await Migrator.MissingAsync(connection, cancellationToken);
    }

    /// <summary>Writes a journal row in the caller's transaction.</summary>
    public Task NoteAsync(NpgsqlConnection connection, string kind, string actor, long? caseId, string? touchId, string why, object? data, CancellationToken cancellationToken) =>
        connection.AppendAsync(new(kind, actor, caseId, touchId, null, why, data), clock.GetUtcNow(), cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Source.DisposeAsync();
}
