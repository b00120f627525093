-- Which mails staff answered from their own mail program is looked up among what they sent to the same customer.
create index messages_staff on messages (customer_id) where kind = 'staff';
create index tasks_message on tasks (message_id) where message_id is not null;

-- Where a contact that no ledger names comes from, and what a person made of it. Who was discarded stays, so that the next
-- mail that names the address does not bring it back.
alter table contacts add column noted_in bigint references messages;
alter table contacts add column verified_by text;
alter table contacts add column verified_at timestamptz;
alter table contacts add column preferred_at timestamptz;
alter table contacts add column discarded_by text;
alter table contacts add column discarded_at timestamptz;
alter table contacts add constraint contacts_discarded check (discarded_at is null or not verified);

alter table case_requests drop constraint case_requests_kind_check;
alter table case_requests add constraint case_requests_kind_check
  check (kind in ('resume', 'close', 'pause', 'lift', 'resolve_dispute', 'dispute', 'grant_plan', 'verify_contact', 'discard_contact'));
