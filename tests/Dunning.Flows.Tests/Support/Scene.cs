using Dapper;
using Dunning.Connectors;
using Dunning.Flows.Cycle;
using Dunning.Flows.Drafting;
using Npgsql;

namespace Dunning.Flows.Tests.Support;

/// <summary>One creditor, one debtor, a few invoices, and an agent on real servers. The clock stands on a Tuesday morning.</summary>
public sealed class Scene : IAsyncDisposable
{
    public static readonly DateTimeOffset Tuesday = new(2026, 3, 10, 10, 0, 0, TimeSpan.Zero);

    private Scene(TestDatabase database, Installation agent, string billing, string debtor, long customerId, string entity, string documents)
    {
        Database = database;
        Documents = documents;
        Entity = entity;
        Agent = agent;
        Billing = billing;
        Debtor = debtor;
        CustomerId = customerId;
    }

    public TestDatabase Database { get; }

    public Installation Agent { get; }

    /// <summary>Our mailbox.</summary>
    public string Billing { get; }

    /// <summary>The debtor's mailbox.</summary>
    public string Debtor { get; }

    public long CustomerId { get; }

    /// <summary>Id of the creditor entity.</summary>
    public string Entity { get; }

    /// <summary>Folder of the document store.</summary>
    public string Documents { get; }

    public NpgsqlDataSource Source => Agent.Source;

    public static async Task<Scene> OpenAsync(TestDatabase database, string language = "en", InstallationSettings? settings = null, Dunning.Core.Cadence.PolicySet? policies = null)
    {
        var run = Guid.NewGuid().ToString("N")[..12];
        var entity = $"gb-{run}";
        var billing = $"billing-{run}@collections.test";
        var debtor = $"anna.{run}@firm.example";
        var documents = Directory.CreateTempSubdirectory("dunning-documents").FullName;
        settings ??= new InstallationSettings(
            database.ConnectionString, MailWorld.Submission, MailWorld.Imap, billing, MailWorld.AgentPassword, "mx.collections.test", new byte[32], documents, null, DraftingOptions.Default);
        if (policies is not null) settings = settings with { Policies = policies };
        var agent = await Installation.OpenAsync(settings, default);
        await agent.Clock.SetAsync(Tuesday, default);
        await using var connection = await agent.Source.OpenConnectionAsync();
        var customer = await connection.ExecuteScalarAsync<long>(
            """
            insert into entities (id, name, country, time_zone, language, currency, iban, bic, pay_url, from_address, reply_to, persona_name, phone, postal_address, ledger_as_of, mailbox_as_of)
            values (@entity, 'Northwind Instruments Ltd', 'GB', 'Europe/London', 'en', 'GBP', 'GB82WEST12345698765432', 'WESTGB2L', 'https://pay.northwind.example/', 'ar@collections.test', @billing,
              'Accounts Receivable', '+44 20 7946 0000', '1 Sample Street, London', @now, @now);
            insert into customers (entity_id, number, name, language, country, time_zone) values (@entity, @number, 'Firm Example GmbH', @language, 'GB', 'Europe/London') returning id
            """,
            new { entity, billing, now = Tuesday.UtcDateTime, number = $"C-{run}", language });
        await connection.ExecuteAsync(
            "insert into contacts (customer_id, name, email, verified, source) values (@customer, 'Anna Muster', @debtor, true, 'import')", new { customer, debtor });
        return new(database, agent, billing, debtor, customer, entity, settings.DocumentsFolder);
    }

    /// <summary>An invoice of the debtor, due so many days ago.</summary>
    public async Task<string> InvoiceAsync(decimal amount, int dueDaysAgo, string currency = "GBP")
    {
        var number = $"INV-{Guid.NewGuid().ToString("N")[..6].ToUpperInvariant()}";
        var due = DateOnly.FromDateTime(Tuesday.UtcDateTime).AddDays(-dueDaysAgo);
        await using var connection = await Source.OpenConnectionAsync();
        await connection.ExecuteAsync(
            """
            with i as (insert into invoices (entity_id, customer_id, kind, number, currency, issued, amount, source_key)
              values (@Entity, @CustomerId, 'invoice', @number, @currency, @issued, @amount, @number) returning id)
            insert into instalments (invoice_id, sequence, due, amount) select id, 1, @due, @amount from i
            """,
            new { Entity, CustomerId, number, currency, issued = due.AddDays(-30), amount, due });
        return number;
    }

    /// <summary>A payment in full, booked today.</summary>
    public async Task PayAsync(string number)
    {
        await using var connection = await Source.OpenConnectionAsync();
        await connection.ExecuteAsync(
            """
            with n as (select n.id, n.amount, i.currency, i.customer_id from instalments n join invoices i on i.id = n.invoice_id where i.number = @number),
              p as (insert into payments (entity_id, customer_id, currency, amount, value_date, source_key) select @Entity, customer_id, currency, amount, @day, 'p-' || @number from n returning id)
            insert into allocations (instalment_id, payment_id, amount, booked_on) select n.id, p.id, n.amount, @day from n, p
            """,
            new { Entity, number, day = await TodayAsync() });
    }

    /// <summary>One cycle with scoring and drafting.</summary>
    public Task<CycleReport> CycleAsync() => Agent.CycleWith("none").RunAsync(null, default);

    /// <summary>Moves the clock on.</summary>
    public async Task AdvanceAsync(TimeSpan by)
    {
        var now = Agent.Clock.GetUtcNow() + by;
        await Agent.Clock.SetAsync(now, default);
        await ExecuteAsync("update entities set ledger_as_of = @now, mailbox_as_of = @now", new { now = now.UtcDateTime });
    }

    public async Task<DateOnly> TodayAsync() => DateOnly.FromDateTime((await Agent.Clock.RefreshAsync(default)).UtcDateTime);

    public async Task<T> ScalarAsync<T>(string sql, object? parameters = null)
    {
        await using var connection = await Source.OpenConnectionAsync();
        return (await connection.ExecuteScalarAsync<T>(sql, parameters))!;
    }

    public async Task ExecuteAsync(string sql, object? parameters = null)
    {
        await using var connection = await Source.OpenConnectionAsync();
        await connection.ExecuteAsync(sql, parameters);
    }

    /// <summary>A person approves what waits in the queue, as the console writes it.</summary>
    public async Task<int> ApproveAllAsync()
    {
        await using var connection = await Source.OpenConnectionAsync();
        return await connection.ExecuteAsync(
            """
            insert into approvals (draft_id, content_hash, facts_version, actor, decision, at, expires_at)
            select distinct on (t.id) d.id, d.content_hash, d.facts_version, 'carla', 'approve', @now, @now + interval '3 days'
            from touches t join drafts d on d.touch_id = t.id where t.state = 'in_queue' order by t.id, d.version desc
            """,
            new { now = Agent.Clock.GetUtcNow().UtcDateTime });
    }

    public ValueTask DisposeAsync() => Agent.DisposeAsync();
}
