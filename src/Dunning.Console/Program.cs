using System.Globalization;
using Dunning.Console.Hosting;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

try
{
    var options = ConsoleOptions.Read(args);
    await using var app = await ConsoleHost.BuildAsync(options, CancellationToken.None);
    await app.StartAsync();
    await System.Console.Error.WriteLineAsync($"The console is at {string.Join(", ", app.Urls)}.");
    await app.WaitForShutdownAsync();
    return 0;
}
catch (UsageException wrong)
{
    await System.Console.Error.WriteLineAsync(wrong.Message);
    return 2;
}
catch (Exception failure) when (failure is StartException or IOException)
{
    await System.Console.Error.WriteLineAsync(failure.Message);
    return 1;
}
