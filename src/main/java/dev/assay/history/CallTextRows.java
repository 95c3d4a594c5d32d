package dev.assay.history;

import dev.assay.history.search.CallEntry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads the texts of calls that are listed, some at once. */
final class CallTextRows {
    private CallTextRows() {}

    /** Ids of other programs may come again at another time. */
    private record Key(String id, Instant time) {
        static Key of(CallEntry entry) {
            return new Key(entry.id(), entry.figures().startedAt());
        }
    }

    private record Texts(Key key, Invocation call, RecordedCall.@Nullable Place place) {
        RecordedCall of(CallEntry entry) {
            return new RecordedCall(entry, call, place);
        }
    }

    /** With their texts, where they are kept; in the same order. */
    static List<RecordedCall> of(Handle handle, List<CallEntry> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        Map<Key, Texts> texts = new HashMap<>();
        for (String table : List.of("single_call", "invocation")) {
            texts.putAll(read(handle, table, entries));
        }
        return entries.stream()
                .map(entry -> {
                    Texts found = texts.get(Key.of(entry));
                    return found == null ? new RecordedCall(entry, null, null) : found.of(entry);
                })
                .toList();
    }

    private static Map<Key, Texts> read(Handle handle, String table, List<CallEntry> entries) {
        boolean ofRun = table.equals("invocation");
        return handle
                .createQuery("select * from " + table + " where started_at in (<times>) and id in (<ids>)"
                        + (ofRun ? " and (cache_status is null or cache_status <> 'earlier')" : ""))
                .bindList(
                        "times",
                        entries.stream()
                                .map(entry -> entry.figures().startedAt().atOffset(ZoneOffset.UTC))
                                .distinct()
                                .toList())
                .bindList("ids", entries.stream().map(CallEntry::id).toList())
                .map((row, context) -> new Texts(
                        new Key(row.getString("id"), Row.time(row, "started_at")),
                        InvocationRows.read(row),
                        ofRun ? new RecordedCall.Place(row.getString("run_id"), Row.key(row)) : null))
                .stream()
                .collect(Collectors.toMap(Texts::key, Function.identity(), (one, same) -> one));
    }
}
