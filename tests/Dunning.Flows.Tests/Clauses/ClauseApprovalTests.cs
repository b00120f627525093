using Dunning.Connectors;
using Dunning.Core.Correspondence;
using Dunning.Flows.Clauses;
using Dunning.Flows.Clauses.Approval;
using Dunning.Flows.Console;
using Dunning.Flows.Tests.Drafting;
using Dunning.Flows.Tests.Sending;
using Dunning.Flows.Tests.Support;
using Npgsql;

namespace Dunning.Flows.Tests.Clauses;

public sealed class ClauseApprovalTests : FreshDatabase
{
    private const string Spoken = "Would you kindly arrange for 900.00 GBP to reach us";

    [DatabaseFact]
    public async Task Installing_a_release_approves_its_clauses_once_and_says_so_in_the_journal()
    {
        await Fresh.ExecuteAsync("truncate clause_release_items, clause_releases");
        (await ClauseRelease.Shipped.RecordAsync(Fresh.Source, "installer", default)).ShouldBeTrue();
        (await ClauseRelease.Shipped.RecordAsync(Fresh.Source, "installer", default)).ShouldBeFalse();
        (await Fresh.RowsAsync("select kind, actor, data ->> 'manifest' from journal")).ShouldBe([$"clause_release_approved|installer|{ClauseRelease.Shipped.Manifest}"]);
    }

    [DatabaseFact]
    public async Task A_wording_approved_by_another_administrator_is_in_the_next_draft_of_the_running_agent()
    {
        await using var server = new StagedSmtpServer();
        await using var scene = await ClauseScene.OpenAsync(Fresh, server, "adam", "berta");
        (await scene.NewestAsync()).Body.ShouldNotContain(Spoken);

        var proposal = await scene.ProposeAsync("adam");
        (await scene.AgainAsync()).Body.ShouldNotContain(Spoken, Case.Insensitive, "nobody has approved it");
        (await scene.Desk().ApproveAsync(proposal, "I agree", "adam", default)).Why().ShouldContain("another administrator has to");
        (await scene.Desk().ApproveAsync(proposal, "reads well", "berta", default)).ShouldBeOfType<RequestOutcome.Stored>();
        var draft = await scene.AgainAsync();

        draft.Body.ShouldContain(Spoken);
        draft.ReadBack(scene.Agent.Clauses.Current).ShouldBe(Json.Read<DraftPlan>(draft.Plan!));
        (await scene.LinesAsync("select kind, actor from journal where kind like 'clause%' order by seq")).ShouldBe("clause_proposed|adam\nclause_approved|berta");
        (await scene.ScalarAsync<string>("select data ->> 'hash' from journal where kind = 'clause_approved'"))
            .ShouldBe(await scene.ScalarAsync<string>("select h from drafts d, unnest(d.clause_hashes) h join clause_proposals p on p.hash = h order by d.version desc limit 1"));
    }

    [DatabaseFact]
    public async Task A_withdrawn_wording_is_used_no_more_and_what_waits_with_it_is_written_anew()
    {
        await using var server = new StagedSmtpServer();
        await using var scene = await ClauseScene.OpenAsync(Fresh, server, "adam", "berta");
        var proposal = await scene.ProposeAsync("adam");
        await scene.Desk().ApproveAsync(proposal, "yes", "berta", default);
        (await scene.AgainAsync()).State.ShouldBe("in_queue");

        (await scene.Desk().WithdrawAsync(proposal, "too formal", "adam", default)).ShouldBeOfType<RequestOutcome.Stored>();
        await scene.Agent.Draft.RunAsync(null, default);

        (await scene.NewestAsync()).Body.ShouldNotContain(Spoken);
        (await scene.ScalarAsync<long>("select count(*) from drafts where body like '%kindly arrange%'")).ShouldBe(1);
        (await scene.Desk().ApproveAsync(proposal, "again", "berta", default)).Why().ShouldContain("decided already");
    }

