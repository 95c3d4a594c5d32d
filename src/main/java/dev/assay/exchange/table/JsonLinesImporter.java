package dev.assay.exchange.table;

import dev.assay.exchange.conversion.DatasetText;
import dev.assay.exchange.conversion.ImportOptions;
import dev.assay.exchange.conversion.ImportResult;
import dev.assay.exchange.conversion.ImportedDataset;
import dev.assay.exchange.conversion.Importer;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.source.ImportSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns lines of JSON objects into a dataset. Lines are read and written one by one. */
public final class JsonLinesImporter implements Importer {

    @Override
    public ImportResult read(ImportSource source, ImportOptions options) {
        var report = new Report.Builder();
        var shape = new Shape();
        JsonLineReader.each(source, value -> shape.add(value.plainFields()));
        report.converted("", shape.rows + " lines", "a case each");
        return new ImportResult(List.of(), List.of(shape.dataset(source)), report.build());
    }

    /** What all lines have in common, which decides how they are written. */
    private static final class Shape {
        private final Set<String> columns = new LinkedHashSet<>();
        private boolean plain = true;
        private int rows;

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
                JsonLineReader.write(source, value -> Rows.csvLine(out, names, value.plainFields()));
            };
            DatasetText lines = out -> JsonLineReader.write(source, value -> Rows.jsonLine(out, value.plainFields()));
            return plain
                    ? new ImportedDataset(source.name(), "csv", csv, rows)
                    : new ImportedDataset(source.name(), "jsonl", lines, rows);
        }
    }
}
