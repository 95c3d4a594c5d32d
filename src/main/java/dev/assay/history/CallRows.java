package dev.assay.history;

import dev.assay.history.metrics.CallRecord;
import dev.assay.llm.CacheStatus;
import dev.assay.llm.Usage;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The figures of calls as rows, apart from their texts. */
final class CallRows {
    private static final int FETCHED_AT_ONCE = 1000;
    private static final double NANOS_A_MILLI = 1e6;

    private CallRows() {}

    /** Takes in a call that was made for a run. */
    static void insert(Handle handle, String runId, int variant, Invocation call) {
        String prompt = handle.createQuery(
                        "select prompt from run_variant where run_id = :run_id and variant_index = :variant_index")
                .bind("run_id", runId)
                .bind("variant_index", variant)
                .mapTo(String.class)
                .findOne()
                .orElse(null);
        insert(handle, prompt, call);
    }

    /** Takes in a call that was made for a prompt, or for none. */
    static void insert(Handle handle, @Nullable String prompt, Invocation call) {
        row(call.id(), record(call, prompt)).insertInto("call_figures", handle);
        forget(handle, List.of(call.startedAt()));
    }

    /**
     * Takes in calls of another program; one that is there already is left as it is.
     *
     * @return how many were new
     */
    static int insert(Handle handle, List<LoggedCall> calls) {
        var batch = handle.prepareBatch("insert into call_figures (id, started_at, provider_name, request_model,"
                + " operation_name, prompt, error_type, cached, input_tokens, output_tokens, total_tokens, cost_usd,"
                + " saved_usd, latency_ms, first_token_ms) select cast(:id as varchar(64)), :started_at, :provider_name,"
                + " :request_model, :operation_name, :prompt, :error_type, :cached, :input_tokens, :output_tokens,"
                + " :total_tokens, :cost_usd, :saved_usd, :latency_ms, :first_token_ms"
                + " where not exists (select 1 from call_figures where started_at = :started_at and id = :id)");
        calls.forEach(
                call -> batch.bindMap(row(call.id(), call.figures()).columns()).add());
        int added = 0;
        for (int rows : batch.execute()) {
            added += rows;
        }
        forget(handle, calls.stream().map(call -> call.figures().startedAt()).toList());
        return added;
    }

    /** Takes away the calls of a cell, before the cell itself goes. */
    static void delete(Handle handle, String runId, CellKey key) {
        String ofCell = " from invocation where run_id = :run_id and variant_index = :variant_index"
                + " and case_index = :case_index and repeat_index = :repeat_index";
        var place = Row.of(runId, key).columns();
        Map<String, Instant> calls = handle.createQuery("select id, started_at" + ofCell)
                .bindMap(place)
                .reduceRows(new LinkedHashMap<>(), (found, row) -> {
                    found.put(
                            row.getColumn("id", String.class),
                            row.getColumn("started_at", OffsetDateTime.class).toInstant());
                    return found;
                });
        forget(handle, calls.values());
        calls.forEach((id, time) -> handle.createUpdate(
                        "delete from call_figures where started_at = :started_at and id = :id")
                .bindMap(new Row().withTime("started_at", time).with("id", id).columns())
                .execute());
    }

    /** The sums of past days hold no longer once one of them has other calls; those of today are never kept. */
    private static void forget(Handle handle, Collection<Instant> times) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        var days = new TreeSet<LocalDate>();
        times.forEach(time -> days.add(time.atZone(ZoneOffset.UTC).toLocalDate()));
        days.headSet(today)
                .forEach(day -> handle.createUpdate("delete from call_day where call_day = :day")
                        .bind("day", day)
                        .execute());
    }

    /** Tells the calls of a time, in no order. */
    static void read(Handle handle, @Nullable Instant since, @Nullable Instant until, Consumer<CallRecord> reader) {
        var query = handle.createQuery("select * from call_figures where started_at >= :since and started_at < :until")
                .bindMap(new Row()
                        .withTime("since", since == null ? Instant.EPOCH : since)
                        .withTime("until", until == null ? Instant.parse("9999-12-31T00:00:00Z") : until)
                        .columns())
                .setFetchSize(FETCHED_AT_ONCE);
        try (var rows = query.map((row, context) -> record(row)).stream()) {
            rows.forEach(reader);
        }
    }

    static CallRecord record(ResultSet row) throws SQLException {
        return new CallRecord(
                Row.time(row, "started_at"),
                row.getString("provider_name"),
                row.getString("request_model"),
                row.getString("operation_name"),
                row.getString("prompt"),
                row.getString("error_type"),
                row.getBoolean("cached"),
                row.getObject("input_tokens", Long.class),
                row.getObject("output_tokens", Long.class),
                row.getObject("total_tokens", Long.class),
                row.getBigDecimal("cost_usd"),
                row.getBigDecimal("saved_usd"),
                row.getObject("latency_ms", Double.class),
                row.getObject("first_token_ms", Double.class));
    }

    private static Row row(String id, CallRecord call) {
        return new Row()
                .with("id", id)
                .withTime("started_at", call.startedAt())
                .with("provider_name", call.provider())
                .with("request_model", call.model())
                .with("operation_name", call.operation())
                .with("prompt", call.prompt())
                .with("error_type", call.error())
                .with("cached", call.cached())
                .with("input_tokens", call.inputTokens())
                .with("output_tokens", call.outputTokens())
                .with("total_tokens", call.totalTokens())
                .with("cost_usd", call.costUsd())
                .with("saved_usd", call.savedUsd())
                .with("latency_ms", call.latencyMs())
                .with("first_token_ms", call.firstTokenMs());
    }

    private static CallRecord record(Invocation call, @Nullable String prompt) {
        Usage usage = Usage.UNKNOWN;
        String error = null;
        boolean cached = false;
        Double latency = null;
        Double firstToken = null;
        switch (call.outcome()) {
            case Outcome.Completed completed -> {
                usage = completed.response().usage();
                cached = completed.response().cache() != CacheStatus.NONE;
                latency = millis(completed.response().latency().total());
                firstToken = millis(completed.response().latency().timeToFirstToken());
            }
            case Outcome.Failed failed -> {
                error = failed.errorType();
                latency = call.batch() == null ? millis(failed.elapsed()) : null;
            }
            case Outcome.Cancelled cancelled -> error = "cancelled";
        }
        BigDecimal cost = call.cost() == null ? null : call.cost().usd();
        return new CallRecord(
                call.startedAt(),
                call.request().model().provider(),
                call.request().model().model(),
                call.operation().name().toLowerCase(Locale.ROOT),
                prompt,
                error,
                cached,
                usage.inputTokens(),
                usage.outputTokens(),
                sum(usage.inputTokens(), usage.outputTokens()),
                cost,
                call.savedUsd(),
                latency,
                firstToken);
    }

    private static @Nullable Long sum(@Nullable Long input, @Nullable Long output) {
        return input == null || output == null ? null : input + output;
    }

    private static @Nullable Double millis(@Nullable Duration duration) {
        return duration == null ? null : duration.toNanos() / NANOS_A_MILLI;
    }
}
