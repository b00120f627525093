using System.CommandLine;
using System.Globalization;
using Dunning.Simulator.Demo;
using Npgsql;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

var root = new RootCommand("Simulator of Dunning Agent") { DemoCommand.Create(TimeProvider.System) };
var parsed = root.Parse(args);
if (parsed.Errors is [var misuse, ..])
{
    Console.Error.WriteLine($"dunning: {misuse.Message}");
    return 2;
}

try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception failure) when (failure is InvalidOperationException or NpgsqlException or IOException or Dunning.Mail.Wire.WireException)
{
    // One clear line instead of a stack trace; the cause is in the message.
    Console.Error.WriteLine($"dunning: {failure.Message}");
    return 1;
}
