package dev.assay.exchange.promptfoo;

import dev.assay.exchange.document.JsonDocument;
import dev.assay.exchange.document.Value;
import dev.assay.exchange.document.YamlDocument;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.source.ImportSource;
import dev.assay.exchange.table.JsonLinesImporter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns promptfoo's tests into cases, wherever they stand. */
final class TestRows {
    private static final Set<String> KNOWN = Set.of("vars", "assert", "description", "metadata");
    private static final int MOST_COMBINATIONS = 1000;

    private final ImportSource source;
    private final Report.Builder report;
    private final Value common;
    private final List<Map<String, Object>> rows = new ArrayList<>();

    /** @param common {@code defaultTest}: what every test has besides its own */
    TestRows(ImportSource source, Value common, Report.Builder report) {
        this.source = source;
        this.common = common;
        this.report = report;
    }

    List<Map<String, Object>> rows() {
        return rows;
    }

    /** Reads a list of tests, or the name of a file that holds them. */
    void read(Value tests) {
        if (tests.isText()) {
            file(tests);
        }
        for (Value test : tests.items()) {
            if (test.isText()) {
                file(test);
            } else {
                test(test);
            }
        }
    }

    private void file(Value reference) {
        String name = reference.textOr("").replaceFirst("^file://", "");
        if (name.matches("(?i)(https?|sheets?)://.*")) {
            report.leftOut(reference.place(), name, "not fetched: save it beside the file and import it");
            return;
        }
        Optional<String> text = source.neighbours().read(name);
        if (text.isEmpty()) {
            report.leftOut(
                    reference.place(), name, "left out: there is no such file in the folder of " + source.file());
            return;
        }
        ImportSource inner = source.with(name, text.get(), source.name());
        switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "csv" -> rows.addAll(TestTable.rows(inner, common, report));
            case "jsonl" -> JsonLinesImporter.lines(inner).forEach(this::test);
            case "json" -> JsonDocument.read(name, text.get()).items().forEach(this::test);
            case "yaml", "yml" -> YamlDocument.read(name, text.get()).items().forEach(this::test);
            default -> report.needsHand(reference.place(), name, "left out: only csv, jsonl, json and yaml hold tests");
        }
    }

    void test(Value test) {
        Map<String, Object> vars = new LinkedHashMap<>();
        common.get("vars").fields().forEach((name, value) -> vars.put(name, value(value)));
        test.get("vars").fields().forEach((name, value) -> vars.put(name, value(value)));
        if (test.get("vars").isText()) {
            report.leftOut(
                    test.get("vars").place(), test.get("vars").textOr(""), "left out: put the values into the test");
        }
        List<Map<String, Object>> asserts = new ArrayList<>(Asserts.of(common.get("assert")));
        asserts.addAll(Asserts.of(test.get("assert")));
        Map<String, Object> extra = new LinkedHashMap<>();
        Asserts.into(extra, asserts, test.place(), report);
        test.get("description").text().ifPresent(text -> extra.put(Asserts.DESCRIPTION, text));
        if (test.get("metadata").isMap()) {
            extra.put(Asserts.METADATA, test.get("metadata").plainFields());
        }
        for (Map<String, Object> row : combinations(vars, test)) {
            row.putAll(extra);
            rows.add(row);
        }
        test.fields().forEach((key, value) -> {
            if (!KNOWN.contains(key) && value.exists()) {
                report.leftOut(value.place(), key, "left out: cases have values and asserts only");
            }
        });
    }

    /** A value that is a list means a test for each of its elements. */
    private List<Map<String, Object>> combinations(Map<String, Object> vars, Value test) {
        boolean expand = !Boolean.TRUE.equals(
                        test.get("options").get("disableVarExpansion").raw())
                && !Boolean.TRUE.equals(
                        common.get("options").get("disableVarExpansion").raw());
        List<Map<String, Object>> all = new ArrayList<>(List.of(new LinkedHashMap<>()));
        for (var entry : vars.entrySet()) {
            boolean plain = expand
                    && entry.getValue() instanceof List<?> list
                    && !list.isEmpty()
                    && list.stream().noneMatch(one -> one instanceof Map || one instanceof List);
            List<?> values = plain ? (List<?>) entry.getValue() : java.util.Collections.singletonList(entry.getValue());
            if (all.size() * values.size() > MOST_COMBINATIONS) {
                report.needsHand(test.place(), entry.getKey(), "kept as one list: its combinations are too many");
                values = java.util.Collections.singletonList(entry.getValue());
            }
            all = expanded(all, entry.getKey(), values);
        }
        if (all.size() > 1) {
            report.converted(test.place(), "lists among the vars", all.size() + " cases, one for each combination");
        }
        return all;
    }

    private static List<Map<String, Object>> expanded(List<Map<String, Object>> rows, String name, List<?> values) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            for (Object value : values) {
                Map<String, Object> longer = new LinkedHashMap<>(row);
                longer.put(name, value);
                all.add(longer);
            }
        }
        return all;
    }

    private Object value(Value value) {
        String text = value.textOr("");
        if (!text.startsWith("file://")) {
            return value.raw() == null ? "" : java.util.Objects.requireNonNull(value.raw());
        }
        Optional<String> content = text.matches("(?i).*\\.(txt|md|json|yaml|yml|csv|html|xml)")
                ? source.neighbours().read(text.substring("file://".length()))
                : Optional.empty();
        if (content.isPresent()) {
            report.converted(value.place(), text, "its text is the value");
            return content.get().strip();
        }
        report.needsHand(value.place(), text, "kept as text: it is no text file in the folder of " + source.file());
        return text;
    }
}
