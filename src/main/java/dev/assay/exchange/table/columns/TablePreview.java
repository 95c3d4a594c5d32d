package dev.assay.exchange.table.columns;

import dev.assay.exchange.source.ImportSource;
import dev.assay.exchange.table.CsvTable;
import dev.assay.exchange.table.JsonLineReader;
import dev.assay.exchange.table.Rows;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a table begins.
 *
 * @param header the names of its columns as written; empty where it has none
 * @param rows its first rows, which may be shorter or longer than the header
 */
public record TablePreview(List<String> header, List<List<String>> rows) {

    /** No table. */
    public static final TablePreview NONE = new TablePreview(List.of(), List.of());

    public TablePreview {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /** Reads the beginning of a table; throws {@link dev.assay.llm.InputException} where it is broken there. */
    public static TablePreview of(ImportSource source, int most) {
        return of(source, Optional.empty(), most);
    }

    /** The same with what stands between values, where that is known. */
    public static TablePreview of(ImportSource source, Optional<Character> separator, int most) {
        try (CsvTable table = CsvTable.open(source, separator)) {
            List<List<String>> rows = new ArrayList<>();
            for (List<String> row = table.next(); row != null && rows.size() < most; row = table.next()) {
                rows.add(List.copyOf(row));
            }
            return new TablePreview(table.header(), rows);
        }
    }

    /** The names in all lines of JSON objects, in the order in which they come up, and the first lines as text. */
    public static TablePreview ofLines(ImportSource source, int most) {
        Set<String> names = new LinkedHashSet<>();
        List<Map<String, Object>> first = new ArrayList<>();
        JsonLineReader.each(source, value -> {
            Map<String, Object> row = value.plainFields();
            names.addAll(row.keySet());
            if (first.size() < most) {
                first.add(row);
            }
        });
        List<List<String>> rows = first.stream()
                .map(row -> names.stream().map(name -> Rows.text(row.get(name))).toList())
                .toList();
        return new TablePreview(List.copyOf(names), rows);
    }

    /** The first values of a column that are not blank. */
    public List<String> values(int column) {
        return rows.stream()
                .filter(row -> column < row.size() && !row.get(column).isBlank())
                .map(row -> row.get(column))
                .toList();
    }
}
