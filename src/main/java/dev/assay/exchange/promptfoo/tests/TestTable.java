package dev.assay.exchange.promptfoo.tests;

import dev.assay.exchange.document.Value;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.source.ImportSource;
import dev.assay.exchange.table.CsvTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads promptfoo's tables of tests: columns with two underscores in front are instructions. Used for one row. */
public final class TestTable {
    private static final Pattern CONFIG = Pattern.compile("__config:__expected(\\d*):(\\w+)");

    private final Map<String, Object> vars = new LinkedHashMap<>();
    private final List<Map<String, Object>> asserts = new ArrayList<>();
    private final Map<String, Object> options = new LinkedHashMap<>();
    private final Map<String, Object> metadata = new LinkedHashMap<>();
    private final Map<String, Object> test = new LinkedHashMap<>();

    private TestTable() {}

    /** Whether a header has such columns. */
    public static boolean isOne(List<String> header) {
        return header.stream()
                .anyMatch(column -> column.strip().matches("__(expected\\d*|description|metadata:.+|prefix|suffix)"));
    }

    /**
     * The rows as tests.
     *
     * @param prefix what places begin with
     */
    public static List<Value> rows(ImportSource source, String prefix, Report.Builder report) {
        List<Value> rows = new ArrayList<>();
        try (CsvTable table = CsvTable.open(source)) {
            unknown(table.header(), prefix, report);
            for (List<String> row = table.next(); row != null; row = table.next()) {
                if (row.size() != table.header().size()) {
                    report.needsHand(
                            prefix + "line " + table.line(),
                            "a row of another length than the header",
                            "read as far as it goes");
                }
                rows.add(Value.of(new TestTable().row(table.header(), row), prefix + "line " + table.line()));
            }
        }
        return rows;
    }

    private static void unknown(List<String> header, String prefix, Report.Builder report) {
        for (String column : header) {
            String name = column.strip();
            if (name.matches(
                    "_(expected|prefix|suffix|description|providerOutput|metric|threshold|metadata|config).*")) {
                report.needsHand(
                        prefix + "line 1",
                        "column " + name,
                        "an input: with two underscores it would be an instruction");
            }
            if (name.equals("__metadata")) {
                report.leftOut(
                        prefix + "line 1", "column __metadata", "left out: it needs a key, as in __metadata:area");
            }
        }
    }

    private Map<String, Object> row(List<String> header, List<String> row) {
        int width = Math.min(row.size(), header.size());
        for (int i = 0; i < width; i++) {
            cell(header.get(i).strip(), row.get(i));
        }
        // Only now is it known which asserts there are.
        for (int i = 0; i < width; i++) {
            if (!row.get(i).isBlank()) {
                about(header.get(i).strip(), row.get(i));
            }
        }
        test.put("vars", vars);
        test.put("assert", asserts);
        if (!options.isEmpty()) {
            test.put("options", options);
        }
        if (!metadata.isEmpty()) {
            test.put("metadata", metadata);
        }
        return test;
    }

    private void cell(String column, String cell) {
        if (column.startsWith("__expected")) {
            if (!cell.isBlank()) {
                asserts.add(AssertCell.read(cell));
            }
        } else if (!column.matches(
                "__(prefix|suffix|description|providerOutput|metric|threshold)|__metadata.*|__config:.*")) {
            vars.put(column, cell);
        }
    }

    private void about(String column, String cell) {
        switch (column) {
            case "__prefix", "__suffix" -> options.put(column.substring(2), cell);
            case "__description", "__providerOutput" -> test.put(column.substring(2), cell);
            case "__threshold" -> test.put("threshold", number(cell));
            case "__metric" -> asserts.forEach(one -> one.put("metric", cell));
            default -> keyed(column, cell);
        }
    }

    private void keyed(String column, String cell) {
        Matcher config = CONFIG.matcher(column);
        if (config.matches()) {
            int index = config.group(1).isEmpty() ? 0 : Integer.parseInt(config.group(1)) - 1;
            if (index >= 0 && index < asserts.size()) {
                asserts.get(index).put(config.group(2), number(cell));
            }
        } else if (column.startsWith("__metadata:")) {
            String key = column.substring("__metadata:".length());
            metadata.put(key.replaceFirst("\\[\\]$", ""), key.endsWith("[]") ? list(cell) : cell);
        }
    }

    /** Values between commas; a comma after a backslash belongs to its value. */
    private static List<String> list(String cell) {
        return Arrays.stream(cell.split("(?<!\\\\),"))
                .map(value -> value.strip().replace("\\,", ","))
                .toList();
    }

    private static Object number(String cell) {
        try {
            return Double.valueOf(cell.strip());
        } catch (NumberFormatException e) {
            // promptfoo's other settings are texts.
            return cell;
        }
    }
}
