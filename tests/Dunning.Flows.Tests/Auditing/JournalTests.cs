using Dapper;
using Dunning.Flows.Auditing;
using Dunning.Flows.Tests.Support;
using Dunning.Postgres;
using Npgsql;

namespace Dunning.Flows.Tests.Auditing;

public sealed class JournalTests : FreshDatabase
{
    [DatabaseFact]
    public async Task Sealed_rows_verify_and_the_tail_is_reported()
    {
        await WriteAsync("first", "second");
        await SealAllAsync(2);
        await WriteAsync("third");

        var result = await VerifyAsync();
        (result.Ok, result.Seals, result.Rows, result.UnsealedRows).ShouldBe((true, 1L, 2L, 1L));
    }

    [DatabaseTheory]
    [InlineData("update journal set why = 'forged' where seq = 2", "changed")]
    [InlineData("update journal set at = at + interval '1 second' where seq = 1", "changed")]
    [InlineData("delete from journal where seq = 2", "covered 2 rows; 1 are there")]
    [InlineData("delete from journal_seals where number = 1", "missing")]
    public async Task Tampering_behind_the_triggers_is_found_at_its_seal(string tampering, string explanation)
    {
        await WriteAsync("first", "second");
        await SealAllAsync(2);
        await WriteAsync("third");
        await SealAllAsync(1);
        await using (var connection = await Fresh.Source.OpenConnectionAsync())
        {
            await connection.ExecuteAsync($"alter table journal disable trigger all; alter table journal_seals disable trigger all; {tampering}");
        }

        var result = await VerifyAsync();
        result.Ok.ShouldBeFalse();
        result.Explanation.ShouldContain(explanation);
    }

    [DatabaseTheory]
    [InlineData("update journal set why = 'forged'")]
    [InlineData("delete from journal")]
    [InlineData("truncate journal")]
    [InlineData("delete from journal_seals")]
    public async Task The_journal_refuses_every_change(string change)
    {
        await WriteAsync("first");
        await SealAllAsync(1);
        await using var connection = await Fresh.Source.OpenConnectionAsync();
        (await Should.ThrowAsync<PostgresException>(() => connection.ExecuteAsync(change))).MessageText.ShouldContain("append-only");
    }

    [DatabaseFact]
    public async Task A_row_of_a_slow_transaction_is_sealed_later_and_breaks_nothing()
    {
        await using var slow = await Fresh.Source.OpenConnectionAsync();
        await using var transaction = await slow.BeginTransactionAsync();
        await slow.AppendAsync(Entry("slow"), DateTimeOffset.UnixEpoch, default);
        await WriteAsync("quick");
        (await SealAsync()).ShouldBe(0, "a transaction below is still running");
        await transaction.CommitAsync();

        await SealAllAsync(2);
        (await VerifyAsync()).Ok.ShouldBeTrue();
    }

    [DatabaseFact]
    public async Task Two_sealers_at_once_make_one_chain()
    {
        for (var round = 0; round < 5; round++)
        {
            await WriteAsync($"row {round}", "another");
            await Task.WhenAll(SealAsync(), SealAsync(), SealAsync());
        }

        for (var attempt = 0; (await VerifyAsync()).UnsealedRows > 0 && attempt < 400; attempt++) await SealAsync();
        var result = await VerifyAsync();
        (result.Ok, result.Rows).ShouldBe((true, 10L));
    }

    private async Task WriteAsync(params string[] whys)
    {
        foreach (var why in whys)
        {
            await using var connection = await Fresh.Source.OpenConnectionAsync();
            await connection.AppendAsync(Entry(why), DateTimeOffset.UnixEpoch, default);
        }
    }

    private static JournalEntry Entry(string why) => new("noted", "agent", null, null, null, why, new { number = 1.50m, nested = new { text = "ü;|" } });

    // A transaction that runs anywhere on the server, also in another test's database, keeps the newest rows unsealed.
    private async Task SealAllAsync(long rows)
    {
        for (var attempt = 0; rows > 0; attempt++)
        {
            attempt.ShouldBeLessThan(400);
            rows -= await SealAsync();
            if (rows > 0) await Task.Delay(25);
        }
    }

    private Task<long> SealAsync() => new SealJournal(Fresh.Source, TimeProvider.System).RunAsync(default);

    private Task<JournalVerification> VerifyAsync() => new VerifyJournal(Fresh.Source).RunAsync(1, default);
}
