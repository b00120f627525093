-- What a language model used, in its two kinds, since they are priced apart. What was counted before is taken as input.
alter table model_usage add column input_tokens bigint not null default 0, add column output_tokens bigint not null default 0;
update model_usage set input_tokens = tokens;

-- What one case used, so that nobody who writes much can use up the day of all others. It refers to no case: a foreign
-- key would make a call wait for whoever works on the case.
create table model_case_usage (case_id bigint primary key, calls int not null default 0, tokens bigint not null default 0);

-- The model that worded a draft, or chose its clauses; null where none did.
alter table drafts add column model text;

-- What goes out without a person's approval is composed of reviewed clauses, whatever the program believes.
create function refuse_automatic_prose() returns trigger language plpgsql as
$$ begin
  if new.automatic and exists (select from drafts d where d.id = new.draft_id and d.origin <> 'clauses') then
    raise exception 'only clause mails go out without an approval: outbox row for draft % refused', new.draft_id;
  end if;
  return new;
end $$;
create trigger outbox_clauses_only before insert or update of automatic, draft_id on outbox for each row execute function refuse_automatic_prose();

do $$
begin
  if exists (select from pg_roles where rolname = 'dunning_agent') then
    grant select, insert, update on model_case_usage to dunning_agent;
  end if;
  if exists (select from pg_roles where rolname = 'dunning_console') then
    grant select on model_case_usage to dunning_console;
  end if;
end $$;

-- Embedding models differ in the length of their vectors, and vectors of one model are compared among themselves only. An
-- account's pieces are found by its index; an approximate index over everybody's would be filtered afterwards and miss them.
drop index message_chunks_embedding;
alter table message_chunks alter column embedding type vector;
create index message_chunks_message on message_chunks (message_id, model);
