namespace Dunning.Flows.Policies;

/// <summary>What is wrong in a policy file, and where.</summary>
public sealed record PolicyProblem(string File, int Line, int Column, string Field, string Reason)
{
    /// <summary>One line: file, line, column, field and cause.</summary>
    public override string ToString() => $"{File}({Line},{Column}): {Field}: {Reason}";
}

/// <summary>A policy file cannot be used. All of its problems are named at once.</summary>
public sealed class PolicyException(IReadOnlyList<PolicyProblem> problems)
    : Exception($"the policy file has {(problems.Count == 1 ? "an error" : $"{problems.Count} errors")}:\n{string.Join('\n', problems)}")
{
    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<PolicyProblem> Problems { get; } = problems;
}
