using System.CommandLine;
using System.Globalization;
using Dunning.Evals;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return await EvalCommands.Root().Parse(args).InvokeAsync();
