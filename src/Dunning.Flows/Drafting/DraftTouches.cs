using Dunning.Core;
using Dunning.Core.Autonomy;
using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Conversation;
using Dunning.Flows.Clauses.Approval;
using Dunning.Flows.Deciding;
using Dunning.Flows.Drafting.Models;
using Dunning.Flows.Ledger;
using Dunning.Flows.Timing;
using Dunning.Guardrails;
using Dunning.Postgres;
using Dunning.Postgres.Cases;
using Dunning.Postgres.Sending;
using Npgsql;

namespace Dunning.Flows.Drafting;

/// <summary>How a drafting run went.</summary>
/// <param name="Queued">Wait for a person.</param>
/// <param name="Scheduled">Go out by themselves after the veto window.</param>
/// <param name="Monitored">Only recorded.</param>
/// <param name="Held">Touches not drafted, by reason.</param>
public sealed record DraftCounts(int Drafted, int Queued, int Scheduled, int Monitored, int Objected, IReadOnlyDictionary<string, int> Held);

/// <summary>
/// Drafts every planned touch that is due: facts from the ledger, typed facts from the conversation, clauses, gate,
/// and then what the autonomy level says. Each batch is one transaction.
/// </summary>
public sealed class DraftTouches(
    NpgsqlDataSource source, ClausesInForce clauses, CheckClauseFiles clauseFiles, ConversationMemory memory, TouchBriefs briefs, WordDraft words, ProposeDrafts? models,
    MessageIds messageIds, PolicySet policies, DraftingOptions options, TimeProvider clock)
{
    private const int Batch = 50;

    /// <summary>Drafts until nothing is due.</summary>
    /// <param name="asOf">The day for all creditors; null takes today in each creditor's zone.</param>
    public async Task<DraftCounts> RunAsync(DateOnly? asOf, CancellationToken cancellationToken)
    {
        await TakeClausesAsync(cancellationToken);
        var tally = new DraftTally();
        // A touch that stays planned (its action is switched off) must not be claimed again in the same run.
        HashSet<string> seen = [];
        foreach (var (day, entities) in await CreditorDay.GroupsAsync(source, asOf, clock.GetUtcNow(), cancellationToken))
        {
            await using (var connection = await source.OpenConnectionAsync(cancellationToken))
            {
                await TouchStore.RefreshQueueAsync(connection, day, entities, clock.GetUtcNow(), cancellationToken);
            }

            while (await RunBatchAsync(day, entities, asOf is null, seen, tally, cancellationToken) == Batch) { }
        }

        return tally.Counts();
    }

    /// <summary>What was approved or withdrawn since the last run; messages nobody has approved yet are written anew without what was withdrawn.</summary>
    private async Task TakeClausesAsync(CancellationToken cancellationToken)
    {
        if (!await clauses.RefreshAsync(cancellationToken)) return;
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await clauseFiles.RunAsync(connection, clauses.Current, cancellationToken);
        await WithdrawnClauses.RedraftAsync(connection, clock.GetUtcNow(), cancellationToken);
    }

    private async Task<int> RunBatchAsync(DateOnly day, string[] entities, bool isToday, HashSet<string> seen, DraftTally tally, CancellationToken cancellationToken)
    {
        var proposals = await ProposeAsync(day, entities, isToday, seen, cancellationToken);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var due = await TouchStore.ClaimDueAsync(connection, day, entities, [.. seen], Batch, cancellationToken);
        seen.UnionWith(due.Select(row => row.Id));
        foreach (var touch in await LoadAsync(connection, due, day, isToday, cancellationToken))
            tally.Add(await DraftAsync(connection, touch, proposals.GetValueOrDefault(touch.Touch.Id), cancellationToken));

        await transaction.CommitAsync(cancellationToken);
        return due.Count;
    }

    /// <summary>What a model proposes for the touches that are due, asked before any of them is claimed; nothing where no model drafts.</summary>
    private async Task<IReadOnlyDictionary<string, DraftProposal>> ProposeAsync(DateOnly day, string[] entities, bool isToday, HashSet<string> seen, CancellationToken cancellationToken)
    {
        if (models is null) return new Dictionary<string, DraftProposal>();
        List<TouchBrief> ready = [];
        await using (var connection = await source.OpenConnectionAsync(cancellationToken))
        {
            foreach (var due in await LoadAsync(connection, await TouchStore.DueAsync(connection, day, entities, [.. seen], Batch, cancellationToken), day, isToday, cancellationToken))
            {
                if (await briefs.ReadAsync(connection, due.Touch, due.File, due.Conversation, due.SendsOn, cancellationToken) is BriefOutcome.Ready read) ready.Add(read.Brief);
            }
        }

        return await models.RunAsync(ready, cancellationToken);
    }

    private sealed record DueTouch(Touch Touch, CaseFile File, ConversationFacts Conversation, DateOnly SendsOn);

    private async Task<IReadOnlyList<DueTouch>> LoadAsync(NpgsqlConnection connection, IReadOnlyList<TouchRow> due, DateOnly day, bool isToday, CancellationToken cancellationToken)
    {
        if (due.Count == 0) return [];
        var files = await CaseFiles.LoadAsync(connection, [.. due.Select(row => row.CaseId).Distinct()], day, cancellationToken);
        var pairs = due.Select(row => (Touch: row.ToTouch(), File: files[row.CaseId])).ToList();
        var recalled = await memory.RecallAsync(connection, pairs, day, cancellationToken);
        // A past day is drafted for itself; today's message for the day it can go out.
        return [.. pairs.Select(pair => new DueTouch(
            pair.Touch, pair.File, recalled[pair.Touch.Id], isToday ? SendingTime.DayOf(policies.For(pair.File, day), pair.Touch, pair.File, clock.GetUtcNow()) : day))];
    }

    private async Task<DraftOutcome> DraftAsync(NpgsqlConnection connection, DueTouch due, DraftProposal? proposal, CancellationToken cancellationToken)
    {
        var (now, touch) = (clock.GetUtcNow(), due.Touch);
        switch (await briefs.ReadAsync(connection, touch, due.File, due.Conversation, due.SendsOn, cancellationToken))
        {
            case BriefOutcome.HandOver hand: return await HandOverAsync(connection, touch, due.File, hand.Kind, hand.Detail, now, cancellationToken);
            case BriefOutcome.SwitchedOff: return DraftOutcome.HeldBy("autonomy_off");
            case BriefOutcome.Ready ready: return await WriteAsync(connection, ready.Brief, proposal, due.SendsOn, now, cancellationToken);
            default:
                await TouchStore.MoveAsync(connection, touch.Id, [TouchStates.Planned], TouchStates.Cancelled, "nothing is left to say", now, cancellationToken);
                return DraftOutcome.Cancelled;
        }
    }

    private async Task<DraftOutcome> WriteAsync(
        NpgsqlConnection connection, TouchBrief brief, DraftProposal? proposal, DateOnly day, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (touch, file) = (brief.Touch, brief.File);
        if (brief.Attached.Missing is { } rest)
            await TaskStore.AddAsync(connection, new(file.Case.Id, touch.InReplyToMessage, touch.Id, "missing_document", TitleOf(touch, file), $"{rest} The others are sent.", $"missing_document:{touch.Id}"), now, cancellationToken);
        if (!brief.ByMail) return await ByHandAsync(connection, touch, file, HandContact.Of(brief.Step!.Channel, brief.Compose(clauses.Current).Mail, brief.Facts, brief.Conversation), brief.Grant.Effective, now, cancellationToken);

        var worded = await words.RunAsync(connection, brief, proposal, now, cancellationToken);
        if (worded.Note is { } note) await NoteModelAsync(connection, brief, note, now, cancellationToken);
        var row = Candidates.ToRow(worded.Judged.Mail, brief.Facts, brief.Conversation, worded.Plan, worded.Judged.Verdict, "agent", now) with { Model = worded.Model, ClauseHashes = [.. worded.ClauseHashes] };
        var draftId = await DraftStore.InsertAsync(connection, row, cancellationToken);
        return await RouteAsync(connection, brief, draftId, worded, day, now, cancellationToken);
    }

    private static Task NoteModelAsync(NpgsqlConnection connection, TouchBrief brief, ProposalNote note, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var data = new { model = note.Model, prompt = note.Prompt, mode = Wire.Name(note.Mode), outcome = Wire.Name(note.Outcome), calls = note.Calls, tokens = note.Tokens };
        return connection.AppendAsync(new("model_drafted", "agent", brief.File.Case.Id, brief.Touch.Id, brief.Touch.InReplyToMessage, note.Why, data), now, cancellationToken);
    }

    /// <summary>The autonomy ladder: record, queue or schedule.</summary>
    private async Task<DraftOutcome> RouteAsync(
        NpgsqlConnection connection, TouchBrief brief, long draftId, WordedDraft worded, DateOnly day, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (touch, file, level, mail, verdict) = (brief.Touch, brief.File, brief.Grant.Effective, worded.Judged.Mail, worded.Judged.Verdict);
        // The gate holds words of a model already; here nothing else than clauses is ever scheduled.
        var passed = verdict.Verdict == Verdict.Pass && mail.Origin == DraftOrigin.Clauses;
        var segment = policies.SegmentFor(file, day);
        var policy = segment.Policy;
        var (state, outcome, why) = level switch
        {
            AutonomyLevel.Off => throw new InvalidOperationException("A touch that is off is not drafted."),
            AutonomyLevel.Monitor => (TouchStates.Monitored, DraftOutcome.Monitored, "monitor: recorded, not sent"),
            AutonomyLevel.Suggest => (TouchStates.InQueue, DraftOutcome.Queued(verdict.Verdict == Verdict.Pass), "suggest: a person decides"),
            AutonomyLevel.AutoVeto or AutonomyLevel.AutoSampled when !passed => (TouchStates.InQueue, DraftOutcome.Queued(false), "the guardrails object: a person decides"),
            AutonomyLevel.AutoVeto => (TouchStates.Scheduled, DraftOutcome.Scheduled, $"auto_veto: goes out after {options.VetoWindow.TotalMinutes:0} minutes unless stopped"),
            AutonomyLevel.AutoSampled => (TouchStates.Scheduled, DraftOutcome.Scheduled, "auto_sampled: goes out"),
        };
        if (worded.Told is { } told) why = $"{why}; {told}";
        if (state == TouchStates.Scheduled)
        {
            var wait = level == AutonomyLevel.AutoVeto ? options.VetoWindow : TimeSpan.Zero;
            var time = await SendingTime.OfAsync(connection, policy, touch, file, now + wait, null, cancellationToken);
            if (time.Why is { } chosen) why = $"{why}; {chosen}";
            await OutboxStore.InsertAsync(
                connection, touch.Id, draftId, null, true, messageIds.Make(touch.Id, Candidates.DomainOf(file.Entity.FromAddress)), time.NotBefore, cancellationToken);
        }

        await TouchStore.MoveAsync(connection, touch.Id, [TouchStates.Planned], state, why, now, cancellationToken);
        var entry = new JournalEntry("draft_made", "agent", file.Case.Id, touch.Id, touch.InReplyToMessage, why, new
        {
            draft = draftId, content = mail.ContentHash(), level = Wire.Name(level), verdict = Wire.Name(verdict.Verdict),
            findings = verdict.Findings.Select(finding => finding.Rule).Distinct().ToArray(), catalog = verdict.CatalogVersion,
            policy = segment.Version, segment = segment.Name, clauses = clauses.Current.Version, clause_hashes = worded.ClauseHashes, origin = Wire.Name(mail.Origin), model = worded.Model,
        });
        await connection.AppendAsync(entry, now, cancellationToken);
        return outcome;
    }

    /// <summary>A letter or a call: a person gets it prepared, whatever the level of autonomy.</summary>
    private static async Task<DraftOutcome> ByHandAsync(
        NpgsqlConnection connection, Touch touch, CaseFile file, HandContact contact, AutonomyLevel level, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var monitored = level == AutonomyLevel.Monitor;
        var why = monitored ? $"monitor: the {contact.Kind} is recorded, nobody is asked for it" : $"a {contact.Kind} is prepared for a person";
        if (!monitored)
        {
            var task = new NewTask(file.Case.Id, null, touch.Id, contact.Kind, $"{contact.Kind}, {Wire.Name(touch.Stage!.Value)}: {file.Customer.Name}", contact.Detail, $"{contact.Kind}:{touch.Id}");
            await TaskStore.AddAsync(connection, task, now, cancellationToken);
        }

        await TouchStore.MoveAsync(connection, touch.Id, [TouchStates.Planned], monitored ? TouchStates.Monitored : TouchStates.WithPerson, why, now, cancellationToken);
        await connection.AppendAsync(new("handed_over", "agent", file.Case.Id, touch.Id, null, why), now, cancellationToken);
        return monitored ? DraftOutcome.Monitored : DraftOutcome.HeldBy(contact.Kind);
    }

    private async Task<DraftOutcome> HandOverAsync(
        NpgsqlConnection connection, Touch touch, CaseFile file, string kind, string detail, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var task = new NewTask(file.Case.Id, touch.InReplyToMessage, touch.Id, kind, TitleOf(touch, file), detail, $"{kind}:{touch.Id}");
        await TaskStore.AddAsync(connection, task, now, cancellationToken);
        await TouchStore.MoveAsync(connection, touch.Id, [TouchStates.Planned], TouchStates.WithPerson, detail, now, cancellationToken);
        await connection.AppendAsync(new("handed_over", "agent", file.Case.Id, touch.Id, touch.InReplyToMessage, detail), now, cancellationToken);
        return DraftOutcome.HeldBy(kind);
    }

    private static string TitleOf(Touch touch, CaseFile file) => $"{Wire.Name(touch.Purpose).Replace('_', ' ')}: {file.Customer.Name}";
}
