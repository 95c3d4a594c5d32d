package dev.assay.exchange.table.columns;

import dev.assay.exchange.source.ImportSource;
import dev.assay.exchange.table.CsvTable;
import java.util.ArrayList;
import java.util.List;

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
        try (CsvTable table = CsvTable.open(source)) {
            List<List<String>> rows = new ArrayList<>();
            for (List<String> row = table.next(); row != null && rows.size() < most; row = table.next()) {
                rows.add(List.copyOf(row));
            }
            return new TablePreview(table.header(), rows);
        }
    }

    /** The first values of a column that are not blank. */
    public List<String> values(int column) {
        return rows.stream()
                .filter(row -> column < row.size() && !row.get(column).isBlank())
                .map(row -> row.get(column))
                .toList();
    }
}
