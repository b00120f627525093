using Dunning.Connectors;
using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Flows.Cycle;
using Dunning.Flows.Deciding;
using Dunning.Flows.Drafting;
using Dunning.Flows.Policies;
using Dunning.Flows.Sending;
using Dunning.Flows.Tests.Support;

namespace Dunning.Flows.Tests.Policies;

/// <summary>Policies by segment, over a real database.</summary>
public sealed class PolicyCycleTests : IAsyncLifetime
{
    private const string Header = "number,customer,email,country,debtor_kind,segment,due,currency,amount\n";

    private readonly TestDatabase database = new();

    public async Task InitializeAsync()
    {
        await database.InitializeAsync();
        if (TestDatabase.OwnerConnection is null) return;
        await OnAsync("2026-03-02");
    }

    public Task DisposeAsync() => database.DisposeAsync();

    private async Task OnAsync(string day)
    {
        await database.ExecuteAsync($"update clock set simulated = '{day} 10:00Z'; update entities set ledger_as_of = '{day} 08:00Z', mailbox_as_of = '{day} 08:00Z'");
        await database.Clock.RefreshAsync(default);
    }

    private async Task ImportAsync(string rows)
    {
        (await database.ImportAsync(Header + rows)).Rejected.ShouldBe(0);
        await OnAsync("2026-03-02");
    }

    private async Task<CycleReport> CycleAsync(PolicySet policies, bool draft = false)
    {
        var clock = database.Clock;
        await clock.RefreshAsync(default);
        return await new RunCycle(database.Source, clock, policies, new ScoreCases(database.Source, null), draft ? Desk(policies, clock).Draft.RunAsync : null).RunAsync(null, default);
    }

    private DraftingDesk Desk(PolicySet policies, TimeProvider clock) =>
        new(database.Source, clock, policies, new byte[32], Path.GetTempPath(), null, DraftingOptions.Default);

    private static PolicySet Set(string segments) => PolicyFiles.Read("test.yaml", $"name: test\nsegments:\n{segments}");

    [DatabaseFact]
    public async Task Every_account_is_planned_and_journalled_under_the_first_segment_that_holds()
    {
        await ImportAsync("R1,Big,b@c.example,DE,company,default,2026-02-20,EUR,9000\nR2,Small,s@c.example,DE,company,default,2026-02-20,EUR,100\nR3,Person,p@c.example,DE,consumer,default,2026-02-20,EUR,100\nR4,Key,k@c.example,FR,company,key,2026-02-20,EUR,100\n");
        var set = Set(
            """
              - { name: large, match: { overdue: [{ currency: EUR, from: 5000 }] }, minimum_amounts: { EUR: 10000 } }
              - { name: people, match: { debtor: [consumer] }, stages: { friendly: { after: 15 }, reminder: { after: 15 }, firm: { after: 15 }, final: { after: 15 } } }
              - { name: key, match: { group: [key], country: [FR, BE], entity: [acme] } }
              - { name: rest, minimum_interval_days: 9 }
            """);
        var report = await CycleAsync(set);
        report.Held.ShouldBe(new Dictionary<string, long> { ["awaiting_draft"] = 2, ["below_minimum"] = 1, ["step_not_due"] = 1 }, ignoreOrder: true);
        string VersionOf(string name) => set.Segments.Single(segment => segment.Name == name).Version;
        (await database.RowsAsync("select u.number, c.policy_segment, j.data->>'policy' from cases c join customers u on u.id = c.customer_id join journal j on j.case_id = c.id and j.kind like 'contact%' order by 1"))
            .ShouldBe([$"Big|large|{VersionOf("large")}", $"Key|key|{VersionOf("key")}", $"Person|people|{VersionOf("people")}", $"Small|rest|{VersionOf("rest")}"]);
        (await database.RowsAsync("select policy_segment from touches order by 1")).ShouldBe(["key", "rest"]);
        (await database.RowsAsync($"select data->>'version' from journal where kind = 'policies_in_force'")).ShouldBe([set.Version]);
    }

