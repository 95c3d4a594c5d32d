package dev.assay.history;

import dev.assay.history.metrics.CallGroup;
import dev.assay.history.metrics.CallQuery;
import dev.assay.history.metrics.CallRecord;
import dev.assay.history.metrics.CallSums;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the calls of a time. Whole days that are past are added up once and kept: each later question reads their
 * sums instead of their calls.
 */
final class CallDays {
    private final Handle handle;
    private final Map<CallGroup, CallSums> sums = new HashMap<>();
    private final Map<CallGroup, CallSums> fresh = new HashMap<>();
    private final TreeSet<LocalDate> freshDays = new TreeSet<>();

    private CallDays(Handle handle) {
        this.handle = handle;
    }

    /**
     * Calls added up.
     *
     * @param sums all that were asked for
     * @param days past days that were added up for it and are not kept yet
     * @param fresh the sums of those days
     */
    record Added(Map<CallGroup, CallSums> sums, Set<LocalDate> days, Map<CallGroup, CallSums> fresh) {}

    static Added of(Handle handle, CallQuery query, LocalDate today) {
        var days = new CallDays(handle);
        days.read(query, today);
        return new Added(days.sums, days.freshDays, days.fresh);
    }

    /** Keeps the sums of days. */
    static void keep(Handle handle, Added added) {
        if (added.days().isEmpty()) {
            return;
        }
        for (LocalDate day : added.days()) {
            handle.createUpdate("delete from call_day where call_day = :day")
                    .bind("day", day)
                    .execute();
            new Row().with("call_day", day).insertInto("call_day", handle);
        }
        added.fresh()
                .forEach((group, part) -> new Row()
                        .with("call_day", group.day())
                        .with("provider_name", group.provider())
                        .with("request_model", group.model())
                        .with("operation_name", group.operation())
                        .with("prompt", group.prompt())
                        .with("sums", part.toBytes())
                        .insertInto("call_day_sums", handle));
    }

    private void read(CallQuery query, LocalDate today) {
        Instant since = query.since();
        Instant until = query.until();
        Optional<LocalDate> begin = firstDay();
        if (begin.isEmpty()) {
            return;
        }
        LocalDate first = since == null ? begin.get() : later(begin.get(), firstWholeDay(since));
        LocalDate end = until == null || dayOf(until).isAfter(today) ? today : dayOf(until);
        if (!first.isBefore(end)) {
            readCalls(since, until);
            return;
        }
        if (since != null) {
            readCalls(since, startOf(firstWholeDay(since)));
        }
        Set<LocalDate> kept = keptDays(first, end);
        readKept(first, end);
        LocalDate from = null;
        for (LocalDate day = first; day.isBefore(end); day = day.plusDays(1)) {
            if (kept.contains(day)) {
                readWhole(from, day);
                from = null;
            } else if (from == null) {
                from = day;
            }
        }
        readWhole(from, end);
        readCalls(startOf(end), until);
    }

    private Optional<LocalDate> firstDay() {
        return handle.createQuery("select min(started_at) as started_at from call_figures")
                .map((row, context) -> Optional.ofNullable(Row.timeOrNull(row, "started_at")))
                .one()
                .map(CallDays::dayOf);
    }

    private Set<LocalDate> keptDays(LocalDate first, LocalDate end) {
        return new TreeSet<>(
                handle.createQuery("select call_day from call_day where call_day >= :first" + " and call_day < :end")
                        .bind("first", first)
                        .bind("end", end)
                        .map((row, context) -> row.getObject("call_day", LocalDate.class))
                        .list());
    }

    private void readKept(LocalDate first, LocalDate end) {
        handle.createQuery("select * from call_day_sums where call_day >= :first and call_day < :end")
                .bind("first", first)
                .bind("end", end)
                .map((row, context) -> {
                    var group = new CallGroup(
                            row.getObject("call_day", LocalDate.class),
                            row.getString("provider_name"),
                            row.getString("request_model"),
                            row.getString("operation_name"),
                            row.getString("prompt"));
                    return Map.entry(group, CallSums.of(row.getBytes("sums")));
                })
                .forEach(entry -> add(sums, entry.getKey(), entry.getValue()));
    }

    /** Days that are past and not kept. */
    private void readWhole(@Nullable LocalDate from, LocalDate end) {
        if (from == null) {
            return;
        }
        from.datesUntil(end).forEach(freshDays::add);
        CallRows.read(handle, startOf(from), startOf(end), call -> add(fresh, call));
        fresh.forEach((group, part) -> {
            if (!group.day().isBefore(from)) {
                add(sums, group, part);
            }
        });
    }

    private void readCalls(@Nullable Instant since, @Nullable Instant until) {
        if (since != null && until != null && !since.isBefore(until)) {
            return;
        }
        CallRows.read(handle, since, until, call -> add(sums, call));
    }

    private static void add(Map<CallGroup, CallSums> to, CallRecord call) {
        String prompt = call.prompt();
        var group = new CallGroup(
                dayOf(call.startedAt()), call.provider(), call.model(), call.operation(), prompt == null ? "" : prompt);
        to.computeIfAbsent(group, any -> new CallSums()).add(call);
    }

    private static void add(Map<CallGroup, CallSums> to, CallGroup group, CallSums part) {
        to.computeIfAbsent(group, any -> new CallSums()).add(part);
    }

    private static LocalDate dayOf(Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static LocalDate firstWholeDay(Instant since) {
        LocalDate day = dayOf(since);
        return startOf(day).equals(since) ? day : day.plusDays(1);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
