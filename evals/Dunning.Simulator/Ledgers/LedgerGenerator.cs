namespace Dunning.Simulator.Ledgers;

/// <summary>Generates the sample ledger. Equal seed and start give an equal ledger.</summary>
public static class LedgerGenerator
{
    /// <summary>About 300 customers of three entities with nine months of history up to the day before the start.</summary>
    /// <param name="mailbox">The address replies come back to.</param>
    /// <param name="customersPerEntity">How many customers each entity has.</param>
    public static SampleLedger Generate(int seed, DateOnly start, string mailbox, int customersPerEntity)
    {
        var random = new Random(seed);
        var entities = SampleEntity.All(mailbox);
        var customers = new CustomerGenerator(random, []);
        var invoices = new InvoiceGenerator(random, start, []);
        List<SampleCustomer> all = [.. entities.SelectMany(entity => customers.Of(entity, customersPerEntity))];
        all.ForEach(invoices.Fill);
        return new(start, entities, all);
    }
}
