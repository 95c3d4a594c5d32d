-- What a run needs to be gone on with, judged anew and voted on.
-- Null where a run was recorded before these columns were.

alter table run add column if not exists measured text;
alter table run add column if not exists settings text;
alter table run add column if not exists stop_reason varchar(16);
alter table run add column if not exists origin_kind varchar(16);
alter table run add column if not exists origin_run varchar(64);

-- A rule that scores is no model.
alter table score alter column provider_name drop not null;
alter table score alter column request_model drop not null;

create table if not exists run_case (
    run_id varchar(64) not null references run (id),
    case_index integer not null,
    inputs text not null,
    expected text,
    line integer not null,
    tags text not null,
    cluster text,
    primary key (run_id, case_index)
);

create table if not exists run_source (
    run_id varchar(64) not null references run (id),
    variant_index integer not null,
    kind varchar(16) not null,
    name varchar(1024) not null,
    content text not null,
    primary key (run_id, variant_index, kind, name)
);

create table if not exists vote (
    run_id varchar(64) not null references run (id),
    case_index integer not null,
    first_variant integer not null,
    second_variant integer not null,
    left_variant integer not null,
    voter varchar(512) not null,
    choice varchar(16) not null,
    voted_at timestamp(9) with time zone not null,
    primary key (run_id, case_index, first_variant, second_variant, voter)
);
