using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dunning.Console.Pages;

/// <summary>What is shown when a page could not be.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    /// <summary>The status code, where one led here.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Code { get; set; }

    /// <summary>What happened.</summary>
    public string Heading => Code switch
    {
        StatusCodes.Status403Forbidden => "Your role does not allow this",
        StatusCodes.Status404NotFound => "There is no such page",
        StatusCodes.Status400BadRequest => "The form could not be read",
        null => "Something went wrong",
        _ => $"Something went wrong ({Code})",
    };

    /// <summary>What to do.</summary>
    public string Explanation => Code switch
    {
        StatusCodes.Status403Forbidden => "Ask an administrator if you need it. Nothing was changed.",
        StatusCodes.Status404NotFound => "The address may be old or mistyped.",
        StatusCodes.Status400BadRequest => "The page may have been open for too long. Go back, reload it and try again. Nothing was changed.",
        _ => "Nothing was changed. The server's log has the cause.",
    };

    /// <summary>Shows the page, whatever method led here.</summary>
    public void OnGet() { }

    /// <summary>The same after a form.</summary>
    [Access.ForEverybody]
    public void OnPost() { }
}
