using Dunning.Console.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dunning.Console.Pages.SignIn;

/// <summary>Ends the session.</summary>
public sealed class OutModel : PageModel
{
    /// <summary>Asks first, so that a link cannot sign anybody out.</summary>
    public void OnGet() { }

    /// <summary>Signs out.</summary>
    [ForEverybody]
    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync();
        return LocalRedirect("/sign-in");
    }
}
