-- Append-only: ids, hashes and reasons in words; never addresses or bodies.
create table journal (
  seq bigint generated always as identity primary key, txid xid8 not null default pg_current_xact_id(),
  at timestamptz not null, kind text not null, actor text not null,
  case_id bigint, touch_id text, message_id bigint, why text not null, data jsonb not null default '{}');
create index journal_case on journal (case_id, seq);
create index journal_touch on journal (touch_id) where touch_id is not null;
create index journal_chain on journal (txid, seq);

-- A seal covers the rows of all transactions in [from_txid, to_txid), in the order (txid, seq). The sealer closes a
-- range only when no transaction below to_txid is still running, so a sealed range can never gain a row.
create table journal_seals (
  number bigint primary key, from_txid xid8 not null, to_txid xid8 not null, last_seq bigint not null, rows bigint not null,
  previous text not null, hash text not null, sealed_at timestamptz not null);

create function refuse_change() returns trigger language plpgsql as
$$ begin raise exception 'the journal is append-only: % on % refused', tg_op, tg_table_name; end $$;
create trigger journal_append_only before update or delete on journal for each row execute function refuse_change();
create trigger journal_no_truncate before truncate on journal for each statement execute function refuse_change();
create trigger seals_append_only before update or delete on journal_seals for each row execute function refuse_change();
create trigger seals_no_truncate before truncate on journal_seals for each statement execute function refuse_change();

-- Roles: the agent does the work; the console reads, and writes only requests. Where an installation uses one role
-- for everything these do not exist and nothing is granted.
do $$
begin
  if exists (select from pg_roles where rolname = 'dunning_agent') then
    grant usage on schema public to dunning_agent;
    grant select, insert, update, delete on all tables in schema public to dunning_agent;
    grant usage on all sequences in schema public to dunning_agent;
    revoke update, delete, truncate on journal, journal_seals from dunning_agent;
  end if;
  if exists (select from pg_roles where rolname = 'dunning_console') then
    grant usage on schema public to dunning_console;
    grant select on all tables in schema public to dunning_console;
    revoke select on inbound_raw from dunning_console;
    grant insert on approvals, drafts, comments, kill_switches, journal, autonomy_levels, users, settings to dunning_console;
    grant update on kill_switches, autonomy_levels, tasks, users, cases, suppressions, settings to dunning_console;
    grant usage on all sequences in schema public to dunning_console;
  end if;
end $$;
