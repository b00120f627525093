using Dapper;
using Dunning.Core;
using Dunning.Core.Cadence;
using Dunning.Core.Cases;
using Dunning.Core.Correspondence.Layout;
using Dunning.Core.Ledger;
using Dunning.Core.Promises;
using Npgsql;

namespace Dunning.Postgres.Cases;

/// <summary>Loads case files, any number of them, in one batch of statements.</summary>
public static class CaseFiles
{
    // A hold of the group is looked for upwards to any depth; union leaves every customer out that was met before.
    private const string Load =
        $"""
        select c.id, c.entity_id, c.customer_id, c.currency, c.status, c.level, c.level_on, c.ladder_run, c.opened_on, c.last_contact_on, c.version, c.risk,
          exists (select from suppressions s where s.case_id = c.id and s.kind = 'out_of_office') as absence_used,
          (select count(*)::int from touches t where t.case_id = c.id and t.in_reply_to_message is not null and t.state in ('planned', 'scheduled', 'sent')
            and not exists (select from outbox o where o.touch_id = t.id and not o.automatic) and t.created_at > greatest(
              coalesce((select max(k.done_at) from tasks k where k.case_id = c.id and k.message_id is not null and k.done_by <> 'agent'), '-infinity'),
              coalesce((select max(a.at) from approvals a join drafts d on d.id = a.draft_id join touches x on x.id = d.touch_id where x.case_id = c.id), '-infinity'),
              coalesce((select max(r.at) from case_requests r where r.case_id = c.id), '-infinity'))) as automatic_answers
        from cases c where c.id = any(@ids);

        select e.id, e.name, e.country, e.time_zone, e.language, e.currency, e.iban, e.bic, e.pay_url, e.from_address, e.reply_to,
          e.persona_name, e.phone, e.postal_address, e.ledger_as_of, e.mailbox_as_of, e.accent_colour, e.footer, e.text_only
        from entities e where e.id in (select entity_id from cases where id = any(@ids));

        select u.id, u.entity_id, u.number, u.name, u.language, u.country, u.time_zone, u.debtor_kind, u.segment, u.parent_id,
          case when u.exclusion in ('legal', 'insolvency', 'agency', 'deceased') and exists (
            select from suppressions m where m.customer_id = u.id and m.ledger_mark = u.exclusion) then 'none' else u.exclusion end as exclusion, u.imported_level, u.imported_last_contact
        from customers u where u.id in (select customer_id from cases where id = any(@ids));

        select k.id, k.customer_id, k.name, k.email, k.verified, k.dead_since is not null as dead, k.opted_out_at is not null as opted_out
        from contacts k where k.customer_id in (select customer_id from cases where id = any(@ids)) and k.discarded_at is null
        order by k.preferred_at desc nulls last, k.id;

        select c.id as case_id, i.id as invoice_id, n.id as instalment_id, i.number, i.issued, n.due, n.amount as original,
          n.amount - coalesce((select sum(a.amount) from allocations a where a.instalment_id = n.id and a.booked_on <= @day), 0) as residual, status_on(i.status, i.collect_on, i.debit_returned_on, @day) as status
        from cases c join invoices i on i.entity_id = c.entity_id and i.customer_id = c.customer_id and i.currency = c.currency
        join instalments n on n.invoice_id = i.id
        where c.id = any(@ids) and i.kind = 'invoice' and (i.issued is null or i.issued <= @day) order by n.due, i.number, n.sequence;

        select c.id as case_id, u.amount as rest
        from cases c join unapplied_credits(@day) u on u.entity_id = c.entity_id and u.customer_id = c.customer_id and u.currency = c.currency
        where c.id = any(@ids);

        select c.id as case_id, p.id, p.amount, p.value_date, p.reference,
          p.amount - coalesce(sum(a.amount) filter (where a.booked_on <= @day), 0) as unapplied,
          coalesce(array_agg(i.id order by i.id) filter (where i.id is not null), array[]::bigint[]) as invoice_ids,
          coalesce(array_agg(i.number order by i.id) filter (where i.id is not null), array[]::text[]) as invoice_numbers
        from cases c join payments p on p.entity_id = c.entity_id and p.customer_id = c.customer_id and p.currency = c.currency
        left join allocations a on a.payment_id = p.id left join instalments n on n.id = a.instalment_id left join invoices i on i.id = n.invoice_id
        where c.id = any(@ids) and p.value_date <= @day and p.amount > 0 and p.state not in ('known', 'reversed') group by c.id, p.id order by p.value_date desc, p.id desc;

        with recursive up as (
          select distinct customer_id, customer_id as holder from cases where id = any(@ids)
          union
          select up.customer_id, p.parent_id from up join customers p on p.id = up.holder where p.parent_id is not null)
        select c.id as case_id, c.customer_id, {HoldRow.Columns}
        from cases c join up on up.customer_id = c.customer_id
        join suppressions s on s.customer_id = up.holder and s.lifted_at is null and (s.scope = 'group' or s.customer_id = c.customer_id)
        left join cases k on k.id = s.case_id
        where c.id = any(@ids) and (s.scope <> 'account' or k.currency = c.currency) order by s.id;

        select p.id, p.case_id, p.message_id, p.invoice_ids, p.amount, p.currency, p.promised_for, p.expected_by, p.method, p.confidence, p.made_on,
          p.baseline_open, p.status, p.resolved_on
        from promises p where p.case_id = any(@ids) order by p.id;

        select d.id, d.case_id, d.message_id, d.invoice_ids, d.reason, d.amount, d.opened_on, d.sla_on, d.status, d.resolved_on,
          d.held_amounts, d.acknowledged_on, d.owner
        from disputes d where d.case_id = any(@ids) order by d.id;

        select k.id, k.case_id, k.message_id, k.invoice_ids, k.amount, k.paid_on, k.reference, k.made_on, k.trace_until, k.status, k.resolved_on
        from payment_claims k where k.case_id = any(@ids) order by k.id;

        select c.id as case_id, n.invoice_id, a.amount, p.value_date
        from cases c join payments p on p.entity_id = c.entity_id and p.customer_id = c.customer_id and p.currency = c.currency
        join allocations a on a.payment_id = p.id join instalments n on n.id = a.instalment_id
        where c.id = any(@ids) and a.booked_on <= @day and p.value_date >= c.opened_on - 60;

        select distinct on (base, currency) day, base, currency, rate from fx_rates
        where day between @day - @daysGood and @day order by base, currency, day desc;
        {PlanStore.Load}
        """;

