using Dapper;
using Dunning.Flows.Console;

namespace Dunning.Console.Pages.Shared;

/// <summary>A kill switch that is on.</summary>
public sealed record KillRow(string Scope, string Reason, string Actor, DateTime At);

/// <summary>What the head of every page shows: switches that are on, redirection, simulated time, length of the queue.</summary>
public sealed class Banner(ConsoleDatabase database)
{
    private const string Sql =
        """
        select scope, reason, actor, at from kill_switches where is_on order by scope = 'all' desc, at desc;
        select value from settings where key = 'redirect_all';
        select simulated from clock;
        select min(d.effective_at) from clause_decisions d where d.decision = 'approve' and d.effective_at > installation_now()
          and not exists (select from clause_decisions w where w.proposal_id = d.proposal_id and w.decision = 'withdraw');
        select (select count(*) from touches where state = 'in_queue') + (select count(*) from tasks where done_at is null);
        """;

    /// <summary>Switches that are on, the global one first.</summary>
    public IReadOnlyList<KillRow> Stopped { get; private set; } = [];

    /// <summary>The inbox all mail goes to; null when mail goes to the customers.</summary>
    public string? RedirectTo { get; private set; }

    /// <summary>The simulated instant; null on the real clock.</summary>
    public DateTime? Simulated { get; private set; }

    /// <summary>When a wording that one person alone approved takes effect; null for none.</summary>
    public DateTime? WordingFrom { get; private set; }

    /// <summary>Drafts and tasks that wait, snoozed ones included.</summary>
    public long Waiting { get; private set; }

    /// <summary>Reads it all in one round trip.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        await using var sets = await connection.QueryMultipleAsync(new(Sql, cancellationToken: cancellationToken));
        Stopped = [.. await sets.ReadAsync<KillRow>()];
        RedirectTo = (await sets.ReadAsync<string?>()).FirstOrDefault();
        Simulated = (await sets.ReadAsync<DateTime?>()).FirstOrDefault();
        WordingFrom = (await sets.ReadAsync<DateTime?>()).FirstOrDefault();
        Waiting = (await sets.ReadAsync<long>()).Single();
    }
}
