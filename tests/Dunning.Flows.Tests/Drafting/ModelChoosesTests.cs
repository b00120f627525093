using System.Text.Json;
using Dunning.Connectors.Models;
using Dunning.Core.Correspondence;
using Dunning.Flows.Drafting.Models;
using Dunning.Flows.Prompts;
using Dunning.Flows.Tests.Models;
using Dunning.Flows.Tests.Support;
using Dunning.Postgres;

namespace Dunning.Flows.Tests.Drafting;

/// <summary>A model that chooses clauses, over a real socket and on a real database.</summary>
public sealed class ModelChoosesTests : FreshDatabase
{
    [DatabaseFact]
    public async Task The_model_chooses_among_reviewed_sentences_and_the_mail_may_go_out_by_itself()
    {
        var (scene, _) = await Inbox.OverdueAsync(Fresh);
        await using var __ = scene;
        await scene.LevelAsync("auto_veto");
        using var server = ChatServer.Start().ChoosesLast();
        var own = await scene.DraftAnewAsync(null);
        var chosen = await scene.DraftAnewAsync(Drafter(scene, server, 1_000_000));

        (chosen.Origin, chosen.Model, chosen.Verdict, chosen.State, chosen.Outbox).ShouldBe(("clauses", "m", "pass", "scheduled", 1));
        (own.Model, own.State, own.Outbox).ShouldBe((null, "scheduled", 1));
        chosen.Body.ShouldNotBe(own.Body);
        chosen.ReadBack(DraftingScene.Clauses).ShouldBe(Json.Read<DraftPlan>(chosen.Plan!));
        (await scene.NoteAsync()).ShouldBe("plan|used|1|the model chose the clauses");
        (await scene.LinesAsync("select data ->> 'model', length(data ->> 'prompt'), data ->> 'tokens' from journal where kind = 'model_drafted'")).ShouldBe("m|16|760");
        (await scene.LinesAsync("select calls, input_tokens, output_tokens from model_usage union all select calls, tokens, 0 from model_case_usage")).ShouldBe("1|700|60\n1|760|0");

        var asked = server.Asked.ShouldHaveSingleItem().Body;
        var prompt = asked.GetProperty("messages")[0].GetProperty("content").GetString()!;
        prompt.ShouldContain("due: 480.00 GBP");
        foreach (var name in new[] { "Anna Muster", "Firm Example", scene.Debtor, "GB82", "Northwind", "INV-1005" }) asked.GetRawText().ShouldNotContain(name);
        asked.TryGetProperty("tools", out _).ShouldBeFalse();
        asked.GetRawText().ShouldNotContain("dunning.case");
        // The schema holds what policy allows here: nothing of another stage.
        asked.GetProperty("response_format").GetRawText().ShouldContain("subject.friendly/b");
        asked.GetRawText().ShouldNotContain("subject.final");
    }

    [DatabaseFact]
    public async Task A_message_drafted_anew_keeps_its_sentences_without_asking_again()
    {
        var (scene, _) = await Inbox.OverdueAsync(Fresh);
        await using var __ = scene;
        using var server = ChatServer.Start().ChoosesLast();
        var first = await scene.DraftAnewAsync(Drafter(scene, server, 1_000_000));
        var second = await scene.DraftAnewAsync(Drafter(scene, server, 1_000_000), keepDrafts: true);
        second.Body.ShouldBe(first.Body);
        server.Asked.Count.ShouldBe(1);
        (await scene.NoteAsync()).ShouldBe("plan|kept|0|the clauses the model chose before still fit");
        (first.State, first.Reason).ShouldBe(("in_queue", "suggest: a person decides"));
    }

