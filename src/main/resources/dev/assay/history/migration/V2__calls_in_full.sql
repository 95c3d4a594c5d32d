-- What else is known of a call: tries before it, where its answer came from, what that saved, the tools, the price used.
-- Null where a call was recorded before these columns were, or where there is nothing to say.

alter table invocation add column if not exists request_id text;
alter table invocation add column if not exists request_repeat integer;
alter table invocation add column if not exists frequency_penalty double precision;
alter table invocation add column if not exists presence_penalty double precision;
alter table invocation add column if not exists reasoning_effort varchar(16);
alter table invocation add column if not exists tools text;
alter table invocation add column if not exists tool_choice text;
alter table invocation add column if not exists tool_calls text;
alter table invocation add column if not exists failed_attempts text;
alter table invocation add column if not exists raw_usage text;
alter table invocation add column if not exists cache_status varchar(16);
alter table invocation add column if not exists saved_usd numeric(24, 12);
alter table invocation add column if not exists listed_usd numeric(24, 12);
alter table invocation add column if not exists price_tier varchar(16);
alter table invocation add column if not exists price_date date;
