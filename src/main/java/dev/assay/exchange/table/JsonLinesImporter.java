package dev.assay.exchange.table;

import dev.assay.exchange.conversion.DatasetText;
import dev.assay.exchange.conversion.ImportOptions;
import dev.assay.exchange.conversion.ImportResult;
import dev.assay.exchange.conversion.ImportedDataset;
import dev.assay.exchange.conversion.Importer;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.source.ImportSource;
import dev.assay.llm.InputException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Turns lines of JSON objects into a dataset, its names mapped. Lines are read and written one by one. */
public final class JsonLinesImporter implements Importer {

    @Override
    public ImportResult read(ImportSource source, ImportOptions options) {
        var report = new Report.Builder();
        UnaryOperator<Map<String, Object>> mapped = mapping(source, options, report);
        var types = new CellTypes(options.types(), report);
        var shape = new Shape(mapped);
        JsonLineReader.each(source, value -> {
            Map<String, Object> row = mapped.apply(value.plainFields());
            shape.add(row);
            types.check(line(value.place()), row);
        });
        types.end();
        report.converted("", shape.rows + " lines", "a case each");
        return new ImportResult(List.of(), List.of(shape.dataset(source)), report.build());
    }

    /** The number in {@code line 3 /path}. */
    private static int line(String place) {
        return Integer.parseInt(place.replaceFirst("\\D*(\\d+).*", "$1"));
    }

    private static UnaryOperator<Map<String, Object>> mapping(
            ImportSource source, ImportOptions options, Report.Builder report) {
        if (options.mapping().targets().isEmpty()) {
            return UnaryOperator.identity();
        }
        List<String> names = JsonLineReader.names(source);
        Columns columns = Columns.of(names, options.mapping(), report);
        if (columns.names().isEmpty()) {
            throw new InputException("No name of " + source.file() + " is kept: keep at least one");
        }
        Columns.open(columns.names(), options.inputs())
                .forEach(input -> report.needsHand(
                        "", "input '" + input + "'", "has no value: it stays empty or at its default"));
        Map<String, Optional<String>> targets = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            targets.put(names.get(i), columns.targets().get(i));
        }
        return row -> {
            Map<String, Object> renamed = new LinkedHashMap<>();
            row.forEach((name, value) ->
                    targets.getOrDefault(name, Optional.of(name)).ifPresent(target -> renamed.put(target, value)));
            return renamed;
        };
    }

    /** What all lines have in common, which decides how they are written. */
    private static final class Shape {
        private final UnaryOperator<Map<String, Object>> mapped;
        private final Set<String> columns = new LinkedHashSet<>();
        private boolean plain = true;
        private int rows;

        Shape(UnaryOperator<Map<String, Object>> mapped) {
            this.mapped = mapped;
        }

        void add(Map<String, Object> row) {
            if (rows++ == 0) {
                columns.addAll(row.keySet());
            }
            plain &= Rows.isPlain(row, columns);
        }

        ImportedDataset dataset(ImportSource source) {
            List<String> names = List.copyOf(columns);
            DatasetText csv = out -> {
                Rows.line(out, names);
                JsonLineReader.write(source, value -> Rows.csvLine(out, names, mapped.apply(value.plainFields())));
            };
            DatasetText lines =
                    out -> JsonLineReader.write(source, value -> Rows.jsonLine(out, mapped.apply(value.plainFields())));
            return plain
                    ? new ImportedDataset(source.name(), "csv", csv, rows)
                    : new ImportedDataset(source.name(), "jsonl", lines, rows);
        }
    }
}
