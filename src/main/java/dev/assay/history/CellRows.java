package dev.assay.history;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.assay.judge.Score;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Cells with their calls and scores as rows. */
final class CellRows {
    private static final String IN_ORDER = " where run_id = :id order by variant_index, case_index, repeat_index";

    private static final String OF_CELL = " where run_id = :run_id and variant_index = :variant_index"
            + " and case_index = :case_index and repeat_index = :repeat_index";

    private CellRows() {}

    /** Puts a cell in its place, and takes away what was there. */
    static void put(Handle handle, String runId, Cell cell) {
        Map<String, ?> place = Row.of(runId, cell.key()).columns();
        int there = handle.createQuery("select count(*) from cell" + OF_CELL)
                .bindMap(place)
                .mapTo(Integer.class)
                .one();
        if (there > 0) {
            CallRows.delete(handle, runId, cell.key());
            for (String table : List.of("score", "invocation", "cell")) {
                handle.createUpdate("delete from " + table + OF_CELL)
                        .bindMap(place)
                        .execute();
            }
        }
        insert(handle, runId, cell);
        CallRows.insert(handle, runId, cell.key().variant(), cell.answer());
        cell.judgeCalls()
                .forEach(call -> CallRows.insert(handle, runId, cell.key().variant(), call));
    }

    /** Puts a cell there whose calls were made for another run, and are counted there. */
    static void copy(Handle handle, String runId, Cell cell) {
        insert(handle, runId, cell);
    }

    /** Adds calls and scores behind those that a cell has. */
    static void add(Handle handle, String runId, CellKey key, List<Invocation> calls, List<Score> scores) {
        int call = next(handle, "invocation", "call_index", runId, key);
        for (int i = 0; i < calls.size(); i++) {
            InvocationRows.insert(handle, Row.of(runId, key), call + i, calls.get(i));
            CallRows.insert(handle, runId, key.variant(), calls.get(i));
        }
        int score = next(handle, "score", "score_index", runId, key);
        for (int i = 0; i < scores.size(); i++) {
            ScoreRows.insert(handle, Row.of(runId, key), score + i, scores.get(i));
        }
    }

    private static int next(Handle handle, String table, String index, String runId, CellKey key) {
        return handle.createQuery("select coalesce(max(" + index + "), -1) + 1 from " + table + OF_CELL)
                .bindMap(Row.of(runId, key).columns())
                .mapTo(Integer.class)
                .one();
    }

    private static void insert(Handle handle, String runId, Cell cell) {
        Row.of(runId, cell.key())
                .with("inputs", HistoryJson.write(cell.inputs()))
                .with("expected", cell.expected())
                .insertInto("cell", handle);
        InvocationRows.insert(handle, Row.of(runId, cell.key()), 0, cell.answer());
        for (int i = 0; i < cell.judgeCalls().size(); i++) {
            InvocationRows.insert(
                    handle, Row.of(runId, cell.key()), i + 1, cell.judgeCalls().get(i));
        }
        for (int i = 0; i < cell.scores().size(); i++) {
            ScoreRows.insert(handle, Row.of(runId, cell.key()), i, cell.scores().get(i));
        }
    }

    /** All cells of a run in order; one statement a table, however many cells there are. */
    static List<Cell> ofRun(Handle handle, String runId) {
        var calls = byCell(handle, "invocation", "call_index", runId, InvocationRows::read);
        var scores = byCell(handle, "score", "score_index", runId, ScoreRows::read);
        return handle.createQuery("select * from cell" + IN_ORDER)
                .bind("id", runId)
                .map((row, context) -> {
                    CellKey key = Row.key(row);
                    List<Invocation> made = calls.getOrDefault(key, List.of());
                    return new Cell(
                            key,
                            HistoryJson.read(row.getString("inputs"), new TypeReference<Map<String, Object>>() {}),
                            row.getString("expected"),
                            made.getFirst(),
                            made.subList(1, made.size()),
                            scores.getOrDefault(key, List.of()));
                })
                .list();
    }

    private static <T> Map<CellKey, List<T>> byCell(
            Handle handle, String table, String index, String runId, Reader<T> reader) {
        return handle
                .createQuery("select * from " + table + IN_ORDER + ", " + index)
                .bind("id", runId)
                .map((row, context) -> Map.entry(Row.key(row), reader.read(row)))
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
