using Npgsql;

namespace Dunning.Postgres;

/// <summary>
/// The installation's clock: the simulated instant of the database when one is set, otherwise the system's.
/// Agent, console and simulator share it. The row is read by <see cref="RefreshAsync"/>, so that
/// <see cref="GetUtcNow"/> stays synchronous.
/// </summary>
public sealed class InstallationClock(NpgsqlDataSource source) : TimeProvider
{
    private DateTimeOffset? simulated;

    /// <summary>True when the database sets the time; instants from outside, such as a mail server's, are then replaced by it.</summary>
    public bool IsSimulated => simulated is not null;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => simulated ?? System.GetUtcNow();

    /// <summary>Reads the clock row; every flow does so before it starts.</summary>
    public async Task<DateTimeOffset> RefreshAsync(CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("select simulated from clock");
        simulated = await command.ExecuteScalarAsync(cancellationToken) is DateTime at ? new DateTimeOffset(at, TimeSpan.Zero) : null;
        return GetUtcNow();
    }

    /// <summary>Sets the simulated instant; null returns to the system's clock.</summary>
    public async Task SetAsync(DateTimeOffset? at, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("update clock set simulated = $1");
        command.Parameters.Add(new() { Value = at is { } value ? value.UtcDateTime : DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.TimestampTz });
        await command.ExecuteNonQueryAsync(cancellationToken);
        simulated = at;
    }
}
