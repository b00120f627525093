using System.Globalization;
using System.Text;
using System.Text.Json;
using Dunning.Core.Cadence;
using Dunning.Flows.Cycle;
using Dunning.Flows.Outlook;
using Dunning.Flows.Tests.Support;

namespace Dunning.Flows.Tests.Cycle;

public sealed class PreviewTests : IAsyncLifetime
{
    private const string Header = "number,customer,email,country,due,currency,amount,status,exclusion,level,last_contact\n";
    private const string Everything =
        """
        select 'c', to_jsonb(c)::text from cases c union all select 'p', to_jsonb(p)::text from case_plans p union all select 't', to_jsonb(t)::text from touches t
        union all select 'j', to_jsonb(j)::text from journal j union all select 'd', to_jsonb(d)::text from drafts d union all select 'o', to_jsonb(o)::text from outbox o
        union all select 'm', to_jsonb(m)::text from messages m union all select 's', to_jsonb(s)::text from suppressions s union all select 'k', to_jsonb(k)::text from tasks k order by 1, 2
        """;

    private static readonly DateOnly Monday = new(2026, 3, 2);
    private readonly TestDatabase database = new();

    public async Task InitializeAsync()
    {
        await database.InitializeAsync();
        if (TestDatabase.OwnerConnection is not null) await AtAsync(Monday);
    }

    public Task DisposeAsync() => database.DisposeAsync();

    [DatabaseFact]
    public async Task The_first_day_is_what_the_cycle_plans_and_nothing_is_written()
    {
        await database.ImportAsync(AnyLedger(1, 60));
        var before = await database.RowsAsync(Everything);
        var (report, contacts) = await PreviewAsync(1);
        (await database.RowsAsync(Everything)).ShouldBe(before);
        report.ByDay.ShouldBe(new Dictionary<DateOnly, long> { [Monday] = contacts.Count });

        await Cycle().RunAsync(null, CancellationToken.None);
        contacts.ShouldNotBeEmpty();
        contacts.ShouldBe(await PlannedAsync(Monday), ignoreOrder: true);
    }

    [DatabaseFact]
    public async Task A_cycle_a_day_with_everything_delivered_goes_the_way_the_preview_said()
    {
        const int Days = 30;
        await database.ImportAsync(AnyLedger(2, 40));
        await database.ExecuteAsync(
            """
            insert into suppressions (entity_id, customer_id, kind, reason, owner, starts_on, expires_on, invoice_ids)
            select u.entity_id, u.id, (array['manual', 'dispute', 'out_of_office'])[1 + u.id % 3], 'a test', 'agent', '2026-02-20', date '2026-03-01' + (u.id % 17)::int,
              case when u.id % 2 = 0 then array(select i.id from invoices i where i.customer_id = u.id order by i.id limit 1) else '{}' end
            from customers u where u.id % 3 = 0
            """);
        var (report, foreseen) = await PreviewAsync(Days);
        List<string> happened = [];
        for (var day = Monday; day < Monday.AddDays(Days); day = day.AddDays(1))
        {
            await AtAsync(day);
            await Cycle().RunAsync(null, CancellationToken.None);
            happened.AddRange(await PlannedAsync(day));
            await DeliverAsync(day);
        }

        foreseen.Select(contact => contact.Split('|')[3]).Distinct().Count().ShouldBeGreaterThan(2);
        foreseen.ShouldBe(happened, ignoreOrder: true);
        report.ByDay.Values.Sum().ShouldBe(foreseen.Count);
    }

    [DatabaseFact]
    public async Task A_promise_that_nobody_keeps_is_spoken_of_on_the_first_business_day_after_it()
    {
        await database.ImportAsync(Header + "R1,A,a@c.example,DE,2026-02-01,EUR,100,,,,\n");
        await Cycle().RunAsync(null, CancellationToken.None);
        await database.ExecuteAsync("update touches set state = 'cancelled'");
        await database.ExecuteAsync("insert into suppressions (entity_id, customer_id, case_id, kind, reason, owner, starts_on, expires_on, invoice_ids) select c.entity_id, c.customer_id, c.id, 'promise', 'promised', 'agent', '2026-03-01', '2026-03-06', array(select id from invoices) from cases c");
        await using var contacts = new PreviewContacts();
        await Preview().RunAsync(null, 14, contacts, CancellationToken.None);
        PreviewContact? first = null;
        await foreach (var contact in contacts.ReadAsync(CancellationToken.None)) first ??= contact;
        (first!.Date, first.Purpose, first.Why).ShouldBe((new DateOnly(2026, 3, 9), "promise_lapsed", "a promise was broken on 2026-03-07"));
    }

    [DatabaseFact]
    public async Task A_message_in_the_queue_goes_out_first_and_the_next_rung_follows_from_it()
    {
        await database.ImportAsync(Header + "R1,A,a@c.example,DE,2026-01-05,EUR,100,,,,\n");
        await Cycle().RunAsync(null, CancellationToken.None);
        await database.ExecuteAsync("update touches set state = 'in_queue'");
        var (report, contacts) = await PreviewAsync(9);
        contacts.ShouldBe(["2026-03-02|A|EUR|friendly", "2026-03-09|A|EUR|reminder"]);
        report.Held.ShouldBeEmpty();
    }

