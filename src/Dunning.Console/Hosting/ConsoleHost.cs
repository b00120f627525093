using System.Net.Sockets;
using Dunning.Console.Access;
using Dunning.Flows.Console;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;

namespace Dunning.Console.Hosting;

/// <summary>Builds the web application; the program and the browser tests use the same.</summary>
public static class ConsoleHost
{
    /// <summary>Opens the database, makes the first administrator if there is none, and sets up the pages.</summary>
    /// <exception cref="StartException">The database is missing, malformed or not migrated.</exception>
    public static async Task<WebApplication> BuildAsync(ConsoleOptions options, CancellationToken cancellationToken)
    {
        var database = await OpenAsync(options, cancellationToken);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // Beside the program, whatever the working directory; and the pages are found when another program hosts them.
            ContentRootPath = AppContext.BaseDirectory, WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
            ApplicationName = typeof(ConsoleHost).Assembly.GetName().Name, EnvironmentName = Environments.Production,
        });
        if (options.Urls is { } urls) builder.WebHost.UseUrls(urls);
        builder.WebHost.ConfigureKestrel(kestrel => { kestrel.AddServerHeader = false; kestrel.Limits.MaxRequestBodySize = 1 << 20; });
        // Sign-ins and pages are not worth a log line each, and request paths name cases.
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole(console => console.SingleLine = true);
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        // It warns that keys lie unencrypted; their folder is readable by this account alone.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // A port that is taken is said in one line by the program.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        AddServices(builder.Services, database, options);
        var app = builder.Build();
        await FirstAdministrator.EnsureAsync(app.Services.GetRequiredService<UserStore>(), options.Home, System.Console.Out, cancellationToken);
        Use(app);
        return app;
    }

    private static async Task<ConsoleDatabase> OpenAsync(ConsoleOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var database = ConsoleDatabase.Open(options.Database);
            if (await database.MissingMigrationsAsync(cancellationToken) is [var first, ..] missing)
                throw new StartException($"The database is not up to date: {missing.Count} migrations from {first} on are missing. Start the agent once (./dunning serve), then the console.");
            return database;
        }
        catch (ArgumentException malformed)
        {
            throw new StartException($"DUNNING_DB_CONSOLE is not a connection string (Host=…;Username=…;Database=…): {malformed.Message}");
        }
        catch (NpgsqlException unreachable) when (unreachable is PostgresException || unreachable.InnerException is SocketException or TimeoutException)
        {
            throw new StartException($"The database cannot be used: {unreachable.Message}");
        }
    }

    private static void AddServices(IServiceCollection services, ConsoleDatabase database, ConsoleOptions options)
    {
        // As a factory, so that the host disposes of it.
        services.AddSingleton(_ => database).AddSingleton<UserStore>().AddScoped<Pages.Shared.Banner>();
        services.AddSingleton(options);
        services.AddDataProtection().SetApplicationName("dunning-console").PersistKeysToFileSystem(PrivateFolder.Make(Path.Combine(options.Home, "console-keys")));
        services.AddAntiforgery(antiforgery => { antiforgery.Cookie.Name = "dunning.form"; antiforgery.Cookie.SameSite = SameSiteMode.Strict; });
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(SessionCookie.Configure);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddRazorPages().AddMvcOptions(mvc => mvc.Filters.Add<RoleGate>());
    }

    private static void Use(WebApplication app)
    {
        app.UseExceptionHandler("/error");
        app.UseStatusCodePagesWithReExecute("/error", "?code={0}");
        app.UseMiddleware<SecurityHeaders>();
        app.UseStaticFiles();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapRazorPages();
        app.MapGet("/healthz", Health.CheckAsync).AllowAnonymous();
        app.MapGet("/", () => Results.LocalRedirect("/queue"));
    }
}
