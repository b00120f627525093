namespace Dunning.Agent;

/// <summary>What the agent reads from the environment; nothing else looks there.</summary>
/// <param name="Home">DUNNING_HOME: models, secrets and private servers of this installation.</param>
/// <param name="Database">DUNNING_DB: the agent's connection string.</param>
/// <param name="Owner">DUNNING_DB_OWNER: the role that may change the schema; the agent's own when it is not given.</param>
public sealed record Settings(string Home, string? Database, string? Owner)
{
    /// <summary>Reads the environment.</summary>
    public static Settings FromEnvironment()
    {
        var database = Variable("DUNNING_DB");
        return new(Variable("DUNNING_HOME") ?? ".dunning", database, Variable("DUNNING_DB_OWNER") ?? database);
    }

    /// <summary>Where the trained late-payment model of this installation lies.</summary>
    public string LatePaymentModel => Path.Combine(Home, "models", "late-payment.model");

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