    [DatabaseFact]
    public async Task A_scheduled_mail_goes_out_in_its_approved_words_and_not_when_they_are_withdrawn_or_changed()
    {
        await using var server = new StagedSmtpServer();
        await using var scene = await ClauseScene.OpenAsync(Fresh, server, "adam", "berta");
        await scene.LevelAsync("auto_sampled");
        var proposal = await scene.ProposeAsync("adam");
        await scene.Desk().ApproveAsync(proposal, "yes", "berta", default);
        (await scene.AgainAsync()).State.ShouldBe("scheduled");
        await scene.ExecuteAsync("update drafts set body = replace(body, 'kindly', 'swiftly') where body like '%kindly%'");
        (await scene.Agent.Send.RunAsync(default)).Refused.ShouldBe(1);
        (await scene.NewestAsync()).Reason.ShouldBe("the text is not what its approved clauses say: a person decides");

        (await scene.AgainAsync()).State.ShouldBe("scheduled");
        await scene.Desk().WithdrawAsync(proposal, "no more", "berta", default);
        (await scene.Agent.Send.RunAsync(default)).Refused.ShouldBe(1);
        var held = await scene.NewestAsync();
        held.State.ShouldBe("planned");
        held.Reason.ShouldNotBeNull().ShouldContain("no longer approved");
        server.Taken.ShouldBeEmpty();

        // What was written before a newer wording came is still what approved clauses say.
        (await scene.AgainAsync()).State.ShouldBe("scheduled");
        var next = await scene.ProposeAsync("berta", "Please see to it that {due} reaches us in the coming days.");
        (await scene.Desk().ApproveAsync(next, "yes", "adam", default)).ShouldBeOfType<RequestOutcome.Stored>();
        (await scene.Agent.Send.RunAsync(default)).Sent.ShouldBe(1);
        server.Taken.Count.ShouldBe(1);
    }

    [DatabaseFact]
    public async Task A_sole_administrator_waits_a_day_and_can_withdraw_until_then()
    {
        await using var server = new StagedSmtpServer();
        await using var scene = await ClauseScene.OpenAsync(Fresh, server, "adam");
        var proposal = await scene.ProposeAsync("adam");
        (await scene.Desk().ApproveAsync(proposal, "nobody else is here", "adam", default)).ShouldBeOfType<RequestOutcome.Stored>().Edited.ShouldBeTrue();

        (await scene.AgainAsync()).Body.ShouldNotContain(Spoken);
        (await scene.ScalarAsync<string>("select why from journal where kind = 'clause_approved'")).ShouldContain("there is no second administrator");
        await scene.AdvanceAsync(TimeSpan.FromHours(25));
        (await scene.AgainAsync()).Body.ShouldContain(Spoken);
    }

