using Dapper;
using Dunning.Core.Autonomy;
using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Correspondence;
using Dunning.Core.Ledger;
using Dunning.Flows.Deciding;
using Dunning.Flows.Drafting;
using Dunning.Flows.Ledger;
using Dunning.Guardrails;
using Dunning.Postgres.Cases;
using Dunning.Postgres.Sending;
using Npgsql;

namespace Dunning.Flows.Sending;

/// <summary>Everything the gate is told about one message, read on one connection at one moment.</summary>
/// <param name="DraftFactsVersion">The facts the draft was written from; null while it is being written.</param>
public sealed record GateRequest(
    CaseFile File, Touch Touch, FactSet Facts, string? DraftFactsVersion, bool Automatic, AutonomyGrant Grant, long? ApprovalId,
    string Subject, string Text, IReadOnlyList<AttachmentRef> Attachments, DateTimeOffset Now, long? OutboxId);

/// <summary>Reads the facts of the gate afresh: nothing is taken over from an earlier decision.</summary>
public sealed class SendFactsReader(PolicySet policies, DisclosureSentences disclosure, AttachedDocuments documents)
{
    private const string State =
        """
        select
          (select max(m.at) from messages m left join touches t on t.id = m.touch_id
           where m.customer_id = @customerId and m.direction = 'out' and t.in_reply_to_message is null and m.touch_id is distinct from @touchId) as last_contact,
          exists (select from outbox o where o.touch_id = @touchId and o.id is distinct from @outboxId and o.state in ('sending', 'sent', 'unknown'))
            or exists (select from outbox o where o.id = @outboxId and o.state <> 'pending') as already_sent,
          (select count(*) from messages m where m.case_id = @caseId and m.direction = 'out' and m.automatic and m.at > coalesce(
             (select max(h.at) from messages h where h.case_id = @caseId and ((h.direction = 'in' and h.kind = 'human') or (h.direction = 'out' and not h.automatic))), '-infinity'))
            as automatic_in_row,
          exists (select from kill_switches k where k.is_on and k.scope in ('all', 'case:' || @caseId, 'segment:' || @segment)) as killed,
          exists (select from messages m where m.case_id = @caseId and m.direction = 'in' and m.at > @threadSince
            and (m.reading->>'injection_probability')::float8 >= 0.5) as injection,
          exists (select from messages m where m.case_id = @caseId and m.direction = 'in' and m.at > @threadSince and exists (
            select from jsonb_array_elements(m.reading->'intents') i where i->>'intent' in ('complaint_or_hostile', 'legal_representation') and (i->>'probability')::float8 >= 0.5)) as hostile,
          exists (select from messages m where m.id = @inReplyTo and (m.authenticity <> 'verified' or not m.known_sender)) as unverified;

        select number from invoices where entity_id = @entityId and customer_id <> @customerId and number = any(@tokens) limit 50;

        select name from customers where entity_id = @entityId and id <> @customerId and position(' ' in name) > 0 and length(name) >= 8
          and position(lower(name) in lower(@text)) > 0 and position(lower(name) in lower(@ownNames)) = 0 limit 50;

        select id, actor, content_hash, facts_version, expires_at, state from approvals where id = @approvalId;

        select new_text from messages where customer_id = @customerId and direction = 'in' and new_text is not null order by at desc limit 20;
        """;

