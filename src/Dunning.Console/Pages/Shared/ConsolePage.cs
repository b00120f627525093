using Dunning.Console.Access;
using Dunning.Flows.Console;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dunning.Console.Pages.Shared;

/// <summary>What all pages have: the database, the user, and a message that survives the redirect after a form.</summary>
public abstract class ConsolePage(ConsoleDatabase database) : PageModel
{
    /// <summary>Said at the top of the next page; green.</summary>
    [TempData]
    public string? Said { get; set; }

    /// <summary>What went wrong, for the top of the next page; red.</summary>
    [TempData]
    public string? Objected { get; set; }

    /// <summary>The installation.</summary>
    protected ConsoleDatabase Database { get; } = database;

    /// <summary>The name of the signed-in user.</summary>
    protected string Actor => User.Actor();

    /// <summary>The request's end.</summary>
    protected CancellationToken Aborted => HttpContext.RequestAborted;

    /// <summary>Stores what to say about an outcome.</summary>
    protected void Say(RequestOutcome outcome, string stored)
    {
        switch (outcome)
        {
            case RequestOutcome.Stored: Said = stored; break;
            case RequestOutcome.Refused refused: Objected = refused.Why; break;
        }
    }
}
