using Dunning.Flows.Tests.Holds;
using Dunning.Flows.Tests.Support;

namespace Dunning.Flows.Tests.Receiving;

/// <summary>What people make of contacts that mails name, carried out on a real database.</summary>
public sealed class NotedContactTests : FreshDatabase
{
    private const string Named = "ap.team@firm.example";

    private const string Standing = "select verified, verified_by, preferred_at is not null, discarded_by from contacts where source = 'mail'";

    [DatabaseFact]
    public async Task A_noted_contact_a_person_verified_and_prefers_is_the_one_written_to_and_the_journal_names_the_person()
    {
        await using var scene = await WrongPersonAsync();
        await HandBackAsync(scene);
        (await scene.CycleAsync()).Drafted.ShouldBe(1);
        (await scene.LinesAsync("select to_address from drafts order by id desc limit 1")).ShouldBe(scene.Debtor, "not before it is verified");

        (await scene.AskAsync("verify_contact", await DataAsync(scene, preferred: true))).ShouldStartWith("carried_out: carla verified contact");
        (await scene.LinesAsync(Standing)).ShouldBe("True|carla|True|");
        (await scene.LinesAsync("select actor from journal where why like 'carla verified contact%'")).ShouldContain("carla");
        (await scene.LinesAsync("select count(*) from journal where why like '%@%'")).ShouldBe("0", "the journal holds no addresses");
        await scene.ExecuteAsync("update touches set state = 'cancelled'");
        await scene.AdvanceAsync(TimeSpan.FromDays(21));
        (await scene.CycleAsync()).Drafted.ShouldBe(1);
        (await scene.LinesAsync("select to_address from drafts order by id desc limit 1")).ShouldBe(Named);
    }

    [DatabaseFact]
    public async Task A_verified_contact_that_is_not_preferred_is_written_to_only_when_no_earlier_one_is_left()
    {
        await using var scene = await WrongPersonAsync();
        await HandBackAsync(scene);
        (await scene.AskAsync("verify_contact", await DataAsync(scene, preferred: false))).ShouldStartWith("carried_out");
        await scene.CycleAsync();
        (await scene.LinesAsync("select to_address from drafts order by id desc limit 1")).ShouldBe(scene.Debtor);
        await scene.ExecuteAsync("update touches set state = 'cancelled'; update contacts set dead_since = now() where source = 'import'");
        await scene.AdvanceAsync(TimeSpan.FromDays(21));
        await scene.CycleAsync();
        (await scene.LinesAsync("select to_address from drafts order by id desc limit 1")).ShouldBe(Named);
    }

    [DatabaseTheory]
    [InlineData("agent", "refused: a decision needs the name of a person")]
    [InlineData("ledger", "refused: a decision needs the name of a person")]
    [InlineData(" ", "refused: a decision needs the name of a person")]
    public async Task No_program_verifies_a_contact(string actor, string answer)
    {
        await using var scene = await WrongPersonAsync();
        (await scene.AskAsync("verify_contact", await DataAsync(scene, preferred: true), actor)).ShouldBe(answer);
        (await scene.LinesAsync(Standing)).ShouldBe("False||False|");
    }

    [DatabaseFact]
    public async Task A_discarded_contact_is_not_noted_again_and_cannot_be_verified()
    {
        await using var scene = await WrongPersonAsync();
        var data = await DataAsync(scene, preferred: false);
        var contact = await scene.ScalarAsync<long>("select id from contacts where source = 'mail'");
        (await scene.AskAsync("discard_contact", $$"""{"contact_id": {{contact}}}""")).ShouldStartWith("carried_out: carla discarded contact");
        await scene.AnswerAsync($"You have the wrong person. Please contact {Named} instead.");
        (await scene.LinesAsync(Standing)).ShouldBe("False||False|carla");
        (await scene.AskAsync("verify_contact", data)).ShouldBe("refused: the contact does not belong to this customer, or was discarded");
    }

    [DatabaseFact]
    public async Task A_contact_of_another_customer_a_dead_one_and_a_verified_one_are_refused()
    {
        await using var scene = await WrongPersonAsync();
        var imported = await scene.ScalarAsync<long>("select id from contacts where source = 'import'");
        (await scene.AskAsync("verify_contact", $$"""{"contact_id": {{imported}}, "preferred": true}""")).ShouldBe("refused: the contact is verified already");
        (await scene.AskAsync("discard_contact", $$"""{"contact_id": {{imported}}}""")).ShouldBe("refused: the contact is verified already");
        var foreign = await scene.ScalarAsync<long>(
            """
            with u as (insert into customers (entity_id, number, name, language, country, time_zone) values (@Entity, 'C-other', 'Second Sample Ltd', 'en', 'GB', 'Europe/London') returning id)
            insert into contacts (customer_id, email, verified, source) select id, 'eve@elsewhere.example', false, 'mail' from u returning id
            """, new { scene.Entity });
        (await scene.AskAsync("verify_contact", $$"""{"contact_id": {{foreign}}, "preferred": true}""")).ShouldBe("refused: the contact does not belong to this customer, or was discarded");
        await scene.ExecuteAsync("delete from contacts where id = @foreign; update contacts set dead_since = now() where source = 'mail'", new { foreign });
        (await scene.AskAsync("verify_contact", await DataAsync(scene, preferred: true))).ShouldBe("refused: mail to this address came back as undeliverable");
        (await scene.LinesAsync(Standing)).ShouldBe("False||False|");
    }

    private async Task<Scene> WrongPersonAsync()
    {
        var (scene, _) = await Inbox.OverdueAsync(Fresh);
        await scene.AnswerAsync($"I am not responsible for invoices any more, you have the wrong person. Please contact {Named} instead.");
        (await scene.LinesAsync("select k.email, m.direction from contacts k join messages m on m.id = k.noted_in")).ShouldBe($"{Named}|in");
        return scene;
    }

    // What the person does with the mail itself: the task is done, the case handed back.
    private static async Task HandBackAsync(Scene scene)
    {
        await scene.ExecuteAsync("update tasks set done_at = @now, done_by = 'carla', outcome = 'called them'", new { now = scene.Agent.Clock.GetUtcNow().UtcDateTime });
        (await scene.AskAsync("resume", "{}")).ShouldStartWith("carried_out");
        await scene.Agent.History.RunAsync(default);
        (await scene.LinesAsync("select state from messages where direction = 'in'")).ShouldBe("done");
        await scene.AdvanceAsync(TimeSpan.FromDays(21));
    }

    private static async Task<string> DataAsync(Scene scene, bool preferred) =>
        $$"""{"contact_id": {{await scene.ScalarAsync<long>("select id from contacts where source = 'mail'")}}, "preferred": {{(preferred ? "true" : "false")}}}""";
}
