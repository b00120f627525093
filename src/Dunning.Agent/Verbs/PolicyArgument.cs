using Dunning.Core.Cadence;

namespace Dunning.Agent.Verbs;

/// <summary>The policies that an argument names.</summary>
internal static class PolicyArgument
{
    /// <summary>The built-in policy for <c>default</c>, otherwise those of a policy file.</summary>
    /// <exception cref="FailureException">There is no such file, or it is not valid.</exception>
    public static PolicySet Resolve(string name) => name == "default" ? PolicySet.Default : InstallationEnvironment.PoliciesOf(name, "--policy");
}
