-- Which clauses may speak for the company: every version by the hash of its content, who approved it and when. Nothing
-- here is ever changed; what holds follows from the rows, so that any past day can be shown as it was.
create table clause_versions (
  hash text primary key, language text not null, clause_id text not null, act text not null, version int not null,
  content text not null, first_seen timestamptz not null);
create index clause_versions_clause on clause_versions (language, clause_id);

-- A release's clauses are approved as a set by whoever installs it: set-up and upgrade run as the schema's owner, and
-- neither the agent nor the console may write here.
create table clause_releases (
  id bigint generated always as identity primary key, manifest text not null unique, clauses int not null, installed_by text not null, at timestamptz not null);
create table clause_release_items (release_id bigint not null references clause_releases, hash text not null references clause_versions, primary key (release_id, hash));
create index clause_release_items_hash on clause_release_items (hash);

-- An installation's own wordings: proposed by one administrator, approved or rejected by another.
create table clause_proposals (
  id bigint generated always as identity primary key, hash text not null references clause_versions, base_hash text references clause_versions,
  source text not null check (source in ('edit', 'file', 'learned')), candidate text, actor text not null, reason text not null, trial jsonb not null, at timestamptz not null);
create index clause_proposals_hash on clause_proposals (hash);
create table clause_decisions (
  id bigint generated always as identity primary key, proposal_id bigint not null references clause_proposals,
  decision text not null check (decision in ('approve', 'reject', 'withdraw')), actor text not null, reason text not null,
  at timestamptz not null, effective_at timestamptz not null, unique (proposal_id, decision));
create unique index clause_decisions_once on clause_decisions (proposal_id) where decision in ('approve', 'reject');

-- Where the clause files of an agent say something else than what is approved.
create table clause_file_findings (
  language text not null, clause_id text not null, hash text references clause_versions, why text not null, at timestamptz not null, primary key (language, clause_id));

-- What people keep writing in place of a clause, without the values; decided once.
create table clause_candidates (
  key text primary key, language text not null, clause_id text not null, wording text not null, warnings text[] not null default '{}',
  edits int not null, mails int not null, customers int not null, people text[] not null, examples jsonb not null, at timestamptz not null);
create table clause_candidate_decisions (
  key text primary key, language text not null, clause_id text not null, wording text not null,
  decision text not null check (decision in ('rejected', 'proposed')), actor text not null, reason text not null, at timestamptz not null);

-- The clauses a draft is made of, by hash; empty for words of a person or a model.
alter table drafts add column clause_hashes text[] not null default '{}';

create function installation_now() returns timestamptz language sql stable as
$$ select coalesce((select simulated from clock), now()) $$;

-- Proposals that hold at an instant: approved, in force by then, and not withdrawn.
create function clause_overlays(at_time timestamptz) returns table (proposal_id bigint, decision_id bigint, hash text) language sql stable as
$$
  select p.id, d.id, p.hash from clause_proposals p
  join clause_decisions d on d.proposal_id = p.id and d.decision = 'approve' and d.effective_at <= at_time
  where not exists (select from clause_decisions w where w.proposal_id = p.id and w.decision = 'withdraw' and w.effective_at <= at_time)
$$;

-- What the composer may use: the newest approved wording of the installation, else the release's.
create function clauses_in_force(of_release bigint, at_time timestamptz) returns table (hash text, content text, language text, clause_id text, proposal_id bigint) language sql stable as
$$
  select distinct on (v.language, v.clause_id) v.hash, v.content, v.language, v.clause_id, c.proposal_id
  from (select o.hash, o.proposal_id, o.decision_id from clause_overlays(at_time) o
        union all select i.hash, null, null from clause_release_items i where i.release_id = of_release) c
  join clause_versions v on v.hash = c.hash
  order by v.language, v.clause_id, c.decision_id desc nulls last
$$;

create function clause_approved(wanted text) returns boolean language sql stable as
$$ select exists (select from clause_release_items where hash = wanted) or exists (select from clause_overlays(installation_now()) o where o.hash = wanted) $$;

