using Dunning.Flows.Tests.Sending;
using Dunning.Flows.Tests.Support;
using Dunning.Flows.Timing;

namespace Dunning.Flows.Tests.Timing;

/// <summary>The scene's clock stands on Tuesday 10 March 2026, 10:00 in London; the debtor is in London.</summary>
public sealed class LearnContactTimesTests : FreshDatabase
{
    [DatabaseFact]
    public async Task A_customer_that_answers_in_the_afternoon_is_written_to_then_and_not_once_more()
    {
        await using var server = new StagedSmtpServer();
        await using var scene = await Scene.OpenAsync(Fresh, settings: OutboxScene.Settings(Fresh, server));
        await AnswersAtAsync(scene, 15);
        await scene.InvoiceAsync(900m, 12);
        (await scene.Agent.Timing.RunAsync(default)).ShouldBe(new TimingCounts(40, 1, 1, 0, 0));
        // The three Mondays before the clocks went back were an hour later for the debtor.
        (await RowAsync(scene)).ShouldBe("learned 15 40 20 17 17");
        (await scene.ScalarAsync<string>("select explanation from contact_preferences where customer_id is not null"))
            .ShouldStartWith("answered 17 of 17 mails sent 15–16 and 3 of 23 at other hours: best at 15–16");

        await scene.CycleAsync();
        await scene.ApproveAllAsync();
        (await scene.Agent.Approvals.RunAsync(default)).Approved.ShouldBe(1);
        (await scene.ScalarAsync<DateTime>("select not_before from outbox")).ShouldBe(new DateTime(2026, 3, 10, 15, 0, 0, DateTimeKind.Utc));
        (await scene.ScalarAsync<string>("select answer from approvals")).ShouldStartWith("approved and queued for sending; hour chosen: answered 17 of 17");
        (await scene.Agent.Send.RunAsync(default)).Sent.ShouldBe(0, "its hour has not come");
        await scene.AdvanceAsync(TimeSpan.FromHours(5.1));
        (await scene.Agent.Send.RunAsync(default)).Sent.ShouldBe(1, await scene.ScalarAsync<string>("select response from outbox"));
        server.Taken.Count.ShouldBe(1);
        (await scene.ScalarAsync<long>("select count(*) from touches")).ShouldBe(1);
    }

    [DatabaseFact]
    public async Task A_preferred_hour_that_has_passed_delays_nothing()
    {
        await using var server = new StagedSmtpServer();
        await using var scene = await Scene.OpenAsync(Fresh, settings: OutboxScene.Settings(Fresh, server));
        await AnswersAtAsync(scene, 11);
        await scene.InvoiceAsync(900m, 12);
        await scene.Agent.Timing.RunAsync(default);
        await scene.AdvanceAsync(TimeSpan.FromHours(3));
        await scene.CycleAsync();
        await scene.ApproveAllAsync();
        await scene.Agent.Approvals.RunAsync(default);
        (await scene.Agent.Send.RunAsync(default)).Sent.ShouldBe(1, await scene.ScalarAsync<string>("select response from outbox"));
    }

    [DatabaseFact]
    public async Task Replies_of_people_and_payments_count_and_machines_strangers_and_late_answers_do_not()
    {
        await using var server = new StagedSmtpServer();
        await using var scene = await Scene.OpenAsync(Fresh, settings: OutboxScene.Settings(Fresh, server));
        var monday = new DateTime(2026, 1, 5, 11, 0, 0, DateTimeKind.Utc);
        for (var week = 0; week < 8; week++) await SentAsync(scene, "agent", monday.AddDays(7 * week));
        await ReceivedAsync(scene, "human", monday.AddHours(20));                              // counts
        await ReceivedAsync(scene, "auto_reply", monday.AddDays(7).AddMinutes(1));             // a machine
        await ReceivedAsync(scene, "bounce", monday.AddDays(14).AddMinutes(1));                // a machine
        await ReceivedAsync(scene, "human", monday.AddDays(21).AddHours(1), "failed");         // somebody else
        await ReceivedAsync(scene, "human", monday.AddDays(28 + 3));                           // too late
        await PaidAsync(scene, monday.AddDays(35), "same-day");                                // was on its way
        await PaidAsync(scene, monday.AddDays(42 + 2), "in-time");                             // counts
        await PaidAsync(scene, monday.AddDays(49 + 3), "late");                                // too late
        await scene.Agent.Timing.RunAsync(default);
        (await scene.ScalarAsync<string>("select answered || ' of ' || contacts from contact_preferences where customer_id is not null")).ShouldBe("2 of 8");
    }