    /// <summary>The file of one case.</summary>
    /// <exception cref="KeyNotFoundException">There is no such case.</exception>
    public static async Task<CaseFile> LoadOneAsync(NpgsqlConnection connection, long caseId, DateOnly day, CancellationToken cancellationToken) =>
        (await LoadAsync(connection, [caseId], day, cancellationToken)).TryGetValue(caseId, out var file)
            ? file
            : throw new KeyNotFoundException($"There is no case {caseId}.");

    /// <summary>The files of many cases, as the ledger knew them on a day.</summary>
    public static async Task<IReadOnlyDictionary<long, CaseFile>> LoadAsync(
        NpgsqlConnection connection, long[] caseIds, DateOnly day, CancellationToken cancellationToken)
    {
        await using var sets = await connection.QueryMultipleAsync(new(Load, new { ids = caseIds, day, daysGood = FxRates.DefaultDaysGood }, cancellationToken: cancellationToken));
        var cases = (await sets.ReadAsync<CaseRow>()).ToList();
        var entities = (await sets.ReadAsync<EntityRow>()).ToDictionary(row => row.Id);
        var customers = (await sets.ReadAsync<CustomerRow>()).ToDictionary(row => row.Id);
        var contacts = (await sets.ReadAsync<BillingContact>()).ToLookup(row => row.CustomerId);
        var items = (await sets.ReadAsync<ItemRow>()).ToLookup(row => row.CaseId, row => row.ToItem());
        var credits = (await sets.ReadAsync<CreditRow>()).ToLookup(row => row.CaseId, row => row.Rest);
        var payments = (await sets.ReadAsync<PaymentSetRow>()).ToLookup(row => row.CaseId, row => row.ToPayment());
        var suppressions = (await sets.ReadAsync<HoldRow>()).ToLookup(row => row.CaseId, row => row.ToSuppression());
        var promises = (await sets.ReadAsync<PromiseSetRow>()).ToLookup(row => row.CaseId, row => row.ToPromise());
        var disputes = (await sets.ReadAsync<DisputeSetRow>()).ToLookup(row => row.CaseId, row => row.ToDispute());
        var claims = (await sets.ReadAsync<ClaimSetRow>()).ToLookup(row => row.CaseId, row => row.ToClaim());
        var allocations = (await sets.ReadAsync<AllocationRow>()).ToLookup(row => row.CaseId, row => new PaidAllocation(row.InvoiceId, row.Amount, row.ValueDate));
        var rates = FxRates.Of(await sets.ReadAsync<FxRate>());

        var plans = await PlanStore.ReadAsync(sets);

        return cases.ToDictionary(row => row.Id, row =>
        {
            var entity = entities[row.EntityId];
            var paid = payments[row.Id].ToList();
            var key = new AccountKey(row.EntityId, row.CustomerId, row.Currency);
            return new CaseFile(
                row.ToCase(key), entity.ToEntity(), customers[row.CustomerId].ToCustomer(), [.. contacts[row.CustomerId]],
                new(key, [.. items[row.Id]], [.. credits[row.Id]]), [.. suppressions[row.Id]], [.. promises[row.Id]], [.. disputes[row.Id]],
                [.. claims[row.Id]], paid, [.. allocations[row.Id]], entity.Ages(), row.AbsenceUsed)
            {
                Risk = row.Risk is { } risk ? Math.Round(risk, 4) : null,
                Plans = [.. plans[row.Id]],
                AutomaticAnswers = row.AutomaticAnswers,
                FxRates = rates,
            };
        });
    }

