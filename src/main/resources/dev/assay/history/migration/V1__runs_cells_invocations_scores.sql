-- Every call of every run. Names follow the OpenTelemetry GenAI conventions where they have one.
-- Only SQL that PostgreSQL understands too, and that can be run again where a kill cut it short. Times are in milliseconds with nanosecond digits, so that a figure
-- reads back exactly as it was measured. A value that is not known is null, never zero.

create table if not exists run (
    id varchar(64) not null primary key,
    title text not null,
    started_at timestamp(9) with time zone not null,
    finished_at timestamp(9) with time zone,
    status varchar(16) not null,
    dataset text not null,
    dataset_hash varchar(64) not null,
    cases integer not null,
    repeats integer not null,
    metrics text not null,
    judge_provider_name text,
    judge_request_model text
);
create index if not exists run_started_at on run (started_at);

create table if not exists run_variant (
    run_id varchar(64) not null references run (id),
    variant_index integer not null,
    label varchar(64) not null,
    prompt text not null,
    revision varchar(64),
    blob_id varchar(64) not null,
    provider_name text not null,
    request_model text not null,
    parameters text not null,
    primary key (run_id, variant_index)
);

create table if not exists cell (
    run_id varchar(64) not null,
    variant_index integer not null,
    case_index integer not null,
    repeat_index integer not null,
    inputs text not null,
    expected text,
    primary key (run_id, variant_index, case_index, repeat_index),
    foreign key (run_id, variant_index) references run_variant (run_id, variant_index)
);

-- Call 0 of a cell is the answer under test; those after it were made by judges.
create table if not exists invocation (
    run_id varchar(64) not null,
    variant_index integer not null,
    case_index integer not null,
    repeat_index integer not null,
    call_index integer not null,
    id varchar(64) not null,
    operation_name varchar(32) not null,
    metric text,
    started_at timestamp(9) with time zone not null,
    provider_name text not null,
    request_model text not null,
    temperature double precision,
    top_p double precision,
    top_k integer,
    max_tokens integer,
    seed bigint,
    stop_sequences text not null,
    context_tokens integer,
    stream boolean not null,
    output_type varchar(16) not null,
    output_schema_name varchar(64),
    output_schema text,
    input_messages text not null,
    outcome varchar(16) not null,
    output_text text not null,
    reasoning_text text,
    finish_reason varchar(32),
    provider_finish_reason text,
    response_id text,
    response_model text,
    input_tokens bigint,
    output_tokens bigint,
    cached_input_tokens bigint,
    cache_write_tokens bigint,
    reasoning_tokens bigint,
    cost_usd numeric(24, 12),
    reported_cost_usd numeric(24, 12),
    billing text not null,
    latency_ms numeric(20, 6),
    queued_ms numeric(20, 6),
    time_to_first_byte_ms numeric(20, 6),
    time_to_first_token_ms numeric(20, 6),
    error_type varchar(64),
    error_message text,
    http_status integer,
    adjustments text not null,
    raw_request text,
    raw_response text,
    primary key (run_id, variant_index, case_index, repeat_index, call_index),
    foreign key (run_id, variant_index, case_index, repeat_index)
        references cell (run_id, variant_index, case_index, repeat_index)
);
create index if not exists invocation_started_at on invocation (started_at);

create table if not exists score (
    run_id varchar(64) not null,
    variant_index integer not null,
    case_index integer not null,
    repeat_index integer not null,
    score_index integer not null,
    metric text not null,
    provider_name text not null,
    request_model text not null,
    score_value double precision,
    points double precision,
    explanation text not null,
    raw_reply text,
    primary key (run_id, variant_index, case_index, repeat_index, score_index),
    foreign key (run_id, variant_index, case_index, repeat_index)
        references cell (run_id, variant_index, case_index, repeat_index)
);
