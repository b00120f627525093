namespace Dunning.Agent;

/// <summary>Ends a verb with exit code 1 and this one line on standard error.</summary>
public sealed class FailureException(string message) : Exception(message);
