package dev.assay.history;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Cells with their calls and scores as rows. */
final class CellRows {
    private static final String IN_ORDER = " where run_id = :id order by variant_index, case_index, repeat_index";

    private CellRows() {}

    static void insert(Handle handle, String runId, Cell cell) {
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
