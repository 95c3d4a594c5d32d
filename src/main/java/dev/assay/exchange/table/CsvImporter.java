package dev.assay.exchange.table;

import dev.assay.exchange.conversion.ImportOptions;
import dev.assay.exchange.conversion.ImportResult;
import dev.assay.exchange.conversion.ImportedDataset;
import dev.assay.exchange.conversion.Importer;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.source.ImportSource;
import dev.assay.llm.InputException;
import dev.assay.llm.SourceLocation;
import java.util.ArrayList;
import java.util.List;

/** Turns a table into a dataset, its columns mapped. Rows are read and written one by one. */
public final class CsvImporter implements Importer {
    private static final int MOST_REMARKS = 20;

    @Override
    public ImportResult read(ImportSource source, ImportOptions options) {
        var report = new Report.Builder();
        try (CsvTable table = CsvTable.open(source.file(), source.text())) {
            if (table.header().isEmpty()) {
                throw new InputException(
                        new SourceLocation(source.file(), 1, 1), "The table is empty: it needs a header and a row");
            }
            Columns columns = Columns.of(table.header(), options.mapping(), report);
            if (columns.names().isEmpty()) {
                throw new InputException("No column of " + source.file() + " is kept: keep at least one");
            }
            var out = new StringBuilder();
            Rows.line(out, columns.names());
            int cases = rows(table, columns, out, report);
            if (cases == 0) {
                throw new InputException(
                        new SourceLocation(source.file(), 1, 1), "The table has no row below its header");
            }
            return new ImportResult(
                    List.of(),
                    List.of(new ImportedDataset(source.name(), "csv", out.toString(), cases)),
                    report.build());
        }
    }

    private static int rows(CsvTable table, Columns columns, StringBuilder out, Report.Builder report) {
        int cases = 0;
        int remarks = 0;
        for (List<String> row = table.next(); row != null; row = table.next()) {
            int wanted = columns.targets().size();
            if (row.size() != wanted && ++remarks <= MOST_REMARKS) {
                remark(table, row, wanted, report);
            }
            List<String> values = new ArrayList<>();
            for (int i = 0; i < wanted; i++) {
                if (columns.targets().get(i).isPresent()) {
                    values.add(i < row.size() ? row.get(i) : "");
                }
            }
            Rows.line(out, values);
            cases++;
        }
        if (remarks > MOST_REMARKS) {
            report.needsHand("", (remarks - MOST_REMARKS) + " more rows", "are of another length than the header too");
        }
        return cases;
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
