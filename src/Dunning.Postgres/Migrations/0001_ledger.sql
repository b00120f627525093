-- The ledger as the creditor's books know it. Open amounts are never stored: they follow from instalments less
-- allocations booked by the day asked for, so that any past day can be shown as it was known.
create extension if not exists vector;

create table entities (
  id text primary key, name text not null, country text not null, time_zone text not null, language text not null,
  currency text not null, iban text, bic text, pay_url text, from_address text not null, reply_to text not null,
  persona_name text not null, phone text, postal_address text, ledger_as_of timestamptz, mailbox_as_of timestamptz);

create table customers (
  id bigint generated always as identity primary key, entity_id text not null references entities,
  number text not null, name text not null, language text not null, country text not null, time_zone text not null,
  debtor_kind text not null default 'company', segment text not null default 'default',
  parent_id bigint references customers, exclusion text not null default 'none',
  imported_level int not null default 0 check (imported_level between 0 and 4), imported_last_contact date,
  unique (entity_id, number));

create table contacts (
  id bigint generated always as identity primary key, customer_id bigint not null references customers,
  name text, email text not null check (email = lower(email)), verified boolean not null, source text not null,
  dead_since timestamptz, opted_out_at timestamptz, unique (customer_id, email));
create index contacts_email on contacts (email);

create table imports (
  id bigint generated always as identity primary key, entity_id text not null references entities,
  file_name text not null, sha256 text not null, preset text not null, rows bigint not null, accepted bigint not null,
  rejected bigint not null, duplicates bigint not null, at timestamptz not null);

create table invoices (
  id bigint generated always as identity primary key, entity_id text not null references entities,
  customer_id bigint not null references customers, kind text not null check (kind in ('invoice', 'credit_note')),
  number text not null, currency text not null check (currency ~ '^[A-Z]{3}$'), issued date, amount numeric(18, 4) not null,
  status text not null default 'open', source_key text not null, import_id bigint references imports,
  -- Of a credit note: how much the books have used up elsewhere, and when.
  applied_amount numeric(18, 4) not null default 0, applied_on date,
  unique (entity_id, source_key));
create index invoices_account on invoices (entity_id, customer_id, currency);
create index invoices_number on invoices (entity_id, number);

create table instalments (
  id bigint generated always as identity primary key, invoice_id bigint not null references invoices,
  sequence int not null, due date not null, amount numeric(18, 4) not null, unique (invoice_id, sequence));

create table payments (
  id bigint generated always as identity primary key, entity_id text not null references entities,
  customer_id bigint not null references customers, currency text not null, amount numeric(18, 4) not null,
  value_date date not null, reference text, method text, source_key text not null,
  invoice_key text, -- source key of the ledger row that told of this payment; null when it came by itself
  unique (entity_id, source_key));
create index payments_invoice on payments (entity_id, invoice_key) where invoice_key is not null;
create index payments_account on payments (entity_id, customer_id, currency);

-- What reduces an instalment: a payment, or a credit note (an invoice of kind credit_note). A negative amount takes
-- back what the books no longer show as paid.
create table allocations (
  id bigint generated always as identity primary key, instalment_id bigint not null references instalments,
  payment_id bigint references payments, credit_note_id bigint references invoices,
  amount numeric(18, 4) not null check (amount <> 0), booked_on date not null,
  check (num_nonnulls(payment_id, credit_note_id) = 1));
create index allocations_instalment on allocations (instalment_id);
create unique index allocations_payment on allocations (payment_id, instalment_id) where payment_id is not null;
create unique index allocations_credit on allocations (credit_note_id, instalment_id) where credit_note_id is not null;

-- Instalments on which something is owed, as known on a day: an invoice is known from its issue date, a payment
-- counts on the day it is booked.
create function open_items(day date) returns table (
  entity_id text, customer_id bigint, currency text, invoice_id bigint, instalment_id bigint, number text,
  issued date, due date, original numeric, residual numeric, status text, last_paid date)
language sql stable as
$$
  select i.entity_id, i.customer_id, i.currency, i.id, n.id, i.number, i.issued, n.due, n.amount,
    n.amount - coalesce(sum(a.amount) filter (where a.booked_on <= day), 0), i.status,
    max(a.booked_on) filter (where a.booked_on <= day and a.amount > 0)
  from invoices i
  join instalments n on n.invoice_id = i.id
  left join allocations a on a.instalment_id = n.id
  where i.kind = 'invoice' and (i.issued is null or i.issued <= day)
  group by i.entity_id, i.customer_id, i.currency, i.id, n.id
  having n.amount > coalesce(sum(a.amount) filter (where a.booked_on <= day), 0)
$$;

-- Credits with a rest, as known on a day: payments and credit notes less what was allocated or applied by then.
create function unapplied_credits(day date) returns table (
  entity_id text, customer_id bigint, currency text, payment_id bigint, credit_note_id bigint, amount numeric)
language sql stable as
$$
  select p.entity_id, p.customer_id, p.currency, p.id, null::bigint,
    p.amount - coalesce(sum(a.amount) filter (where a.booked_on <= day), 0)
  from payments p
  left join allocations a on a.payment_id = p.id
  where p.value_date <= day
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
