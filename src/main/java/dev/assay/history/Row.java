package dev.assay.history;

import dev.assay.llm.ModelId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** A row to insert: its columns by name, in order. */
final class Row {
    private static final int NANO_DIGITS = 6;

    private final Map<String, @Nullable Object> columns = new LinkedHashMap<>();

    /** The row of a cell's call or score. */
    static Row of(String runId, CellKey key) {
        return new Row()
                .with("run_id", runId)
                .with("variant_index", key.variant())
                .with("case_index", key.testCase())
                .with("repeat_index", key.repeat());
    }

    Row with(String column, @Nullable Object value) {
        columns.put(column, value);
        return this;
    }

    Row withModel(ModelId model) {
        return with("provider_name", model.provider()).with("request_model", model.model());
    }

    Row withModelOrNull(@Nullable ModelId model) {
        return with("provider_name", model == null ? null : model.provider())
                .with("request_model", model == null ? null : model.model());
    }

    Row withTime(String column, @Nullable Instant time) {
        return with(column, time == null ? null : time.atOffset(ZoneOffset.UTC));
    }

    /** A duration in milliseconds, exact to the nanosecond. */
    Row withMillis(String column, @Nullable Duration duration) {
        return with(column, duration == null ? null : BigDecimal.valueOf(duration.toNanos(), NANO_DIGITS));
    }

    /** The values by column name, to bind to a statement. */
    Map<String, @Nullable Object> columns() {
        return columns;
    }

    void insertInto(String table, Handle handle) {
        String names = String.join(", ", columns.keySet());
        String values = columns.keySet().stream().map(name -> ":" + name).collect(Collectors.joining(", "));
        handle.createUpdate("insert into " + table + " (" + names + ") values (" + values + ")")
                .bindMap(columns)
                .execute();
    }

    static ModelId model(ResultSet row) throws SQLException {
        return new ModelId(row.getString("provider_name"), row.getString("request_model"));
    }

    static @Nullable ModelId modelOrNull(ResultSet row) throws SQLException {
        return row.getString("provider_name") == null ? null : model(row);
    }

    static CellKey key(ResultSet row) throws SQLException {
        return new CellKey(row.getInt("variant_index"), row.getInt("case_index"), row.getInt("repeat_index"));
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant timeOrNull(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static @Nullable Duration millisOrNull(ResultSet row, String column) throws SQLException {
        BigDecimal millis = row.getBigDecimal(column);
        return millis == null
                ? null
                : Duration.ofNanos(millis.movePointRight(NANO_DIGITS).longValueExact());
    }

    static Duration millis(ResultSet row, String column) throws SQLException {
        Duration duration = millisOrNull(row, column);
        return duration == null ? Duration.ZERO : duration;
    }
}
