using System.Globalization;
using Dapper;
using Dunning.Console.Access;
using Dunning.Console.Pages.Shared;
using Dunning.Core;
using Dunning.Core.Autonomy;
using Dunning.Flows.Console;
using Dunning.Flows.Policies;
using Microsoft.AspNetCore.Mvc;

namespace Dunning.Console.Pages.Autonomy;

/// <summary>A level somebody set.</summary>
public sealed record LevelRow(string Scope, string ScopeId, string Action, string Level, decimal? AmountCap, string SetBy, string Reason, DateTime At);

/// <summary>Autonomy levels.</summary>
public sealed class IndexModel(ConsoleDatabase database) : ConsolePage(database)
{
    private const string Sql =
        """
        select scope, scope_id, action, level, amount_cap, set_by, reason, at from autonomy_levels order by scope, scope_id, action;
        select distinct segment from customers order by 1;
        select id from entities order by 1;
        """;

    private const string Upsert =
        """
        insert into autonomy_levels (scope, scope_id, action, level, amount_cap, set_by, reason, at) values (@scope, @scopeId, @action, @level, @cap, @actor, @reason, @at)
        on conflict (scope, scope_id, action) do update set level = excluded.level, amount_cap = excluded.amount_cap, set_by = excluded.set_by, reason = excluded.reason, at = excluded.at
        """;

    /// <summary>What is set.</summary>
    public IReadOnlyList<LevelRow> Rows { get; private set; } = [];

    /// <summary>Segments of the ledger.</summary>
    public IReadOnlyList<string> Segments { get; private set; } = [];

    /// <summary>Creditor entities.</summary>
    public IReadOnlyList<string> Entities { get; private set; } = [];

    /// <summary>The policies the agent works with; null before its first cycle.</summary>
    public PolicyInForce? Policies { get; private set; }

    /// <summary>Shows the levels.</summary>
    public Task OnGetAsync() => LoadAsync();

    /// <summary>The level of an action in a segment, before entity and account.</summary>
    public AutonomyLevel EffectiveOf(string segment, AgentAction action) =>
        AutonomyLadder.Effective([LevelOf("global", "*", Wire.Name(action)), LevelOf("segment", segment, Wire.Name(action))]);

    /// <summary>Sets a level: lower by anybody who decides about cases, higher by an administrator.</summary>
    [ForRoles(Roles.Collector, Roles.Admin)]
    public async Task<IActionResult> OnPostAsync(string? scope, string? action, string? level, string? cap, string? reason)
    {
        await LoadAsync();
        var (kind, id) = (scope ?? "").Split(':', 2) is [var first, var second] ? (first, second) : ("", "");
        decimal? limit = decimal.TryParse(cap, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;
        if (!Wire.TryParse<AutonomyLevel>(level, out var wanted) || (action != "*" && !Wire.TryParse<AgentAction>(action, out _)) || !IsScope(kind, id)) return BadRequest();
        if (!string.IsNullOrWhiteSpace(cap) && limit is null) return Refuse($"'{cap}' is not an amount; write it like 1500 or 1500.50.");
        if (string.IsNullOrWhiteSpace(reason)) return Refuse("Please give a reason; it is kept with the level.");

        var before = LevelOf(kind, id, action!) ?? AutonomyLevel.Suggest;
        var capBefore = Rows.FirstOrDefault(row => row.Scope == kind && row.ScopeId == id && row.Action == action)?.AmountCap;
        var raised = wanted > before || (capBefore is not null && (limit is null || limit > capBefore));
        if (raised && !User.IsAdmin()) return Refuse("Only an administrator may raise a level or a cap.");
        await StoreAsync(kind, id, action!, wanted, limit, before, raised, reason.Trim());
        Said = raised ? "Raised, with your name and reason in the journal." : "Set.";
        return LocalRedirect("/autonomy");
    }

    private async Task StoreAsync(string kind, string id, string action, AutonomyLevel wanted, decimal? limit, AutonomyLevel before, bool raised, string reason)
    {
        var now = await Database.NowAsync(Aborted);
        await using var connection = await Database.Source.OpenConnectionAsync(Aborted);
        await using var transaction = await connection.BeginTransactionAsync(Aborted);
        await connection.ExecuteAsync(new CommandDefinition(
            Upsert, new { scope = kind, scopeId = id, action, level = Wire.Name(wanted), cap = limit, actor = Actor, reason, at = now.UtcDateTime }, cancellationToken: Aborted));
        await Database.NoteAsync(
            connection, raised ? "autonomy_raised" : "autonomy_set", Actor, null, null, raised ? $"{reason} (raised without computed evidence)" : reason,
            new { scope = kind, id, action, from = Wire.Name(before), to = Wire.Name(wanted), cap = limit }, Aborted);
        await transaction.CommitAsync(Aborted);
    }

    private bool IsScope(string kind, string id) => kind switch
    {
        "global" => id == "*",
        "entity" => Entities.Contains(id),
        "segment" => Segments.Contains(id),
        _ => false,
    };

    // A row for the action itself stands before the row for all actions.
    private AutonomyLevel? LevelOf(string scope, string id, string action) =>
        Rows.Where(row => row.Scope == scope && row.ScopeId == id && (row.Action == action || row.Action == "*")).OrderBy(row => row.Action == "*")
            .Select(row => (AutonomyLevel?)Wire.Parse<AutonomyLevel>(row.Level)).FirstOrDefault();

    private LocalRedirectResult Refuse(string why)
    {
        Objected = why;
        return LocalRedirect("/autonomy");
    }

    private async Task LoadAsync()
    {
        await using var connection = await Database.Source.OpenConnectionAsync(Aborted);
        Policies = await PolicyInForce.ReadAsync(connection, Aborted);
        await using var sets = await connection.QueryMultipleAsync(new(Sql, cancellationToken: Aborted));
        Rows = [.. await sets.ReadAsync<LevelRow>()];
        Segments = [.. await sets.ReadAsync<string>()];
        Entities = [.. await sets.ReadAsync<string>()];
    }
}
