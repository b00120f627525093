-- What language models used per day, so that a budget holds over restarts and for all agents together.
create table model_usage (
  day date not null, model text not null, calls int not null default 0, tokens bigint not null default 0, primary key (day, model));

do $$
begin
  if exists (select from pg_roles where rolname = 'dunning_agent') then
    grant select, insert, update on model_usage to dunning_agent;
  end if;
  if exists (select from pg_roles where rolname = 'dunning_console') then
    grant select on model_usage to dunning_console;
  end if;
end $$;
