namespace Dunning.Simulator.Demo;

/// <summary>What a demo run is like.</summary>
/// <param name="Days">Simulated business days, 1 to 60.</param>
/// <param name="Seed">Equal seeds give equal ledgers and equal habits.</param>
/// <param name="CustomersPerEntity">Size of the ledger.</param>
public sealed record DemoOptions(int Days, int Seed, int CustomersPerEntity)
{
    /// <summary>The first simulated day, a Monday.</summary>
    public DateOnly Start { get; init; } = new(2026, 6, 1);
}