    [DatabaseFact]
    public async Task The_document_lists_contacts_days_and_reasons()
    {
        await database.ImportAsync(Header + "R1,A,a@c.example,DE,2026-02-01,EUR,100,,,,\nR2,B,,DE,2026-02-01,EUR,100,,,,\n");
        await using var contacts = new PreviewContacts();
        var report = await Preview().RunAsync(Monday, 2, contacts, CancellationToken.None);
        using var output = new MemoryStream();
        await contacts.WriteAsync(report, output, CancellationToken.None);
        var json = JsonDocument.Parse(output.ToArray()).RootElement;
        (json.GetProperty("as_of").GetString(), json.GetProperty("days").GetInt32()).ShouldBe(("2026-03-02", 2));
        json.GetProperty("by_day").GetRawText().ShouldBe("""{"2026-03-02":1,"2026-03-03":0}""");
        json.GetProperty("held").GetRawText().ShouldBe("""{"no_contact_address":1}""");
        var contact = json.GetProperty("contacts")[0];
        (contact.GetProperty("amount").GetDecimal(), contact.GetProperty("items").GetRawText(), contact.GetProperty("entity").GetString()).ShouldBe((100m, """["R1"]""", "acme"));
        contact.GetProperty("why").GetString()!.ShouldContain("friendly step");
    }

    private static string AnyLedger(int seed, int customers)
    {
        var chance = new Random(seed);
        var text = new StringBuilder(Header);
        var number = 0;
        for (var customer = 0; customer < customers; customer++)
        {
            var address = chance.Next(12) == 0 ? "" : $"c{customer}@c.example";
            var exclusion = chance.Next(15) == 0 ? "intercompany" : "none";
            var known = chance.Next(4) == 0 ? FormattableString.Invariant($"{chance.Next(1, 4)},{Monday.AddDays(-chance.Next(2, 20)):yyyy-MM-dd}") : ",";
            for (var item = chance.Next(1, 5); item > 0; item--)
            {
                text.Append(CultureInfo.InvariantCulture, $"R{++number},C{customer},{address},DE,{Monday.AddDays(25 - chance.Next(90)):yyyy-MM-dd},{(chance.Next(4) == 0 ? "USD" : "EUR")},");
                text.Append(CultureInfo.InvariantCulture, $"{5 + chance.Next(300)},{(chance.Next(12) == 0 ? "direct_debit" : "open")},{exclusion},{known}\n");
            }
        }

        return text.ToString();
    }

    private async Task<(PreviewReport Report, List<string> Contacts)> PreviewAsync(int days)
    {
        await using var contacts = new PreviewContacts();
        var report = await Preview().RunAsync(null, days, contacts, CancellationToken.None);
        List<string> found = [];
        await foreach (var contact in contacts.ReadAsync(CancellationToken.None)) found.Add(FormattableString.Invariant($"{contact.Date:yyyy-MM-dd}|{contact.Customer}|{contact.Currency}|{contact.Stage}"));
        return (report, found);
    }

    private async Task<IReadOnlyList<string>> PlannedAsync(DateOnly day) => await database.RowsAsync(FormattableString.Invariant(
        $"select '{day:yyyy-MM-dd}', u.number, c.currency, (array['friendly', 'reminder', 'firm', 'final'])[t.stage] from touches t join cases c on c.id = t.case_id join customers u on u.id = c.customer_id where t.state = 'planned' and t.planned_for <= '{day:yyyy-MM-dd}'"));

    private Task DeliverAsync(DateOnly day) => database.ExecuteAsync(FormattableString.Invariant(
        $"""
        with sent as (update touches set state = 'sent' where state = 'planned' and planned_for <= '{day:yyyy-MM-dd}' returning case_id, stage, cause),
          stood as (update cases c set level = s.stage, level_on = '{day:yyyy-MM-dd}', ladder_run = split_part(s.cause, ':', 2)::int, last_contact_on = '{day:yyyy-MM-dd}', version = version + 1
            from sent s where c.id = s.case_id returning c.id, c.customer_id, c.entity_id)
        insert into messages (case_id, customer_id, entity_id, direction, kind, at) select id, customer_id, entity_id, 'out', 'human', '{day:yyyy-MM-dd} 09:00Z' from stood
        """));

    private Task AtAsync(DateOnly day) => database.ExecuteAsync(FormattableString.Invariant($"update clock set simulated = '{day:yyyy-MM-dd} 08:00Z'; update entities set ledger_as_of = '{day:yyyy-MM-dd} 08:00Z'"));

    private PreviewCycles Preview() => new(database.Source, database.Clock, Policy.Default);

    private RunCycle Cycle() => new(database.Source, database.Clock, Policy.Default, new ScoreCases(database.Source, null), null);
}
