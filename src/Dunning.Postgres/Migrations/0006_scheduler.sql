-- The scheduler makes its own tables, in a schema of its own, as the agent's role.
create schema if not exists quartz;
do $$
begin
  if exists (select from pg_roles where rolname = 'dunning_agent') then
    grant usage, create on schema quartz to dunning_agent;
  end if;
end $$;
