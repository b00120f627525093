create table cases (
  id bigint generated always as identity primary key, entity_id text not null references entities,
  customer_id bigint not null references customers, currency text not null,
  status text not null check (status in ('active', 'with_person', 'closed')),
  level int not null default 0 check (level between 0 and 4), level_on date, ladder_run int not null default 0,
  opened_on date not null, closed_on date, last_contact_on date, owner text, version int not null default 1,
  risk real, expected_days_late real, risk_reasons text[]);
create unique index cases_open on cases (entity_id, customer_id, currency) where status <> 'closed';

-- The planner's last word on a case: contact now, or why not and when that lifts.
create table case_plans (
  case_id bigint primary key references cases, as_of date not null, contact boolean not null, purpose text, stage int,
  planned_for date, touch_id text, total_overdue numeric(18, 4) not null, unapplied_credits numeric(18, 4) not null,
  oldest_days int not null, reasons jsonb not null);

create table messages (
  id bigint generated always as identity primary key, case_id bigint references cases, customer_id bigint references customers,
  entity_id text references entities, direction text not null check (direction in ('in', 'out')),
  kind text not null, message_id text, in_reply_to text, refs text[] not null default '{}', touch_id text, raw_id bigint,
  from_address text, to_addresses text[] not null default '{}', subject text, body text, new_text text, language text,
  at timestamptz not null, authenticity text not null default 'none', known_sender boolean not null default false,
  state text not null default 'new' check (state in ('new', 'read', 'applied', 'with_person', 'unassigned', 'done')),
  reading jsonb, automatic boolean not null default false);
create index messages_case on messages (case_id, at);
create index messages_message_id on messages (message_id);
create index messages_state on messages (state) where state in ('new', 'read', 'with_person', 'unassigned');

create table message_chunks (
  id bigint generated always as identity primary key, message_id bigint not null references messages,
  entity_id text not null, customer_id bigint not null, model text not null, text text not null, embedding vector(384) not null);
create index message_chunks_account on message_chunks (entity_id, customer_id);
create index message_chunks_embedding on message_chunks using hnsw (embedding vector_cosine_ops);

-- Everything that pauses contact is one kind of thing.
create table suppressions (
  id bigint generated always as identity primary key, entity_id text not null, customer_id bigint not null references customers,
  case_id bigint references cases, invoice_ids bigint[] not null default '{}',
  kind text not null check (kind in ('promise', 'dispute', 'plan', 'trace', 'legal', 'insolvency', 'opt_out', 'out_of_office', 'manual')),
  reason text not null, owner text not null, starts_on date not null, expires_on date,
  evidence_message_id bigint references messages, evidence_start int, evidence_length int,
  lifted_at timestamptz, lifted_by text, lift_reason text);
create index suppressions_active on suppressions (customer_id) where lifted_at is null;

create table promises (
  id bigint generated always as identity primary key, case_id bigint not null references cases, message_id bigint references messages,
  invoice_ids bigint[] not null, amount numeric(18, 4) not null, currency text not null, promised_for date not null,
  expected_by date not null, method text, confidence real not null, made_on date not null, baseline_open numeric(18, 4) not null,
  status text not null default 'open' check (status in ('open', 'kept', 'partly_kept', 'broken', 'withdrawn')), resolved_on date);
create index promises_open on promises (case_id) where status = 'open';

create table disputes (
  id bigint generated always as identity primary key, case_id bigint not null references cases, message_id bigint references messages,
  invoice_ids bigint[] not null, reason text not null, amount numeric(18, 4), owner text, opened_on date not null, sla_on date not null,
  status text not null default 'open' check (status in ('open', 'credit_note', 'upheld', 'split', 'withdrawn')), resolved_on date);

create table payment_claims (
  id bigint generated always as identity primary key, case_id bigint not null references cases, message_id bigint references messages,
  invoice_ids bigint[] not null, amount numeric(18, 4), paid_on date, reference text, made_on date not null, trace_until date not null,
  status text not null default 'tracing' check (status in ('tracing', 'matched', 'not_found')), resolved_on date);

create table comments (
  id bigint generated always as identity primary key, case_id bigint not null references cases, author text not null,
  at timestamptz not null, text text not null);

-- What a person has to do.
create table tasks (
  id bigint generated always as identity primary key, case_id bigint references cases, message_id bigint references messages,
  touch_id text, kind text not null, title text not null, detail text not null, created_at timestamptz not null,
  assigned_to text, snoozed_until date, done_at timestamptz, done_by text, outcome text, dedupe_key text not null unique);
create index tasks_open on tasks (created_at) where done_at is null;
