-- Batches that runs have sent to providers, so that what came of them is found again whatever happens meanwhile.
create table if not exists run_batch (
    run_id varchar(64) not null references run (id),
    batch_id varchar(256) not null,
    provider_name text not null,
    request_model text not null,
    sent_at timestamp(9) with time zone not null,
    cells text not null,
    collected boolean not null,
    primary key (run_id, batch_id)
);

-- The batch that a call was one of; null where it was made by itself.
alter table invocation add column if not exists batch_id text;
alter table single_call add column if not exists batch_id text;
