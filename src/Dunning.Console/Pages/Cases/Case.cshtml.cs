using Dapper;
using Dunning.Console.Pages.Shared;
using Dunning.Console.Text;
using Dunning.Core.Conversation;
using Dunning.Core.Correspondence;
using Dunning.Flows;
using Dunning.Flows.Console;
using Dunning.Flows.Ledger;
using Microsoft.AspNetCore.Mvc;

namespace Dunning.Console.Pages.Cases;

/// <summary>Everything about one case. What people ask for is in the other half of this class.</summary>
public sealed partial class CaseModel(ConsoleDatabase database) : ConsolePage(database)
{
    private ILookup<long, PlanReason>? itemRules;

    /// <summary>The case.</summary>
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    /// <summary>Who owes what.</summary>
    public CaseHead Head { get; private set; } = null!;

    /// <summary>Instalments of all invoices, newest due date first.</summary>
    public IReadOnlyList<InvoiceRow> Invoices { get; private set; } = [];

    /// <summary>Messages that wait or were recorded.</summary>
    public IReadOnlyList<DraftView> Drafts { get; private set; } = [];

    /// <summary>Everything that pauses or paused the account, what holds now first.</summary>
    public IReadOnlyList<HoldView> Holds { get; private set; } = [];

    /// <summary>Promises, disputes, claims and plans.</summary>
    public IReadOnlyList<AgreementRow> Agreements { get; private set; } = [];

    /// <summary>Open tasks.</summary>
    public IReadOnlyList<TaskRow> Tasks { get; private set; } = [];

    /// <summary>What happened, newest first.</summary>
    public IReadOnlyList<TimelineRow> Timeline { get; private set; } = [];

    /// <summary>When the customer answers; null before anything was learned.</summary>
    public ContactTimeRow? ContactTime { get; private set; }

    /// <summary>The requests fragment.</summary>
    public RequestsView Requests { get; private set; } = new(0, [], false);

    /// <summary>The creditor's day.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>The edited text, after the changes were asked for without JavaScript.</summary>
    public DiffView? Diff { get; private set; }

    /// <summary>When the page was made, for the time a person takes.</summary>
    public long ShownAt { get; } = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>Numbers of invoices by id.</summary>
    public string Numbers(IReadOnlyList<long> ids) => ids.Count == 0
        ? "whole account"
        : string.Join(", ", ids.Select(id => Invoices.FirstOrDefault(row => row.InvoiceId == id)?.Number ?? $"#{id}").Distinct());

    /// <summary>What a hold covers, in words.</summary>
    public string Covers(HoldView hold) => hold.Scope switch
    {
        "lines" when hold.HeldAmounts.Length > 0 => string.Join(", ", hold.InvoiceIds.Zip(hold.HeldAmounts, (id, amount) =>
            amount > 0 ? $"{Show.Amount(amount, Head.Currency)} of {Numbers([id])}" : Numbers([id]))),
        "lines" => $"{hold.InstalmentIds.Length} instalments of {Numbers(hold.InvoiceIds)}",
        "invoices" => Numbers(hold.InvoiceIds),
        "account" => $"this account ({Head.Currency})",
        "customer" => "all accounts of the customer",
        _ => hold.SetOnName is { } above ? $"set on {above}, for every customer below it" : "the customer and every customer below it",
    };

    /// <summary>What is open per invoice, for the forms.</summary>
    public IReadOnlyList<(long Id, string Number, decimal Open)> OpenInvoices =>
        [.. Invoices.Where(row => row.Residual > 0).GroupBy(row => row.InvoiceId).Select(rows => (rows.Key, rows.First().Number, rows.Sum(row => row.Residual))).OrderBy(row => row.Number, StringComparer.Ordinal)];

    /// <summary>Overdue amounts in dispute: part of the receivables, shown apart.</summary>
    public decimal Disputed
    {
        get
        {
            var overdue = Invoices.Where(row => row.IsOverdue(Today)).GroupBy(row => row.InvoiceId).ToDictionary(rows => rows.Key, rows => rows.Sum(row => row.Residual));
            var disputes = Holds.Where(hold => hold is { Kind: "dispute", LiftedAt: null } && hold.Hold.HoldsOn(Today))
                .SelectMany(hold => hold.InvoiceIds.Select((id, index) => (Id: id, Part: hold.HeldAmounts.Length > 0 && hold.HeldAmounts[index] > 0 ? hold.HeldAmounts[index] : decimal.MaxValue)));
            return disputes.GroupBy(part => part.Id).Sum(parts => Math.Min(overdue.GetValueOrDefault(parts.Key), parts.Any(part => part.Part == decimal.MaxValue) ? decimal.MaxValue : parts.Sum(part => part.Part)));
        }
    }