    [DatabaseFact]
    public async Task A_contact_whose_time_to_answer_is_not_over_says_nothing_yet()
    {
        await using var server = new StagedSmtpServer();
        await using var scene = await Scene.OpenAsync(Fresh, settings: OutboxScene.Settings(Fresh, server));
        await SentAsync(scene, "agent", new(2026, 3, 9, 11, 0, 0, DateTimeKind.Utc));
        (await scene.Agent.Timing.RunAsync(default)).Contacts.ShouldBe(0);
        await scene.AdvanceAsync(TimeSpan.FromDays(2));
        (await scene.Agent.Timing.RunAsync(default)).Contacts.ShouldBe(1);
    }

    [DatabaseFact]
    public async Task Little_evidence_varies_the_hour_unless_that_is_switched_off()
    {
        await using var server = new StagedSmtpServer();
        await using var scene = await Scene.OpenAsync(Fresh, settings: OutboxScene.Settings(Fresh, server));
        await SentAsync(scene, "agent", new(2026, 2, 3, 11, 0, 0, DateTimeKind.Utc));
        (await scene.Agent.Timing.RunAsync(default)).ShouldBe(new TimingCounts(1, 1, 0, 1, 0));
        (await scene.ScalarAsync<bool>("select hours <@ '{9,10,11,12,13,14,15}' from contact_preferences where customer_id is not null")).ShouldBeTrue();
        await scene.ExecuteAsync($"insert into settings (key, value, set_by, at) values ('{LearnContactTimes.VarySetting}', 'off', 'test', now())");
        (await scene.Agent.Timing.RunAsync(default)).ShouldBe(new TimingCounts(1, 1, 0, 0, 0));
        (await scene.ScalarAsync<string>("select basis from contact_preferences where customer_id is not null")).ShouldBe("none");
    }

    [DatabaseFact]
    public async Task Calls_that_are_answered_where_mails_are_not_are_proposed_to_a_person_only()
    {
        await using var server = new StagedSmtpServer();
        await using var scene = await Scene.OpenAsync(Fresh, settings: OutboxScene.Settings(Fresh, server));
        for (var i = 0; i < 12; i++)
        {
            await SentAsync(scene, "agent", Monday(i).AddHours(11));
            await SentAsync(scene, "call", Monday(i).AddDays(3).AddHours(14));
            if (i != 4) await ReceivedAsync(scene, "human", Monday(i).AddDays(3).AddHours(16));
        }

        (await scene.Agent.Timing.RunAsync(default)).Suggestions.ShouldBe(1);
        (await scene.ScalarAsync<string>("select suggestion from contact_preferences where channel = 'call'")).ShouldStartWith("calls were answered 11 of 12 times");
        (await scene.ScalarAsync<long>("select (select count(*) from touches) + (select count(*) from outbox)")).ShouldBe(0);
    }

    private static DateTime Monday(int week) => new DateTime(2025, 10, 6, 0, 0, 0, DateTimeKind.Utc).AddDays(7 * week);

    /// <summary>Twenty mails at that hour, all answered, and twenty at other hours, none of them.</summary>
    private static async Task AnswersAtAsync(Scene scene, int hour)
    {
        for (var i = 0; i < 20; i++)
        {
            var at = Monday(i).AddHours(hour).AddMinutes(5);
            await SentAsync(scene, "agent", at);
            await ReceivedAsync(scene, "human", at.AddHours(2));
            await SentAsync(scene, "agent", Monday(i).AddDays(3).AddHours(i % 2 == 0 ? 9 : 13));
        }
    }

    private static Task SentAsync(Scene scene, string kind, DateTime at) => scene.ExecuteAsync(
        "insert into messages (customer_id, entity_id, direction, kind, at, state) values (@CustomerId, @Entity, 'out', @kind, @at, 'done')",
        new { scene.CustomerId, scene.Entity, kind, at });

    private static Task ReceivedAsync(Scene scene, string kind, DateTime at, string authenticity = "verified") => scene.ExecuteAsync(
        "insert into messages (customer_id, entity_id, direction, kind, at, state, authenticity, known_sender) values (@CustomerId, @Entity, 'in', @kind, @at, 'applied', @authenticity, true)",
        new { scene.CustomerId, scene.Entity, kind, at, authenticity });

    private static Task PaidAsync(Scene scene, DateTime on, string key) => scene.ExecuteAsync(
        "insert into payments (entity_id, customer_id, currency, amount, value_date, source_key) values (@Entity, @CustomerId, 'GBP', 10, @day, @key)",
        new { scene.CustomerId, scene.Entity, day = DateOnly.FromDateTime(on), key });

    private static Task<string> RowAsync(Scene scene) => scene.ScalarAsync<string>(
        "select concat_ws(' ', basis, hours[3], contacts, answered, at_hour, answered_at_hour) from contact_preferences where customer_id = @CustomerId", new { scene.CustomerId });
}
