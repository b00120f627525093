-- Why an open item of a case is, or is not, mentioned now: only items that rules of their own hold are listed (instalment,
-- reason, lifts, why); all others share the plan's reasons.
alter table case_plans add column item_rules jsonb not null default '[]';
