-- When customers answer, learned from contacts and what followed them. A row without a customer is what is known of its
-- segment. Rows of channels other than mail are only ever shown to a person.
create table contact_preferences (
  id bigint generated always as identity primary key, entity_id text not null references entities, segment text not null,
  customer_id bigint references customers, channel text not null check (channel in ('mail', 'letter', 'call')),
  basis text not null check (basis in ('none', 'varied', 'learned')),
  hours smallint[] not null check (cardinality(hours) = 7), -- preferred local hour per weekday, Sunday first
  chance real not null, chance_lower real not null, chance_upper real not null, chance_otherwise real not null,
  contacts int not null, answered int not null, at_hour int not null, answered_at_hour int not null,
  explanation text not null, suggestion text, learned_on date not null,
  unique nulls not distinct (entity_id, segment, customer_id, channel));
create index contact_preferences_customer on contact_preferences (customer_id) where customer_id is not null;

-- Answers by customer, for learning.
create index messages_answers on messages (customer_id, at) where direction = 'in' and kind = 'human';

do $$
begin
  if exists (select from pg_roles where rolname = 'dunning_agent') then
    grant select, insert, update, delete on contact_preferences to dunning_agent;
    grant usage on all sequences in schema public to dunning_agent;
  end if;
  if exists (select from pg_roles where rolname = 'dunning_console') then
    grant select on contact_preferences to dunning_console;
  end if;
end $$;
