using Dapper;
using Dunning.Connectors;
using Dunning.Console.Access;
using Dunning.Console.Hosting;
using Dunning.Flows.Drafting;
using Dunning.Flows.Tests.Support;
using Dunning.Mail.Imap;
using Dunning.Mail.Smtp;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Npgsql;

namespace Dunning.Console.Tests.Support;

/// <summary>A console on a free port over a fresh database, an agent beside it, and a browser.</summary>
public sealed class ConsoleWorld : IAsyncLifetime
{
    public const string Password = "correct horse battery staple";

    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly TestDatabase database = new();
    private WebApplication? app;
    private IPlaywright? playwright;
    private IBrowser? browser;
    private Scene? scene;

    public static string Chromium => Environment.GetEnvironmentVariable("DUNNING_CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium";

    /// <summary>The agent, with one creditor.</summary>
    public Scene Scene => scene!;

    public WebApplication App => app!;

    public string Home { get; } = Directory.CreateTempSubdirectory("dunning-console").FullName;

    public string Url => app!.Urls.First();

    public async Task InitializeAsync()
    {
        if (BrowserFactAttribute.Missing is not null) return;
        await database.InitializeAsync();
        scene = await Scene.OpenAsync(database, "en", MailWorld.Missing is null ? null : Nowhere(database.ConnectionString));
        app = await ConsoleHost.BuildAsync(new(ConsoleConnection(), Home, "http://127.0.0.1:0"), default);
        await app.StartAsync();
        foreach (var (name, role) in new[] { ("carla", Roles.Collector), ("adam", Roles.Admin), ("fiona", Roles.Finance), ("otto", Roles.Auditor) })
            await app.Services.GetRequiredService<UserStore>().AddAsync(name, role, Password, "test", default);
        Assertions.SetDefaultExpectTimeout(20_000);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Flags });
    }

    /// <summary>The console's own role, where the environment names one.</summary>
    public string ConsoleConnection() =>
        Environment.GetEnvironmentVariable("DUNNING_DB_CONSOLE") is { Length: > 0 } role
            ? new NpgsqlConnectionStringBuilder(role) { Database = new NpgsqlConnectionStringBuilder(database.ConnectionString).Database, MaxPoolSize = 10 }.ConnectionString
            : database.ConnectionString;

    /// <summary>A page of somebody signed in; of nobody when no name is given.</summary>
    public async Task<IPage> OpenAsync(string? user, string path = "/queue", bool javaScript = true)
    {
        var context = await browser!.NewContextAsync(new() { BaseURL = Url, JavaScriptEnabled = javaScript, ViewportSize = new() { Width = 1280, Height = 900 } });
        context.SetDefaultTimeout(30_000);
        var page = await context.NewPageAsync();
        if (user is not null)
        {
            await page.GotoAsync("/sign-in");
            await SubmitAsync(page, user, Password);
            // Waiting for the load event here can miss one that fires in between; the page asked for next waits for its own.
            await page.WaitForURLAsync("**/queue", new() { WaitUntil = WaitUntilState.Commit });
        }

        await page.GotoAsync(path);
        return page;
    }

    /// <summary>Fills in the sign-in form.</summary>
    public static async Task SubmitAsync(IPage page, string user, string password)
    {
        await page.GetByLabel("Name").FillAsync(user);
        await page.GetByLabel("Password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    /// <summary>A customer with one overdue invoice, planned and drafted by the agent; the case's id.</summary>
    public async Task<long> CaseAsync(string customer, decimal amount = 1250.50m, int daysOverdue = 12)
    {
        var run = Guid.NewGuid().ToString("N")[..8];
        await using var connection = await Scene.Source.OpenConnectionAsync();
        await connection.ExecuteAsync(
            """
            with u as (insert into customers (entity_id, number, name, language, country, time_zone) select entity_id, 'C-' || @run, @customer, 'en', 'GB', 'Europe/London' from customers where id = @creditors returning id, entity_id),
              k as (insert into contacts (customer_id, name, email, verified, source) select id, 'Anna Muster', @mail, true, 'import' from u),
              i as (insert into invoices (entity_id, customer_id, kind, number, currency, issued, amount, source_key)
                select entity_id, id, 'invoice', 'INV-' || upper(@run), 'GBP', @due - 30, @amount, @run from u returning id)
            insert into instalments (invoice_id, sequence, due, amount) select id, 1, @due, @amount from i
            """,
            new { run, customer, amount, creditors = Scene.CustomerId, mail = $"anna.{run}@firm.example", due = DateOnly.FromDateTime(Scene.Tuesday.UtcDateTime).AddDays(-daysOverdue) });
        await Scene.CycleAsync();
        return await connection.QuerySingleAsync<long>("select c.id from cases c join customers u on u.id = c.customer_id where u.number = 'C-' || @run", new { run });
    }

    /// <summary>Another invoice of the case's account, due so many days from today; the next cycle looks at it.</summary>
    public Task InvoiceAsync(long caseId, string number, decimal amount, int dueInDays, string status = "open") => Scene.ExecuteAsync(
        """
        with i as (insert into invoices (entity_id, customer_id, kind, number, currency, issued, amount, source_key, status)
          select entity_id, customer_id, 'invoice', @number, currency, @due - 30, @amount, @number, @status from cases where id = @caseId returning id)
        insert into instalments (invoice_id, sequence, due, amount) select id, 1, @due, @amount from i
        """,
        new { caseId, number, amount, status, due = DateOnly.FromDateTime(Scene.Tuesday.UtcDateTime).AddDays(dueInDays) });

    /// <summary>A mail of the customer in the case's history.</summary>
    public Task MailAsync(long caseId, string subject, string text, string? whole = null) => Scene.ExecuteAsync(
        """
        insert into messages (case_id, customer_id, entity_id, direction, kind, message_id, from_address, subject, body, new_text, at, authenticity, known_sender, state)
        select id, customer_id, entity_id, 'in', 'human', gen_random_uuid() || '@firm.example', 'anna@firm.example', @subject, @whole, @text, @at, 'verified', true, 'applied' from cases where id = @caseId
        """,
        new { caseId, subject, text, whole = whole ?? text, at = Scene.Tuesday.UtcDateTime });

    /// <summary>A task in the queue.</summary>
    public Task TaskAsync(long? caseId, string kind, string title, string detail) => Scene.ExecuteAsync(
        "insert into tasks (case_id, kind, title, detail, created_at, dedupe_key) values (@caseId, @kind, @title, @detail, @at, gen_random_uuid()::text)",
        new { caseId, kind, title, detail, at = Scene.Tuesday.UtcDateTime });

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (app is not null) await app.DisposeAsync();
        if (scene is not null) await scene.DisposeAsync();
        await database.DisposeAsync();
        Directory.Delete(Home, recursive: true);
    }

    /// <summary>Settings for an agent that drafts and decides but has no mail server.</summary>
    private static InstallationSettings Nowhere(string connection) => new(
        connection, new SmtpOptions { Host = "127.0.0.1", Port = 1 }, new ImapOptions { Host = "127.0.0.1", Port = 1 }, "billing@collections.test", "none",
        "mx.collections.test", new byte[32], Path.GetTempPath(), null, DraftingOptions.Default);
}
