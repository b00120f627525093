using Dapper;
using Dunning.Console.Access;
using Dunning.Console.Pages.Shared;
using Dunning.Flows.Auditing;
using Dunning.Flows.Console;
using Microsoft.AspNetCore.Mvc;

namespace Dunning.Console.Pages.Audit;

/// <summary>A row of the journal with the seal that covers it.</summary>
public sealed record JournalRow(long Seq, DateTime At, string Kind, string Actor, long? CaseId, string? TouchId, string Why, string Data, long? Seal);

/// <summary>The journal: why any message went out, or did not.</summary>
[ForRoles(Roles.Auditor, Roles.Admin)]
public sealed class IndexModel(ConsoleDatabase database) : ConsolePage(database)
{
    private const int PageSize = 100;

    private const string Sql =
        """
        select j.seq, j.at, j.kind, j.actor, j.case_id, j.touch_id, j.why, j.data::text,
          (select s.number from journal_seals s where j.txid >= s.from_txid and j.txid < s.to_txid) as seal
        from journal j
        where (@caseId::bigint is null or j.case_id = @caseId) and (@touch::text is null or j.touch_id = @touch) and (@actor::text is null or j.actor = @actor)
          and (@before::bigint is null or j.seq < @before)
        order by j.seq desc limit @limit
        """;

    /// <summary>Rows of one case.</summary>
    [BindProperty(SupportsGet = true)]
    public long? CaseId { get; set; }

    /// <summary>Rows of one message.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Touch { get; set; }

    /// <summary>Rows of one actor.</summary>
    [BindProperty(SupportsGet = true, Name = "actor")]
    public string? ByActor { get; set; }

    /// <summary>Rows before this number.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    /// <summary>One page, newest first.</summary>
    public IReadOnlyList<JournalRow> Rows { get; private set; } = [];

    /// <summary>Where the next page starts; null on the last.</summary>
    public long? Older { get; private set; }

    /// <summary>Result of a verification, when one was asked for.</summary>
    public JournalVerification? Verification { get; private set; }

    /// <summary>Shows the journal.</summary>
    public async Task OnGetAsync()
    {
        await using var connection = await Database.Source.OpenConnectionAsync(Aborted);
        var rows = (await connection.QueryAsync<JournalRow>(new CommandDefinition(
            Sql, new { caseId = CaseId, touch = NotEmpty(Touch), actor = NotEmpty(ByActor), before = Before, limit = PageSize + 1 }, cancellationToken: Aborted))).ToList();
        Rows = rows[..Math.Min(PageSize, rows.Count)];
        Older = rows.Count > PageSize ? Rows[^1].Seq : null;
    }

    /// <summary>Recomputes the chain and shows the result above the journal.</summary>
    [ForRoles(Roles.Auditor, Roles.Admin)]
    public async Task OnPostVerifyAsync()
    {
        Verification = await Database.Verify.RunAsync(1, Aborted);
        await OnGetAsync();
    }

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
