namespace Dunning.Flows.Tests.Support;

public sealed class TestDatabaseTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [DatabaseFact]
    public async Task A_fresh_database_is_migrated_and_empty()
    {
        (await database.ScalarAsync<long>("select count(*) from schema_migrations")).ShouldBeGreaterThan(3);
        (await database.ScalarAsync<long>("select count(*) from customers")).ShouldBe(0);
    }

    [DatabaseFact]
    public async Task Each_class_gets_a_database_of_its_own()
    {
        var other = new TestDatabase();
        await other.InitializeAsync();
        try
        {
            await other.ExecuteAsync("update clock set simulated = '2026-01-02'");
            (await other.Clock.RefreshAsync(default)).Year.ShouldBe(2026);
            (await database.ScalarAsync<bool>("select simulated is null from clock")).ShouldBeTrue();
        }
        finally
        {
            await other.DisposeAsync();
        }
    }
}
