using Dapper;
using Dunning.Flows.Console;
using Microsoft.AspNetCore.Identity;

namespace Dunning.Console.Access;

/// <summary>A user as stored.</summary>
public sealed record UserRow(long Id, string Name, string PasswordHash, string Role, int FailedAttempts, DateTime? LockedUntil, DateTime CreatedAt, string SecurityStamp);

/// <summary>Outcome of a sign-in.</summary>
public abstract record SignInOutcome
{
    private SignInOutcome() { }

    /// <summary>The password is right.</summary>
    public sealed record Welcome(UserRow User) : SignInOutcome;

    /// <summary>Unknown name or wrong password; which of them is not said.</summary>
    public sealed record Wrong : SignInOutcome;

    /// <summary>Too many failures; also given for the right password, until the time has passed.</summary>
    public sealed record Locked : SignInOutcome;
}

/// <summary>The console's users.</summary>
public sealed class UserStore(ConsoleDatabase database)
{
    /// <summary>Failures after which a user is locked.</summary>
    public const int MostFailures = 5;

    /// <summary>Shortest password that is accepted.</summary>
    public const int ShortestPassword = 12;

    private static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    private static readonly PasswordHasher<string> Hasher = new();

    // Verified for unknown names, so that the answer takes as long as for known ones.
    private static readonly string NobodysHash = Hasher.HashPassword("", Guid.NewGuid().ToString());

    private const string Columns = "id, name, password_hash, role, failed_attempts, locked_until, created_at, security_stamp";

    // The attempt is counted before the password is looked at: many at once cannot get past the limit.
    private const string CountAttempt =
        """
        update users set
          failed_attempts = case when locked_until <= @now then 1 else failed_attempts + 1 end,
          locked_until = case when locked_until <= @now then null when failed_attempts + 1 >= @most then @until else locked_until end
        where name = @name and (locked_until is null or locked_until <= @now)
        returning id, name, password_hash, role, failed_attempts, locked_until, created_at, security_stamp
        """;

    /// <summary>Checks a name and a password. Lockout runs on the real clock, whatever day is simulated.</summary>
    public async Task<SignInOutcome> SignInAsync(string name, string password, CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        var known = await connection.ExecuteScalarAsync<bool>(new CommandDefinition("select exists (select from users where name = @name)", new { name }, cancellationToken: cancellationToken));
        var user = await connection.QuerySingleOrDefaultAsync<UserRow>(new CommandDefinition(
            CountAttempt, new { name, now = now.UtcDateTime, until = (now + LockedFor).UtcDateTime, most = MostFailures }, cancellationToken: cancellationToken));
        var verified = Hasher.VerifyHashedPassword(name, user?.PasswordHash ?? NobodysHash, password);
        if (user is null) return known ? new SignInOutcome.Locked() : new SignInOutcome.Wrong();
        if (verified == PasswordVerificationResult.Failed)
        {
            if (user.LockedUntil is null) return new SignInOutcome.Wrong();
            await database.NoteAsync(connection, "user_locked", name, null, null, $"{MostFailures} wrong passwords in a row", new { user = user.Id }, cancellationToken);
            return new SignInOutcome.Locked();
        }

        await connection.ExecuteAsync(new CommandDefinition("update users set failed_attempts = 0, locked_until = null where id = @Id", user, cancellationToken: cancellationToken));
        return new SignInOutcome.Welcome(user);
    }

    /// <summary>All users by name.</summary>
    public async Task<IReadOnlyList<UserRow>> AllAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        return [.. await connection.QueryAsync<UserRow>(new CommandDefinition($"select {Columns} from users order by name", cancellationToken: cancellationToken))];
    }

    /// <summary>The user with this id; null when there is none.</summary>
    public async Task<UserRow?> FindAsync(long id, CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<UserRow?>(new CommandDefinition($"select {Columns} from users where id = @id", new { id }, cancellationToken: cancellationToken));
    }

    /// <summary>Adds a user; false when the name is taken.</summary>
    public async Task<bool> AddAsync(string name, string role, string password, string actor, CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var id = await connection.ExecuteScalarAsync<long?>(new CommandDefinition(
            "insert into users (name, password_hash, role, created_at, security_stamp) values (@name, @hash, @role, @now, @stamp) on conflict (name) do nothing returning id",
            new { name, role, hash = Hasher.HashPassword(name, password), now = TimeProvider.System.GetUtcNow().UtcDateTime, stamp = Secrets.Make() }, cancellationToken: cancellationToken));
        if (id is null) return false;
        await database.NoteAsync(connection, "user_added", actor, null, null, $"{actor} added a user with the role {role}", new { user = id, role }, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Sets a password, unlocks the user and ends the user's other sessions.</summary>
    public async Task SetPasswordAsync(UserRow user, string password, string actor, CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "update users set password_hash = @hash, failed_attempts = 0, locked_until = null, security_stamp = @stamp where id = @Id",
            new { hash = Hasher.HashPassword(user.Name, password), stamp = Secrets.Make(), user.Id }, cancellationToken: cancellationToken));
        await database.NoteAsync(connection, "password_set", actor, null, null, $"{actor} set a password", new { user = user.Id }, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Gives a user another role and ends the user's sessions.</summary>
    public async Task SetRoleAsync(UserRow user, string role, string actor, CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "update users set role = @role, security_stamp = @stamp where id = @Id", new { role, stamp = Secrets.Make(), user.Id }, cancellationToken: cancellationToken));
        await database.NoteAsync(connection, "role_set", actor, null, null, $"{actor} changed a role from {user.Role} to {role}", new { user = user.Id, role }, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Whether a password is the user's.</summary>
    public static bool IsPassword(UserRow user, string password) =>
        Hasher.VerifyHashedPassword(user.Name, user.PasswordHash, password) != PasswordVerificationResult.Failed;
}
