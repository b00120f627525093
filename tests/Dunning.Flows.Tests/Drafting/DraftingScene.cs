using Dapper;
using Dunning.Connectors;
using Dunning.Core.Cadence;
using Dunning.Core.Correspondence;
using Dunning.Flows.Clauses;
using Dunning.Flows.Drafting;
using Dunning.Flows.Drafting.Models;
using Dunning.Flows.Models;
using Dunning.Flows.Prompts;
using Dunning.Flows.Tests.Support;
using Microsoft.Extensions.AI;

namespace Dunning.Flows.Tests.Drafting;

/// <summary>The newest draft and what became of its touch.</summary>
internal sealed record Drafted(
    string Origin, string? Model, string Language, string To, string From, string ReplyTo, string Subject, string Body, string? Plan, string Verdict, string State, string? Reason, long Outbox)
{
    /// <summary>The plan the text reads as; null when it is not made of clauses alone.</summary>
    public DraftPlan? ReadBack(ClauseLibrary library) => MailText.Parse(new(Subject[..Subject.LastIndexOf(" [", StringComparison.Ordinal)], Body), library, Language);
}

/// <summary>One overdue account whose reminder is drafted again and again, by whatever model the test brings.</summary>
internal static class DraftingScene
{
    public static readonly ClauseLibrary Clauses = ClauseFiles.Load(ClauseFiles.DeliveredFolder);
    private static readonly PromptFolder Plan = PromptFolder.Load(Path.Combine(AppContext.BaseDirectory, "prompts", ModelDrafter.PlanFolder));
    private static readonly PromptFolder Prose = PromptFolder.Load(Path.Combine(AppContext.BaseDirectory, "prompts", ModelDrafter.ProseFolder));

    /// <summary>Sets the autonomy of everything.</summary>
    public static Task LevelAsync(this Scene scene, string level) => scene.ExecuteAsync(
        """
        delete from autonomy_levels;
        insert into autonomy_levels (scope, scope_id, action, level, amount_cap, set_by, reason, at)
        select s.scope, s.id, '*', @level, 10000, 'admin', 'test', now()
        from (values ('global', '*'), ('entity', @Entity), ('segment', (select segment from customers where id = @CustomerId))) s (scope, id)
        """,
        new { level, scene.Entity, scene.CustomerId });

    public static ModelDrafter Drafter(IChatClient client, DraftingMode mode, int milliseconds = 20_000) =>
        new(new ModelCalls(client, "tester", TimeSpan.FromMilliseconds(milliseconds), TimeProvider.System), Plan, Prose, mode);

    /// <summary>Drafts the reminder anew; null for no model.</summary>
    public static async Task<Drafted> DraftAnewAsync(this Scene scene, ModelDrafter? drafter, bool keepDrafts = false)
    {
        await scene.ExecuteAsync($"delete from outbox; {(keepDrafts ? "" : "delete from drafts;")} update touches set state = 'planned' where purpose = 'reminder'; update cases set status = 'active'");
        var desk = new DraftingDesk(scene.Source, scene.Agent.Clock, PolicySet.Default, new byte[32], scene.Documents, null, DraftingOptions.Default, drafter);
        await desk.Draft.RunAsync(null, default);
        await using var connection = await scene.Source.OpenConnectionAsync();
        return await connection.QuerySingleAsync<Drafted>(
            """
            select d.origin, d.model, d.language, d.to_address as "to", d.from_address as "from", d.reply_to as replyto, d.subject, d.body, d.plan::text as plan, d.verdict,
              t.state, t.state_reason as reason, (select count(*) from outbox o where o.touch_id = t.id) as outbox
            from touches t join drafts d on d.touch_id = t.id where t.purpose = 'reminder' order by d.version desc limit 1
            """);
    }

    /// <summary>The journal's last word about a model's draft.</summary>
    public static Task<string> NoteAsync(this Scene scene) => scene.LinesAsync(
        "select data ->> 'mode', data ->> 'outcome', data ->> 'calls', why from journal where kind = 'model_drafted' order by seq desc limit 1");
}
