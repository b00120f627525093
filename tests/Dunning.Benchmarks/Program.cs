using System.Globalization;
using Dunning.Benchmarks;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// bench [import|cycle|read|guardrails] [--full]: figures as ratios against a reference measured in the same run, since machines differ;
// --full adds ledgers of a million invoices and 100,000 mails.
if (args.Any(arg => arg.StartsWith('-') && arg != "--full" && arg != "--json"))
{
    Console.Error.WriteLine("bench [import|cycle|read|guardrails] [--full]");
    return 2;
}

var names = args.Where(arg => !arg.StartsWith('-')).ToArray();
if (names.Except(["import", "cycle", "read", "guardrails"], StringComparer.Ordinal).FirstOrDefault() is { } unknown)
{
    Console.Error.WriteLine($"bench: there is no benchmark '{unknown}'; there are import, cycle, read and guardrails.");
    return 2;
}

var full = args.Contains("--full");
if (names.Length == 0 || names.Contains("read")) await ReadBench.RunAsync(full ? [10_000, 100_000] : [2_000, 10_000], CancellationToken.None);
if (names.Length == 0 || names.Contains("guardrails")) GuardrailBench.Run();
if (names.Length > 0 && names.All(static name => name is "read" or "guardrails")) return 0;
if (Environment.GetEnvironmentVariable("DUNNING_DB_OWNER") is not { Length: > 0 } owner)
{
    Console.Error.WriteLine("bench: DUNNING_DB_OWNER is not set; start it with ./dunning bench.");
    return 1;
}

if (names.Length == 0 || names.Contains("import")) await LedgerBench.RunAsync(owner, full ? [10_000, 100_000, 1_000_000] : [10_000, 100_000], CancellationToken.None);
if (names.Length == 0 || names.Contains("cycle")) await CycleBench.RunAsync(owner, full ? [10_000, 100_000, 1_000_000] : [10_000, 100_000], CancellationToken.None);
return 0;
