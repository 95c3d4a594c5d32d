package dev.assay.exchange.table;

import dev.assay.exchange.exporting.ExportRequest;
import dev.assay.exchange.exporting.ExportResult;
import dev.assay.exchange.exporting.Exporter;
import dev.assay.exchange.report.Report;
import dev.assay.experiment.Dataset;
import dev.assay.experiment.DatasetReader;
import dev.assay.experiment.TestCase;
import dev.assay.llm.InputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the cases of a dataset.
 *
 * @param lines as one JSON object a line, else as CSV
 */
public record DatasetExporter(boolean lines) implements Exporter {
    @Override
    public ExportResult write(ExportRequest request) {
        Dataset dataset = request.dataset();
        if (dataset == null) {
            throw new InputException("There are no cases to export: name a dataset");
        }
        var report = new Report.Builder();
        report.converted("", "dataset " + dataset.name(), dataset.cases().size() + " cases");
        List<Map<String, Object>> rows =
                dataset.cases().stream().map(DatasetExporter::row).toList();
        if (lines) {
            return new ExportResult(Rows.jsonLines(rows), "jsonl", report.build());
        }
        List<String> columns = new ArrayList<>(dataset.columns());
        for (String about : List.of(DatasetReader.EXPECTED, DatasetReader.TAGS, DatasetReader.CLUSTER)) {
            if (rows.stream().anyMatch(row -> row.containsKey(about))) {
                columns.add(about);
            }
        }
        boolean nested = dataset.cases().stream()
                .flatMap(one -> one.inputs().values().stream())
                .anyMatch(value -> value instanceof List || value instanceof Map);
        if (nested) {
            report.needsHand(
                    "", "lists and records", "stand as JSON text in their cells: JSONL keeps them as they are");
        }
        return new ExportResult(Rows.csv(columns, rows), "csv", report.build());
    }

    private static Map<String, Object> row(TestCase one) {
        Map<String, Object> row = new LinkedHashMap<>(one.inputs());
        if (one.expected() != null) {
            row.put(DatasetReader.EXPECTED, one.expected());
        }
        if (!one.tags().isEmpty()) {
            row.put(DatasetReader.TAGS, String.join(", ", one.tags()));
        }
        if (one.cluster() != null) {
            row.put(DatasetReader.CLUSTER, one.cluster());
        }
        return row;
    }
}
