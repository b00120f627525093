using Dunning.Console.Hosting;

namespace Dunning.Console.Access;

/// <summary>The first user, made when there is none.</summary>
internal static class FirstAdministrator
{
    public const string Name = "admin";

    /// <summary>Where the first password lies until it is changed.</summary>
    public static string PasswordFile(string home) => Path.Combine(home, "secrets", "console-admin-password");

    /// <summary>Makes the administrator with a generated password, which is printed once; only its hash is stored.</summary>
    public static async Task EnsureAsync(UserStore users, string home, TextWriter output, CancellationToken cancellationToken)
    {
        if ((await users.AllAsync(cancellationToken)).Count > 0) return;
        var password = Secrets.Make();
        if (!await users.AddAsync(Name, Roles.Admin, password, "console", cancellationToken)) return;
        await PrivateFolder.WriteAsync(PasswordFile(home), password, cancellationToken);
        await output.WriteLineAsync($"First sign-in: user {Name}, password {password} (shown this once; kept in {PasswordFile(home)} until you change it)".AsMemory(), cancellationToken);
    }

    /// <summary>Removes the file once the password in it is no longer the administrator's.</summary>
    public static void Forget(string home) => File.Delete(PasswordFile(home));
}
