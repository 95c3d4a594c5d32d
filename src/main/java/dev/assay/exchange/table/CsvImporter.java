package dev.assay.exchange.table;

import dev.assay.exchange.conversion.ImportOptions;
import dev.assay.exchange.conversion.ImportResult;
import dev.assay.exchange.conversion.ImportedDataset;
import dev.assay.exchange.conversion.Importer;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.source.ImportSource;
import dev.assay.llm.InputException;
import dev.assay.llm.SourceLocation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns a table into a dataset, its columns mapped. Rows are read and written one by one. */
public final class CsvImporter implements Importer {
    private static final int MOST_REMARKS = 20;

    @Override
    public ImportResult read(ImportSource source, ImportOptions options) {
        var report = new Report.Builder();
        try (CsvTable table = CsvTable.open(source, options.separator())) {
            if (table.header().isEmpty()) {
                throw new InputException(
                        new SourceLocation(source.file(), 1, 1), "The table is empty: it needs a header and a row");
            }
            Columns columns = Columns.of(table.header(), options.mapping(), report);
            if (columns.names().isEmpty()) {
                throw new InputException("No column of " + source.file() + " is kept: keep at least one");
            }
            Columns.open(columns.names(), options.inputs())
                    .forEach(input -> report.needsHand(
                            "line 1", "input '" + input + "'", "has no column: it stays empty or at its default"));
            int cases = count(table, columns, new CellTypes(options.types(), report), report);
            if (cases == 0) {
                throw new InputException(
                        new SourceLocation(source.file(), 1, 1), "The table has no row below its header");
            }
            var dataset = new ImportedDataset(
                    source.name(), "csv", out -> write(source, options.separator(), columns, out), cases);
            return new ImportResult(List.of(), List.of(dataset), report.build());
        }
    }

    private static int count(CsvTable table, Columns columns, CellTypes types, Report.Builder report) {
        int cases = 0;
        int remarks = 0;
        int wanted = columns.targets().size();
        for (List<String> row = table.next(); row != null; row = table.next()) {
            if (row.size() != wanted && ++remarks <= MOST_REMARKS) {
                remark(table, row, wanted, report);
            }
            cases++;
            types.check(table.line(), columns.named(row));
        }
        types.end();
        if (remarks > MOST_REMARKS) {
            report.needsHand("", (remarks - MOST_REMARKS) + " more rows", "are of another length than the header too");
        }
        return cases;
    }

    private static void write(ImportSource source, Optional<Character> separator, Columns columns, Appendable out)
            throws IOException {
        try (CsvTable table = CsvTable.open(source, separator)) {
            Rows.line(out, columns.names());
            for (List<String> row = table.next(); row != null; row = table.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 0; i < columns.targets().size(); i++) {
                    if (columns.targets().get(i).isPresent()) {
                        values.add(i < row.size() ? row.get(i) : "");
                    }
                }
                Rows.line(out, values);
            }
        }
    }

    private static void remark(CsvTable table, List<String> row, int wanted, Report.Builder report) {
        String place = "line " + table.line();
        if (row.size() < wanted) {
            report.needsHand(
                    place, "a row with " + row.size() + " of " + wanted + " values", "the missing ones are empty");
        } else {
            report.leftOut(
                    place,
                    "a row with " + row.size() + " values for " + wanted + " columns",
                    "the last ones were left out: '" + row.get(wanted)
                            + "'; a value that holds the separator needs quotes");
        }
    }
}
