using Dapper;
using Dunning.Console.Access;
using Dunning.Console.Pages.Cases;
using Dunning.Console.Pages.Shared;
using Dunning.Flows.Console;
using Microsoft.AspNetCore.Mvc;

namespace Dunning.Console.Pages.Mails;

/// <summary>A task about a mail that belongs to no case.</summary>
public sealed class TaskModel(ConsoleDatabase database) : ConsolePage(database)
{
    private const string Sql =
        """
        select id, title, detail, message_id, done_at, done_by, outcome from tasks where id = @Id and case_id is null;
        select 'mail in' as kind, m.at, coalesce(m.from_address, '') as actor, m.subject as title, m.new_text as text, m.body as whole, m.reading::text as reading, m.authenticity, m.known_sender, m.kind as message_kind
        from messages m join tasks t on t.message_id = m.id where t.id = @Id and t.case_id is null;
        """;

    /// <summary>The task's id.</summary>
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    /// <summary>The task.</summary>
    public MailTask Row { get; private set; } = null!;

    /// <summary>Its mail; null when the mail could not be parsed.</summary>
    public TimelineRow? Mail { get; private set; }

    /// <summary>Shows task and mail.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await using var connection = await Database.Source.OpenConnectionAsync(Aborted);
        await using var sets = await connection.QueryMultipleAsync(new(Sql, new { Id }, cancellationToken: Aborted));
        if ((await sets.ReadAsync<MailTask>()).SingleOrDefault() is not { } row) return NotFound();
        Row = row;
        Mail = (await sets.ReadAsync<TimelineRow>()).SingleOrDefault();
        return Page();
    }

    /// <summary>Finishes the task.</summary>
    [ForRoles(Roles.Collector, Roles.Admin)]
    public async Task<IActionResult> OnPostAsync(string? outcome)
    {
        if (string.IsNullOrWhiteSpace(outcome))
        {
            Objected = "Please say in a few words what was done.";
            return LocalRedirect($"/mails/{Id}");
        }

        var now = await Database.NowAsync(Aborted);
        await using var connection = await Database.Source.OpenConnectionAsync(Aborted);
        await using var transaction = await connection.BeginTransactionAsync(Aborted);
        var changed = await connection.ExecuteAsync(new CommandDefinition(
            "update tasks set done_at = @now, done_by = @actor, outcome = @outcome where id = @Id and case_id is null and done_at is null",
            new { now = now.UtcDateTime, actor = Actor, outcome = outcome.Trim(), Id }, cancellationToken: Aborted));
        if (changed == 1) await Database.NoteAsync(connection, "task_done", Actor, null, null, $"{Actor} finished a task: {outcome.Trim()}", new { task = Id }, Aborted);
        await transaction.CommitAsync(Aborted);
        (Said, Objected) = changed == 1 ? ("The task is done.", null) : (Said, "Somebody finished that task already.");
        return LocalRedirect("/queue");
    }
}

/// <summary>A task without a case.</summary>
public sealed record MailTask(long Id, string Title, string Detail, long? MessageId, DateTime? DoneAt, string? DoneBy, string? Outcome);
