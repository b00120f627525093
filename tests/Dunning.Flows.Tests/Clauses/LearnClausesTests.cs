using Dapper;
using Dunning.Core.Correspondence;
using Dunning.Flows.Clauses;
using Dunning.Flows.Clauses.Approval;
using Dunning.Flows.Console;
using Dunning.Flows.Tests.Sending;
using Dunning.Flows.Tests.Support;

namespace Dunning.Flows.Tests.Clauses;

/// <summary>From drafts that people edit and approve to a clause automatic mails are made of.</summary>
public sealed class LearnClausesTests : FreshDatabase
{
    private const string Written = "Could you let us have {0} in the next few days, please?";

    [DatabaseFact]
    public async Task What_people_keep_writing_becomes_a_clause_by_the_hands_of_two_administrators()
    {
        await using var server = new StagedSmtpServer();
        await using var scene = await ClauseScene.OpenAsync(Fresh, server, "adam", "berta");
        for (var more = 0; more < 3; more++)
        {
            await using var other = await Scene.OpenAsync(Fresh, settings: OutboxScene.Settings(Fresh, server));
            await other.InvoiceAsync(500 + more, 12);
        }

        await scene.CycleAsync();
        var drafts = await DraftsAsync(scene);
        drafts.Count.ShouldBe(4);
        foreach (var (draft, person) in drafts.Take(3).Zip(["carla", "diana", "carla"])) await EditAsync(scene, draft, request => string.Format(System.Globalization.CultureInfo.InvariantCulture, Written, Due(request)), person);
        // One that adds a figure of its own, and one nobody approved, teach nothing.
        await EditAsync(scene, drafts[3], request => $"{request} We spoke about this on 3 March.", "carla");
        await scene.Agent.Approvals.RunAsync(default);
        var counts = await scene.Agent.Learn.RunAsync(default);

        counts.ShouldBe(new LearnCounts(3, 3, 1));
        (await scene.LinesAsync("select clause_id, wording, edits, mails, customers, array_to_string(people, ',') from clause_candidates"))
            .ShouldBe("request.friendly|Could you let us have {due} in the next few days, please?|3|3|3|carla,diana");
        (await scene.ScalarAsync<string>("select examples -> 0 ->> 'after' from clause_candidates")).ShouldStartWith("Could you let us have ");
        (await scene.Agent.Learn.RunAsync(default)).Candidates.ShouldBe(1);
        (await scene.ScalarAsync<long>("select count(*) from journal where kind = 'clause_candidate'")).ShouldBe(1);

        var key = await scene.ScalarAsync<string>("select key from clause_candidates");
        var desk = scene.Desk();
        await desk.InForce.RefreshAsync(default);
        var clause = desk.InForce.Current.For("en").First(known => known.Id == "request.friendly");
        var proposal = (await desk.ProposeAsync(
            new("en", clause.Id, ClauseHash.Of(clause), new Dictionary<string, string> { ["own1"] = Written.Replace("{0}", "{due}", StringComparison.Ordinal) }) { Candidate = key }, "carla and diana write it", "adam", default))
            .ShouldBeOfType<RequestOutcome.Stored>().Id;
        (await scene.LinesAsync("select source, candidate = (select key from clause_candidate_decisions) from clause_proposals")).ShouldBe("learned|True");
        (await desk.ApproveAsync(proposal, "ours", "berta", default)).ShouldBeOfType<RequestOutcome.Stored>();

        await scene.ExecuteAsync("delete from outbox; update touches set state = 'planned'");
        await scene.Agent.Draft.RunAsync(null, default);
        (await DraftsAsync(scene)).ShouldAllBe(draft => draft.Body.Contains("Could you let us have "));
        (await scene.Agent.Learn.RunAsync(default)).Candidates.ShouldBe(0);
    }

    [DatabaseFact]
    public async Task A_rejected_candidate_is_not_offered_again()
    {
        await using var server = new StagedSmtpServer();
        await using var scene = await ClauseScene.OpenAsync(Fresh, server, "adam", "berta");
        for (var more = 0; more < 3; more++)
        {
            await using var other = await Scene.OpenAsync(Fresh, settings: OutboxScene.Settings(Fresh, server));
            await other.InvoiceAsync(700 + more, 12);
        }

        await scene.CycleAsync();
        var drafts = await DraftsAsync(scene);
        foreach (var draft in drafts.Take(3)) await EditAsync(scene, draft, request => string.Format(System.Globalization.CultureInfo.InvariantCulture, Written, Due(request)), "carla");
        await scene.Agent.Approvals.RunAsync(default);
        (await scene.Agent.Learn.RunAsync(default)).Candidates.ShouldBe(1);

        var candidates = new ClauseCandidates(scene.Source, scene.Agent.Clock);
        var key = await scene.ScalarAsync<string>("select key from clause_candidates");
        (await candidates.RejectAsync(key, "", "adam", default)).Why().ShouldContain("reason");
        (await candidates.RejectAsync(key, "not our tone", "adam", default)).ShouldBeOfType<RequestOutcome.Stored>();
        (await candidates.RejectAsync(key, "again", "berta", default)).Why().ShouldContain("decided already");

        // Nearly the same words are the same candidate.
        await EditAsync(scene, drafts[3], request => $"Could you please let us have {Due(request)} in the next few days?", "diana");
        await scene.Agent.Approvals.RunAsync(default);
        (await scene.Agent.Learn.RunAsync(default)).ShouldBe(new LearnCounts(4, 4, 0));
        (await scene.ScalarAsync<long>("select count(*) from clause_candidates")).ShouldBe(0);
    }

    private static async Task<IReadOnlyList<Waiting>> DraftsAsync(Scene scene)
    {
        await using var connection = await scene.Source.OpenConnectionAsync();
        return [.. await connection.QueryAsync<Waiting>(
            "select distinct on (t.id) d.id, d.content_hash as contenthash, d.subject, d.body, d.plan::text as plan from touches t join drafts d on d.touch_id = t.id where t.state = 'in_queue' order by t.id, d.version desc")];
    }

    /// <summary>A person rewrites the request and approves, as the console does.</summary>
    private static async Task EditAsync(Scene scene, Waiting draft, Func<string, string> rewrite, string person)
    {
        var library = scene.Agent.Clauses.Current;
        var use = Json.Read<DraftPlan>(draft.Plan).Clauses.Single(clause => clause.ClauseId.StartsWith("request.", StringComparison.Ordinal));
        var request = library.Find("en", use.ClauseId)!.Value.Variant.Template.Fill(use.Slots, LocaleFormats.For("en"), slot => SlotCatalog.Kinds[slot]);
        var edited = new ReviewedDraft(draft.Id, draft.ContentHash, draft.Subject, draft.Body.Replace(request, rewrite(request), StringComparison.Ordinal), 20);
        (await new ConsoleRequests(scene.Source, scene.Agent.Clock).ApproveAsync(edited, person, default)).ShouldBeOfType<RequestOutcome.Stored>().Edited.ShouldBeTrue();
    }

    private static string Due(string request) => System.Text.RegularExpressions.Regex.Match(request, @"[\d,]+\.\d\d GBP").Value;

    private sealed record Waiting(long Id, string ContentHash, string Subject, string Body, string Plan);
}