    private sealed record CaseRow(
        long Id, string EntityId, long CustomerId, string Currency, string Status, int Level, DateOnly? LevelOn, int LadderRun,
        DateOnly OpenedOn, DateOnly? LastContactOn, int Version, float? Risk, bool AbsenceUsed, int AutomaticAnswers)
    {
        public Case ToCase(AccountKey key) => new(Id, key, Wire.Parse<CaseStatus>(Status), Level, LevelOn, LadderRun, OpenedOn, LastContactOn, Version);
    }

    private sealed record EntityRow(
        string Id, string Name, string Country, string TimeZone, string Language, string Currency, string? Iban, string? Bic, string? PayUrl,
        string FromAddress, string ReplyTo, string PersonaName, string? Phone, string? PostalAddress, DateTime? LedgerAsOf, DateTime? MailboxAsOf,
        string? AccentColour, string? Footer, bool TextOnly)
    {
        public Entity ToEntity() =>
            new(Id, Name, Country, TimeZone, Language, Currency, Iban, Bic, PayUrl, FromAddress, ReplyTo, PersonaName, Phone, PostalAddress)
            {
                Brand = Brand.Of(AccentColour, Footer, TextOnly),
            };

        public SourceAges Ages() => new(LedgerAsOf, MailboxAsOf);
    }

    private sealed record CustomerRow(
        long Id, string EntityId, string Number, string Name, string Language, string Country, string TimeZone, string DebtorKind,
        string Segment, long? ParentId, string Exclusion, int ImportedLevel, DateOnly? ImportedLastContact)
    {
        public Customer ToCustomer() =>
            new(Id, EntityId, Number, Name, Language, Country, TimeZone, Wire.Parse<DebtorKind>(DebtorKind), Segment, ParentId,
                Wire.Parse<Exclusion>(Exclusion), ImportedLevel, ImportedLastContact);
    }

