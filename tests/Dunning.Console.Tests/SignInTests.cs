using System.Net;
using Dunning.Console.Access;
using Dunning.Console.Tests.Support;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dunning.Console.Tests;

[Collection(OneAtATime.Name)]
public sealed class SignInTests(ConsoleWorld world) : IClassFixture<ConsoleWorld>
{
    [BrowserFact]
    public async Task The_first_administrator_signs_in_with_the_generated_password_and_changes_it()
    {
        var file = Path.Combine(world.Home, "secrets", "console-admin-password");
        var password = (await File.ReadAllTextAsync(file)).Trim();
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        (await world.Scene.ScalarAsync<string>("select password_hash from users where name = 'admin'")).ShouldNotContain(password);

        var page = await world.OpenAsync(null, "/password");
        await ConsoleWorld.SubmitAsync(page, "admin", password);
        await page.WaitForURLAsync("**/password");
        await page.GetByLabel("Present password").FillAsync(password);
        await page.GetByLabel("New password (").FillAsync("a password of my own");
        await page.GetByLabel("New password again").FillAsync("a password of my own");
        await page.GetByRole(AriaRole.Button, new() { Name = "Change password" }).ClickAsync();
        await Expect(page.Locator(".alert-success")).ToContainTextAsync("The password is changed");
        File.Exists(file).ShouldBeFalse("the file must not keep a password that is no longer valid");
    }

    [BrowserFact]
    public async Task Five_wrong_passwords_lock_even_the_right_one_out()
    {
        await world.App.Services.GetRequiredService<UserStore>().AddAsync("lotta", Roles.Collector, ConsoleWorld.Password, "test", default);
        var page = await world.OpenAsync(null, "/sign-in");
        for (var i = 0; i < UserStore.MostFailures; i++) await ConsoleWorld.SubmitAsync(page, "lotta", $"wrong {i}");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Too many wrong passwords");
        await ConsoleWorld.SubmitAsync(page, "lotta", ConsoleWorld.Password);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Too many wrong passwords");
        (await world.Scene.ScalarAsync<long>("select count(*) from journal where kind = 'user_locked'")).ShouldBe(1);
    }

    [BrowserFact]
    public async Task Nobody_gets_anywhere_without_signing_in()
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(world.Url) };
        var open = new[] { "sign-in", "error", "healthz" };
        foreach (var route in Routes().Where(route => !open.Contains(route)))
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
            {
                using var answer = await client.SendAsync(new(method, "/" + route.Replace("{id:long}", "1", StringComparison.Ordinal)));
                answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, $"{method} /{route}");
                answer.Headers.Location!.ToString().ShouldContain("/sign-in", Case.Sensitive, $"{method} /{route}");
            }
        }

        (await client.GetAsync(new Uri("/healthz", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [BrowserFact]
    public void Every_handler_that_changes_something_names_its_roles()
    {
        var handlers = PageModels().SelectMany(model => model.GetMethods().Where(method => method.Name.StartsWith("OnPost", StringComparison.Ordinal))).ToList();
        handlers.Count.ShouldBeGreaterThan(15);
        handlers.Where(handler => !handler.IsDefined(typeof(ForRolesAttribute), false) && !handler.IsDefined(typeof(ForEverybodyAttribute), false))
            .Select(handler => $"{handler.DeclaringType!.FullName}.{handler.Name}").ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Every_answer_forbids_inline_scripts_and_framing()
    {
        using var client = new HttpClient { BaseAddress = new Uri(world.Url) };
        foreach (var path in new[] { "/sign-in", "/nowhere", "/css/console.css" })
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            var policy = answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
            policy.ShouldContain("script-src 'self'");
            policy.ShouldContain("frame-ancestors 'none'");
            policy.ShouldNotContain("unsafe");
            answer.Headers.GetValues("X-Content-Type-Options").ShouldHaveSingleItem().ShouldBe("nosniff");
        }
    }

    [BrowserFact]
    public async Task An_auditor_reads_but_decides_nothing()
    {
        var id = await world.CaseAsync("Readonly Ltd");
        var page = await world.OpenAsync("otto", $"/cases/{id}");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Readonly Ltd" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Approve" })).ToHaveCountAsync(0);
        // A form made by hand, with a valid token, is refused as well.
        var token = await page.Locator("input[name=__RequestVerificationToken]").First.GetAttributeAsync("value");
        var form = page.Context.APIRequest.CreateFormData();
        form.Set("__RequestVerificationToken", token!);
        form.Set("reason", "because");
        (await page.Context.APIRequest.PostAsync($"/cases/{id}?handler=Close", new() { Form = form, MaxRedirects = 0 })).Status.ShouldBe(403);
        (await page.GotoAsync("/users"))!.Status.ShouldBe(403);
        (await page.GotoAsync("/audit"))!.Status.ShouldBe(200);
        (await world.Scene.ScalarAsync<long>("select count(*) from case_requests")).ShouldBe(0);
    }

    private IEnumerable<string> Routes() => world.App.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>().Select(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/')).Distinct();

    private static IEnumerable<Type> PageModels() => typeof(UserStore).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PageModel)) && !type.IsAbstract);
}