    /// <summary>The facts for one message.</summary>
    public async Task<SendFacts> ReadAsync(NpgsqlConnection connection, GateRequest request, CancellationToken cancellationToken)
    {
        var file = request.File;
        var all = request.Subject + "\n" + request.Text;
        var known = await documents.KnownAsync(connection, file, request.Attachments, cancellationToken);
        await using var sets = await connection.QueryMultipleAsync(new(
            State,
            new
            {
                caseId = file.Case.Id, customerId = file.Customer.Id, touchId = request.Touch.Id, outboxId = request.OutboxId,
                segment = file.Customer.Segment, threadSince = request.Now.UtcDateTime.AddDays(-60), inReplyTo = request.Touch.InReplyToMessage,
                entityId = file.Entity.Id, tokens = Tokens(all), text = all, ownNames = $"{file.Customer.Name}\n{file.Entity.Name}\n{file.Recipient?.Name}", approvalId = request.ApprovalId,
            },
            cancellationToken: cancellationToken));
        var state = await sets.ReadSingleAsync<StateRow>();
        var foreignNumbers = (await sets.ReadAsync<string>()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var foreignNames = (await sets.ReadAsync<string>()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var approval = await sets.ReadSingleOrDefaultAsync<ApprovalRow>();
        var heard = (await sets.ReadAsync<string>()).ToList();
        var policy = policies.For(file, request.Facts.Today);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(file.Customer.TimeZone);
        return new SendFacts(
            request.Facts, request.Automatic,
            new([.. Addresses(file, contact => contact.Verified)], [.. Addresses(file, contact => contact.Dead)], [.. Addresses(file, contact => contact.OptedOut)]),
            Suppressions(file, request.Touch, policy.Agreements.Rest, request.Facts.Today),
            new(Latest(state.LastContact, file), policy.MinimumIntervalDays, request.Touch.InReplyToMessage is not null || IsFollowUpOfClaim(request.Touch),
                policy.Window.IsOpen(request.Now, zone, policy.CalendarFor(file.Customer.Country)), state.AlreadySent, (int)state.AutomaticInRow),
            new(request.Grant.Effective, file.Case.Level, CapOf(request.Grant, file, policy), policy.AutomaticUpTo,
                policies.OnlyFriendlyAutomatic(file.Entity.Id, file.Customer.Kind), state.Killed),
            new(request.Now, file.Ages.Ledger ?? DateTimeOffset.UnixEpoch, policy.LedgerFreshFor, file.Ages.Mailbox ?? DateTimeOffset.UnixEpoch,
                policy.MailboxFreshFor, request.DraftFactsVersion ?? request.Facts.Version, request.Facts.Version),
            approval is null ? null : new(approval.ContentHash, approval.FactsVersion, approval.Actor, new DateTimeOffset(approval.ExpiresAt, TimeSpan.Zero), approval.State is "used" or "refused"),
            new(disclosure.For(request.Facts.Language)),
            new(foreignNumbers, foreignNames), Echo.Of(heard),
            new(file.Customer.Number, known),
            new(state.Injection, state.Hostile, state.Unverified));
    }

    /// <summary>The lower of what the policy and the admins release for automatic messages.</summary>
    private static decimal? CapOf(AutonomyGrant grant, CaseFile file, Policy policy) =>
        policy.AutomaticCapFor(file.Ledger.Key.Currency) is not { } cap ? null : grant.AmountCap is { } lower ? Math.Min(cap, lower) : cap;

    private static SuppressionFacts Suppressions(CaseFile file, Touch touch, UndisputedRest rest, DateOnly today)
    {
        var holding = file.Suppressions.Where(pause => pause.HoldsOn(today)).ToList();
        var account = holding.Where(pause => pause.WholeAccount && !(touch.InReplyToMessage is not null && !pause.OnlyPersonLifts)).Select(pause => pause.Reason).ToList();
        if (touch.Stage is not null && holding.Any(hold => hold.HoldsRest(rest, today))) account.Add("a dispute holds the rest of the account");
        if (file.Customer.Exclusion != Exclusion.None) account.Add($"the customer is excluded: {Core.Wire.Name(file.Customer.Exclusion)}");
        return new(account, TouchSubject.PausedNumbers(file, today));
    }

    private static bool IsFollowUpOfClaim(Touch touch) => touch.Purpose is Purpose.PaymentThanks or Purpose.PaymentTrace;

    private static IEnumerable<string> Addresses(CaseFile file, Func<BillingContact, bool> which) => file.Contacts.Where(which).Select(contact => contact.Email);

    // In the creditor's zone, as the planner counts: else a message of the late afternoon would count for the day after.
    private static DateOnly? Latest(DateTime? message, CaseFile file)
    {
        DateOnly? day = message is { } at ? CreditorDay.Of(new DateTimeOffset(at, TimeSpan.Zero), file.Entity.TimeZone) : null;
        var imported = file.Customer.ImportedLastContact;
        return day is null ? imported : imported is null || day > imported ? day : imported;
    }

    /// <summary>Words that could be an invoice number: they hold a digit.</summary>
    private static string[] Tokens(string text) =>
        [.. text.Split([' ', '\n', '\t', ',', ';', ':', '(', ')', '[', ']', '"'], StringSplitOptions.RemoveEmptyEntries)
            .Select(token => token.Trim('.', '!', '?', '\'')).Where(token => token.Length is >= 3 and <= 64 && token.Any(char.IsAsciiDigit)).Distinct().Take(500)];

    private sealed record StateRow
    {
        public DateTime? LastContact { get; init; }
        public bool AlreadySent { get; init; }
        public long AutomaticInRow { get; init; }
        public bool Killed { get; init; }
        public bool Injection { get; init; }
        public bool Hostile { get; init; }
        public bool Unverified { get; init; }
    }

    private sealed record ApprovalRow
    {
        public long Id { get; init; }
        public required string Actor { get; init; }
        public required string ContentHash { get; init; }
        public required string FactsVersion { get; init; }
        public DateTime ExpiresAt { get; init; }
        public required string State { get; init; }
    }
}
