package dev.assay.history;

import dev.assay.history.metrics.CallRecord;
import dev.assay.history.search.CallEntry;
import dev.assay.history.search.CallFilter;
import dev.assay.history.search.CallFilter.Field;
import dev.assay.history.search.CallPage.Place;
import dev.assay.history.search.Mark;
import dev.assay.history.search.WordIndex.Found;
import dev.assay.llm.CacheStatus;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads single calls, some at once. */
final class CallListRows {
    private static final String COLUMNS = "select call.* from call_figures call where ";
    private static final String NEWEST_FIRST = " order by call.started_at desc";

    private CallListRows() {}

    /**
     * The calls of one moment stand in the order of the index, which does not change; so that a place in the list is a
     * moment and a number, and the next page costs no more than the first.
     */
    static List<CallEntry> page(Handle handle, CallFilter filter, Place from, int limit) {
        var where = new Where(filter);
        where.and("call.started_at <= :place", "place", from.startedAt().atOffset(ZoneOffset.UTC));
        return entries(
                handle,
                where.bind(handle.createQuery(COLUMNS + where.condition() + NEWEST_FIRST
                                + " offset :told rows fetch first :limit rows only"))
                        .bind("told", from.told())
                        .bind("limit", limit));
    }

    static long count(Handle handle, CallFilter filter) {
        var where = new Where(filter);
        return where.bind(handle.createQuery("select count(*) from call_figures call where " + where.condition()))
                .mapTo(Long.class)
                .one();
    }

    /** Those of the calls found that the filter lets through and that are still there, in the order found. */
    static List<CallEntry> of(Handle handle, CallFilter filter, List<Found> found) {
        var where = new Where(filter);
        Query query = where.bind(handle.createQuery(
                        COLUMNS + where.condition() + " and call.started_at in (<times>) and call.id in (<ids>)"))
                .bindList(
                        "times",
                        found.stream()
                                .map(hit -> hit.startedAt().atOffset(ZoneOffset.UTC))
                                .distinct()
                                .toList())
                .bindList("ids", found.stream().map(Found::id).toList());
        Map<String, CallEntry> there = new HashMap<>();
        entries(handle, query).forEach(entry -> there.put(entry.id(), entry));
        return found.stream()
                .flatMap(hit -> Optional.ofNullable(there.get(hit.id())).stream())
                .toList();
    }

    static List<CallEntry> beginning(Handle handle, String prefix, int limit) {
        return entries(
                handle,
                handle.createQuery(COLUMNS + "substring(call.id from 1 for :length) = :prefix" + NEWEST_FIRST
                                + " fetch first :limit rows only")
                        .bind("length", prefix.length())
                        .bind("prefix", prefix)
                        .bind("limit", limit));
    }

    private static List<CallEntry> entries(Handle handle, Query query) {
        List<Map.Entry<String, CallRecord>> calls = query.map(
                        (row, context) -> Map.entry(row.getString("id"), CallRows.record(row)))
                .list();
        Map<String, Mark> marks =
                MarkRows.of(handle, calls.stream().map(Map.Entry::getKey).toList());
        Set<String> semantic = semantic(handle, calls);
        return calls.stream()
                .map(call -> new CallEntry(
                        call.getKey(),
                        call.getValue(),
                        marks.getOrDefault(call.getKey(), Mark.NONE),
                        semantic.contains(call.getKey())))
                .toList();
    }

    /** Those that have the answer to a similar question. */
    private static Set<String> semantic(Handle handle, List<Map.Entry<String, CallRecord>> calls) {
        List<Map.Entry<String, CallRecord>> cached =
                calls.stream().filter(call -> call.getValue().cached()).toList();
        if (cached.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(handle.createQuery("select id from invocation where started_at in (<times>) and id in (<ids>)"
                        + " and cache_status = :semantic")
                .bindList(
                        "times",
                        cached.stream()
                                .map(call -> call.getValue().startedAt().atOffset(ZoneOffset.UTC))
                                .distinct()
                                .toList())
                .bindList("ids", cached.stream().map(Map.Entry::getKey).toList())
                .bind("semantic", CacheStatus.SEMANTIC.name().toLowerCase(Locale.ROOT))
                .mapTo(String.class)
                .list());
    }

    /** A condition with its values. */
    private static final class Where {
        private final List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        private final Map<String, Object> values = new HashMap<>();

        Where(CallFilter filter) {
            if (filter.since() != null) {
                and("call.started_at >= :since", "since", filter.since().atOffset(ZoneOffset.UTC));
            }
            if (filter.until() != null) {
                and("call.started_at < :until", "until", filter.until().atOffset(ZoneOffset.UTC));
            }
            like(filter, Field.PROVIDER, "call.provider_name %s");
            like(
                    filter,
                    Field.MODEL,
                    "(call.request_model %1$s or call.provider_name || '/' || call.request_model %1$s)");
            like(filter, Field.PROMPT, "call.prompt %s");
            like(filter, Field.OPERATION, "call.operation_name %s");
            like(
                    filter,
                    Field.TAG,
                    "exists (select 1 from mark_tag tagged where tagged.entry_id = call.id and tagged.tag %s)");
            if (filter.field(Field.ERROR).filter(CallFilter.ANY::equals).isPresent()) {
                conditions.add("call.error_type is not null");
            } else {
                like(filter, Field.ERROR, "call.error_type %s");
            }
            filter.field(Field.IS)
                    .ifPresent(is -> conditions.add(
                            switch (is) {
                                case "starred" ->
                                    "exists (select 1 from mark starred where starred.entry_id = call.id and starred.starred)";
                                case "cached" -> "call.cached";
                                default -> "call.error_type is not null";
                            }));
        }

        /** A star stands for anything. */
        private void like(CallFilter filter, Field field, String condition) {
            filter.field(field).ifPresent(value -> {
                boolean pattern = value.contains("*");
                String name = field.word();
                String test = pattern ? "like :" + name + " escape '!'" : "= :" + name;
                and(
                        condition.formatted(test),
                        name,
                        pattern
                                ? value.replace("!", "!!")
                                        .replace("%", "!%")
                                        .replace("_", "!_")
                                        .replace('*', '%')
                                : value);
            });
        }

        void and(String condition, String name, Object value) {
            conditions.add(condition);
            values.put(name, value);
        }

        String condition() {
            return String.join(" and ", conditions);
        }

        Query bind(Query query) {
            return query.bindMap(values);
        }
    }
}
