using Dapper;
using Dunning.Console.Access;
using Dunning.Console.Pages.Shared;
using Dunning.Flows.Console;
using Dunning.Flows.Sending;
using Microsoft.AspNetCore.Mvc;

namespace Dunning.Console.Pages.Stop;

/// <summary>The last state of a scope.</summary>
public sealed record SwitchRow(string Scope, bool IsOn, string Reason, string Actor, DateTime At);

/// <summary>The kill switch.</summary>
public sealed class IndexModel(ConsoleDatabase database) : ConsolePage(database)
{
    private const string Sql =
        """
        select scope, is_on, reason, actor, at from kill_switches order by is_on desc, at desc limit 20;
        select distinct segment from customers order by 1;
        """;

    /// <summary>Scopes that are or were stopped.</summary>
    public IReadOnlyList<SwitchRow> Rows { get; private set; } = [];

    /// <summary>Scopes to choose from.</summary>
    public IReadOnlyList<string> Segments { get; private set; } = [];

    /// <summary>Shows the switches.</summary>
    public async Task OnGetAsync()
    {
        await using var connection = await Database.Source.OpenConnectionAsync(Aborted);
        await using var sets = await connection.QueryMultipleAsync(new(Sql, cancellationToken: Aborted));
        Rows = [.. await sets.ReadAsync<SwitchRow>()];
        Segments = [.. await sets.ReadAsync<string>()];
    }

    /// <summary>Stops sending.</summary>
    [ForRoles(Roles.Collector, Roles.Admin)]
    public Task<IActionResult> OnPostOnAsync(string? scope, string? caseId, string? reason) =>
        SetAsync(string.IsNullOrWhiteSpace(caseId) ? scope : $"case:{caseId.Trim()}", true, reason);

    /// <summary>Lets messages go out again; only an administrator may.</summary>
    [ForRoles(Roles.Admin)]
    public Task<IActionResult> OnPostOffAsync(string? scope, string? reason) => SetAsync(scope, false, reason);

    private async Task<IActionResult> SetAsync(string? scope, bool on, string? reason)
    {
        if (KillSwitch.ParseScope(scope ?? "") is not { } parsed) Objected = "There is no such scope; choose everything, a segment, or a case by its number.";
        else if (string.IsNullOrWhiteSpace(reason)) Objected = "Please give a reason; it is shown to everybody.";
        else
        {
            await Database.NowAsync(Aborted);
            // Once asked for, stopping must not be undone by a closed browser window.
            await Database.Kill.SetAsync(parsed, on, reason.Trim(), Actor, CancellationToken.None);
            Said = on ? "Sending is stopped; no message can leave any more." : "Messages go out again.";
        }

        return LocalRedirect("/kill-switch");
    }
}
