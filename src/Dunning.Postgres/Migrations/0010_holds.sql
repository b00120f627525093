-- One kind of hold for everything that pauses contact: what it covers, how far it reaches, and who may end it.
alter table suppressions drop constraint suppressions_kind_check;
update suppressions set expires_on = null where kind in ('legal', 'insolvency', 'opt_out');
alter table suppressions
  add constraint suppressions_kind_check check (kind in
    ('promise', 'dispute', 'plan', 'trace', 'legal', 'insolvency', 'opt_out', 'out_of_office', 'manual', 'agency', 'deceased')),
  -- Beside invoice_ids: single instalments, and the held part of each invoice in the same order; 0 holds it whole.
  add column instalment_ids bigint[] not null default '{}',
  add column held_amounts numeric(18, 4)[] not null default '{}',
  -- How far a hold without invoices is meant to reach.
  add column reach text not null default 'account' check (reach in ('account', 'customer', 'group')),
  -- A dispute the customer was not told about yet.
  add column unacknowledged boolean not null default false,
  -- A granted credit it waits for, and what was open when it was granted.
  add column awaits_credit numeric(18, 4), add column baseline_open numeric(18, 4),
  -- The imported ledger carries the mark; null once it was dropped there. A person lifts the hold all the same.
  add column ledger_mark text,
  add constraint suppressions_parts check (cardinality(held_amounts) in (0, cardinality(invoice_ids))),
  add constraint suppressions_no_end check (expires_on is null or kind not in ('legal', 'insolvency', 'opt_out', 'agency', 'deceased'));
alter table suppressions add column scope text not null generated always as (
  case when cardinality(invoice_ids) > 0 then case when cardinality(instalment_ids) > 0 or cardinality(held_amounts) > 0 then 'lines' else 'invoices' end
    when kind in ('legal', 'insolvency') or reach = 'group' then 'group'
    when kind in ('opt_out', 'agency', 'deceased') or reach = 'customer' or case_id is null then 'customer'
    else 'account' end) stored;
create index suppressions_group on suppressions (customer_id) where lifted_at is null and scope = 'group';
create index suppressions_marked on suppressions (customer_id) where ledger_mark is not null;
create index customers_parent on customers (parent_id) where parent_id is not null;

-- What only a person lifts is lifted by a named person, whatever program asks.
create function guard_hold() returns trigger language plpgsql as
$$
declare
  guarded boolean := old.kind in ('legal', 'insolvency', 'opt_out', 'agency', 'deceased');
begin
  if tg_op = 'DELETE' then
    if guarded and old.lifted_at is null then
      raise exception 'a % hold is lifted by a person, not deleted', old.kind using errcode = 'check_violation';
    end if;
    return old;
  end if;
  if old.lifted_at is null and new.lifted_at is not null then
    if coalesce(trim(new.lifted_by), '') = '' or coalesce(trim(new.lift_reason), '') = '' then
      raise exception 'a hold is lifted under a name and with a reason' using errcode = 'check_violation';
    end if;
    if guarded and lower(trim(new.lifted_by)) in ('agent', 'ledger') then
      raise exception 'only a named person lifts a % hold', old.kind using errcode = 'check_violation';
    end if;
  end if;
  if guarded and (new.kind, new.customer_id, new.case_id, new.starts_on) is distinct from (old.kind, old.customer_id, old.case_id, old.starts_on)
    or guarded and (new.invoice_ids, new.instalment_ids, new.held_amounts) is distinct from (old.invoice_ids, old.instalment_ids, old.held_amounts) then
    raise exception 'a % hold is lifted by a person, not rewritten', old.kind using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger suppressions_guard before update or delete on suppressions for each row execute function guard_hold();

-- Marks of ledgers imported earlier become holds that can be seen and lifted.
insert into suppressions (entity_id, customer_id, kind, reason, owner, starts_on, reach, ledger_mark)
select u.entity_id, u.id, u.exclusion, 'the ledger marks the customer: ' || u.exclusion, 'ledger',
  coalesce((e.ledger_as_of at time zone e.time_zone)::date, date '2000-01-01'), case when u.exclusion in ('legal', 'insolvency') then 'group' else 'customer' end, u.exclusion
from customers u join entities e on e.id = u.entity_id where u.exclusion in ('legal', 'insolvency', 'agency', 'deceased');

alter table disputes
  add column held_amounts numeric(18, 4)[] not null default '{}',
  add column acknowledged_on date, add column credited_amount numeric(18, 4), add column recorded_by text,
  add constraint disputes_parts check (cardinality(held_amounts) in (0, cardinality(invoice_ids)));
update disputes set acknowledged_on = opened_on;
create index disputes_open on disputes (case_id) where status = 'open';

-- Only a person grants a plan.
create table payment_plans (
  id bigint generated always as identity primary key, case_id bigint not null references cases, invoice_ids bigint[] not null check (cardinality(invoice_ids) > 0),
  currency text not null, method text, granted_on date not null, granted_by text not null check (lower(trim(granted_by)) not in ('', 'agent', 'ledger')),
  baseline_open numeric(18, 4) not null check (baseline_open > 0),
  status text not null default 'running' check (status in ('running', 'completed', 'defaulted', 'withdrawn')), ended_on date);
create index payment_plans_running on payment_plans (case_id) where status = 'running';
create table plan_instalments (
  plan_id bigint not null references payment_plans, sequence int not null check (sequence > 0), due date not null,
  amount numeric(18, 4) not null check (amount > 0), paid_on date, primary key (plan_id, sequence));

alter table case_requests drop constraint case_requests_kind_check;
alter table case_requests add constraint case_requests_kind_check
  check (kind in ('resume', 'close', 'pause', 'lift', 'resolve_dispute', 'dispute', 'grant_plan'));

-- Since when a message waits for a person, however often it is drafted anew.
alter table touches add column queued_at timestamptz;
update touches set queued_at = updated_at where state = 'in_queue';
create function note_waiting() returns trigger language plpgsql as
$$
begin
  if new.state = 'in_queue' then new.queued_at := coalesce(new.queued_at, new.updated_at);
  elsif new.state <> 'planned' or old.state not in ('in_queue', 'planned') then new.queued_at := null;
  end if;
  return new;
end
$$;
create trigger touches_waiting before update of state on touches for each row execute function note_waiting();

do $$
begin
  if exists (select from pg_roles where rolname = 'dunning_agent') then
    grant select, insert, update, delete on payment_plans, plan_instalments to dunning_agent;
    grant usage on all sequences in schema public to dunning_agent;
  end if;
  if exists (select from pg_roles where rolname = 'dunning_console') then
    grant select on payment_plans, plan_instalments to dunning_console;
  end if;
end $$;