    [DatabaseFact]
    public async Task Whatever_a_server_does_the_composer_writes_the_mail()
    {
        var (scene, _) = await Inbox.OverdueAsync(Fresh);
        await using var __ = scene;
        await scene.LevelAsync("auto_veto");
        var own = await scene.DraftAnewAsync(null);
        foreach (var (server, outcome) in new (ChatServer, string)[]
        {
            (ChatServer.Start().Fails(429, "0"), "plan|unavailable|1|ModelServerException"), (ChatServer.Start().Fails(500), "plan|unavailable|1|ModelServerException"),
            (ChatServer.Start().Fails(401), "plan|unavailable|1|ModelServerException"), (ChatServer.Start().Hangs(), "plan|unavailable|1|no answer in time"),
            (ChatServer.Start().HangsUp(), "plan|unavailable|1|"), (ChatServer.Start().SaysGarbage(), "plan|unavailable|1|ModelServerException"),
            (ChatServer.Start().Refuses(), "plan|unusable|1|the model refused"), (ChatServer.Start().Says("I would choose the first."), "plan|unusable|1|the answer is not JSON of the agreed form"),
            (ChatServer.Start().Says("{}"), "plan|refused|1|Subject: missing"), (ChatServer.Start().Says("{\"subject\":\"subject.final/a\"}"), "plan|refused|1|Subject: the clause chosen does not fit"),
            (ChatServer.Start().Says("{\"subject\":", "length"), "plan|unusable|1|the answer was cut off"),
        })
        {
            using var _ = server;
            var drafted = await scene.DraftAnewAsync(Drafter(scene, server, 1_000_000, seconds: 2));
            (drafted.Origin, drafted.Model, drafted.Body, drafted.State).ShouldBe(("clauses", null, own.Body, "scheduled"));
            (await scene.NoteAsync()).ShouldStartWith(outcome);
        }
    }

    [DatabaseFact]
    public async Task A_spent_budget_of_the_day_or_of_the_case_ends_the_asking_and_not_the_drafting()
    {
        var (scene, _) = await Inbox.OverdueAsync(Fresh);
        await using var __ = scene;
        using var server = ChatServer.Start().ChoosesLast();
        (await scene.DraftAnewAsync(Drafter(scene, server, 1_000_000, perCase: 2_000))).Model.ShouldBeNull();
        (await scene.NoteAsync()).ShouldBe("plan|unavailable|1|the case's budget of 2000 tokens is used up");
        (await scene.DraftAnewAsync(Drafter(scene, server, 2_000))).Model.ShouldBeNull();
        (await scene.NoteAsync()).ShouldBe("plan|unavailable|1|the day's budget of 2000 tokens is used up");
        server.Asked.ShouldBeEmpty();
        (await scene.LinesAsync("select count(*) from model_usage union all select count(*) from model_case_usage")).ShouldBe("0\n0");
        (await scene.DraftAnewAsync(Drafter(scene, server, 1_000_000))).Model.ShouldBe("m");
    }

    [Fact]
    public void A_prompt_with_other_placeholders_than_it_is_given_is_refused_at_the_start()
    {
        var prompt = PromptFolder.Load(Path.Combine(AppContext.BaseDirectory, "prompts", ModelDrafter.PlanFolder));
        prompt.Taking([.. prompt.Variables]).ShouldBe(prompt);
        Should.Throw<PromptException>(() => prompt.Taking(["parts"])).Message.ShouldContain("ChoosePlan: its placeholders");
    }

    private static ModelDrafter Drafter(Scene scene, ChatServer server, long perDay, long perCase = 1_000_000, int seconds = 20)
    {
        var options = new ModelOptions(ModelProvider.OpenAI, "m", new Uri(server.Address, "v1"), null, TimeSpan.FromSeconds(seconds), perDay)
        {
            TokensPerCase = perCase, Drafting = DraftingMode.Plan, DraftingLimit = TimeSpan.FromSeconds(seconds),
        };
        return ModelClients.Drafter(options, ModelClients.WithBudget(options, new ModelUsage(scene.Source), scene.Agent.Clock), Path.Combine(AppContext.BaseDirectory, "prompts"))!;
    }
}
