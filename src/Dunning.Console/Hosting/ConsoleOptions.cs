using System.Globalization;

namespace Dunning.Console.Hosting;

/// <summary>The command line was wrong.</summary>
public sealed class UsageException(string message) : Exception(message);

/// <summary>The console cannot start.</summary>
public sealed class StartException(string message) : Exception(message);

/// <summary>What the console reads from its surroundings; nothing else looks there.</summary>
/// <param name="Database">Connection string of the console's role.</param>
/// <param name="Home">Folder of this installation: keys and the first password.</param>
/// <param name="Urls">Where to listen; null leaves it to the host's own variables.</param>
public sealed record ConsoleOptions(string Database, string Home, string? Urls)
{
    private const string Usage = "usage: console [--port PORT | --urls URLS]";

    /// <summary>Reads the arguments and the environment.</summary>
    /// <exception cref="UsageException">An argument is unknown or has no value.</exception>
    /// <exception cref="StartException">No database is configured.</exception>
    public static ConsoleOptions Read(string[] args)
    {
        string? urls = null;
        for (var i = 0; i < args.Length; i += 2)
        {
            var value = i + 1 < args.Length ? args[i + 1] : null;
            urls = (args[i], value) switch
            {
                ("--port", { } port) => int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 65536
                    ? $"http://127.0.0.1:{number}"
                    : throw new UsageException($"'{port}' is not a port (1 to 65535); {Usage}"),
                ("--urls", { } listed) => listed,
                ("--port" or "--urls", null) => throw new UsageException($"{args[i]} needs a value; {Usage}"),
                _ => throw new UsageException($"unknown argument '{args[i]}'; {Usage}"),
            };
        }

        var database = Variable("DUNNING_DB_CONSOLE") ?? Variable("DUNNING_DB")
            ?? throw new StartException("DUNNING_DB_CONSOLE is not set; start the console with ./dunning console, or set it to the connection string of the console's role.");
        if (urls is null && Variable("ASPNETCORE_URLS") is null && Variable("ASPNETCORE_HTTP_PORTS") is null) urls = "http://127.0.0.1:8080";
        return new(database, Path.GetFullPath(Variable("DUNNING_HOME") ?? ".dunning"), urls);
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
