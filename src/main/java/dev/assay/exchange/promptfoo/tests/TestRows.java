package dev.assay.exchange.promptfoo.tests;

import dev.assay.exchange.document.Value;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.source.ImportSource;
import dev.assay.exchange.table.JsonLineReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Turns promptfoo's tests into cases, wherever they stand. Used once. */
public final class TestRows {
    private static final Set<String> KNOWN =
            Set.of("vars", "assert", "description", "metadata", "options", "threshold");
    private static final String PLAIN_LISTS = "disableVarExpansion";
    private static final int MOST_COMBINATIONS = 1000;

    private final ImportSource source;
    private final Report.Builder report;
    private final TestVars vars;
    private final Value common;
    private final Asserts asserts = new Asserts();
    private final Filling filling = new Filling();
    private final Map<String, Integer> others = new TreeMap<>();
    private final List<Map<String, Object>> rows = new ArrayList<>();

    /** @param common {@code defaultTest}: what every test has besides its own; a record, or the name of a file */
    public TestRows(ImportSource source, Value common, Report.Builder report) {
        this.source = source;
        this.report = report;
        this.vars = new TestVars(source, report);
        List<String> file = common.isText() ? vars.files(common) : List.of();
        this.common = file.isEmpty() ? common : vars.document(file.getFirst());
        others(this.common);
    }

    /** The cases; tells what became of all that was met. Asked once, after everything is read. */
    public List<Map<String, Object>> finish() {
        asserts.tell(report);
        filling.tell(report);
        others.forEach((key, count) -> report.leftOut(
                "",
                "'" + key + "' of " + count + (count == 1 ? " test" : " tests"),
                "left out: cases have values and asserts only"));
        return rows;
    }

    /** Reads a list of tests, or the names of files that hold them. */
    public void read(Value tests) {
        read(tests, List.of());
    }

    private void read(Value tests, List<Value> before) {
        List<Value> all = tests.isList() ? tests.items() : tests.exists() ? List.of(tests) : List.of();
        for (Value test : all) {
            if (test.isText()) {
                files(test, before);
            } else if (test.get("path").isText() && !test.get("vars").exists()) {
                report.needsHand(
                        test.place(),
                        test.get("path").textOr(""),
                        "left out: tests made by a program must be written out, as with promptfoo generate");
            } else {
                test(test, before);
            }
        }
    }

    /** Reads what is to be tested with each of several sets of values. */
    public void scenarios(Value scenarios) {
        int before = rows.size();
        for (Value scenario : scenarios.items()) {
            if (scenario.isText()) {
                vars.files(scenario).forEach(file -> scenarios(vars.document(file)));
                continue;
            }
            for (Value settings : scenario.get("config").items()) {
                if (scenario.get("tests").exists()) {
                    read(scenario.get("tests"), List.of(settings));
                } else {
                    test(settings, List.of());
                }
            }
        }
        if (scenarios.exists()) {
            report.converted(
                    scenarios.place(), "scenarios", (rows.size() - before) + " cases, each test with each config");
        }
    }

    private void files(Value reference, List<Value> before) {
        String path = TestVars.path(reference.textOr(""));
        if (path.matches("(?i)(https?|sheets?|huggingface)://.*")) {
            report.leftOut(reference.place(), path, "not fetched: save it beside the file and import it");
            return;
        }
        for (String file : vars.files(reference)) {
            ImportSource inner =
                    source.with(file, source.neighbours().read(file).orElse(""), source.name());
            switch (file.substring(file.lastIndexOf('.') + 1)) {
                case "csv" -> TestTable.rows(inner, file + " ", report).forEach(test -> test(test, before));
                case "jsonl" -> JsonLineReader.all(inner).forEach(test -> test(test, before));
                case "json", "yaml", "yml" -> read(vars.document(file), before);
                default ->
                    report.needsHand(reference.place(), file, "left out: only csv, jsonl, json and yaml hold tests");
            }
        }
    }

    /** Reads one test. */
    public void test(Value test) {
        test(test, List.of());
    }

    private void test(Value test, List<Value> before) {
        List<Value> layers = new ArrayList<>(List.of(common));
        layers.addAll(before);
        layers.add(test);
        Map<String, Object> values = new LinkedHashMap<>();
        layers.forEach(layer -> values.putAll(vars.read(layer.get("vars"))));
        Map<String, Object> options = merged(layers, "options");
        boolean plainLists = Boolean.TRUE.equals(options.remove(PLAIN_LISTS));
        for (Map<String, Object> row : plainLists ? List.of(values) : combinations(values, test)) {
            row.replaceAll((name, value) ->
                    value instanceof String text ? filling.filled(text, row).orElse(text) : value);
            List<Value> expected = new ArrayList<>();
            layers.forEach(layer -> expected.addAll(layer.get("assert").items()));
            asserts.into(row, expected, filling);
            extras(row, layers, options);
            rows.add(row);
        }
        others(test);
    }

    private void others(Value test) {
        test.fields().forEach((key, value) -> {
            if (!KNOWN.contains(key) && value.exists()) {
                others.merge(key, 1, Integer::sum);
            }
        });
    }

    private void extras(Map<String, Object> row, List<Value> layers, Map<String, Object> options) {
        layers.getLast().get("description").text().ifPresent(text -> row.put(TestColumns.DESCRIPTION, text));
        Map<String, Object> metadata = merged(layers, "metadata");
        if (!metadata.isEmpty()) {
            row.put(TestColumns.METADATA, metadata);
        }
        for (Value layer : layers) {
            Object threshold = layer.get("threshold").raw();
            if (threshold != null) {
                row.put(TestColumns.THRESHOLD, threshold);
            }
        }
        if (!options.isEmpty()) {
            row.put(TestColumns.OPTIONS, options);
            report.needsHand(
                    "",
                    "options of tests: " + String.join(", ", options.keySet()),
                    "kept in the column '" + TestColumns.OPTIONS
                            + "': Assay does not do what they say; an export to promptfoo writes them back");
        }
    }

    private static Map<String, Object> merged(List<Value> layers, String key) {
        Map<String, Object> merged = new LinkedHashMap<>();
        layers.forEach(layer -> merged.putAll(layer.get(key).plainFields()));
        return merged;
    }

    /** A value that is a list of texts means a test for each of them. */
    private List<Map<String, Object>> combinations(Map<String, Object> values, Value test) {
        List<Map<String, Object>> all = new ArrayList<>(List.of(new LinkedHashMap<>()));
        for (var entry : values.entrySet()) {
            boolean several =
                    entry.getValue() instanceof List<?> list && !list.isEmpty() && list.getFirst() instanceof String;
            List<?> each = several ? (List<?>) entry.getValue() : Collections.singletonList(entry.getValue());
            if (all.size() * each.size() > MOST_COMBINATIONS) {
                report.needsHand(test.place(), entry.getKey(), "kept as one list: its combinations are too many");
                each = Collections.singletonList(entry.getValue());
            }
            all = expanded(all, entry.getKey(), each);
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
}
