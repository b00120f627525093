using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Dunning.Console.Access;

/// <summary>The session: a cookie that is checked against the user's row on every request.</summary>
internal static class SessionCookie
{
    private const string Stamp = "dunning:stamp";

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "dunning.session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(10);
        options.SlidingExpiration = true;
        options.LoginPath = "/sign-in";
        options.AccessDeniedPath = "/error";
        // A session in a demo must not end because simulated days pass.
        options.TimeProvider = TimeProvider.System;
        options.Events.OnValidatePrincipal = ValidateAsync;
    }

    /// <summary>Starts a session.</summary>
    public static Task StartAsync(HttpContext context, UserRow user)
    {
        var identity = new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, user.Id.ToString(CultureInfo.InvariantCulture)), new(ClaimTypes.Name, user.Name), new(ClaimTypes.Role, user.Role), new(Stamp, user.SecurityStamp)],
            CookieAuthenticationDefaults.AuthenticationScheme);
        return context.SignInAsync(new ClaimsPrincipal(identity));
    }

    /// <summary>The id of the signed-in user.</summary>
    public static long UserId(this ClaimsPrincipal user) => long.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture);

    /// <summary>A new password, another role or a removed user ends the session at once.</summary>
    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var users = context.HttpContext.RequestServices.GetRequiredService<UserStore>();
        var row = await users.FindAsync(context.Principal!.UserId(), context.HttpContext.RequestAborted);
        if (row is not null && context.Principal!.FindFirstValue(Stamp) == row.SecurityStamp && context.Principal!.IsInRole(row.Role)) return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }
}