    [DatabaseFact]
    public async Task A_file_changed_on_disk_changes_no_mail_until_two_people_have_approved_it()
    {
        await using var server = new StagedSmtpServer();
        var prompts = Directory.CreateTempSubdirectory("dunning-prompts").FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(ClauseFiles.DeliveredFolder, "clauses"), "*.yaml", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(prompts, Path.GetRelativePath(ClauseFiles.DeliveredFolder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.WriteAllText(copy, File.ReadAllText(file));
        }

        await using var scene = await ClauseScene.OpenAsync(Fresh, server, "adam", "berta");
        var reminders = Path.Combine(prompts, "clauses", "en", "reminders.yaml");
        var edit = await scene.EditAsync();
        var old = scene.Agent.Clauses.Current.For("en").First(clause => clause.Id == edit.ClauseId).Variants;
        await File.WriteAllTextAsync(reminders, old.Aggregate(await File.ReadAllTextAsync(reminders), (text, variant) =>
            text.Replace($"\"{variant.Template.Source}\"", $"\"{ClauseScene.Words.Replace("kindly", $"kindly ({ClauseYaml.KeyOf(variant)})", StringComparison.Ordinal)}\"", StringComparison.Ordinal)));
        await using var restarted = await Installation.OpenAsync(OutboxScene.Settings(Fresh, server) with { PromptsFolder = prompts }, default);
        await scene.ExecuteAsync("update touches set state = 'planned'");
        await restarted.Draft.RunAsync(null, default);

        (await scene.NewestAsync()).Body.ShouldNotContain("kindly");
        var finding = await scene.LinesAsync("select clause_id, why from clause_file_findings");
        finding.ShouldStartWith(edit.ClauseId + "|");
        finding.ShouldContain("clauses/en/reminders.yaml(");
        finding.ShouldContain("is not approved");
        (await scene.ScalarAsync<long>("select count(*) from tasks where kind = 'clause_file' and done_at is null")).ShouldBe(1);
        (await scene.ScalarAsync<long>("select count(*) from journal where kind = 'clause_file_unapproved'")).ShouldBe(1);

        var hash = await scene.ScalarAsync<string>("select hash from clause_file_findings");
        var proposal = (await scene.Desk().ProposeFileAsync(hash, "our own", "adam", default)).ShouldBeOfType<RequestOutcome.Stored>().Id;
        (await scene.Desk().ApproveAsync(proposal, "yes", "berta", default)).ShouldBeOfType<RequestOutcome.Stored>();
        await scene.ExecuteAsync("update touches set state = 'planned'");
        await restarted.Draft.RunAsync(null, default);
        (await scene.NewestAsync()).Body.ShouldContain("kindly (");
        (await scene.ScalarAsync<long>("select count(*) from clause_file_findings")).ShouldBe(0);
    }

    [DatabaseFact]
    public async Task Nobody_changes_what_was_approved_and_nothing_unapproved_is_put_into_the_outbox()
    {
        await using var server = new StagedSmtpServer();
        await using var scene = await ClauseScene.OpenAsync(Fresh, server, "adam", "berta");
        var proposal = await scene.ProposeAsync("adam");
        foreach (var change in new[]
        {
            "update clause_versions set content = ''", "delete from clause_versions", "update clause_release_items set hash = hash", "update clause_proposals set actor = 'x'",
            $"insert into clause_decisions (proposal_id, decision, actor, reason, at, effective_at) values ({proposal}, 'approve', 'adam', 'x', now() - interval '9 days', now() - interval '9 days')",
            $"insert into clause_decisions (proposal_id, decision, actor, reason, at, effective_at) values ({proposal}, 'approve', 'nobody', 'x', now(), now())",
            "update drafts set clause_hashes = '{}'; insert into outbox (touch_id, draft_id, automatic, message_id, not_before, state) select touch_id, id, true, 'x@y', now(), 'pending' from drafts",
        })
        {
            (await Should.ThrowAsync<PostgresException>(() => scene.ExecuteAsync(change), change)).SqlState.ShouldBe(PostgresErrorCodes.CheckViolation, change);
        }

        // A row that was changed by force is noticed by its hash, and the release speaks.
        await scene.Desk().ApproveAsync(proposal, "yes", "berta", default);
        await scene.ExecuteAsync("alter table clause_versions disable trigger user; update clause_versions set content = replace(content, 'kindly', 'swiftly') where hash in (select hash from clause_proposals); alter table clause_versions enable trigger user");
        var draft = await scene.AgainAsync();
        draft.Body.ShouldNotContain("kindly");
        draft.Body.ShouldNotContain("swiftly");
        scene.Agent.Clauses.Notes.ShouldHaveSingleItem().ShouldContain("is not the one that was approved");
    }

    [DatabaseFact]
    public async Task A_wording_the_guardrails_object_to_is_not_even_proposed()
    {
        await using var server = new StagedSmtpServer();
        await using var scene = await ClauseScene.OpenAsync(Fresh, server, "adam", "berta");

        (await scene.Desk().ProposeAsync(await scene.EditAsync("Please transfer {due} soon, or our lawyers will write to you."), "sterner", "adam", default)).Why().ShouldContain("G01");
        (await scene.Desk().ProposeAsync(await scene.EditAsync("Please transfer {moon} soon."), "x", "adam", default)).Why().ShouldContain("unknown slot 'moon'");
        (await scene.Desk().ProposeAsync(await scene.EditAsync(), "x", "carla", default)).Why().ShouldContain("only an administrator", Case.Insensitive);
        (await scene.ScalarAsync<long>("select count(*) from clause_proposals")).ShouldBe(0);
    }
}
