-- What is reckoned with of each call, apart from its texts, so that looking over a million of them reads little.
-- Calls of runs stand in invocation too; those that were taken from another program's log stand here alone.

create table if not exists call_figures (
    id varchar(64) not null,
    started_at timestamp(9) with time zone not null,
    provider_name varchar(1024) not null,
    request_model varchar(1024) not null,
    operation_name varchar(64) not null,
    prompt varchar(1024),
    error_type varchar(256),
    cached boolean not null,
    input_tokens bigint,
    output_tokens bigint,
    total_tokens bigint,
    cost_usd numeric(24, 12),
    saved_usd numeric(24, 12),
    latency_ms double precision,
    first_token_ms double precision
);
-- Calls are found by their time, also to be told by their id: an index of ids, which have no order, grows the file
-- with every write.
create index if not exists call_figures_started_at on call_figures (started_at);

insert into call_figures
select call.id, call.started_at, cast(call.provider_name as varchar(1024)), cast(call.request_model as varchar(1024)),
    call.operation_name, cast(variant.prompt as varchar(1024)),
    case when call.outcome = 'completed' then null else coalesce(call.error_type, call.outcome) end,
    coalesce(call.cache_status, 'none') <> 'none',
    call.input_tokens, call.output_tokens, call.input_tokens + call.output_tokens, call.cost_usd, call.saved_usd,
    cast(call.latency_ms as double precision), cast(call.time_to_first_token_ms as double precision)
from invocation call
join run_variant variant on variant.run_id = call.run_id and variant.variant_index = call.variant_index
where (call.cache_status is null or call.cache_status <> 'earlier')
    and not exists (select 1 from call_figures there where there.started_at = call.started_at and there.id = call.id);

-- Sums of whole days that are past. A day is here only as long as nothing was written to it since.
create table if not exists call_day (
    call_day date not null primary key
);
create table if not exists call_day_sums (
    call_day date not null references call_day (call_day) on delete cascade,
    provider_name varchar(1024) not null,
    request_model varchar(1024) not null,
    operation_name varchar(64) not null,
    prompt varchar(1024),
    sums bytea not null
);
create index if not exists call_day_sums_day on call_day_sums (call_day);
