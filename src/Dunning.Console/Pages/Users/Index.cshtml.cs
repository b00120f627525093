using System.Text.RegularExpressions;
using Dunning.Console.Access;
using Dunning.Console.Pages.Shared;
using Dunning.Flows.Console;
using Microsoft.AspNetCore.Mvc;

namespace Dunning.Console.Pages.Users;

/// <summary>Users of the console.</summary>
[ForRoles(Roles.Admin)]
public sealed partial class IndexModel(ConsoleDatabase database, UserStore users) : ConsolePage(database)
{
    /// <summary>All users.</summary>
    public IReadOnlyList<UserRow> Rows { get; private set; } = [];

    /// <summary>A password that was just generated; it is in this answer and nowhere else.</summary>
    public (string Name, string Password)? NewPassword { get; private set; }

    /// <summary>The real time, for lockouts.</summary>
    public DateTime Now { get; } = TimeProvider.System.GetUtcNow().UtcDateTime;

    /// <summary>Shows the users.</summary>
    public async Task OnGetAsync() => Rows = await users.AllAsync(Aborted);

    /// <summary>Adds a user with a generated password.</summary>
    [ForRoles(Roles.Admin)]
    public async Task OnPostAddAsync(string? name, string? role)
    {
        await Database.NowAsync(Aborted);
        var password = Secrets.Make();
        if (!NamePattern().IsMatch(name ?? "") || !Roles.All.Contains(role ?? "")) Objected = "A name has 2 to 40 small letters, digits, dots and dashes.";
        // The agent's own decisions carry these names.
        else if (name is "agent" or "console") Objected = $"The name {name} is taken by the program itself.";
        else if (!await users.AddAsync(name!, role!, password, Actor, Aborted)) Objected = $"There is a user named {name} already.";
        else NewPassword = (name!, password);
        await OnGetAsync();
    }

    /// <summary>Gives a user a new password, which also unlocks.</summary>
    [ForRoles(Roles.Admin)]
    public async Task<IActionResult> OnPostResetAsync(long id)
    {
        await Database.NowAsync(Aborted);
        if (await users.FindAsync(id, Aborted) is not { } user) return NotFound();
        var password = Secrets.Make();
        await users.SetPasswordAsync(user, password, Actor, Aborted);
        NewPassword = (user.Name, password);
        await OnGetAsync();
        return Page();
    }

    /// <summary>Changes a role; nobody changes their own, so that an administrator remains.</summary>
    [ForRoles(Roles.Admin)]
    public async Task<IActionResult> OnPostRoleAsync(long id, string? role)
    {
        await Database.NowAsync(Aborted);
        if (await users.FindAsync(id, Aborted) is not { } user || !Roles.All.Contains(role ?? "")) return NotFound();
        if (user.Id == User.UserId()) Objected = "Another administrator must change your role.";
        else
        {
            await users.SetRoleAsync(user, role!, Actor, Aborted);
            Said = $"{user.Name} is {role} now.";
        }

        return LocalRedirect("/users");
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9._-]{1,39}$", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex NamePattern();
}
