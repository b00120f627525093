using Dapper;
using Dunning.Connectors;
using Dunning.Flows.Cycle;
using Dunning.Flows.Drafting;
using Dunning.Flows.Ledger;
using Dunning.Flows.Timing;
using Dunning.Postgres;
using Dunning.Simulator.Collectors;
using Dunning.Simulator.Debtors;
using Dunning.Simulator.Ledgers;

namespace Dunning.Simulator.Demo;

/// <summary>
/// Simulated business days on a real installation: real database, real mail servers, the same flows as in service. Only
/// the clock, the customers and the collector are made up.
/// </summary>
public sealed class DemoRun : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Times of day (UTC) at which something happens, after the morning: opening hours of Europe, later those of America.</summary>
    private static readonly TimeOnly[] Rounds = [new(8, 10), new(10, 30), new(13, 40), new(16, 0)];

    private readonly DemoOptions options;
    private readonly TimeProvider wallClock;
    private readonly Action<string> tell;
    private readonly RunCycle cycle;
    private readonly BookImport books;
    private readonly Bank bank;
    private readonly DebtorWorld world;
    private readonly Mailboxes mailboxes;
    private readonly Npgsql.NpgsqlDataSource desk;
    private readonly Collector collector;
    private readonly long begin;
    private int lived;

    private DemoRun(DemoOptions options, DemoSettings settings, InstallationSettings agent, Installation installation, SampleLedger ledger, TimeProvider wallClock, long begin, Action<string> tell)
    {
        (this.options, this.wallClock, this.begin, this.tell) = (options, wallClock, begin, tell);
        Installation = installation;
        Ledger = ledger;
        cycle = installation.CycleWith(Path.Combine(settings.Home, "models", "late-payment.model"));
        books = new(new ImportLedger(installation.Source, installation.Clock), ledger, Path.Combine(settings.Home, "demo", "ledger"));
        bank = new();
        mailboxes = new(DemoInstallation.Imap(settings), settings.DebtorPassword, new MessageIds(agent.ThreadKey));
        var debtors = ledger.Customers.Select((customer, index) => new Debtor(customer, options.Seed * 10_007 + index)).ToDictionary(debtor => debtor.Customer.Email);
        world = new(installation.Source, debtors, mailboxes, new(settings.MailHost, settings.MxPort, settings.DebtorPassword), bank);
        desk = Database.Open(settings.Console);
        collector = new(desk, installation.Clock, options.Seed);
    }

    /// <summary>The agent under way.</summary>
    public Installation Installation { get; }

    /// <summary>The sample ledger as the creditors' books stand now.</summary>
    public SampleLedger Ledger { get; }

    /// <summary>The mails in the debtors' mailboxes, copies included.</summary>
    public IReadOnlyCollection<OurMail> Delivered => mailboxes.All;

    /// <summary>Makes database, ledger and documents, and imports the ledger as of the evening before the first day.</summary>
    /// <param name="tell">Takes progress, one line at a time.</param>
    public static async Task<DemoRun> PrepareAsync(DemoOptions options, DemoSettings onServer, TimeProvider wallClock, Action<string> tell, CancellationToken cancellationToken)
    {
        var started = wallClock.GetTimestamp();
        await DemoDatabase.CreateAsync(onServer, cancellationToken);
        var settings = onServer.OnDemoDatabase();
        await DemoInstallation.EmptyMailboxAsync(settings, cancellationToken);
        var ledger = LedgerGenerator.Generate(options.Seed, options.Start, settings.Mailbox, options.CustomersPerEntity);
        var documents = Path.Combine(settings.Home, "documents");
        var copies = await DocumentCopies.WriteAsync(documents, ledger, cancellationToken);
        var agent = DemoInstallation.SettingsFor(settings, documents);
        var run = new DemoRun(options, settings, agent, await Installation.OpenAsync(agent, cancellationToken), ledger, wallClock, started, tell);
        await run.SetUpAsync(copies, cancellationToken);
        return run;
    }

    /// <summary>Lives through the days and counts.</summary>
    public async Task<DemoResult> RunAsync(CancellationToken cancellationToken)
    {
        for (var (i, day) = (0, options.Start); i < options.Days; i++, day = NextBusinessDay(day)) await LiveThroughAsync(day, cancellationToken);
        return await CountAsync(cancellationToken);
    }

    /// <summary>One business day from the bank's file to the sealed journal.</summary>
    public async Task LiveThroughAsync(DateOnly day, CancellationToken cancellationToken)
    {
        await MorningAsync(day, cancellationToken);
        foreach (var time in Rounds) await RoundAsync(day, time, cancellationToken);
        await Installation.Seal.RunAsync(cancellationToken);
        (Last, lived) = (day, lived + 1);
    }

    /// <summary>Looks once more into every mailbox and counts.</summary>
    public async Task<DemoResult> CountAsync(CancellationToken cancellationToken)
    {
        await world.LookEverywhereAsync(cancellationToken);
        return await DemoCounts.ReadAsync(Installation, mailboxes.All, lived, Last, wallClock.GetElapsedTime(begin), cancellationToken);
    }

    /// <summary>The last day lived through.</summary>
    public DateOnly Last { get; private set; }

    /// <summary>Books of the bank, one cycle, and the collector's first sitting.</summary>
    public async Task MorningAsync(DateOnly day, CancellationToken cancellationToken)
    {
        await SetAsync(day, new(6, 0), cancellationToken);
        var payments = bank.Book(day);
        await books.RunAsync(cancellationToken);
        await ReceiveAsync(cancellationToken);
        await Installation.Timing.RunAsync(cancellationToken);
        await Installation.PassDay.RunAsync(day, cancellationToken);
        var report = await cycle.RunAsync(day, cancellationToken);
        await Installation.Draft.RunAsync(day, cancellationToken);
        await SetAsync(day, new(7, 0), cancellationToken);
        var sitting = await collector.WorkAsync(cancellationToken);
        var carried = await Installation.Approvals.RunAsync(cancellationToken);
        tell($"{day:ddd yyyy-MM-dd}  {payments} payments booked, {report.AccountsOverdue} accounts overdue, {report.CasesOpened} cases opened, {report.Drafted} drafted; "
            + $"collector: {sitting.Approved} approved, {sitting.Edited} edited, {sitting.Rejected} rejected, {sitting.Left} left ({carried.Refused} refused by the gate)");
    }

    /// <summary>A round in the day: send, let debtors read and write, read what they wrote, draft and approve answers.</summary>
    private async Task RoundAsync(DateOnly day, TimeOnly time, CancellationToken cancellationToken)
    {
        await SetAsync(day, time, cancellationToken);
        var now = Installation.Clock.GetUtcNow();
        await Installation.Approvals.RunAsync(cancellationToken);
        var sent = await Installation.Send.RunAsync(cancellationToken);
        await world.HearAsync(now, wallClock, cancellationToken);
        await world.WriteAsync(now, cancellationToken);
        var received = await ReceiveAsync(cancellationToken);
        await Installation.Draft.RunAsync(day, cancellationToken);
        var sitting = await collector.WorkAsync(cancellationToken);
        await Installation.Approvals.RunAsync(cancellationToken);
        tell($"  {time:HH:mm}  {sent.Sent} sent ({sent.Refused} refused, {sent.Retried} retried), {received} mails in, {sitting.Approved + sitting.Edited} answers approved");
    }

    /// <summary>What the agent does all the time while the console is open; debtors answer within minutes.</summary>
    public async Task LiveAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var now = Installation.Clock.GetUtcNow();
        await Installation.Approvals.RunAsync(cancellationToken);
        await Installation.CaseRequests.RunAsync(cancellationToken);
        await Installation.Send.RunAsync(cancellationToken);
        await world.HearAsync(now, wallClock, cancellationToken);
        await world.WriteAsync(now.AddHours(6), cancellationToken);
        await Installation.Receive.RunAsync(cancellationToken);
        await Installation.Read.RunAsync(cancellationToken);
        await Installation.Draft.RunAsync(day, cancellationToken);
        await Installation.Seal.RunAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        await Installation.DisposeAsync();
    }

    /// <summary>The business day after a day.</summary>
    public static DateOnly NextBusinessDay(DateOnly day) =>
        day.AddDays(day.DayOfWeek switch { DayOfWeek.Friday => 3, DayOfWeek.Saturday => 2, _ => 1 });

    private async Task SetUpAsync(int copies, CancellationToken cancellationToken)
    {
        await SetAsync(options.Start.AddDays(-1), new(20, 0), cancellationToken);
        await books.RunAsync(cancellationToken);
        var now = Installation.Clock.GetUtcNow();
        await Autonomy.GrantAsync(Installation.Source, now, cancellationToken);
        await KeepHoursAsync(now, cancellationToken);
        var promises = await History.InsertAsync(Installation.Source, Ledger, Installation.Policies.Segments[^1].Policy, bank, options.Seed, cancellationToken);
        tell($"{Ledger.Customers.Count} customers, {Ledger.Customers.Sum(customer => customer.Invoices.Count)} invoices and credit notes, {copies} document copies, {promises} open promises; ready after {wallClock.GetElapsedTime(begin).TotalSeconds:0.0} s");
    }

    /// <summary>The demo sends at four times a day only; an hour varied between them would cost the day.</summary>
    private async Task KeepHoursAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await Installation.Source.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "insert into settings (key, value, set_by, at) values (@key, 'off', 'demo', @now)", new { key = LearnContactTimes.VarySetting, now = now.UtcDateTime }, cancellationToken: cancellationToken));
    }

    private Task SetAsync(DateOnly day, TimeOnly time, CancellationToken cancellationToken) =>
        Installation.Clock.SetAsync(new(day.ToDateTime(time), TimeSpan.Zero), cancellationToken);

    /// <summary>Fetches until every mail that was sent to us has come, or for a bounded time, and reads.</summary>
    private async Task<int> ReceiveAsync(CancellationToken cancellationToken)
    {
        var started = wallClock.GetTimestamp();
        var fetched = await Installation.Receive.RunAsync(cancellationToken);
        while (await StoredAsync(cancellationToken) < world.Expected && wallClock.GetElapsedTime(started) < Patience)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(150), wallClock, cancellationToken);
            fetched += await Installation.Receive.RunAsync(cancellationToken);
        }

        await Installation.Read.RunAsync(cancellationToken);
        return fetched;
    }

    private async Task<long> StoredAsync(CancellationToken cancellationToken)
    {
        await using var connection = await Installation.Source.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition("select count(*) from inbound_raw", cancellationToken: cancellationToken));
    }
}
