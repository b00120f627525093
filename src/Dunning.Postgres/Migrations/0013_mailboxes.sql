-- A mailbox is read live from the moment an installation first knows it; what lies there already is history. Rows without
-- that moment belong to mailboxes that were read whole before.
alter table mailbox_watermarks
  add column live_since timestamptz,
  add column backfill_validity bigint, add column backfill_below bigint, add column backfilled_at timestamptz;

-- 'inbox' is acted upon; 'earlier' (before live_since) and 'sent' (written by staff) only become history and contacts.
-- oversize is the size on the server of a mail of which only the header is kept.
alter table inbound_raw
  add column origin text not null default 'inbox' check (origin in ('inbox', 'earlier', 'sent')),
  add column oversize bigint;

create index messages_customer on messages (customer_id, at);
