using Dunning.Core.Cadence;

namespace Dunning.Agent.Verbs;

/// <summary>The policy that an argument names.</summary>
internal static class PolicyArgument
{
    /// <summary>The built-in policy for <c>default</c>.</summary>
    /// <exception cref="FailureException">There is no such policy.</exception>
    public static Policy Resolve(string name) =>
        name == "default" ? Policy.Default : throw new FailureException($"--policy '{name}': there is no such policy; there is 'default'.");
}
