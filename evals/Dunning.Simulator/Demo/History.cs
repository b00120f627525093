using Dapper;
using Dunning.Core.Cadence;
using Dunning.Postgres;
using Dunning.Simulator.Debtors;
using Dunning.Simulator.Ledgers;
using Npgsql;

namespace Dunning.Simulator.Demo;

/// <summary>
/// Open promises from before the import: some debtors have promised already, and the demo's first days show who keeps
/// the word. Each has the mail it was given in as its evidence.
/// </summary>
internal static class History
{
    private const int Promised = 14;

    private const string OpenCase =
        """
        insert into cases (entity_id, customer_id, currency, status, level, level_on, opened_on, last_contact_on)
        select u.entity_id, u.id, @currency, 'active', u.imported_level, case when u.imported_level > 0 then u.imported_last_contact end, @madeOn, u.imported_last_contact
        from customers u where u.entity_id = @entity and u.number = @number returning id
        """;

    private const string Mail =
        """
        insert into messages (case_id, customer_id, entity_id, direction, kind, message_id, from_address, to_addresses, subject, body, new_text, language, at, authenticity, known_sender, state)
        select c.id, c.customer_id, c.entity_id, 'in', 'human', @messageId, @from, '{}', @subject, @body, @body, @language, @at, 'verified', true, 'applied' from cases c where c.id = @caseId
        returning id
        """;

    private const string Promise =
        """
        with items as (select invoice_id, sum(residual) as residual from open_items(@madeOn) where entity_id = @entity and number = any(@numbers) group by invoice_id),
        paused as (
          insert into suppressions (entity_id, customer_id, case_id, invoice_ids, kind, reason, owner, starts_on, expires_on, evidence_message_id, evidence_start, evidence_length)
          select c.entity_id, c.customer_id, c.id, (select array_agg(invoice_id) from items), 'promise', 'promised for ' || @day, 'agent', @madeOn, @lastDay, @messageId, 0, @length
          from cases c where c.id = @caseId)
        insert into promises (case_id, message_id, invoice_ids, amount, currency, promised_for, expected_by, confidence, made_on, baseline_open, status)
        select @caseId, @messageId, array_agg(invoice_id), @amount, @currency, @day, @expectedBy, 1, @madeOn, sum(residual), 'open' from items
        """;

    /// <summary>Inserts the promises and lets those who keep theirs pay.</summary>
    public static async Task<int> InsertAsync(NpgsqlDataSource source, SampleLedger ledger, Policy policy, Bank bank, int seed, CancellationToken cancellationToken)
    {
        var random = new Random(seed);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var chosen = ledger.Customers
            .Where(customer => customer.Exclusion == Core.Ledger.Exclusion.None && customer.Behaviour is Behaviour.PromisesAndKeeps or Behaviour.PromisesAndBreaks && customer.OverdueOn(ledger.Start).Any())
            .Take(Promised).ToList();
        foreach (var (customer, index) in chosen.Select((customer, index) => (customer, index)))
        {
            var about = customer.OverdueOn(ledger.Start).GroupBy(invoice => invoice.Currency).First().ToList();
            var promisedFor = policy.CalendarFor(customer.Country).RollForward(ledger.Start.AddDays(random.Next(-2, 5)));
            await InsertAsync(connection, ledger, customer, about, promisedFor, policy, cancellationToken);
            if (customer.Behaviour != Behaviour.PromisesAndKeeps) continue;
            foreach (var invoice in about) bank.Take(new(invoice, invoice.OverdueOn(ledger.Start), promisedFor));
        }

        return chosen.Count;
    }

    private static async Task InsertAsync(
        NpgsqlConnection connection, SampleLedger ledger, SampleCustomer customer, List<SampleInvoice> about, DateOnly day, Policy policy, CancellationToken cancellationToken)
    {
        var entity = customer.Creditor.Entity.Id;
        var calendar = policy.CalendarFor(customer.Country);
        var madeOn = ledger.Start.AddDays(-4);
        var at = madeOn.ToDateTime(new TimeOnly(10, 30), DateTimeKind.Utc);
        var amount = about.Sum(invoice => invoice.OverdueOn(ledger.Start));
        var numbers = about.Select(invoice => invoice.Number).ToArray();
        var german = customer.Language == "de";
        var body = german ? $"Wir überweisen {string.Join(", ", numbers)} am {day:dd.MM.yyyy}." : FormattableString.Invariant($"We will pay {string.Join(", ", numbers)} on {day:d MMMM yyyy}.");
        var expectedBy = policy.Promises.ExpectedBy(day, null, calendar);

        var caseId = await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            OpenCase, new { entity, number = customer.Number, currency = about[0].Currency, madeOn }, cancellationToken: cancellationToken));
        var messageId = await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            Mail,
            new { caseId, messageId = $"history-{caseId}@{customer.Email.Split('@')[1]}", from = customer.Email, subject = german ? "Zahlung" : "Payment", body, language = german ? "de" : "en", at },
            cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(
            Promise,
            new
            {
                entity, caseId, messageId, numbers, amount, currency = about[0].Currency, day, expectedBy, lastDay = policy.Promises.LastDay(expectedBy, calendar), madeOn,
                length = body.Length,
            },
            cancellationToken: cancellationToken));
        await connection.AppendAsync(
            new("promise_taken_over", "demo", caseId, null, messageId, "a promise from before the import was taken over"), new DateTimeOffset(at), cancellationToken);
    }
}
