create table touches (
  id text primary key, case_id bigint not null references cases, cause text not null, purpose text not null, stage int,
  action text not null, planned_for date not null, in_reply_to_message bigint references messages,
  state text not null check (state in ('planned', 'monitored', 'in_queue', 'approved', 'scheduled', 'sent', 'bounced', 'with_person', 'rejected', 'cancelled')),
  state_reason text, created_at timestamptz not null, updated_at timestamptz not null);
create index touches_case on touches (case_id);
create index touches_planned on touches (planned_for) where state = 'planned';
create index touches_queue on touches (created_at) where state = 'in_queue';

-- Redrafts are versions of the same touch.
create table drafts (
  id bigint generated always as identity primary key, touch_id text not null references touches, version int not null,
  origin text not null check (origin in ('clauses', 'person', 'model')), language text not null, level text not null,
  from_name text not null, from_address text not null, to_address text not null, reply_to text not null,
  subject text not null, body text not null, attachments jsonb not null default '[]', facts jsonb not null, facts_version text not null,
  context jsonb not null, plan jsonb, content_hash text not null, verdict text not null, findings jsonb not null,
  catalog_version text not null, author text not null, created_at timestamptz not null, unique (touch_id, version));

-- The console writes requests; the agent carries them out.
create table approvals (
  id bigint generated always as identity primary key, draft_id bigint not null references drafts, content_hash text not null,
  facts_version text not null, actor text not null, decision text not null check (decision in ('approve', 'reject')),
  reason text, at timestamptz not null, expires_at timestamptz not null, dwell_seconds int,
  state text not null default 'requested' check (state in ('requested', 'carried_out', 'refused', 'used')), answer text);
create index approvals_requested on approvals (id) where state = 'requested';

create table outbox (
  id bigint generated always as identity primary key, touch_id text not null unique references touches, draft_id bigint not null references drafts,
  approval_id bigint references approvals, automatic boolean not null, message_id text not null unique, not_before timestamptz not null,
  state text not null check (state in ('pending', 'sending', 'sent', 'rejected', 'unknown', 'cancelled')),
  attempts int not null default 0, owner text, claimed_at timestamptz, sent_at timestamptz, response text,
  check (automatic or approval_id is not null));
create index outbox_pending on outbox (not_before) where state = 'pending';
create index outbox_sending on outbox (claimed_at) where state = 'sending';

create table inbound_raw (
  id bigint generated always as identity primary key, mailbox text not null, uid_validity bigint not null, uid bigint not null,
  sha256 text not null, rfc_message_id text, arrived_at timestamptz not null, stored_at timestamptz not null, raw bytea not null,
  state text not null default 'new' check (state in ('new', 'done', 'duplicate', 'unreadable')), unique (mailbox, uid_validity, uid));
create unique index inbound_raw_once on inbound_raw (mailbox, sha256);
create index inbound_raw_new on inbound_raw (id) where state = 'new';

create table mailbox_watermarks (mailbox text primary key, uid_validity bigint not null, last_uid bigint not null, at timestamptz not null);

create table autonomy_levels (
  scope text not null check (scope in ('global', 'entity', 'segment', 'account')), scope_id text not null, action text not null,
  level text not null check (level in ('off', 'monitor', 'suggest', 'auto_veto', 'auto_sampled')),
  amount_cap numeric(18, 4), set_by text not null, reason text not null, at timestamptz not null, primary key (scope, scope_id, action));

create table kill_switches (
  scope text primary key, is_on boolean not null, reason text not null, actor text not null, at timestamptz not null);

create table settings (key text primary key, value text not null, set_by text not null, at timestamptz not null);

-- One row: the simulated instant, or null for the real clock.
create table clock (only_row boolean primary key default true check (only_row), simulated timestamptz);
insert into clock (simulated) values (null);

create table users (
  id bigint generated always as identity primary key, name text not null unique, password_hash text not null, role text not null
  check (role in ('collector', 'admin', 'finance', 'auditor')), failed_attempts int not null default 0, locked_until timestamptz,
  created_at timestamptz not null, security_stamp text not null);