    private sealed record ItemRow(
        long CaseId, long InvoiceId, long InstalmentId, string Number, DateOnly? Issued, DateOnly Due, decimal Original, decimal Residual, string Status)
    {
        public OpenItem ToItem() => new(InvoiceId, InstalmentId, Number, Issued, Due, Original, Residual, Wire.Parse<InvoiceStatus>(Status));
    }

    private sealed record AllocationRow(long CaseId, long InvoiceId, decimal Amount, DateOnly ValueDate);

    private sealed record CreditRow(long CaseId, decimal Rest);

    // Rows with arrays are filled by property: the driver announces array columns without their element type.
    private sealed record PaymentSetRow
    {
        public long CaseId { get; init; }
        public long Id { get; init; }
        public decimal Amount { get; init; }
        public DateOnly ValueDate { get; init; }
        public string? Reference { get; init; }
        public decimal Unapplied { get; init; }
        public long[] InvoiceIds { get; init; } = [];
        public string[] InvoiceNumbers { get; init; } = [];

        public PaymentRow ToPayment() => new(Id, Amount, Unapplied, ValueDate, Reference, InvoiceIds, InvoiceNumbers);
    }

    private sealed record PromiseSetRow
    {
        public long Id { get; init; }
        public long CaseId { get; init; }
        public long? MessageId { get; init; }
        public long[] InvoiceIds { get; init; } = [];
        public decimal Amount { get; init; }
        public required string Currency { get; init; }
        public DateOnly PromisedFor { get; init; }
        public DateOnly ExpectedBy { get; init; }
        public string? Method { get; init; }
        public float Confidence { get; init; }
        public DateOnly MadeOn { get; init; }
        public decimal BaselineOpen { get; init; }
        public required string Status { get; init; }
        public DateOnly? ResolvedOn { get; init; }

        public PromiseRow ToPromise() =>
            new(Id, CaseId, MessageId, InvoiceIds, Amount, Currency, PromisedFor, ExpectedBy, Method, Confidence, MadeOn, BaselineOpen, Status, ResolvedOn);
    }

    private sealed record DisputeSetRow
    {
        public long Id { get; init; }
        public long CaseId { get; init; }
        public long? MessageId { get; init; }
        public long[] InvoiceIds { get; init; } = [];
        public required string Reason { get; init; }
        public decimal? Amount { get; init; }
        public DateOnly OpenedOn { get; init; }
        public DateOnly SlaOn { get; init; }
        public required string Status { get; init; }
        public DateOnly? ResolvedOn { get; init; }
        public decimal[] HeldAmounts { get; init; } = [];
        public DateOnly? AcknowledgedOn { get; init; }
        public string? Owner { get; init; }

        public DisputeRow ToDispute() => new(Id, CaseId, MessageId, InvoiceIds, Reason, Amount, OpenedOn, SlaOn, Status, ResolvedOn)
        {
            Parts = HoldRow.Parts(InvoiceIds, HeldAmounts), AcknowledgedOn = AcknowledgedOn, Owner = Owner,
        };
    }

    private sealed record ClaimSetRow
    {
        public long Id { get; init; }
        public long CaseId { get; init; }
        public long? MessageId { get; init; }
        public long[] InvoiceIds { get; init; } = [];
        public decimal? Amount { get; init; }
        public DateOnly? PaidOn { get; init; }
        public string? Reference { get; init; }
        public DateOnly MadeOn { get; init; }
        public DateOnly TraceUntil { get; init; }
        public required string Status { get; init; }
        public DateOnly? ResolvedOn { get; init; }

        public ClaimRow ToClaim() => new(Id, CaseId, MessageId, InvoiceIds, Amount, PaidOn, Reference, MadeOn, TraceUntil, Status, ResolvedOn);
    }
}
