using Dunning.Connectors.Models;
using Dunning.Flows.Drafting;
using Dunning.Flows.Tests.Support;
using Microsoft.Extensions.AI;

namespace Dunning.Flows.Tests.Models;

/// <summary>Embeddings of a configured model, over a real socket and in the real column.</summary>
public sealed class EmbeddingTests : FreshDatabase
{
    [Fact]
    public async Task Each_text_gets_its_own_vector_whatever_order_they_come_in()
    {
        using var server = ChatServer.Start().Fails(503).Embeds(4);
        using var embeddings = ModelClients.Embeddings(Options(server));
        var vectors = await embeddings.GenerateAsync(["a", "four"]);
        vectors.Select(vector => vector.Vector.Span[0]).ShouldBe([(float)Math.Cos(1), (float)Math.Cos(4)]);
        vectors.ShouldAllBe(vector => vector.ModelId == "e");
        server.Asked[^1].Path.ShouldBe("/v1/embeddings");
        server.Asked.Count.ShouldBe(2);
        (await embeddings.GenerateAsync([])).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_text_without_a_vector_and_a_server_that_says_something_else_are_errors()
    {
        foreach (var server in new[] { ChatServer.Start().Embeds(4, missing: 1), ChatServer.Start().Embeds(0), ChatServer.Start().SaysGarbage(), ChatServer.Start().Says("hello"), ChatServer.Start().Fails(401) })
        {
            using var _ = server;
            using var embeddings = ModelClients.Embeddings(Options(server));
            await Should.ThrowAsync<ModelServerException>(() => embeddings.GenerateAsync(["a", "b"]));
        }
    }

    [Fact]
    public async Task While_the_server_is_away_queries_are_embedded_by_the_built_in_model_and_say_so()
    {
        using var slow = ChatServer.Start().Hangs();
        using var waits = ModelClients.Queries(Options(slow) with { Limit = TimeSpan.FromMilliseconds(300) })!;
        (await waits.GenerateAsync(["a"])).ShouldHaveSingleItem().ModelId.ShouldBe(HashedEmbeddings.ModelId);

        using var server = ChatServer.Start().Fails(401);
        using var queries = ModelClients.Queries(Options(server))!;
        (await queries.GenerateAsync(["a"])).ShouldHaveSingleItem().ModelId.ShouldBe(HashedEmbeddings.ModelId);
        (await queries.GenerateAsync(["b"])).ShouldHaveSingleItem().ModelId.ShouldBe(HashedEmbeddings.ModelId);
        server.Asked.Count.ShouldBe(1, "it rests for a minute");
    }

    [DatabaseFact]
    public async Task Received_mails_get_the_models_vectors_once_and_are_found_by_them_only()
    {
        var (scene, _) = await Inbox.OverdueAsync(Fresh);
        await using var __ = scene;
        await scene.AnswerAsync("Thank you, we are looking into it.");
        using var server = ChatServer.Start().Embeds(7);
        var embed = new EmbedMessages(scene.Source, ModelClients.Embeddings(Options(server)), "e");
        (await embed.RunAsync(default)).ShouldBe(1);
        (await embed.RunAsync(default)).ShouldBe(0);
        (await scene.LinesAsync("select model, count(*), max(vector_dims(embedding)) from message_chunks group by model order by model = 'e'")).ShouldBe($"{HashedEmbeddings.ModelId}|1|384\ne|1|7");

        using var queries = ModelClients.Queries(Options(server));
        await using var connection = await scene.Source.OpenConnectionAsync();
        var desk = new Connectors.DraftingDesk(scene.Source, scene.Agent.Clock, scene.Agent.Policies, new byte[32], scene.Documents, null, DraftingOptions.Default, null, queries);
        await scene.ExecuteAsync("delete from drafts; update touches set state = 'planned' where purpose = 'reminder'; update cases set status = 'active'");
        (await desk.Draft.RunAsync(null, default)).Drafted.ShouldBe(1);
        server.Asked[^1].Body.GetProperty("input")[0].GetString().ShouldStartWith("reminder invoice payment INV-1005");

        await scene.AnswerAsync("One more thing about our address.");
        using var changed = ChatServer.Start().Embeds(9);
        var wrong = new EmbedMessages(scene.Source, ModelClients.Embeddings(Options(changed)), "e");
        (await Should.ThrowAsync<EmbeddingLengthException>(() => wrong.RunAsync(default))).Message.ShouldContain("gives vectors of 9 numbers, those stored under its name have 7");
        (await scene.LinesAsync("select count(*) from message_chunks where model = 'e'")).ShouldBe("1");
    }

    [Fact]
    public void A_wrong_setting_is_named_and_the_chat_servers_key_goes_nowhere_else()
    {
        EmbeddingOptions? Read(params (string Name, string Value)[] set) => EmbeddingOptions.Read(name => set.FirstOrDefault(pair => pair.Name == name).Value);
        Read().ShouldBeNull();
        Read(("DUNNING_EMBEDDING_MODEL", "e"), ("DUNNING_EMBEDDING_URL", "http://127.0.0.1:11434/v1"), ("DUNNING_MODEL_KEY", "s3cret"))!.Key.ShouldBeNull();
        var shared = Read(("DUNNING_EMBEDDING_MODEL", "e"), ("DUNNING_MODEL_PROVIDER", "openai"), ("DUNNING_MODEL_KEY", "s3cret"))!;
        (shared.Key, shared.Endpoint).ShouldBe(("s3cret", OpenAIChatClient.OpenAI));
        shared.ToString().ShouldNotContain("s3cret");
        foreach (var (name, set) in new (string, (string, string)[])[]
        {
            ("DUNNING_EMBEDDING_MODEL", [("DUNNING_EMBEDDING_URL", "https://models.example/v1")]), ("DUNNING_EMBEDDING_URL", [("DUNNING_EMBEDDING_MODEL", "e")]),
            ("DUNNING_EMBEDDING_URL", [("DUNNING_EMBEDDING_MODEL", "e"), ("DUNNING_EMBEDDING_URL", "http://models.example/v1")]),
            ("DUNNING_EMBEDDING_MODEL", [("DUNNING_EMBEDDING_MODEL", HashedEmbeddings.ModelId), ("DUNNING_MODEL_PROVIDER", "openai")]),
        })
            Should.Throw<ModelOptionsException>(() => Read(set)).Message.ShouldContain(name);
    }

    private static EmbeddingOptions Options(ChatServer server) => new("e", new Uri(server.Address, "v1"), null, TimeSpan.FromSeconds(5), 1);
}
