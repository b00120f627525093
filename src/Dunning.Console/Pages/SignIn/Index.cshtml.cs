using Dunning.Console.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dunning.Console.Pages.SignIn;

/// <summary>Signing in.</summary>
[AllowAnonymous]
public sealed class IndexModel(UserStore users) : PageModel
{
    /// <summary>The name as typed.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>The password as typed; never shown again.</summary>
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Where to go afterwards; only pages of the console.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Why it did not work.</summary>
    public string? Problem { get; private set; }

    /// <summary>Shows the form.</summary>
    public void OnGet() { }

    /// <summary>Checks name and password.</summary>
    [ForEverybody]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        switch (await users.SignInAsync(Name ?? "", Password ?? "", cancellationToken))
        {
            case SignInOutcome.Welcome welcome:
                await SessionCookie.StartAsync(HttpContext, welcome.User);
                return Url.IsLocalUrl(ReturnUrl) ? LocalRedirect(ReturnUrl!) : LocalRedirect("/queue");
            case SignInOutcome.Locked:
                Problem = $"Too many wrong passwords. Signing in is locked for a quarter of an hour.";
                return Page();
            default:
                Problem = "The name or the password is wrong.";
                return Page();
        }
    }
}
