using System.Globalization;
using Dunning.Benchmarks;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// bench [import|cycle] [--full]: figures as ratios against a reference measured in the same run, since machines differ;
// --full adds ledgers of a million invoices.
if (args.Any(arg => arg.StartsWith('-') && arg != "--full" && arg != "--json"))
{
    Console.Error.WriteLine("bench [import|cycle] [--full]");
    return 2;
}

var names = args.Where(arg => !arg.StartsWith('-')).ToArray();
if (names.Except(["import", "cycle"], StringComparer.Ordinal).FirstOrDefault() is { } unknown)
{
    Console.Error.WriteLine($"bench: there is no benchmark '{unknown}'; there are import and cycle.");
    return 2;
}

if (Environment.GetEnvironmentVariable("DUNNING_DB_OWNER") is not { Length: > 0 } owner)
{
    Console.Error.WriteLine("bench: DUNNING_DB_OWNER is not set; start it with ./dunning bench.");
    return 1;
}

var full = args.Contains("--full");
if (names.Length == 0 || names.Contains("import")) await LedgerBench.RunAsync(owner, full ? [10_000, 100_000, 1_000_000] : [10_000, 100_000], CancellationToken.None);
if (names.Length == 0 || names.Contains("cycle")) await CycleBench.RunAsync(owner, full ? [10_000, 100_000, 1_000_000] : [10_000, 100_000], CancellationToken.None);
return 0;
