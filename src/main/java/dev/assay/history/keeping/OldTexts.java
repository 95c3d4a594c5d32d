package dev.assay.history.keeping;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Finds the texts that can go, and lets them go. */
final class OldTexts {
    private static final String SIZE = "char_length(call.input_messages) + char_length(call.output_text)"
            + " + coalesce(char_length(call.raw_request), 0) + coalesce(char_length(call.raw_response), 0) + 400";
    private static final List<String> TABLES =
            List.of("score", "invocation", "cell", "run_case", "run_source", "run_batch", "vote", "run_variant");

    private OldTexts() {}

    /** What goes together. */
    sealed interface Batch {
        /** When it was: what is older goes first. */
        Instant time();

        /** About the characters that go with it. */
        long size();
    }

    /** A run with all its cells. */
    record OfRun(String id, Instant time, long size) implements Batch {}

    /**
     * The single calls of a day.
     *
     * @param time when the newest of them was
     */
    record OfDay(Instant time, long calls, long size) implements Batch {}

    /**
     * All that can go and is older than {@code before}, the oldest first. A run under way is younger than {@code fresh},
     * so those that have not ended and are older never will.
     */
    static List<Batch> before(Handle handle, Instant before, Instant fresh) {
        List<Batch> batches = new ArrayList<>(handle.createQuery("select run.id, run.started_at, coalesce(sum(" + SIZE
                        + "), 0) size from run left join invocation call on call.run_id = run.id"
                        + " where run.started_at < :before and (run.status <> 'running' or run.started_at < :fresh)"
                        + " and not exists (select 1 from mark where mark.entry_id = run.id and mark.starred)"
                        + " and not exists (select 1 from mark join invocation kept on kept.id = mark.entry_id"
                        + " where mark.starred and kept.run_id = run.id)"
                        + " group by run.id, run.started_at")
                .bind("before", before.atOffset(ZoneOffset.UTC))
                .bind("fresh", fresh.atOffset(ZoneOffset.UTC))
                .map((row, context) -> (Batch) new OfRun(
                        row.getString("id"),
                        row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        row.getLong("size")))
                .list());
        batches.addAll(handle.createQuery("select max(call.started_at) newest, count(*) calls, sum(" + SIZE
                        + ") size from single_call call where call.started_at < :before and not exists"
                        + " (select 1 from mark where mark.entry_id = call.id and mark.starred)"
                        + " group by cast(call.started_at as date)")
                .bind("before", before.atOffset(ZoneOffset.UTC))
                .map((row, context) -> (Batch) new OfDay(
                        row.getObject("newest", OffsetDateTime.class).toInstant(),
                        row.getLong("calls"),
                        row.getLong("size")))
                .list());
        batches.sort(Comparator.comparing(Batch::time));
        return batches;
    }

    /** About the characters of all texts, those that stay included. */
    static long size(Handle handle) {
        return size(handle, "invocation") + size(handle, "single_call");
    }

    private static long size(Handle handle, String table) {
        return handle.createQuery("select coalesce(sum(" + SIZE + "), 0) from " + table + " call")
                .mapTo(Long.class)
                .one();
    }

    /** Lets a batch go; those before it are gone already. */
    static void delete(Handle handle, Batch batch) {
        switch (batch) {
            case OfRun run -> {
                for (String table : TABLES) {
                    handle.createUpdate("delete from " + table + " where run_id = :run")
                            .bind("run", run.id())
                            .execute();
                }
                handle.createUpdate("delete from mark_tag where entry_id = :run")
                        .bind("run", run.id())
                        .execute();
                handle.createUpdate("delete from mark where entry_id = :run")
                        .bind("run", run.id())
                        .execute();
                handle.createUpdate("delete from run where id = :run")
                        .bind("run", run.id())
                        .execute();
            }
            case OfDay day ->
                handle.createUpdate("delete from single_call where started_at <= :newest and not exists"
                                + " (select 1 from mark where mark.entry_id = single_call.id and mark.starred)")
                        .bind("newest", day.time().atOffset(ZoneOffset.UTC))
                        .execute();
        }
    }
}
