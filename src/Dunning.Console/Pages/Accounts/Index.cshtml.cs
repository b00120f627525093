using System.Globalization;
using Dapper;
using Dunning.Console.Pages.Shared;
using Dunning.Console.Text;
using Dunning.Flows.Console;
using Microsoft.AspNetCore.Mvc;

namespace Dunning.Console.Pages.Accounts;

/// <summary>An overdue account in the list.</summary>
public sealed record AccountRow(
    long Id, string Customer, string CustomerNumber, string Entity, string Segment, string Currency, string Status, int Level, string? Owner, float? Risk,
    DateOnly? LastContactOn, bool? PlanContact, DateOnly? AsOf, string? PlanReasons, decimal TotalOverdue, int OldestDays, string SortKey)
{
    /// <summary>Red, green or idle.</summary>
    public Standing StandingOn(DateOnly today) => Standing.Of(LastContactOn, PlanContact, AsOf, PlanReason.Read(PlanReasons), today);
}

/// <summary>All overdue accounts.</summary>
public sealed class IndexModel(ConsoleDatabase database) : ConsolePage(database)
{
    private const int PageSize = 50;

    // The key is a number of fixed width in text form, so that one statement pages by any of the orders.
    private const string Sql =
        """
        select * from (
          select c.id, u.name as customer, u.number as customer_number, e.name as entity, u.segment, c.currency, c.status, c.level, c.owner, c.risk, c.last_contact_on,
            p.contact as plan_contact, p.as_of, p.reasons::text as plan_reasons, coalesce(p.total_overdue, 0) as total_overdue, coalesce(p.oldest_days, 0) as oldest_days,
            (case @sort when 'age' then coalesce(p.oldest_days, 0)::numeric when 'risk' then coalesce(c.risk, -1)::numeric else coalesce(p.total_overdue, 0) end)::text as sort_key
          from cases c join customers u on u.id = c.customer_id join entities e on e.id = c.entity_id left join case_plans p on p.case_id = c.id
          where c.status <> 'closed' and (@q::text is null
            or u.name ilike '%' || @like || '%' or u.number ilike @like || '%'
            or exists (select from invoices i where i.customer_id = u.id and i.currency = c.currency and i.number ilike @like || '%')
            or exists (select from messages m where m.case_id = c.id and
              to_tsvector('simple', left(coalesce(m.subject, '') || ' ' || coalesce(m.new_text, m.body, ''), 20000)) @@ websearch_to_tsquery('simple', @q)))) a
        where @afterKey::numeric is null or (a.sort_key::numeric, a.id) < (@afterKey::numeric, @afterId)
        order by a.sort_key::numeric desc, a.id desc limit @limit
        """;

    /// <summary>What is looked for: customer, number, invoice or words of a mail.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary><c>amount</c>, <c>age</c> or <c>risk</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    /// <summary>The last row of the page before, as <c>key|id</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    /// <summary>One page.</summary>
    public IReadOnlyList<AccountRow> Rows { get; private set; } = [];

    /// <summary>Where the next page starts; null on the last.</summary>
    public string? Next { get; private set; }

    /// <summary>The day, for the dots.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>Shows a page.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Sort = Sort is "age" or "risk" ? Sort : "amount";
        if (!TryReadAfter(out var key, out var id)) return BadRequest();
        Today = DateOnly.FromDateTime((await Database.NowAsync(Aborted)).UtcDateTime);
        var q = string.IsNullOrWhiteSpace(Q) ? null : Q.Trim();
        await using var connection = await Database.Source.OpenConnectionAsync(Aborted);
        var rows = (await connection.QueryAsync<AccountRow>(new CommandDefinition(
            Sql, new { q, like = Escaped(q), sort = Sort, afterKey = key, afterId = id, limit = PageSize + 1 }, cancellationToken: Aborted))).ToList();
        Rows = rows[..Math.Min(PageSize, rows.Count)];
        if (rows.Count > PageSize) Next = $"{Rows[^1].SortKey}|{Rows[^1].Id}";
        return Page();
    }

    private bool TryReadAfter(out decimal? key, out long? id)
    {
        (key, id) = (null, null);
        if (string.IsNullOrEmpty(After)) return true;
        if (After.Split('|') is not [var first, var second] || !decimal.TryParse(first, NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
            || !long.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var last)) return false;
        (key, id) = (value, last);
        return true;
    }

    private static string? Escaped(string? text) =>
        text?.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
