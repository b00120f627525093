-- Money as the bank tells of it. A payment whose payer is not known yet belongs to no account until it is matched.
alter table payments alter column customer_id drop not null;
alter table payments add column payer_name text, add column payer_account text, add column remittance text,
  -- booked: told by the ledger, or entered as settled. new: not looked at. open: nothing fits yet. with_person: a person decides.
  -- applied: put to items, perhaps with a rest. known: the ledger told of this money before the bank did. reversed: taken back.
  add column state text not null default 'booked' check (state in ('booked', 'new', 'open', 'with_person', 'applied', 'known', 'reversed')),
  add column decision text, -- why it stands as it does
  add column short_by numeric(18, 4), -- what was missing beyond fees when it was applied
  add column short_handled_on date, -- the day the case learned of it
  add column seen_in_bank bigint references payments, -- of a payment the ledger told: the bank's payment that is the same money
  add column reversed_by bigint references payments; -- the negative payment that took this one back
create index payments_waiting on payments (entity_id, id) where state in ('new', 'open', 'with_person');
create index payments_short on payments (entity_id) where short_by is not null and short_handled_on is null;
create index payments_payer_account on payments (entity_id, payer_account) where payer_account is not null;

-- An invoice number without letters, separators and leading zeros, by which remittance texts are looked up.
create function number_digits(number text) returns text language sql immutable parallel safe as
$$ select ltrim(regexp_replace(number, '[^0-9]', '', 'g'), '0') $$;
create index invoices_number_digits on invoices (entity_id, number_digits(number));
create index customers_number_digits on customers (entity_id, number_digits(number));

-- A direct debit runs until its collection day and the days banks need; a returned one is owed like any other.
alter table invoices add column collect_on date, add column debit_returned_on date;
create index invoices_direct_debit on invoices (entity_id, collect_on) where status = 'direct_debit';

create function debit_clears_on(collect_on date) returns date language sql immutable parallel safe as $$ select collect_on + 5 $$;

create function status_on(status text, collect_on date, returned_on date, day date) returns text language sql immutable parallel safe as
$$
  select case when status <> 'direct_debit' then status
    when returned_on <= day and (collect_on is null or collect_on <= returned_on) then 'open'
    when debit_clears_on(collect_on) < day then 'open'
    else status end
$$;

-- As before, with the status of direct debits on the day; a payment that was taken back in full is no payment.
create or replace function open_items(day date) returns table (
  entity_id text, customer_id bigint, currency text, invoice_id bigint, instalment_id bigint, number text,
  issued date, due date, original numeric, residual numeric, status text, last_paid date)
language sql stable as
$$
  select i.entity_id, i.customer_id, i.currency, i.id, n.id, i.number, i.issued, n.due, n.amount,
    n.amount - coalesce(sum(a.amount) filter (where a.booked_on <= day), 0), status_on(i.status, i.collect_on, i.debit_returned_on, day),
    case when sum(a.amount) filter (where a.booked_on <= day) > 0 then max(a.booked_on) filter (where a.booked_on <= day and a.amount > 0) end
  from invoices i
  join instalments n on n.invoice_id = i.id
  left join allocations a on a.instalment_id = n.id
  where i.kind = 'invoice' and (i.issued is null or i.issued <= day)
  group by i.entity_id, i.customer_id, i.currency, i.id, n.id
  having n.amount > coalesce(sum(a.amount) filter (where a.booked_on <= day), 0)
$$;

-- As before, less money of unknown payers, money the ledger told of already, and what was taken back by the day.
create or replace function unapplied_credits(day date) returns table (
  entity_id text, customer_id bigint, currency text, payment_id bigint, credit_note_id bigint, amount numeric)
language sql stable as
$$
  select p.entity_id, p.customer_id, p.currency, p.id, null::bigint,
    p.amount - coalesce(sum(a.amount) filter (where a.booked_on <= day), 0)
  from payments p
  left join allocations a on a.payment_id = p.id
  left join payments r on r.id = p.reversed_by
  where p.value_date <= day and p.customer_id is not null and p.state <> 'known' and (r.id is null or r.value_date > day)
  group by p.entity_id, p.customer_id, p.currency, p.id
  having p.amount > coalesce(sum(a.amount) filter (where a.booked_on <= day), 0)
  union all
  select c.entity_id, c.customer_id, c.currency, null, c.id,
    c.amount - coalesce(sum(a.amount) filter (where a.booked_on <= day), 0) - case when c.applied_on <= day then c.applied_amount else 0 end
  from invoices c
  left join allocations a on a.credit_note_id = c.id
  where c.kind = 'credit_note' and c.status = 'open' and (c.issued is null or c.issued <= day)
  group by c.entity_id, c.customer_id, c.currency, c.id
  having c.amount > coalesce(sum(a.amount) filter (where a.booked_on <= day), 0) + case when c.applied_on <= day then c.applied_amount else 0 end
$$;
