-- What people ask of the agent about a case; the agent carries it out and answers.
create table case_requests (
  id bigint generated always as identity primary key, case_id bigint not null references cases,
  kind text not null check (kind in ('resume', 'close', 'pause', 'lift', 'resolve_dispute')), data jsonb not null default '{}',
  actor text not null, reason text not null, at timestamptz not null,
  state text not null default 'requested' check (state in ('requested', 'carried_out', 'refused')), answer text, answered_at timestamptz);
create index case_requests_case on case_requests (case_id, id);
create index case_requests_requested on case_requests (id) where state = 'requested';

-- A draft is asked for once at a time; a second press of the button is no second approval.
create unique index approvals_one_request on approvals (draft_id) where state = 'requested';

-- A draft a person wants to see again later. Tasks have a day of their own.
create table touch_snoozes (touch_id text primary key references touches, until date not null, actor text not null, at timestamptz not null);

-- The console's search. The text is cut, since a mail may be longer than an index entry can be.
create index messages_search on messages using gin
  (to_tsvector('simple', left(coalesce(subject, '') || ' ' || coalesce(new_text, body, ''), 20000)));

-- The console may assign and snooze; status, level and pauses of a case change only by the agent's hand.
do $$
begin
  if exists (select from pg_roles where rolname = 'dunning_agent') then
    grant select, insert, update, delete on case_requests, touch_snoozes to dunning_agent;
  end if;
  if exists (select from pg_roles where rolname = 'dunning_console') then
    grant select, insert on case_requests to dunning_console;
    grant select, insert, update, delete on touch_snoozes to dunning_console;
    revoke update on cases, tasks, suppressions from dunning_console;
    grant update (owner) on cases to dunning_console;
    grant update (assigned_to, snoozed_until, done_at, done_by, outcome) on tasks to dunning_console;
  end if;
end $$;
