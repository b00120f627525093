using Dapper;
using Dunning.Console.Access;
using Dunning.Console.Pages.Shared;
using Dunning.Flows.Console;
using Microsoft.AspNetCore.Mvc;

namespace Dunning.Console.Pages.Queue;

/// <summary>The exception queue: everything that waits for a person, most urgent first.</summary>
public sealed class IndexModel(ConsoleDatabase database) : ConsolePage(database)
{
    /// <summary>What is shown.</summary>
    [BindProperty(SupportsGet = true)]
    public QueueFilter Filter { get; set; } = new();

    /// <summary>The most urgent hundred.</summary>
    public IReadOnlyList<QueueRow> Rows { get; private set; } = [];

    /// <summary>All that match.</summary>
    public long Total { get; private set; }

    /// <summary>Choices of the filters.</summary>
    public IReadOnlyList<string> Segments { get; private set; } = [];

    /// <summary>Kinds of open tasks.</summary>
    public IReadOnlyList<string> Kinds { get; private set; } = [];

    /// <summary>Who can be given work.</summary>
    public IReadOnlyList<string> People { get; private set; } = [];

    /// <summary>The day, for the dots.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>Shows the queue.</summary>
    public async Task OnGetAsync()
    {
        Today = DateOnly.FromDateTime((await Database.NowAsync(Aborted)).UtcDateTime);
        await using var connection = await Database.Source.OpenConnectionAsync(Aborted);
        Rows = [.. await connection.QueryAsync<QueueRow>(new CommandDefinition(QueueSql.Page, Parameters(Filter, Actor, Today), cancellationToken: Aborted))];
        Total = Rows.Count > 0 ? Rows[0].Total : 0;
        await using var sets = await connection.QueryMultipleAsync(new(QueueSql.Choices, cancellationToken: Aborted));
        Segments = [.. await sets.ReadAsync<string>()];
        Kinds = [.. await sets.ReadAsync<string>()];
        People = [.. await sets.ReadAsync<string>()];
    }

    /// <summary>Goes to the most urgent case after another one.</summary>
    public async Task<IActionResult> OnGetNextAsync(long? after)
    {
        var today = DateOnly.FromDateTime((await Database.NowAsync(Aborted)).UtcDateTime);
        await using var connection = await Database.Source.OpenConnectionAsync(Aborted);
        var parameters = new DynamicParameters(Parameters(new(), Actor, today));
        parameters.Add("after", after, System.Data.DbType.Int64);
        var next = await connection.QueryFirstOrDefaultAsync<QueueRow>(new CommandDefinition(QueueSql.Next, parameters, cancellationToken: Aborted));
        return LocalRedirect(next?.Link ?? "/queue");
    }

    /// <summary>Puts a draft or a task off until a day.</summary>
    [ForRoles(Roles.Collector, Roles.Admin)]
    public async Task<IActionResult> OnPostSnoozeAsync(string? touchId, long? taskId, DateOnly? until)
    {
        var now = await Database.NowAsync(Aborted);
        if (until is not { } day || day <= DateOnly.FromDateTime(now.UtcDateTime))
        {
            Objected = "Please choose a day after today.";
            return Back();
        }

        await using var connection = await Database.Source.OpenConnectionAsync(Aborted);
        await connection.ExecuteAsync(new CommandDefinition(
            taskId is null
                ? "insert into touch_snoozes (touch_id, until, actor, at) values (@touchId, @day, @actor, @at) on conflict (touch_id) do update set until = excluded.until, actor = excluded.actor, at = excluded.at"
                : "update tasks set snoozed_until = @day where id = @taskId and done_at is null",
            new { touchId, taskId, day, actor = Actor, at = now.UtcDateTime }, cancellationToken: Aborted));
        Said = $"Put off until {Text.Show.Day(day)}.";
        return Back();
    }

    /// <summary>Gives a task, or the case of a draft, to somebody.</summary>
    [ForRoles(Roles.Collector, Roles.Admin)]
    public async Task<IActionResult> OnPostAssignAsync(long? caseId, long? taskId, string? person)
    {
        var to = string.IsNullOrEmpty(person) ? null : person;
        await using var connection = await Database.Source.OpenConnectionAsync(Aborted);
        await using var transaction = await connection.BeginTransactionAsync(Aborted);
        var known = to is null || await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "select exists (select from users where name = @to and role in ('collector', 'admin'))", new { to }, cancellationToken: Aborted));
        if (!known)
        {
            Objected = $"There is no collector named {to}.";
            return Back();
        }

        await Database.NowAsync(Aborted);
        await connection.ExecuteAsync(new CommandDefinition(
            taskId is null ? "update cases set owner = @to where id = @caseId" : "update tasks set assigned_to = @to where id = @taskId", new { caseId, taskId, to }, cancellationToken: Aborted));
        await Database.NoteAsync(connection, "assigned", Actor, caseId, null, to is null ? $"{Actor} took the assignment away" : $"{Actor} assigned it to {to}", new { task = taskId }, Aborted);
        await transaction.CommitAsync(Aborted);
        Said = to is null ? "Nobody has it now." : $"Assigned to {to}.";
        return Back();
    }

    private LocalRedirectResult Back() => LocalRedirect("/queue" + Request.QueryString.Value?.Replace("handler=Snooze", "", StringComparison.Ordinal).Replace("handler=Assign", "", StringComparison.Ordinal));

    private static object Parameters(QueueFilter filter, string actor, DateOnly today) => new
    {
        segment = NotEmpty(filter.Segment), stage = filter.Stage, today, snoozed = filter.Snoozed, mine = filter.Mine ? actor : null,
        kind = filter.Stage is null ? NotEmpty(filter.Kind) : "draft",
    };

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
