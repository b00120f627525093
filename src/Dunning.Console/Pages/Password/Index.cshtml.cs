using Dunning.Console.Access;
using Dunning.Console.Hosting;
using Dunning.Console.Pages.Shared;
using Dunning.Flows.Console;
using Microsoft.AspNetCore.Mvc;

namespace Dunning.Console.Pages.Password;

/// <summary>A user's own password.</summary>
public sealed class IndexModel(ConsoleDatabase database, UserStore users, ConsoleOptions options) : ConsolePage(database)
{
    /// <summary>Why it did not work.</summary>
    public string? Problem { get; private set; }

    /// <summary>Shows the form.</summary>
    public void OnGet() { }

    /// <summary>Changes the password; other sessions of the user end.</summary>
    [ForEverybody]
    public async Task<IActionResult> OnPostAsync(string? current, string? chosen, string? repeated)
    {
        var user = await users.FindAsync(User.UserId(), Aborted) ?? throw new InvalidOperationException("The signed-in user is gone.");
        Problem = (current ?? "", chosen ?? "", repeated ?? "") switch
        {
            var (old, _, _) when !UserStore.IsPassword(user, old) => "The present password is wrong.",
            (_, { Length: < UserStore.ShortestPassword }, _) => $"The new password is shorter than {UserStore.ShortestPassword} characters.",
            var (_, new1, new2) when new1 != new2 => "The two new passwords differ.",
            var (old, new1, _) when old == new1 => "The new password is the present one.",
            _ => null,
        };
        if (Problem is not null) return Page();

        await users.SetPasswordAsync(user, chosen!, Actor, Aborted);
        if (user.Name == FirstAdministrator.Name) FirstAdministrator.Forget(options.Home);
        await SessionCookie.StartAsync(HttpContext, (await users.FindAsync(user.Id, Aborted))!);
        Said = "The password is changed; other sessions are signed out.";
        return LocalRedirect("/queue");
    }
}
