namespace Dunning.Flows.Tests.Support;

/// <summary>Tests that each get a database of their own.</summary>
public abstract class FreshDatabase : IAsyncLifetime
{
    protected TestDatabase Fresh { get; } = new();

    public Task InitializeAsync() => Fresh.InitializeAsync();

    public Task DisposeAsync() => Fresh.DisposeAsync();
}
