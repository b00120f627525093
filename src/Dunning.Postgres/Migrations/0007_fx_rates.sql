-- Exchange rates as published: so many units of the currency for one unit of the base. The rate of a day is the latest
-- on it or before.
create table fx_rates (
  base text not null check (base ~ '^[A-Z]{3}$'), currency text not null check (currency ~ '^[A-Z]{3}$'), day date not null,
  rate numeric(24, 12) not null check (rate > 0), source text not null, imported_at timestamptz not null,
  primary key (base, currency, day), check (base <> currency));
create index fx_rates_day on fx_rates (day);

do $$
begin
  if exists (select from pg_roles where rolname = 'dunning_agent') then
    grant select, insert, update, delete on fx_rates to dunning_agent;
  end if;
  if exists (select from pg_roles where rolname = 'dunning_console') then
    grant select on fx_rates to dunning_console;
  end if;
end $$;