    /// <summary>Why the plan lists an open instalment or not; nothing when it is paid, or came after the plan.</summary>
    public IReadOnlyList<PlanReason> Why(InvoiceRow row)
    {
        if (row.Residual <= 0 || Head.AsOf is not { } planned) return [];
        itemRules ??= ItemRule.Read(Head.ItemRules).ToLookup(rule => rule.Instalment, rule => new PlanReason(rule.Reason, rule.Lifts, rule.Why));
        return itemRules.Contains(row.InstalmentId) ? [.. itemRules[row.InstalmentId]] : row.Due < planned ? Head.Reasons : [];
    }

    /// <summary>Shows the case.</summary>
    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    /// <summary>The requests alone, while the agent carries one out. When the last is answered the whole page is fetched anew.</summary>
    public async Task<IActionResult> OnGetRequestsAsync()
    {
        var now = await Database.NowAsync(Aborted);
        await using var connection = await Database.Source.OpenConnectionAsync(Aborted);
        var view = await RequestsAsync(connection, now);
        if (!view.Pending) Response.Headers["HX-Refresh"] = "true";
        return Partial("_Requests", view);
    }

    private async Task<bool> LoadAsync()
    {
        var now = await Database.NowAsync(Aborted);
        await using var connection = await Database.Source.OpenConnectionAsync(Aborted);
        var head = await connection.QuerySingleOrDefaultAsync<CaseHead?>(new CommandDefinition(CaseSql.Head, new { Id }, cancellationToken: Aborted));
        if (head is null) return false;
        Head = head;
        Today = CreditorDay.Of(now, head.TimeZone);
        await using (var sets = await connection.QueryMultipleAsync(new(CaseSql.Sets, new { Id, today = Today }, cancellationToken: Aborted)))
        {
            Invoices = [.. await sets.ReadAsync<InvoiceRow>()];
            Drafts = [.. await sets.ReadAsync<DraftView>()];
            Agreements = [.. await sets.ReadAsync<AgreementRow>()];
            Holds = [.. await sets.ReadAsync<HoldView>()];
            Tasks = [.. await sets.ReadAsync<TaskRow>()];
            PromiseMails = [.. await sets.ReadAsync<PromiseMail>()];
        }

        Timeline = [.. await connection.QueryAsync<TimelineRow>(new CommandDefinition(CaseSql.Timeline, new { Id }, cancellationToken: Aborted))];
        ContactTime = await connection.QuerySingleOrDefaultAsync<ContactTimeRow>(new CommandDefinition(CaseSql.ContactTime, new { Id }, cancellationToken: Aborted));
        NotedContacts = await NotedAsync(connection);
        Requests = await RequestsAsync(connection, now);
        return true;
    }

    private async Task<RequestsView> RequestsAsync(Npgsql.NpgsqlConnection connection, DateTimeOffset now)
    {
        var rows = (await connection.QueryAsync<RequestRow>(new CommandDefinition(CaseSql.Requests, new { Id }, cancellationToken: Aborted))).ToList();
        return new(Id, rows, rows.Exists(row => row.PendingAt(now)));
    }

    /// <summary>What a draft knew of the conversation.</summary>
    public static IReadOnlyList<string> Conversation(DraftView draft) => ConversationNotes.Of(Json.Read<ConversationFacts>(draft.Context));

    /// <summary>The newest day of the facts behind a draft.</summary>
    public static FactSet Facts(DraftView draft) => Json.Read<FactSet>(draft.Facts);

    /// <summary>Names of the files that go out with it.</summary>
    public static IReadOnlyList<string> Files(DraftView draft)
    {
        using var files = System.Text.Json.JsonDocument.Parse(draft.Attachments);
        return [.. files.RootElement.EnumerateArray().Select(file => file.GetProperty("file_name").GetString() ?? "")];
    }
}

/// <summary>The fragment that shows what became of requests.</summary>
public sealed record RequestsView(long CaseId, IReadOnlyList<RequestRow> Rows, bool Pending);
