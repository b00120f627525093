using System.Text;
using Dapper;
using Dunning.Core.Cases;
using Dunning.Flows.Drafting;
using Dunning.Flows.Tests.Sending;
using Dunning.Flows.Tests.Support;
using Dunning.Guardrails;
using Dunning.Postgres;

namespace Dunning.Flows.Tests.Statements;

/// <summary>A customer asks for a statement of account, and gets it.</summary>
public sealed class StatementAnswerTests : FreshDatabase
{
    private const string Ask = "Could you please send us a statement of account?";

    [DatabaseFact]
    public async Task A_request_for_a_statement_is_answered_with_it_under_the_gate()
    {
        var (scene, number) = await Inbox.OverdueAsync(Fresh);
        await using var _ = scene;
        var later = await scene.NumberedAsync(120.50m, -20, "INV-2007");
        await scene.AnswerAsync(Ask);
        await scene.Agent.Draft.RunAsync(await scene.TodayAsync(), default);

        (await scene.LinesAsync("select purpose, state from touches where in_reply_to_message is not null")).ShouldBe("statement_attached|in_queue");
        (await scene.LinesAsync("select kind from tasks")).ShouldBe("");
        var draft = await DraftAsync(scene);
        draft.Verdict.ShouldBe("pass", draft.Findings);
        draft.Body.ShouldContain("statement of your account");
        draft.Body.ShouldContain("10 March 2026");
        draft.Body.ShouldContain($"- Invoice {number}, due 26 February 2026, 480.00 GBP (12 days overdue)");
        draft.Body.ShouldContain($"- Invoice {later}, due 30 March 2026, 120.50 GBP\n");
        draft.Body.ShouldContain("Total: 600.50 GBP");
    }

    [DatabaseFact]
    public async Task A_payment_before_sending_makes_a_new_statement()
    {
        await using var server = new StagedSmtpServer();
        await using var scene = await Scene.OpenAsync(Fresh, settings: OutboxScene.Settings(Fresh, server));
        var first = await scene.NumberedAsync(480m, 12, "INV-1005");
        await scene.NumberedAsync(200m, 5, "INV-1006");
        await scene.CycleAsync();
        await scene.AnswerAsync(Ask);
        await scene.ExecuteAsync("update touches set state = 'cancelled' where in_reply_to_message is null");
        await scene.Agent.Draft.RunAsync(await scene.TodayAsync(), default);
        await scene.ApproveAllAsync();
        (await scene.Agent.Approvals.RunAsync(default)).Approved.ShouldBe(1, await scene.LinesAsync("select answer from approvals"));
        await scene.PayAsync(first);

        (await scene.Agent.Send.RunAsync(default)).Sent.ShouldBe(0);
        server.Taken.ShouldBeEmpty();
        (await scene.LinesAsync("select state from touches where purpose = 'statement_attached'")).ShouldBe("planned");
        await scene.Agent.Draft.RunAsync(await scene.TodayAsync(), default);
        (await DraftAsync(scene)).Body.ShouldNotContain(first);
    }

    [DatabaseFact]
    public async Task The_statement_of_another_account_or_another_day_is_blocked()
    {
        var (scene, _) = await Inbox.OverdueAsync(Fresh);
        await using var __ = scene;
        var (other, _) = await Inbox.OverdueAsync(Fresh);
        await using var ___ = other;
        await scene.AnswerAsync(Ask);
        await scene.Agent.Draft.RunAsync(await scene.TodayAsync(), default);
        await using var connection = await scene.Source.OpenConnectionAsync();
        var today = await scene.TodayAsync();
        var cases = (await connection.QueryAsync<long>("select id from cases order by id")).ToArray();
        var own = (await Dunning.Flows.Drafting.Statements.FileAsync(connection, cases[0], new(today, "en"), default))!.Reference;
        var foreign = (await Dunning.Flows.Drafting.Statements.FileAsync(connection, cases[1], new(today, "en"), default))!.Reference;
        var yesterday = (await Dunning.Flows.Drafting.Statements.FileAsync(connection, cases[0], new(today.AddDays(-1), "en"), default))!.Reference;
        own.Sha256.ShouldNotBe(foreign.Sha256);

        (await VerdictAsync(own)).ShouldBe("pass");
        (await VerdictAsync(foreign)).ShouldBe("block");
        (await VerdictAsync(foreign with { CustomerNumber = own.CustomerNumber })).ShouldBe("block");
        (await VerdictAsync(own with { Sha256 = foreign.Sha256 })).ShouldBe("block");
        (await VerdictAsync(yesterday with { Statement = own.Statement })).ShouldBe("block");
        (await VerdictAsync(own with { FileName = "statement.exe" })).ShouldBe("block");

        async Task<string> VerdictAsync(AttachmentRef attached)
        {
            await connection.ExecuteAsync("delete from outbox; delete from approvals");
            await connection.ExecuteAsync(
                "update drafts set attachments = @attached::jsonb where touch_id in (select id from touches where purpose = 'statement_attached'); update touches set state = 'in_queue' where purpose = 'statement_attached'; update drafts set verdict = 'unchecked'",
                new { attached = Json.Write<AttachmentRef[]>([attached]) });
            var draft = await DraftAsync(scene);
            var hash = Candidates.Of(
                await Dunning.Postgres.Sending.DraftStore.GetAsync(connection, draft.Id, default),
                Touch.Make(1, "x", Purpose.StatementAttached, null, today, null) with { Id = draft.TouchId }, null, null, []).ContentHash();
            await connection.ExecuteAsync(
                "insert into approvals (draft_id, content_hash, facts_version, actor, decision, at, expires_at) values (@Id, @hash, @FactsVersion, 'carla', 'approve', @now, @now + interval '3 days')",
                new { draft.Id, hash, draft.FactsVersion, now = scene.Agent.Clock.GetUtcNow().UtcDateTime });
            await scene.Agent.Approvals.RunAsync(default);
            return (await DraftAsync(scene)).Verdict;
        }
    }