    [DatabaseFact]
    public async Task New_debtors_are_let_in_so_many_a_day_the_oldest_debts_first_and_the_same_day_again_lets_in_nobody_else()
    {
        await ImportAsync(string.Concat(Enumerable.Range(1, 7).Select(i => $"R{i},C{i},c{i}@c.example,DE,company,default,2026-02-{i + 2:00},EUR,100\n")));
        var set = Set("  - { name: rest, limits: { new_debtors_a_day: 3 } }");
        const string Admitted = "select string_agg(u.number, ' ' order by u.number) from touches t join cases c on c.id = t.case_id join customers u on u.id = c.customer_id where t.state <> 'cancelled'";
        var first = await CycleAsync(set, draft: true);
        (first.AccountsOverdue, first.Drafted, first.Held.GetValueOrDefault("first_cycle_ramp")).ShouldBe((7, 3, 4));
        (await database.ScalarAsync<string>(Admitted)).ShouldBe("C1 C2 C3");
        (await database.RowsAsync("select u.number, r->>'reason', r->>'lifts' from case_plans p join cases c on c.id = p.case_id join customers u on u.id = c.customer_id, jsonb_array_elements(p.reasons) r where not contact order by 1"))
            .ShouldBe(["C4|first_cycle_ramp|2026-03-03", "C5|first_cycle_ramp|2026-03-03", "C6|first_cycle_ramp|2026-03-03", "C7|first_cycle_ramp|2026-03-04"]);

        var again = await CycleAsync(set, draft: true);
        (await database.ScalarAsync<string>(Admitted)).ShouldBe("C1 C2 C3");
        again.Held.ShouldBe(new Dictionary<string, long> { ["first_cycle_ramp"] = 4, ["pending_message"] = 3 }, ignoreOrder: true);

        await OnAsync("2026-03-03");
        await CycleAsync(set, draft: true);
        (await database.ScalarAsync<string>(Admitted)).ShouldBe("C1 C2 C3 C4 C5 C6");
        await OnAsync("2026-03-04");
        await CycleAsync(set, draft: true);
        (await database.ScalarAsync<string>(Admitted)).ShouldBe("C1 C2 C3 C4 C5 C6 C7");
    }

    [DatabaseFact]
    public async Task More_messages_in_thirty_days_than_the_cap_hold_the_account()
    {
        await ImportAsync("R1,A,a@c.example,DE,company,default,2025-12-01,EUR,100\n");
        await database.ExecuteAsync(
            "insert into messages (customer_id, entity_id, direction, kind, at, state) select id, 'acme', 'out', 'agent', d::timestamptz, 'done' from customers, unnest(array['2026-02-05 10:00Z', '2026-02-15 10:00Z', '2026-02-20 10:00Z', '2025-12-24 10:00Z']) d");
        (await CycleAsync(Set("  - { name: rest, limits: { contacts_in_30_days: 3 } }"))).Held.ShouldBe(new Dictionary<string, long> { ["contact_cap"] = 1 });
        (await database.RowsAsync("select r->>'lifts' from case_plans, jsonb_array_elements(reasons) r where r->>'reason' = 'contact_cap'")).ShouldBe(["2026-03-07"]);
        (await CycleAsync(Set("  - { name: rest, limits: { contacts_in_30_days: 4 } }"))).Planned.ShouldBe(1);
    }

    [DatabaseFact]
    public async Task A_changed_policy_withdraws_a_draft_it_does_not_want_yet_and_writes_anew_what_it_still_wants()
    {
        await ImportAsync("R1,A,a@c.example,DE,company,default,2026-02-20,EUR,100\nR2,B,b@c.example,FR,company,default,2026-02-20,EUR,100\n");
        var before = Set("  - { name: rest }");
        (await CycleAsync(before, draft: true)).Drafted.ShouldBe(2);
        var after = Set(
            """
              - { name: french, match: { country: [FR] }, stages: { friendly: { after: 30 }, reminder: { after: 9 }, firm: { after: 9 }, final: { after: 9 } } }
              - { name: rest, persona: { name: Collections Desk, sender: desk } }
            """);
        await CycleAsync(after, draft: true);
        (await database.RowsAsync("select u.number, t.state, t.policy_segment from touches t join cases c on c.id = t.case_id join customers u on u.id = c.customer_id order by 1")).ShouldBe(["A|in_queue|rest", "B|cancelled|rest"]);
        (await database.RowsAsync("select from_name, from_address from drafts d join touches t on t.id = d.touch_id where t.state = 'in_queue' order by version"))
            .ShouldBe(["Accounts Receivable, Acme Fictional Goods|ar@acme.example", "Collections Desk, Acme Fictional Goods|desk@acme.example"]);
        (await database.ScalarAsync<string>("select body from drafts d join touches t on t.id = d.touch_id where t.state = 'in_queue' order by version desc limit 1")).ShouldContain("Collections Desk");
        (await database.ScalarAsync<long>("select count(*) from journal where kind = 'policy_segment_changed'")).ShouldBe(1);
        (await database.ScalarAsync<long>("select count(*) from journal where kind = 'policies_in_force'")).ShouldBe(2);
    }

