using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Npgsql;

namespace Dunning.Postgres.Sending;

/// <summary>
/// Proof of life of a sending process: a session advisory lock that the database itself releases when the process
/// dies. No clock and no time-out is involved.
/// </summary>
public sealed class SenderLock : IAsyncDisposable
{
    private readonly NpgsqlConnection session;

    private SenderLock(NpgsqlConnection session, string owner)
    {
        this.session = session;
        Owner = owner;
    }

    /// <summary>Name of this owner, new for every process.</summary>
    public string Owner { get; }

    /// <summary>Takes the lock under a fresh name and holds it until disposed.</summary>
    public static async Task<SenderLock> TakeAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        var owner = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";
        var opened = await source.OpenConnectionAsync(cancellationToken);
        await opened.ExecuteAsync(new CommandDefinition("select pg_advisory_lock(@key)", new { key = KeyOf(owner) }, cancellationToken: cancellationToken));
        return new(opened, owner);
    }

    /// <summary>Whether the owner's process is still connected.</summary>
    public static async Task<bool> IsHeldAsync(NpgsqlConnection asking, string owner, CancellationToken cancellationToken) =>
        !await asking.ExecuteScalarAsync<bool>(new CommandDefinition(
            "select pg_try_advisory_xact_lock(@key)", new { key = KeyOf(owner) }, cancellationToken: cancellationToken));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // A pooled connection would keep the session lock until it is reused.
        await session.ExecuteAsync("select pg_advisory_unlock_all()");
        await session.DisposeAsync();
    }

    private static long KeyOf(string owner) =>
        BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes("sender:" + owner)));
}