create function refuse_clause_change() returns trigger language plpgsql as
$$ begin raise exception 'what was approved is never changed: % on % refused', tg_op, tg_table_name using errcode = 'check_violation'; end $$;
create trigger clause_versions_kept before update or delete on clause_versions for each row execute function refuse_clause_change();
create trigger clause_releases_kept before update or delete on clause_releases for each row execute function refuse_clause_change();
create trigger clause_release_items_kept before update or delete on clause_release_items for each row execute function refuse_clause_change();
create trigger clause_proposals_kept before update or delete on clause_proposals for each row execute function refuse_clause_change();
create trigger clause_decisions_kept before update or delete on clause_decisions for each row execute function refuse_clause_change();

-- Proposer and approver are two administrators, whatever program asks. Where there is only one, an approval of the own
-- proposal takes effect a day later and can be withdrawn until then.
create function guard_clause_proposal() returns trigger language plpgsql as
$$
begin
  new.at := installation_now();
  if not exists (select from users where name = new.actor and role = 'admin') then
    raise exception 'only an administrator proposes a clause' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger clause_proposals_guard before insert on clause_proposals for each row execute function guard_clause_proposal();

create function guard_clause_decision() returns trigger language plpgsql as
$$
declare
  proposer text;
  decided text[];
begin
  select p.actor into proposer from clause_proposals p where p.id = new.proposal_id;
  select coalesce(array_agg(d.decision), '{}') into decided from clause_decisions d where d.proposal_id = new.proposal_id;
  new.at := installation_now();
  new.effective_at := new.at;
  if coalesce(trim(new.reason), '') = '' or not exists (select from users where name = new.actor and role = 'admin') then
    raise exception 'an administrator decides about a clause, with a reason' using errcode = 'check_violation';
  end if;
  if new.decision = 'withdraw' then
    if 'reject' = any (decided) then
      raise exception 'the proposal was rejected already' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if cardinality(decided) > 0 then
    raise exception 'the proposal was decided already' using errcode = 'check_violation';
  end if;
  if new.decision = 'approve' and new.actor = proposer then
    if (select count(*) from users where role = 'admin') > 1 then
      raise exception 'the proposer does not approve: another administrator has to' using errcode = 'check_violation';
    end if;
    new.effective_at := new.at + interval '24 hours';
  end if;
  return new;
end
$$;
create trigger clause_decisions_guard before insert on clause_decisions for each row execute function guard_clause_decision();

-- What goes out without a person's approval is made of approved clauses, whatever the program believes.
create function refuse_unapproved_clauses() returns trigger language plpgsql as
$$
declare
  used text[];
begin
  if new.automatic and new.state = 'pending' then
    select d.clause_hashes into used from drafts d where d.id = new.draft_id;
    if coalesce(cardinality(used), 0) = 0 or exists (select from unnest(used) hash where not clause_approved(hash)) then
      raise exception 'only approved clauses go out without an approval: outbox row for draft % refused', new.draft_id using errcode = 'check_violation';
    end if;
  end if;
  return new;
end
$$;
create trigger outbox_only_approved_clauses before insert or update of automatic, draft_id on outbox for each row execute function refuse_unapproved_clauses();

do $$
begin
  if exists (select from pg_roles where rolname = 'dunning_agent') then
    grant select on clause_versions, clause_releases, clause_release_items, clause_proposals, clause_decisions, clause_candidate_decisions to dunning_agent;
    grant insert on clause_versions to dunning_agent;
    grant select, insert, update, delete on clause_file_findings, clause_candidates to dunning_agent;
    grant usage on all sequences in schema public to dunning_agent;
  end if;
  if exists (select from pg_roles where rolname = 'dunning_console') then
    grant select on clause_versions, clause_releases, clause_release_items, clause_proposals, clause_decisions, clause_file_findings, clause_candidates, clause_candidate_decisions to dunning_console;
    grant insert on clause_versions, clause_proposals, clause_decisions, clause_candidate_decisions to dunning_console;
    grant usage on all sequences in schema public to dunning_console;
  end if;
end $$;