    [DatabaseFact]
    public async Task An_approval_given_under_the_old_policy_is_refused_and_the_draft_is_written_anew()
    {
        await ImportAsync("R1,A,a@c.example,DE,company,default,2026-02-20,EUR,100\n");
        await CycleAsync(Set("  - { name: rest }"), draft: true);
        await database.ExecuteAsync("insert into approvals (draft_id, content_hash, facts_version, actor, decision, at, expires_at) select id, content_hash, facts_version, 'carla', 'approve', now(), '2026-03-05' from drafts");
        PolicySet changed = Set("  - { name: rest, minimum_interval_days: 8 }");
        var clock = database.Clock;
        await clock.RefreshAsync(default);
        var desk = Desk(changed, clock);
        var counts = await new CarryOutApprovals(database.Source, desk.GateFacts, desk.FactSets, new CaseDecisions(changed), desk.Ids, changed, clock).RunAsync(default);
        (counts.Approved, counts.Refused).ShouldBe((0, 1));
        (await database.RowsAsync("select state from touches")).ShouldBe(["planned"]);
        (await database.ScalarAsync<long>("select count(*) from outbox")).ShouldBe(0);
    }

    [DatabaseFact]
    public async Task A_call_is_a_prepared_task_and_counts_as_the_contact_once_a_person_has_made_it()
    {
        await ImportAsync("R1,A,a@c.example,DE,company,default,2026-02-20,EUR,100\n");
        var set = Set("  - { name: rest, stages: { friendly: { after: 3, channel: call }, reminder: { after: 7 }, firm: { after: 7 }, final: { after: 7, channel: letter } } }");
        await CycleAsync(set, draft: true);
        (await database.RowsAsync("select k.kind, t.state from tasks k join touches t on t.id = k.touch_id")).ShouldBe(["call|with_person"]);
        var points = await database.ScalarAsync<string>("select detail from tasks");
        points.ShouldContain("R1, due 2026-02-20, 10 days ago, 100.00 open");
        (await database.ScalarAsync<long>("select count(*) from drafts")).ShouldBe(0);

        var confirm = new ConfirmHandContacts(database.Source, new CaseDecisions(set), database.Clock);
        (await confirm.RunAsync(default)).ShouldBe(0, "nobody has called yet");
        await database.ExecuteAsync("update tasks set done_at = '2026-03-03 09:00Z', done_by = 'carla', outcome = 'will pay'");
        await OnAsync("2026-03-03");
        (await confirm.RunAsync(default)).ShouldBe(1);
        (await confirm.RunAsync(default)).ShouldBe(0);
        (await database.RowsAsync("select level, level_on::text, last_contact_on::text from cases")).ShouldBe(["1|2026-03-03|2026-03-03"]);
        await OnAsync("2026-03-09");
        (await CycleAsync(set, draft: true)).Drafted.ShouldBe(0);
        await OnAsync("2026-03-10");
        (await CycleAsync(set, draft: true)).Drafted.ShouldBe(1);
    }

    [DatabaseFact]
    public async Task A_segment_by_risk_is_the_same_when_the_day_is_run_again()
    {
        await ImportAsync("R1,A,a@c.example,DE,company,default,2026-02-20,EUR,100\nR2,B,b@c.example,DE,company,default,2026-01-20,EUR,100\n");
        var set = Set("  - { name: scored, match: { risk: { from: 0 } } }\n  - { name: rest }");
        const string Everything = "select to_jsonb(c)::text from cases c union all select to_jsonb(p)::text from case_plans p union all select to_jsonb(t)::text from touches t union all select to_jsonb(j)::text from journal j order by 1";
        var first = await CycleAsync(set);
        first.CasesOpened.ShouldBe(2);
        (await database.RowsAsync("select distinct policy_segment from cases")).ShouldBe(["scored"]);
        var before = await database.RowsAsync(Everything);
        await CycleAsync(set);
        (await database.RowsAsync(Everything)).ShouldBe(before);
    }
}
