package dev.assay.history.keeping;

import dev.assay.history.database.HistoryDatabase;
import dev.assay.llm.StorageException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Gatherers;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Copies what a history holds into another one, in which nothing is told twice. */
final class Upload {
    private static final int AT_ONCE = 500;

    /** The order in which one may refer to another. */
    private static final List<String> TABLES = List.of(
            "run_variant",
            "run_case",
            "run_source",
            "cell",
            "invocation",
            "score",
            "vote",
            "mark",
            "mark_tag",
            "saved_view");

    private static final String RUNS = "run";

    /** A run may have gone on, or ended, since it was copied. */
    private static final String GONE_ON = " on conflict (id) do update set status = excluded.status,"
            + " stop_reason = excluded.stop_reason, finished_at = excluded.finished_at";

    /** A batch may have been collected since it was copied. */
    private static final String COLLECTED =
            " on conflict (run_id, batch_id) do update set collected = excluded.collected or run_batch.collected";

    private static final String THERE = " on conflict do nothing";

    private final HistoryDatabase from;
    private final HistoryDatabase to;

    Upload(HistoryDatabase from, HistoryDatabase to) {
        this.from = from;
        this.to = to;
    }

    Uploaded run() {
        long runsBefore = count(RUNS);
        long callsBefore = count("call_figures");
        copy(RUNS, GONE_ON);
        copy("run_batch", COLLECTED);
        TABLES.forEach(table -> copy(table, THERE));
        copyCalls("single_call");
        copyCalls("call_figures");
        // The sums of days that were added to hold no longer; they are made anew when they are asked for.
        to.write(handle -> handle.execute("delete from call_day"));
        return new Uploaded(count(RUNS) - runsBefore, count("call_figures") - callsBefore);
    }

    private long count(String table) {
        return to.read(handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(Long.class)
                .one());
    }

    /** Values of a row in the order of the columns. */
    private record Values(List<@Nullable Object> items) {}

    private record Rows(List<String> columns, List<Values> values) {}

    private void copy(String table, String conflict) {
        forEach(table, "", rows -> to.write(handle -> insert(handle, table, rows, conflict)));
    }

    /** Calls have no key of their own: those of the same id and moment are there already. */
    private void copyCalls(String table) {
        forEach(
                table,
                " order by started_at",
                rows -> to.write(handle -> {
                    int id = rows.columns().indexOf("id");
                    Set<String> there = there(handle, table, rows, id);
                    List<Values> added = rows.values().stream()
                            .filter(row ->
                                    !there.contains(String.valueOf(row.items().get(id))))
                            .toList();
                    return insert(handle, table, new Rows(rows.columns(), added), "");
                }));
    }

    /** Reads a table from its beginning to its end, some rows at a time. */
    private void forEach(String table, String order, Consumer<Rows> some) {
        from.read(handle -> {
            List<String> columns = new ArrayList<>();
            try (var rows = handle
                    .createQuery("select * from " + table + order)
                    .setFetchSize(AT_ONCE)
                    .map((row, context) -> values(row, columns))
                    .stream()) {
                rows.gather(Gatherers.windowFixed(AT_ONCE)).forEach(values -> some.accept(new Rows(columns, values)));
                return columns;
            }
        });
    }

    private static Set<String> there(Handle handle, String table, Rows rows, int id) {
        int time = rows.columns().indexOf("started_at");
        List<OffsetDateTime> times = rows.values().stream()
                .map(row -> (OffsetDateTime) row.items().get(time))
                .toList();
        List<String> ids = rows.values().stream()
                .map(row -> String.valueOf(row.items().get(id)))
                .toList();
        // A second more at both ends, as the server keeps times less exactly.
        return new HashSet<>(handle.createQuery(
                        "select id from " + table + " where started_at between :first and :last and id in (<ids>)")
                .bind(
                        "first",
                        Collections.min(times, OffsetDateTime.timeLineOrder()).minusSeconds(1))
                .bind(
                        "last",
                        Collections.max(times, OffsetDateTime.timeLineOrder()).plusSeconds(1))
                .bindList("ids", ids)
                .mapTo(String.class)
                .list());
    }

    private static Values values(ResultSet row, List<String> columns) throws SQLException {
        ResultSetMetaData shape = row.getMetaData();
        boolean first = columns.isEmpty();
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 1; i <= shape.getColumnCount(); i++) {
            String name = shape.getColumnName(i).toLowerCase(Locale.ROOT);
            if (name.equals("entry_number")) {
                // The order of writing is that of the place it is written to.
                continue;
            }
            if (first) {
                columns.add(name);
            }
            values.add(
                    switch (shape.getColumnType(i)) {
                        case Types.CLOB -> row.getString(i);
                        case Types.TIMESTAMP_WITH_TIMEZONE -> row.getObject(i, OffsetDateTime.class);
                        default -> row.getObject(i);
                    });
        }
        return new Values(values);
    }

    private static int insert(Handle handle, String table, Rows rows, String conflict) {
        if (rows.values().isEmpty()) {
            return 0;
        }
        String marks = String.join(", ", Collections.nCopies(rows.columns().size(), "?"));
        String sql = "insert into " + table + " (" + String.join(", ", rows.columns()) + ") values (" + marks + ")"
                + conflict;
        try (PreparedStatement insert = handle.getConnection().prepareStatement(sql)) {
            for (Values row : rows.values()) {
                for (int i = 0; i < row.items().size(); i++) {
                    insert.setObject(i + 1, row.items().get(i));
                }
                insert.addBatch();
            }
            return insert.executeBatch().length;
        } catch (SQLException e) {
            throw new StorageException("The rows of " + table + " cannot be copied: " + e.getMessage(), e);
        }
    }
}
