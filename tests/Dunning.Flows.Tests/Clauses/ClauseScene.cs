using Dapper;
using Dunning.Core.Correspondence;
using Dunning.Flows.Clauses;
using Dunning.Flows.Clauses.Approval;
using Dunning.Flows.Console;
using Dunning.Flows.Tests.Drafting;
using Dunning.Flows.Tests.Sending;
using Dunning.Flows.Tests.Support;

namespace Dunning.Flows.Tests.Clauses;

/// <summary>One overdue account, an agent that keeps running, and administrators who change what it says.</summary>
internal static class ClauseScene
{
    public const string Words = "Would you kindly arrange for {due} to reach us in the coming days?";

    public static async Task<Scene> OpenAsync(TestDatabase database, StagedSmtpServer server, params string[] admins)
    {
        var scene = await Scene.OpenAsync(database, settings: OutboxScene.Settings(database, server));
        foreach (var name in admins)
            await scene.ExecuteAsync("insert into users (name, password_hash, role, created_at, security_stamp) values (@name, '', 'admin', now(), '')", new { name });
        await scene.InvoiceAsync(900m, 12);
        await scene.CycleAsync();
        return scene;
    }

    public static ClauseProposals Desk(this Scene scene) => new(scene.Source, scene.Agent.Clock);

    /// <summary>The newest draft, written anew by the running agent.</summary>
    public static async Task<Drafted> AgainAsync(this Scene scene)
    {
        await scene.ExecuteAsync("delete from outbox; update touches set state = 'planned' where purpose = 'reminder'");
        await scene.Agent.Draft.RunAsync(null, default);
        return await scene.NewestAsync();
    }

    public static async Task<Drafted> NewestAsync(this Scene scene)
    {
        await using var connection = await scene.Source.OpenConnectionAsync();
        return await connection.QuerySingleAsync<Drafted>(
            """
            select d.origin, d.model, d.language, d.to_address as "to", d.from_address as "from", d.reply_to as replyto, d.subject, d.body, d.plan::text as plan, d.verdict,
              t.state, t.state_reason as reason, (select count(*) from outbox o where o.touch_id = t.id) as outbox
            from touches t join drafts d on d.touch_id = t.id where t.purpose = 'reminder' order by d.version desc limit 1
            """);
    }

    /// <summary>The request of the newest draft said in one wording only.</summary>
    public static async Task<ClauseEdit> EditAsync(this Scene scene, string words = Words)
    {
        var desk = scene.Desk();
        await desk.InForce.RefreshAsync(default);
        var plan = Json.Read<DraftPlan>((await scene.NewestAsync()).Plan!);
        var id = plan.Clauses.Select(use => use.ClauseId.Split('/')[0]).Single(clause => clause.StartsWith("request.", StringComparison.Ordinal));
        var clause = desk.InForce.Current.For("en").First(known => known.Id == id);
        return new("en", id, ClauseHash.Of(clause), new Dictionary<string, string> { ["own"] = words });
    }

    public static async Task<long> ProposeAsync(this Scene scene, string actor, string words = Words) =>
        (await scene.Desk().ProposeAsync(await scene.EditAsync(words), "sounds like us", actor, default)).ShouldBeOfType<RequestOutcome.Stored>().Id;

    public static string Why(this RequestOutcome outcome) => outcome.ShouldBeOfType<RequestOutcome.Refused>().Why;
}
