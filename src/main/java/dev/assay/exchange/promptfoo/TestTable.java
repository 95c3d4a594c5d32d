package dev.assay.exchange.promptfoo;

import dev.assay.exchange.document.Value;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.source.ImportSource;
import dev.assay.exchange.table.CsvTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads promptfoo's tables of tests: columns with two underscores in front are instructions. */
final class TestTable {
    private TestTable() {}

    /** Whether a header has such columns. */
    static boolean isOne(List<String> header) {
        return header.stream().anyMatch(column -> column.strip().startsWith("__expected"));
    }

    static List<Map<String, Object>> rows(ImportSource source, Value common, Report.Builder report) {
        List<Map<String, Object>> rows = new ArrayList<>();
        try (CsvTable table = CsvTable.open(source.file(), source.text())) {
            for (List<String> row = table.next(); row != null; row = table.next()) {
                Map<String, Object> values =
                        new LinkedHashMap<>(common.get("vars").plainFields());
                List<Map<String, Object>> asserts = new ArrayList<>(Asserts.of(common.get("assert")));
                Map<String, Object> metadata = new LinkedHashMap<>();
                for (int i = 0; i < Math.min(row.size(), table.header().size()); i++) {
                    cell(table.header().get(i).strip(), row.get(i), values, asserts, metadata, report);
                }
                if (row.size() != table.header().size()) {
                    report.needsHand(
                            "line " + table.line(),
                            "a row of another length than the header",
                            "read as far as it goes");
                }
                if (!metadata.isEmpty()) {
                    values.put(Asserts.METADATA, metadata);
                }
                Asserts.into(values, asserts, "line " + table.line(), report);
                rows.add(values);
            }
        }
        return rows;
    }

    private static void cell(
            String column,
            String cell,
            Map<String, Object> values,
            List<Map<String, Object>> asserts,
            Map<String, Object> metadata,
            Report.Builder report) {
        if (!column.startsWith("__")) {
            values.put(column, cell);
        } else if (column.matches("__expected\\d*")) {
            Asserts.ofCell(cell).ifPresent(asserts::add);
        } else if (column.equals("__description")) {
            if (!cell.isBlank()) {
                values.put(Asserts.DESCRIPTION, cell);
            }
        } else if (column.startsWith("__metadata:")) {
            String key = column.substring("__metadata:".length());
            if (!cell.isBlank()) {
                metadata.put(
                        key.replaceFirst("\\[\\]$", ""), key.endsWith("[]") ? List.of(cell.split("\\s*,\\s*")) : cell);
            }
        } else if (!cell.isBlank()) {
            report.needsHand("line 1", "column " + column, "left out: Assay has nothing like it");
        }
    }
}
