using Dunning.Core;
using Dunning.Core.Autonomy;
using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Conversation;
using Dunning.Core.Correspondence;
using Dunning.Flows.Deciding;
using Dunning.Flows.Ledger;
using Dunning.Flows.Sending;
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
    NpgsqlDataSource source, ClauseLibrary clauses, ConversationMemory memory, SendFactsReader gateFacts, FactSets factSets, AttachedDocuments documents,
    MessageIds messageIds, PolicySet policies, DraftingOptions options, TimeProvider clock)
{
    private const int Batch = 50;

    /// <summary>Drafts until nothing is due.</summary>
    /// <param name="asOf">The day for all creditors; null takes today in each creditor's zone.</param>
    public async Task<DraftCounts> RunAsync(DateOnly? asOf, CancellationToken cancellationToken)
    {
        var tally = new Tally();
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

    private async Task<int> RunBatchAsync(DateOnly day, string[] entities, bool isToday, HashSet<string> seen, Tally tally, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var due = await TouchStore.ClaimDueAsync(connection, day, entities, [.. seen], Batch, cancellationToken);
        if (due.Count == 0) return 0;
        seen.UnionWith(due.Select(row => row.Id));

        var files = await CaseFiles.LoadAsync(connection, [.. due.Select(row => row.CaseId).Distinct()], day, cancellationToken);
        var pairs = due.Select(row => (Touch: row.ToTouch(), File: files[row.CaseId])).ToList();
        var recalled = await memory.RecallAsync(connection, pairs, day, cancellationToken);
        foreach (var (touch, file) in pairs)
        {
            // A past day is drafted for itself; today's message for the day it can go out.
            var sendsOn = isToday ? SendingTime.DayOf(policies.For(file, day), touch, file, clock.GetUtcNow()) : day;
            tally.Add(await DraftAsync(connection, touch, file, recalled[touch.Id], sendsOn, cancellationToken));
        }

        await transaction.CommitAsync(cancellationToken);
        return due.Count;
    }

    private async Task<DraftOutcome> DraftAsync(
        NpgsqlConnection connection, Touch touch, CaseFile file, ConversationFacts conversation, DateOnly day, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var policy = policies.For(file, day);
        file = file.SignedBy(policy);
        var step = touch is { Purpose: Purpose.Reminder, Stage: { } at } ? policy.StepOf(at) : null;
        var attached = await documents.ForAsync(connection, touch, file, step is { AttachInvoices: true } ? TouchSubject.Of(file, touch, policy, day).Items : null, cancellationToken);
        if (attached is { References.Count: 0, Missing: { } missing }) return await HandOverAsync(connection, touch, file, "missing_document", missing, now, cancellationToken);
        if (file.Recipient is not { } recipient)
            return await HandOverAsync(connection, touch, file, "no_contact_address", "There is no verified contact with a working address.", now, cancellationToken);

        var facts = factSets.Of(file, touch, day, attached.InvoiceNumbers, clauses.Languages);
        if (NothingToSay(touch, facts))
        {
            await TouchStore.MoveAsync(connection, touch.Id, [TouchStates.Planned], TouchStates.Cancelled, "nothing is left to say", now, cancellationToken);
            return DraftOutcome.Cancelled;
        }

        var grant = await AutonomyStore.GrantAsync(
            connection, file.Entity.Id, file.Customer.Segment, file.Customer.Id, AutonomyLadder.ActionOf(touch.Purpose, touch.Stage), cancellationToken);
        if (grant.Effective == AutonomyLevel.Off) return DraftOutcome.HeldBy("autonomy_off");

        if (attached.Missing is { } rest)
            await TaskStore.AddAsync(connection, new(file.Case.Id, touch.InReplyToMessage, touch.Id, "missing_document", TitleOf(touch, file), $"{rest} The others are sent.", $"missing_document:{touch.Id}"), now, cancellationToken);

        var automatic = grant.Effective >= AutonomyLevel.AutoVeto;
        var composed = Composer.Compose(clauses, facts, conversation, touch.Purpose, touch.Stage, automatic, SeedOf(touch), step?.Softer ?? false);
        if (step is { Channel: not Channel.Mail }) return await ByHandAsync(connection, touch, file, HandContact.Of(step.Channel, composed.Mail, facts, conversation), grant.Effective, now, cancellationToken);
        var subject = composed.Mail.Subject + " " + messageIds.SubjectToken(file.Case.Id);
        var mail = Candidates.Of(touch, file, 0, DraftOrigin.Clauses, grant.Effective, recipient, facts.Language, subject, composed.Mail.Text, attached.References, null, null, []);
        var request = new GateRequest(file, touch, facts, null, automatic, grant, null, subject, composed.Mail.Text, attached.References, now, null);
        var verdict = SendGate.Check(GatePoint.AfterDrafting, mail, await gateFacts.ReadAsync(connection, request, cancellationToken));
        var draftId = await DraftStore.InsertAsync(connection, Candidates.ToRow(mail, facts, conversation, composed.Plan, verdict, "agent", now), cancellationToken);
        return await RouteAsync(connection, touch, file, draftId, mail, verdict, grant.Effective, day, now, cancellationToken);
    }

    /// <summary>The autonomy ladder: record, queue or schedule.</summary>
    private async Task<DraftOutcome> RouteAsync(
        NpgsqlConnection connection, Touch touch, CaseFile file, long draftId, CandidateMail mail, GateVerdict verdict, AutonomyLevel level,
        DateOnly day, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var passed = verdict.Verdict == Verdict.Pass;
        var segment = policies.SegmentFor(file, day);
        var policy = segment.Policy;
        var (state, outcome, why) = level switch
        {
            AutonomyLevel.Off => throw new InvalidOperationException("A touch that is off is not drafted."),
            AutonomyLevel.Monitor => (TouchStates.Monitored, DraftOutcome.Monitored, "monitor: recorded, not sent"),
            AutonomyLevel.Suggest => (TouchStates.InQueue, DraftOutcome.Queued(passed), "suggest: a person decides"),
            AutonomyLevel.AutoVeto or AutonomyLevel.AutoSampled when !passed => (TouchStates.InQueue, DraftOutcome.Queued(false), "the guardrails object: a person decides"),
            AutonomyLevel.AutoVeto => (TouchStates.Scheduled, DraftOutcome.Scheduled, $"auto_veto: goes out after {options.VetoWindow.TotalMinutes:0} minutes unless stopped"),
            AutonomyLevel.AutoSampled => (TouchStates.Scheduled, DraftOutcome.Scheduled, "auto_sampled: goes out"),
        };
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
            policy = segment.Version, segment = segment.Name, clauses = clauses.Version,
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

    /// <summary>A reminder whose lines were all paid meanwhile, thanks for a payment that is not there.</summary>
    private static bool NothingToSay(Touch touch, FactSet facts) => touch.Purpose switch
    {
        Purpose.Reminder or Purpose.PromiseLapsed or Purpose.PaymentTrace => facts.Invoices.Count == 0,
        Purpose.ShortPay => facts.Invoices.Count == 0 || facts.PaymentsReceived.Count == 0,
        Purpose.PaymentThanks => facts.PaymentsReceived.Count == 0,
        Purpose.PromiseAcknowledged => facts.Promises.Count == 0,
        Purpose.DisputeAcknowledged or Purpose.AskForDate or Purpose.DocumentAttached => false,
    };

    private static long SeedOf(Touch touch) => Convert.ToInt64(touch.Id[..15], 16);

    private sealed class Tally
    {
        private readonly Dictionary<string, int> held = new(StringComparer.Ordinal);
        private int drafted, queued, scheduled, monitored, objected;

        public void Add(DraftOutcome outcome)
        {
            if (outcome.Held is { } reason) held[reason] = held.GetValueOrDefault(reason) + 1;
            if (!outcome.Drafted) return;
            drafted++;
            if (outcome.InQueue) queued++;
            if (outcome.WillSend) scheduled++;
            if (!outcome.InQueue && !outcome.WillSend) monitored++;
            if (outcome.Objection) objected++;
        }

        public DraftCounts Counts() => new(drafted, queued, scheduled, monitored, objected, held);
    }

    private sealed record DraftOutcome(bool Drafted, bool InQueue, bool WillSend, bool Objection, string? Held)
    {
        public static DraftOutcome Monitored { get; } = new(true, false, false, false, null);

        public static DraftOutcome Scheduled { get; } = new(true, false, true, false, null);

        public static DraftOutcome Cancelled { get; } = new(false, false, false, false, null);

        public static DraftOutcome Queued(bool passed) => new(true, true, false, !passed, null);

        public static DraftOutcome HeldBy(string reason) => new(false, false, false, false, reason);
    }
}

/// <summary>Settings of drafting.</summary>
/// <param name="VetoWindow">How long a scheduled message waits for an objection.</param>
/// <param name="ApprovalLifetime">How long an approval is good for.</param>
public sealed record DraftingOptions(TimeSpan VetoWindow, TimeSpan ApprovalLifetime)
{
    /// <summary>Thirty minutes of veto, three days for an approval.</summary>
    public static DraftingOptions Default { get; } = new(TimeSpan.FromMinutes(30), TimeSpan.FromDays(3));
}
