using Dunning.Flows.Tests.Support;

namespace Dunning.Flows.Tests.Sending;

/// <summary>The table of docs/outbox.md: a worker process is killed at each point, and another one goes on.</summary>
public sealed class KilledWhileSendingTests : FreshDatabase
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [DatabaseTheory]
    [InlineData(HoldAt.Recipient, 0)]
    [InlineData(HoldAt.AfterDataCommand, 0)]
    [InlineData(HoldAt.AfterFinalDot, 1)]
    public async Task A_worker_killed_in_the_dialogue_leaves_at_most_one_message_and_a_task_for_a_person(HoldAt point, int taken)
    {
        await using var server = new StagedSmtpServer();
        await using var scene = await OutboxScene.ApprovedAsync(Fresh, server);
        server.Hold = point;
        using var worker = OutboxScene.StartAgent(Fresh, server);
        (await server.Held.WaitAsync(Patience)).ShouldBeTrue("the worker should have reached the point");
        await OutboxScene.KillAsync(worker);
        server.LetGo();

        using var next = OutboxScene.StartAgent(Fresh, server);
        await next.WaitForExitAsync();

        server.Taken.Count(mail => mail.To == scene.Debtor).ShouldBe(taken);
        (await StateAsync(scene)).ShouldBe("unknown");
        (await scene.ScalarAsync<long>("select count(*) from tasks t join touches x on x.id = t.touch_id join cases c on c.id = x.case_id where t.kind = 'unknown_delivery' and c.customer_id = @CustomerId", new { scene.CustomerId })).ShouldBe(1);
    }

    [DatabaseFact]
    public async Task A_worker_killed_after_the_server_accepted_and_before_the_result_is_stored_is_not_repeated()
    {
        await using var server = new StagedSmtpServer();
        await using var scene = await OutboxScene.ApprovedAsync(Fresh, server);
        server.Hold = HoldAt.AfterFinalDot;
        using var worker = OutboxScene.StartAgent(Fresh, server);
        (await server.Held.WaitAsync(Patience)).ShouldBeTrue();

        // The row is locked, so that the result cannot be stored; then the server answers, and the worker dies waiting.
        await using (var connection = await scene.Source.OpenConnectionAsync())
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await using (var command = connection.CreateCommand())
            {
                command.CommandText = "select 1 from outbox where state = 'sending' for update";
                await command.ExecuteNonQueryAsync();
            }

            server.LetGo();
            await WaitUntilAsync(async () => await scene.ScalarAsync<long>("select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%update outbox%' and datname = current_database()") > 0);
            await OutboxScene.KillAsync(worker);
            await transaction.RollbackAsync();
        }

        // PostgreSQL notices the dead client when its statement ends.
        using var next = OutboxScene.StartAgent(Fresh, server);
        await next.WaitForExitAsync();

        server.Taken.Count(mail => mail.To == scene.Debtor).ShouldBe(1);
        (await StateAsync(scene)).ShouldBeOneOf("unknown", "sent");
    }

    [DatabaseFact]
    public async Task A_worker_that_nobody_kills_sends_once_and_a_second_run_sends_nothing()
    {
        await using var server = new StagedSmtpServer();
        await using var scene = await OutboxScene.ApprovedAsync(Fresh, server);
        for (var run = 0; run < 2; run++)
        {
            using var worker = OutboxScene.StartAgent(Fresh, server);
            await worker.WaitForExitAsync();
        }

        server.Taken.Count(mail => mail.To == scene.Debtor).ShouldBe(1);
        (await StateAsync(scene)).ShouldBe("sent");
    }

    private static Task<string> StateAsync(Scene scene) =>
        scene.ScalarAsync<string>("select o.state from outbox o join touches t on t.id = o.touch_id join cases c on c.id = t.case_id where c.customer_id = @CustomerId", new { scene.CustomerId });

    private static async Task WaitUntilAsync(Func<Task<bool>> condition)
    {
        for (var attempt = 0; !await condition(); attempt++)
        {
            attempt.ShouldBeLessThan(600);
            await Task.Delay(50);
        }
    }
}
