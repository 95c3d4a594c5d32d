package dev.assay.exchange.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.exchange.conversion.DatasetText;
import dev.assay.exchange.conversion.ImportedDataset;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes cases: as CSV where all values are text, else as one JSON object a line. */
public final class Rows {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Rows() {}

    /** A dataset of these cases; values are text, numbers, truth values, lists, maps and null. */
    public static ImportedDataset dataset(String name, List<? extends Map<String, ?>> rows) {
        Set<String> columns = columns(rows);
        boolean plain = rows.stream().allMatch(row -> isPlain(row, columns));
        return plain
                ? new ImportedDataset(name, "csv", csv(List.copyOf(columns), rows), rows.size())
                : new ImportedDataset(name, "jsonl", jsonLines(rows), rows.size());
    }

    /** Whether a row holds a text for each of these columns and nothing else, so that CSV can keep it as it is. */
    static boolean isPlain(Map<String, ?> row, Set<String> columns) {
        return row.keySet().equals(columns) && row.values().stream().allMatch(String.class::isInstance);
    }

    private static Set<String> columns(List<? extends Map<String, ?>> rows) {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        return columns;
    }

    /** One line of CSV. */
    public static void line(Appendable out, List<String> values) throws IOException {
        for (int i = 0; i < values.size(); i++) {
            out.append(i == 0 ? "" : ",").append(quoted(values.get(i), values.size() == 1));
        }
        out.append('\n');
    }

    /** One line of CSV with the values of a row; anything that is not text stands as JSON. */
    public static void csvLine(Appendable out, List<String> columns, Map<String, ?> row) throws IOException {
        line(out, columns.stream().map(column -> text(row.get(column))).toList());
    }

    /** A row as JSON on one line. */
    public static void jsonLine(Appendable out, Map<String, ?> row) throws IOException {
        out.append(json(row)).append('\n');
    }

    /** A whole table, its rows as CSV. */
    public static DatasetText csv(List<String> columns, List<? extends Map<String, ?>> rows) {
        return out -> {
            line(out, columns);
            for (Map<String, ?> row : rows) {
                csvLine(out, columns, row);
            }
        };
    }

    /** All rows as one JSON object a line. */
    public static DatasetText jsonLines(List<? extends Map<String, ?>> rows) {
        return out -> {
            for (Map<String, ?> row : rows) {
                jsonLine(out, row);
            }
        };
    }

    /** A value as CSV keeps it: text as it is, null as nothing, anything else as JSON. */
    public static String text(@Nullable Object value) {
        return value instanceof String text ? text : value == null ? "" : json(value);
    }

    private static String quoted(String value, boolean alone) {
        boolean plain =
                value.chars().noneMatch(c -> c == '"' || c == ',' || c == ';' || c == '\t' || c == '\n' || c == '\r')
                        && value.equals(value.strip())
                        && !(alone && value.isEmpty());
        return plain ? value : "\"" + value.replace("\"", "\"\"") + "\"";
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Text, numbers, lists and maps are always writable", e);
        }
    }
}
