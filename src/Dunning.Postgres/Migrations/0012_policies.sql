-- Under which policy a contact was planned: when it changes, what waits is withdrawn or written anew.
alter table touches add column policy text, add column policy_segment text;

-- The day a debtor nobody had written to was let in by the daily limit on new debtors.
alter table touches add column admitted_on date;
create index touches_admitted on touches (admitted_on) where admitted_on is not null;

-- The segment and the policy version an account is in, each with its first day.
alter table cases add column policy_segment text, add column policy_since date, add column policy text, add column policy_on date;
