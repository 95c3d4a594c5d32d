package dev.assay.history;

import dev.assay.history.search.Mark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/** What people say of calls and runs, and the views they saved, as rows. */
final class MarkRows {
    static final int LONGEST_NAME = 256;

    private MarkRows() {}

    static Map<String, Mark> of(Handle handle, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<String, List<String>> tags = new HashMap<>();
        handle.createQuery("select entry_id, tag from mark_tag where entry_id in (<ids>) order by tag")
                .bindList("ids", List.copyOf(ids))
                .map((row, context) -> tags.computeIfAbsent(row.getString("entry_id"), id -> new ArrayList<>())
                        .add(row.getString("tag")))
                .list();
        Map<String, Mark> marks = new HashMap<>();
        handle.createQuery("select * from mark where entry_id in (<ids>)")
                .bindList("ids", List.copyOf(ids))
                .map((row, context) -> {
                    String id = row.getString("entry_id");
                    return marks.put(
                            id,
                            new Mark(
                                    row.getBoolean("starred"),
                                    tags.getOrDefault(id, List.of()),
                                    row.getString("note")));
                })
                .list();
        return marks;
    }

    /** Changes a mark within the transaction of the handle; returns what it is then. */
    static Mark change(Handle handle, String id, UnaryOperator<Mark> change) {
        hold(handle, id);
        Mark mark = change.apply(of(handle, List.of(id)).getOrDefault(id, Mark.NONE));
        update(handle, "delete from mark_tag where entry_id = :id", id);
        if (mark.isNone()) {
            update(handle, "delete from mark where entry_id = :id", id);
            return mark;
        }
        handle.createUpdate("update mark set starred = :starred, note = :note where entry_id = :id")
                .bind("starred", mark.starred())
                .bind("note", mark.note())
                .bind("id", id)
                .execute();
        mark.tags()
                .forEach(tag -> new Row().with("entry_id", id).with("tag", tag).insertInto("mark_tag", handle));
        return mark;
    }

    /** Makes whoever changes the same mark on a server wait for the end of the transaction before reading it. */
    private static void hold(Handle handle, String id) {
        if (update(handle, "update mark set starred = starred where entry_id = :id", id) == 0) {
            new Row().with("entry_id", id).with("starred", false).insertInto("mark", handle);
        }
    }

    private static int update(Handle handle, String sql, String id) {
        return handle.createUpdate(sql).bind("id", id).execute();
    }

    static Map<String, String> views(Handle handle) {
        Map<String, String> views = new LinkedHashMap<>();
        handle.createQuery("select * from saved_view order by name")
                .map((row, context) -> views.put(row.getString("name"), row.getString("question")))
                .list();
        return views;
    }

    static void saveView(Handle handle, String name, String line) {
        deleteView(handle, name);
        new Row().with("name", name).with("question", line).insertInto("saved_view", handle);
    }

    static boolean deleteView(Handle handle, String name) {
        return handle.createUpdate("delete from saved_view where name = :name")
                        .bind("name", name)
                        .execute()
                > 0;
    }
}