    [DatabaseFact]
    public async Task What_is_disputed_is_marked_in_the_file_and_not_listed_in_the_mail()
    {
        var (scene, number) = await Inbox.OverdueAsync(Fresh, "de");
        await using var _ = scene;
        await scene.ExecuteAsync(
            """
            insert into suppressions (entity_id, customer_id, case_id, invoice_ids, kind, reason, owner, starts_on)
              select c.entity_id, c.customer_id, c.id, array[i.id], 'dispute', 'disputed: quality', 'agent', '2026-03-09' from cases c join invoices i on i.customer_id = c.customer_id;
            insert into payments (entity_id, customer_id, currency, amount, value_date, reference, source_key)
              select entity_id, customer_id, currency, 75.25, '2026-03-02', '=HYPERLINK("https://evil.example")', 'p-1' from cases
            """);
        await using var connection = await scene.Source.OpenConnectionAsync();
        var file = await Dunning.Flows.Drafting.Statements.FileAsync(connection, await scene.ScalarAsync<long>("select id from cases"), new(await scene.TodayAsync(), "de"), default);
        var rows = Encoding.UTF8.GetString(file!.Content).Split("\r\n");

        rows[1].ShouldContain($"\"{number}\",2026-01-27,2026-02-26,\"GBP\",480.00,480.00,12,\"reklamiert\",2026-03-10");
        rows[2].ShouldContain("\"'=HYPERLINK(\"\"https://evil.example\"\")\",2026-03-02,,\"GBP\",,-75.25,");
        rows[5].ShouldContain("\"Saldo\",\"\",,,\"GBP\",,404.75,");
    }

    [DatabaseFact]
    public async Task Statements_of_many_accounts_take_a_fixed_number_of_database_statements()
    {
        var (scene, _) = await Inbox.OverdueAsync(Fresh);
        await using var __ = scene;
        for (var i = 0; i < 6; i++)
        {
            var (another, _) = await Inbox.OverdueAsync(Fresh);
            await another.DisposeAsync();
        }

        await using var connection = await scene.Source.OpenConnectionAsync();
        var ids = (await connection.QueryAsync<long>("select id from cases order by id")).ToList();
        List<string> customers = [];
        await foreach (var (id, statement) in Dunning.Flows.Drafting.Statements.StreamAsync(connection, ids, await scene.TodayAsync(), default))
        {
            statement.Lines.Count.ShouldBe(1);
            statement.Open.ShouldBe(480m);
            customers.Add(statement.CustomerNumber);
        }

        customers.Distinct().Count().ShouldBe(7);
    }

    private static async Task<DraftLine> DraftAsync(Scene scene)
    {
        await using var connection = await scene.Source.OpenConnectionAsync();
        return await connection.QuerySingleAsync<DraftLine>(
            """
            select d.id as Id, d.touch_id as TouchId, d.body as Body, d.verdict as Verdict, d.findings::text as Findings, d.facts_version as FactsVersion
            from drafts d join touches t on t.id = d.touch_id where t.purpose = 'statement_attached' order by d.version desc limit 1
            """);
    }

    private sealed record DraftLine(long Id, string TouchId, string Body, string Verdict, string Findings, string FactsVersion);
}
